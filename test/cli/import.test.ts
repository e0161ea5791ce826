import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write } from 'xlsx';
import { knowledgeImport } from '../../src/cli/exchange.ts';
import { service, structure } from '../fixtures/imported.ts';

const CLI = path.join(__dirname, '..', '..', 'dist', 'src', 'cli', 'passerelle.js');
const TEMPLATE = path.join(__dirname, '..', 'fixtures', 'data-inclusion', 'modele-de-saisie.xlsx');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command on files made of the given contents; its status is what the process would exit with. */
async function importing(files: Readonly<Record<string, string | Buffer>>, more: readonly string[] = []) {
  const paths = Object.entries(files).map(([name, content]) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  });
  const out = path.join(folder, 'snapshot');
  let stdout = '';
  const write = (text: string) => {
    stdout += text;
  };
  const args = ['--format', 'data-inclusion', '--out', out, ...paths, ...more];
  const stderr = await knowledgeImport(args, write).then(
    () => '',
    (error: Error) => error.message,
  );
  const lines = stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const problems = lines
    .filter(({ motif }) => motif)
    .map(({ endroit, champ, motif }) => [endroit, champ, motif]);
  return { lines, problems, bilan: lines.at(-1)?.bilan, stderr, status: stderr === '' ? 0 : 1, out };
}

const ndjson = (...records: object[]) => `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
const GOOD = [structure('a'), service('a')];

/** A sheet of rows, in a workbook with the template's names; `merges` are A1 ranges. */
function workbook(sheets: Readonly<Record<string, unknown[][]>>, merges: readonly string[] = []): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows);
    sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

const csv = (records: readonly Record<string, unknown>[], sign = ',') => {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const cell = (value: unknown) => {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    return `"${text.replaceAll('"', '""')}"`;
  };
  return [
    names.join(sign),
    ...records.map((record) => names.map((name) => cell(record[name])).join(sign)),
  ].join('\r\n');
};

