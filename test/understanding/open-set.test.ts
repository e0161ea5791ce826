import { join } from 'node:path';
import { SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import { readCorpusFile } from '../../src/understanding/corpus.ts';
import { loadNetwork } from '../../src/understanding/network/load-network.ts';
import { prepare } from '../../src/understanding/prepare.ts';
import { createRedFlags } from '../../src/understanding/red-flags.ts';
import { rate } from '../../src/understanding/scoring.ts';
import { FRENCH } from './french.ts';

const FOLDER = join(__dirname, '../../dialogs/understanding/fr');
const redFlags = createRedFlags(FRENCH, loadNetwork(FOLDER, FRENCH));
const judged = readCorpusFile(join(FOLDER, 'corpus/open/81.jsonl')).map((sentence) => ({
  sentence,
  found: redFlags(prepare(sentence.t)),
}));
const ids = Object.keys(SIGNAUX) as SignalId[];
const of = (kind: string) => judged.filter(({ sentence }) => sentence.k === kind);

// The gates stand under what was measured when the model was committed: they hold what is, they are not what is aimed at.
const LEAST_RIGHT = 0.85;
const LEAST_OF_EACH = 0.5;
const MOST_TRAPS_SURE = 0.08;

test('D1: given an author whom nobody learned from, when their dangers are read, then most raise a right flag', () => {
  const holding = judged.filter(({ sentence }) => sentence.s.length > 0);
  const right = holding.filter(({ sentence, found }) => found.some(({ id }) => sentence.s.includes(id)));
  expect(rate(right.length, holding.length).bas).toBeGreaterThan(LEAST_RIGHT);
});

test.each(ids)('D1: given messages of %s by that author, when they are read, then most raise it', (id) => {
  const holding = judged.filter(({ sentence }) => sentence.s[0] === id);
  const right = holding.filter(({ found }) => found.some((signal) => signal.id === id));
  expect(holding.length).toBeGreaterThanOrEqual(40);
  expect(rate(right.length, holding.length).bas).toBeGreaterThan(LEAST_OF_EACH);
});

test('D2: given the everyday messages of that author, when they are read, then none is sure to be a danger', () => {
  const sure = of('quotidien').filter(({ found }) => found.some(({ force }) => force === 'sure'));
  expect(sure).toHaveLength(0);
});

test('D2: given the hard negatives of that author, when they are read, then few are taken for a sure danger', () => {
  const sure = of('piege').filter(({ found }) => found.some(({ force }) => force === 'sure'));
  expect(rate(sure.length, of('piege').length).haut).toBeLessThan(MOST_TRAPS_SURE);
});

test.each([
  'je suis une femme',
  'je suis un homme',
  'je suis une femme seule',
  'j’ai deux enfants',
  'je suis enceinte',
  'j’ai 12 ans',
  'je suis un homme de 30 ans',
])('given « %s », which only says who writes, when it is read, then no danger is asked about', (text) => {
  expect(redFlags(prepare(text))).toEqual([]);
});

test.each([
  'je suis une femme battue',
  'je suis enfermée enceinte',
  'ma femme enfermée',
  'je suis enceinte et il me tape',
])('given « %s », which says more than who writes, when it is read, then a danger is heard', (text) => {
  expect(redFlags(prepare(text))).not.toEqual([]);
});
