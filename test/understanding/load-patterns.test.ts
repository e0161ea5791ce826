import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidDataError } from '../../src/knowledge/read-yaml.ts';
import { loadPatterns } from '../../src/understanding/load-patterns.ts';

const FRENCH = join(__dirname, '../../dialogs/understanding/fr');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patterns-'));
  cpSync(FRENCH, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function spoil(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const content = readFileSync(path, 'utf8');
  expect(content).toContain(from);
  writeFileSync(path, content.replace(from, to));
}

test.each([
  [
    'an unknown key',
    'signals.yaml',
    'force: sure',
    'force: sure\n    forse: sure',
    /signals\.yaml is invalid.*forse/s,
  ],
  ['an unknown signal', 'signals.yaml', 'signal: arme', 'signal: armes', /signals\.yaml.*regles/s],
  ['an unknown force', 'signals.yaml', 'force: sure', 'force: certain', /signals\.yaml.*force/s],
  ['an unknown need', 'needs.yaml', 'besoin: droits', 'besoin: droit', /needs\.yaml.*besoin/s],
  ['an unknown public', 'people.yaml', 'public: homme', 'public: hommes', /people\.yaml.*public/s],
  [
    'an unknown concept',
    'signals.yaml',
    '"@tous @tuer moi"',
    '"@touss @tuer moi"',
    /signals\.yaml: va-me-tuer: "@touss @tuer moi": unknown concept "@touss"/,
  ],
  ['a missing table', 'sms.yaml', 'coupures:', 'coupure:', /sms\.yaml.*coupure/s],
  ['broken YAML', 'needs.yaml', 'regles:', 'regles: [', /needs\.yaml is invalid/],
])(
  'given %s, when the patterns are loaded, then the error names the file and the field',
  (_, file, from, to, expected) => {
    spoil(file, from, to);
    expect(() => loadPatterns(folder)).toThrow(InvalidDataError);
    expect(() => loadPatterns(folder)).toThrow(expected);
  },
);

test('given a missing file, when the patterns are loaded, then the error names it', () => {
  rmSync(join(folder, 'people.yaml'));
  expect(() => loadPatterns(folder)).toThrow(/people\.yaml is invalid/);
});