describe('knowledge import', () => {
  test.each([
    ['a.json', JSON.stringify(GOOD)],
    ['a.json', JSON.stringify({ structures: [GOOD[0]], services: [GOOD[1]] }, null, 2)],
    ['a.ndjson', ndjson(...GOOD)],
    ['a.ndjson', `\uFEFF${ndjson(...GOOD)}`],
  ])('given a file %s, when imported, then its service is kept', async (name, content) => {
    const { bilan, problems, status } = await importing({ [name]: content });
    expect([status, problems, bilan.services]).toEqual([0, [], { lus: 1, gardes: 1 }]);
  });

  test.each([',', ';', '\t'])(
    'given CSV files with « %s », a BOM, quotes and decimal commas, when imported, then nothing is refused',
    async (sign) => {
      const where = { latitude: '50,6292', longitude: '3,0573', nom: 'Le "bon" service, ici' };
      const { bilan, problems, status } = await importing({
        'structures.csv': `\uFEFF${csv([{ ...structure('a'), ...where }], sign)}`,
        'services.csv': csv([{ ...service('a'), ...where }], sign),
      });
      expect([status, problems, bilan.services]).toEqual([0, [], { lus: 1, gardes: 1 }]);
    },
  );

  test('given the official entry template, when imported, then its own examples of faults are told by sheet, row and field', async () => {
    const { lines, status } = await importing({}, [TEMPLATE]);
    const told = lines.filter(({ endroit }) => endroit).map(({ endroit, champ }) => `${endroit}: ${champ}`);
    expect(told.join('\n')).toMatch(/sheet Structures, row \d+: (?:courriel|code_postal)/);
    expect(told.join('\n')).toMatch(/sheet Services, row \d+: mobilisable_par/);
    expect(status).toBe(lines.at(-1)?.bilan.services?.gardes > 0 ? 0 : 1);
  });

  test('given merged cells, when imported, then each covered cell is told by sheet, row and column', async () => {
    const names = Object.keys(structure('a'));
    const rows = [names, Object.values(structure('a')), [...Object.values(structure('b')).slice(0, 2), null]];
    const { problems } = await importing({ 'a.xlsx': workbook({ Structures: rows }, ['C2:C3']) });
    expect(problems).toContainEqual([
      'sheet Structures, row 3',
      'nom',
      expect.stringMatching(/^merged cells/),
    ]);
    expect(problems).toContainEqual(['sheet Structures, row 3', 'nom', 'missing']);
  });

  test('given a line of 100 MB, when imported, then that line is told and the others are kept', async () => {
    const long = Buffer.alloc(100 * 1024 * 1024, 'a');
    const content = Buffer.concat([
      Buffer.from(ndjson(structure('a'))),
      long,
      Buffer.from(`\n${ndjson(service('a'))}`),
    ]);
    const { problems, bilan, status } = await importing({ 'a.ndjson': content });
    expect([status, problems]).toEqual([0, [['line 2', null, expect.stringMatching(/^longer than/)]]]);
    expect(bilan.services.gardes).toBe(1);
  }, 60_000);

  test.each([
    ['a.ndjson', ndjson(...GOOD, service('b')).slice(0, -40), 'line 3'],
    ['a.json', JSON.stringify([...GOOD, service('b')]).slice(0, -40), 'record 3'],
    ['a.csv', csv([service('a'), service('b')]).slice(0, -5), 'line 3'],
  ])(
    'given a file %s that is cut, when imported, then where it is cut is told',
    async (name, content, at) => {
      expect((await importing({ [name]: content })).problems.map(([endroit]) => endroit)).toContain(at);
    },
  );

  test.each([
    ['latin1', Buffer.from(ndjson(structure('a', { adresse: '3 rue' }), structure('é')), 'latin1'), 'line 2'],
    ['utf16le', Buffer.from(`\uFEFF${ndjson(...GOOD)}`, 'utf16le'), 'line 1'],
  ])(
    'given a file in %s, when imported, then its first bad line is told, and nothing garbled is kept',
    async (_, content, at) => {
      const { problems, status } = await importing({ 'a.ndjson': content });
      expect([status, problems]).toEqual([1, [[at, null, expect.stringMatching(/^not UTF-8/)]]]);
    },
  );

  test.each([
    ['an id twice', [...GOOD, service('a')], ['line 3', 'id', 'already read in a.ndjson, line 2']],
    [
      'an unknown thématique',
      [structure('a'), service('a', { thematiques: ['x--y'] })],
      ['line 2', 'thematiques', 'not valid: x--y'],
    ],
    [
      'a commune that no longer exists',
      [structure('a', { code_insee: '59999' }), service('a')],
      ['line 1', 'code_insee', 'no such commune: 59999'],
    ],
    [
      'a zone that does not exist',
      [structure('a'), service('a', { zone_eligibilite: ['59999', '59'] })],
      ['line 2', 'zone_eligibilite', 'no such place: 59999'],
    ],
    ['no name', [structure('a'), service('a', { nom: '' })], ['line 2', 'nom', 'missing']],
    [
      'a structure that is nowhere',
      [service('z')],
      ['line 1', 'structure_id', 'no structure of this import has this id'],
    ],
  ] as const)('given %s, when imported, then its line and field are told', async (_, records, expected) => {
    expect((await importing({ 'a.ndjson': ndjson(...records) })).problems).toContainEqual(expected);
  });

  test.each([
    ['a.ndjson', ''],
    ['a.csv', ''],
    ['a.json', 'null'],
    ['a.xlsx', 'no workbook'],
    ['a.doc', 'x'],
  ])(
    'given a file %s of which nothing can be read, when imported, then it exits 1 and the snapshot in place stays',
    async (name, content) => {
      const before = await importing({ 'good.ndjson': ndjson(...GOOD) });
      const kept = readFileSync(before.out);
      const { status, stderr } = await importing({ [name]: content });
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^Nothing could be imported/)]);
      expect(readFileSync(before.out).equals(kept)).toBe(true);
      expect(readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    },
  );

  test('given no file, or one that is absent, when imported, then it exits 1', async () => {
    expect((await importing({})).stderr).toMatch(/^Usage/);
    const absent = await importing({}, [path.join(folder, 'absent.json')]);
    expect([absent.status, existsSync(absent.out)]).toEqual([1, false]);
    expect(absent.problems).toEqual([[null, null, 'no such file']]);
  });

  test('given a former commune, when imported, then the one that took it in stands for it, and it is counted', async () => {
    const { bilan, problems } = await importing({
      'a.ndjson': ndjson(structure('a', { code_insee: '59355' }), service('a')),
    });
    expect(problems).toEqual([]);
    expect(bilan.perdus).toContainEqual({
      champ: 'code_insee',
      motif: 'former commune: its heir is used',
      nombre: 1,
    });
  });

  test('given the built command, when it imports, then it exits 0 and the balance is its last line', () => {
    const file = path.join(folder, 'a.ndjson');
    writeFileSync(file, ndjson(...GOOD));
    const args = ['knowledge', 'import', '--format', 'data-inclusion', '--out', path.join(folder, 's'), file];
    const { stdout, status } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
    expect([status, Object.keys(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))]).toEqual([0, ['bilan']]);
  });
});
