import { NeuralNetwork, type PreparedExample } from '@nlpjs/neural';
import { canonical, type Example, shuffled, type TrainingSettings, vocabularyOf } from './examples.ts';
import { KIND_VALUES, lengthScale } from './features.ts';
import { impress, type Lesson, type Scored } from './learn.ts';
import { MAIN_LABELS } from './network.ts';

/** The best settings that were found for node-nlp's engine, a peer; those it ships with learn less. */
const ENGINE = { iterations: 12, learningRate: 0.15, momentum: 0.1, alpha: 0.07 };
/** Its activations go from zero to about one: brought inside, they are read as chances. */
const LEAST = 0.002;
const MOST = 0.98;

/** What one feature is worth in a message of each length: few lengths, so few arrays. */
function createWorths(features: readonly string[]): (keys: readonly number[]) => Float32Array {
  const values = Float32Array.from(features, (feature) => KIND_VALUES.get(feature.charAt(0)) ?? 1);
  const scaled = new Map<number, Float32Array>();
  return (keys) => {
    const scale = lengthScale(keys.reduce((sum, key) => sum + (values[key] as number) ** 2, 0));
    const worths = scaled.get(scale) ?? values.map((value) => value * scale);
    scaled.set(scale, worths);
    return worths;
  };
}

function keysOf(features: ReadonlySet<string>, index: ReadonlyMap<string, number>): number[] {
  return [...features].flatMap((feature) => index.get(feature) ?? []);
}

/** The engine's own preparation makes one object a sentence: the same numbers in shared arrays train ten times faster. */
function trainEngine(data: readonly PreparedExample[], size: number): NeuralNetwork {
  const network = new NeuralNetwork(ENGINE);
  network.initialize(size, MAIN_LABELS);
  network.prepareCorpus = () => data;
  network.train(data.map(() => ({ input: {}, output: {} })));
  return network;
}

function preparedBy(
  examples: readonly Example[],
  index: ReadonlyMap<string, number>,
  worths: (keys: readonly number[]) => Float32Array,
): PreparedExample[] {
  const labels = new Map(MAIN_LABELS.map((label, at) => [label, at]));
  return examples.map(({ features, labels: told }) => {
    const keys = keysOf(features, index);
    const output = told.flatMap((label) => labels.get(label) ?? []).map((at) => [at, 1]);
    return { input: { keys, data: worths(keys) }, output: { data: Object.fromEntries(output) } };
  });
}

/** Scores lessons by node-nlp's engine, taught by others. */
export function scoreWithEngine(
  taught: readonly Lesson[],
  asked: readonly Lesson[],
  settings: TrainingSettings,
): Scored[] {
  const sorted = canonical(taught.map(({ example }) => example));
  const features = vocabularyOf(sorted, settings);
  const index = new Map(features.map((feature, at) => [feature, at]));
  const worths = createWorths(features);
  const network = trainEngine(shuffled(preparedBy(sorted, index, worths), settings.seed), features.length);
  return impress(asked, (had) => {
    const keys = keysOf(had, index);
    const input = { keys, data: worths(keys) };
    return network.perceptrons.map((perceptron) => {
      const score = network.runInputPerceptron(perceptron, input);
      const chance = Math.min(MOST, Math.max(LEAST, score));
      return Math.log(chance / (1 - chance));
    });
  });
}
