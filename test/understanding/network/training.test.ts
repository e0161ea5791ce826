import { NeuralNetwork } from '@nlpjs/neural';
import { KIND_VALUES, lengthScale } from '../../../src/understanding/network/features.ts';
import {
  compact,
  createActivate,
  decodeWeights,
  encodeWeights,
} from '../../../src/understanding/network/model.ts';
import {
  type Example,
  shuffled,
  type TrainingSettings,
  trainNetwork,
  vocabularyOf,
} from '../../../src/understanding/network/training.ts';

const SETTINGS: TrainingSettings = {
  iterations: 15,
  learningRate: 0.15,
  momentum: 0.1,
  alpha: 0.07,
  permutations: 3,
  sentences: 1,
  authors: 1,
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
  expect(train(EXAMPLES, { ...SETTINGS, seed: 8 }).rows).not.toEqual(train(EXAMPLES).rows);
});

test('given what was learned, when a sentence is run, then its own label is the strongest', () => {
  const activate = createActivate(compact(train(EXAMPLES)));
  for (const { features, labels } of EXAMPLES.filter((one) => one.labels.length > 0)) {
    const scores = activate(features);
    expect(LABELS[scores.indexOf(Math.max(...scores))]).toBe(labels[0]);
  }
});

test('given one order of the corpus, when the engine learns it in its own form, then the weights are the same', () => {
  const settings = { ...SETTINGS, permutations: 1 };
  const ours = train(EXAMPLES, settings);
  const value = (feature: string) => KIND_VALUES.get(feature.charAt(0)) as number;
  const sorted = [...EXAMPLES].sort((a, b) => (a.text < b.text ? -1 : 1));
  const corpus = shuffled(sorted, settings.seed).map(({ features, labels }) => {
    const scale = lengthScale([...features].reduce((sum, one) => sum + value(one) ** 2, 0));
    return {
      input: Object.fromEntries([...features].map((one) => [one, value(one) * scale])),
      output: Object.fromEntries(labels.map((label) => [label, 1])),
    };
  });
  const engine = new NeuralNetwork({ ...settings });
  engine.train(corpus);
  for (const { features } of EXAMPLES) {
    const input = Object.fromEntries(
      [...features].map((one) => [one, value(one) * lengthScale(features.size)]),
    );
    const theirs = engine.run(input);
    const sums = LABELS.map((_, at) =>
      Object.entries(input).reduce(
        (sum, [one, worth]) => sum + worth * (ours.rows[at]?.[ours.features.indexOf(one)] ?? 0),
        ours.biases[at] ?? 0,
      ),
    );
    for (const [at, label] of LABELS.entries()) {
      expect(theirs[label]).toBeCloseTo(Math.max(0, settings.alpha * (sums[at] as number)), 4);
    }
  }
});

test('given rounded weights, when a sentence is run, then they change little', () => {
  const full = train(EXAMPLES);
  const small = compact(full);
  for (const [label, row] of full.rows.entries()) {
    for (const [at, weight] of row.entries()) {
      const rounded = (small.weights[at * LABELS.length + label] as number) * (small.steps[label] as number);
      expect(Math.abs(rounded - weight)).toBeLessThanOrEqual((small.steps[label] as number) / 2 + 1e-9);
    }
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
    alpha: small.alpha,
    pas: [...small.steps],
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
