import {
  type Example,
  type TrainingSettings,
  vocabularyOf,
} from '../../../src/understanding/network/examples.ts';
import {
  compact,
  createActivate,
  decodeWeights,
  encodeWeights,
} from '../../../src/understanding/network/model.ts';
import { trainNetwork } from '../../../src/understanding/network/training.ts';

const SETTINGS: TrainingSettings = {
  turns: 60,
  rate: 0.1,
  units: 8,
  dropout: 0.3,
  silence: 0.1,
  sentences: 1,
  authors: 1,
  apart: 1,
  seed: 7,
};
const LABELS = ['rouge', 'bleu', 'vert'];
const EXAMPLES: Example[] = [
  ['01', 'un chat rouge', ['rouge']],
  ['02', 'le chat est rouge', ['rouge']],
  ['01', 'un chien bleu', ['bleu']],
  ['02', 'le ciel bleu', ['bleu']],
  ['01', 'rien du tout', []],
  ['02', 'constructor __proto__', ['vert']],
].map(([author, text, labels]) => ({
  author: author as string,
  text: text as string,
  labels: labels as string[],
  features: new Set((text as string).split(' ').map((word) => `w:${word}`)),
}));

const train = (examples: readonly Example[], settings = SETTINGS) => trainNetwork(examples, LABELS, settings);

test('given one corpus, when it is learned twice, then the bytes are the same', () => {
  const bytes = () => encodeWeights(compact(train(EXAMPLES)));
  expect(bytes().equals(bytes())).toBe(true);
});

test('given one corpus in another order, when it is learned, then the bytes are the same', () => {
  expect(train([...EXAMPLES].reverse())).toEqual(train(EXAMPLES));
});

test('given another seed, when the corpus is learned, then the weights are not the same', () => {
  expect(train(EXAMPLES, { ...SETTINGS, seed: 8 }).hidden).not.toEqual(train(EXAMPLES).hidden);
});

test('given what was learned, when a sentence is run, then its own label is the strongest', () => {
  const activate = createActivate(compact(train(EXAMPLES)));
  for (const { features, labels } of EXAMPLES.filter((one) => one.labels.length > 0)) {
    const scores = activate(features);
    expect(LABELS[scores.indexOf(Math.max(...scores))]).toBe(labels[0]);
  }
});

/** The evidence that one word alone gives for a label. */
function evidenceOf(
  word: string,
  label: string,
  examples: readonly Example[],
  settings: TrainingSettings,
): number {
  const scores = createActivate(compact(train(examples, settings)))(new Set([`w:${word}`]));
  return scores[LABELS.indexOf(label)] as number;
}

test('given words hidden at each reading, when one word alone would do, then others learn to speak too', () => {
  const told = (dropout: number) => evidenceOf('ciel', 'bleu', EXAMPLES, { ...SETTINGS, dropout });
  expect(told(0.4)).toBeGreaterThan(told(0));
});

test('given a label that nobody judged, when a sentence is learned, then it teaches nothing of it', () => {
  const judged = EXAMPLES.map((one) => ({ ...one, labels: [] }));
  const unknown = judged.map((one) => ({ ...one, unknown: ['bleu'] }));
  expect(evidenceOf('ciel', 'bleu', judged, SETTINGS)).toBeLessThan(-2.5);
  expect(evidenceOf('ciel', 'bleu', unknown, SETTINGS)).toBeCloseTo(-2, 0);
});

test('given rounded weights, when a sentence is run, then they change little', () => {
  const full = train(EXAMPLES);
  const small = compact(full);
  for (const [at, weight] of full.hidden.entries()) {
    const step = small.steps[at % full.units] as number;
    expect(Math.abs((small.weights[at] as number) * step - weight)).toBeLessThanOrEqual(step / 2 + 1e-6);
  }
});

test('given encoded weights, when they are decoded, then they are the same', () => {
  const small = compact(train(EXAMPLES));
  const decoded = decodeWeights(encodeWeights(small), {
    seuils: { porte: 1, sur: 2, calme: 0, signaux: {}, nets: {}, besoins: {}, locuteurs: {}, confirmer: {} },
    reglages: {},
    familles: ['w'],
    concepts: [],
    etiquettes: LABELS,
    pas: [...small.steps],
    biais_caches: [...small.hiddenBiases],
    sorties: small.outputs.map((row) => [...row]),
    biais: [...small.biases],
    corpus: {},
    motifs: {},
    poids: '0'.repeat(64),
  });
  expect(decoded).toEqual(small);
});

test('given a feature of one sentence or one author, when two are asked for, then it is not kept', () => {
  const kept = vocabularyOf(EXAMPLES, { ...SETTINGS, sentences: 2, authors: 2 });
  expect(kept).toEqual(['w:bleu', 'w:chat', 'w:rouge']);
});

test('given pairs that stand apart, when more sentences are asked of them, then the rarer are not kept', () => {
  const pairs = ['01', '02'].map((author) => ({
    author,
    text: author,
    labels: [],
    features: new Set(['k:il frappe', 'w:il']),
  }));
  expect(vocabularyOf(pairs, { ...SETTINGS, apart: 2 })).toEqual(['k:il frappe', 'w:il']);
  expect(vocabularyOf(pairs, { ...SETTINGS, apart: 3 })).toEqual(['w:il']);
});
