import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPlaces } from '../../src/knowledge/load-places.ts';
import { FRANCE } from '../geography/france.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'places-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (content: string): string => {
  const file = path.join(folder, 'places.json');
  writeFileSync(file, content);
  return file;
};

test('given the file of the build, when it is loaded, then a place can be read', () => {
  expect(loadPlaces(written(JSON.stringify(FRANCE))).resolve('Roubaix').lieu?.code).toBe('59512');
});

test('E9: given no file, when it is loaded, then the error names the remedy and not the folder', () => {
  const load = () => loadPlaces(path.join(folder, 'places.json'));
  expect(load).toThrow(/places\.json.*does not exist\nRun npm run build/s);
  expect(load).not.toThrow(folder);
});

test.each([
  ['another version', JSON.stringify({ ...FRANCE, version: 0 })],
  ['a missing table', JSON.stringify({ ...FRANCE, epci: undefined })],
  ['an unknown table', JSON.stringify({ ...FRANCE, more: {} })],
  ['a truncated file', JSON.stringify(FRANCE).slice(0, 1000)],
  ['an empty file', ''],
])('E9: given %s, when it is loaded, then the error names the remedy', (_name, content) => {
  const file = written(content);
  expect(() => loadPlaces(file)).toThrow(/Run npm run build/);
});

test('given the places of France, when they are opened and a first text is read, then it is found', () => {
  expect(loadPlaces(written(JSON.stringify(FRANCE))).resolve('Lille').lieu?.code).toBe('59350');
});
