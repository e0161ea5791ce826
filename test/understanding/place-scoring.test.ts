import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Resolution } from '../../src/geography/places.ts';
import { placeFigures, readPlaceCorpus } from '../../src/understanding/place-scoring.ts';

const lille = { lieu: { code: '59350', nom: 'Lille', type: 'commune' as const }, possibles: [] };
const choice = { lieu: null, possibles: ['93066', '974411'] };
const NO_ZONE = { arrondissement: null, epci: null, departements: [], region: null };
const nothing = { lieu: null, possibles: [] };
const figure = (figures: ReturnType<typeof placeFigures>, mesure: string) =>
  figures.find((one) => one.mesure === mesure && one.groupe === 'tous');

test('given places right, offered, wrong and invented, when they are scored, then each is counted once', () => {
  const sentences = [
    { t: 'a', c: ['75056'], k: 'arrondissement' },
    { t: 'b', c: ['974411'], k: 'homonyme' },
    { t: 'c', c: ['38185'], k: 'commune' },
    { t: 'd', c: [], k: 'sans-lieu' },
    { t: 'e', c: [], k: 'sans-lieu' },
  ];
  const found = new Map<string, Resolution>([
    ['a', { lieu: { code: '75118', nom: 'Paris 18e', type: 'arrondissement' }, possibles: [] }],
    ['b', choice],
    ['c', lille],
    ['d', lille],
  ]);
  const commune = (code: string) => (code === '75118' ? '75056' : code);
  const figures = placeFigures(sentences, {
    resolve: (text) => found.get(text) ?? nothing,
    chain: (code) => ({ ...NO_ZONE, commune: commune(code) }),
  });
  expect(figure(figures, 'lieux-justes')).toMatchObject({ k: 2, n: 3 });
  expect(figure(figures, 'lieux-justes-sans-choix')).toMatchObject({ k: 1, n: 3 });
  expect(figure(figures, 'lieux-inventes')).toMatchObject({ k: 1, n: 2 });
});

test('A6: given a line that is no message, when it is read, then its number is told and not what it holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'places-'));
  writeFileSync(join(folder, 'x.jsonl'), '{"t":"a","c":[],"k":"x"}\n{"t":"CANARI"}\n');
  expect(() => readPlaceCorpus(join(folder, 'x.jsonl'))).toThrow(/^x\.jsonl: line 2 is not a message\.$/);
  rmSync(folder, { recursive: true });
});
