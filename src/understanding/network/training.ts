import { NeuralNetwork, type PreparedExample } from '@nlpjs/neural';
import { KIND_VALUES, lengthScale } from './features.ts';

/** A sentence as the network learns it. */
export interface Example {
  readonly text: string;
  /** The file it comes from: an author's number. */
  readonly author: string;
  readonly features: ReadonlySet<string>;
  readonly labels: readonly string[];
}

/** How the network is trained; part of the model, so that training again gives the same weights. */
export interface TrainingSettings {
  readonly iterations: number;
  readonly learningRate: number;
  readonly momentum: number;
  readonly alpha: number;
  /** How many orders of the corpus are tried; their weights are averaged. */
  readonly permutations: number;
  /** A feature is kept when this many sentences, by this many authors, have it. */
  readonly sentences: number;
  readonly authors: number;
  readonly seed: number;
}

/** Weights in full precision, one row a label. */
export interface Weights {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  readonly rows: readonly Float64Array[];
  readonly biases: Float64Array;
  readonly alpha: number;
}

/** The features that enough sentences by enough authors have, in alphabetical order. */
export function vocabularyOf(examples: readonly Example[], settings: TrainingSettings): string[] {
  const seen = new Map<string, { count: number; authors: Set<string> }>();
  for (const { features, author } of examples) {
    for (const feature of features) {
      const known = seen.get(feature);
      if (!known) seen.set(feature, { count: 1, authors: new Set([author]) });
      else {
        known.count++;
        known.authors.add(author);
      }
    }
  }
  const kept = [...seen].filter(
    ([, { count, authors }]) => count >= settings.sentences && authors.size >= settings.authors,
  );
  return kept.map(([feature]) => feature).sort();
}

/** The order that training starts from, whatever the order of files and lines. */
export function canonical(examples: readonly Example[]): Example[] {
  const key = (one: Example) => `${one.text}\u0000${one.author}\u0000${one.labels.join(' ')}`;
  return examples
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
}

/** A small generator (mulberry32): the same seed gives the same numbers everywhere. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same items in another order, given by a seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const out = [...items];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}

/** Examples in the engine's own prepared form. Values depend on the kind and on how many are known, so few arrays are shared. */
function prepared(
  examples: readonly Example[],
  features: readonly string[],
  labels: readonly string[],
): PreparedExample[] {
  const index = new Map(features.map((feature, at) => [feature, at]));
  const labelIndex = new Map(labels.map((label, at) => [label, at]));
  const values = Float32Array.from(features, (feature) => KIND_VALUES.get(feature.charAt(0)) ?? 1);
  const scaled = new Map<number, Float32Array>();
  return examples.map((example) => {
    const keys: number[] = [];
    for (const feature of example.features) {
      const at = index.get(feature);
      if (at !== undefined) keys.push(at);
    }
    const scale = lengthScale(keys.reduce((sum, key) => sum + (values[key] as number) ** 2, 0));
    const data = scaled.get(scale) ?? values.map((value) => value * scale);
    scaled.set(scale, data);
    const output = Object.fromEntries(example.labels.map((label) => [labelIndex.get(label) as number, 1]));
    return { input: { keys, data }, output: { data: output } };
  });
}

function trainOnce(
  data: readonly PreparedExample[],
  features: number,
  labels: readonly string[],
  settings: TrainingSettings,
): NeuralNetwork {
  const { iterations, learningRate, momentum, alpha } = settings;
  const network = new NeuralNetwork({ iterations, learningRate, momentum, alpha });
  network.initialize(features, labels);
  // The engine's own preparation makes one object a sentence: the same numbers in shared arrays train ten times faster.
  network.prepareCorpus = () => data;
  // The engine's own sum, in its own order, without a call a feature.
  network.runInputPerceptron = ({ weights, bias }, { keys, data: values }) => {
    let sum = bias;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      sum += (values[key] as number) * (weights[key] as number);
    }
    return sum <= 0 ? 0 : alpha * sum;
  };
  network.train(data.map(() => ({ input: {}, output: {} })));
  return network;
}

/** Trains the engine's network on several orders of the corpus, and averages the weights; `known`: the features to use. */
export function trainNetwork(
  examples: readonly Example[],
  labels: readonly string[],
  settings: TrainingSettings,
  known?: readonly string[],
): Weights {
  const sorted = canonical(examples);
  const features = known ?? vocabularyOf(sorted, settings);
  const data = prepared(sorted, features, labels);
  const rows = labels.map(() => new Float64Array(features.length));
  const biases = new Float64Array(labels.length);
  for (let turn = 0; turn < settings.permutations; turn++) {
    const network = trainOnce(shuffled(data, settings.seed + turn), features.length, labels, settings);
    for (const { id, weights, bias } of network.perceptrons) {
      const row = rows[id] as Float64Array;
      for (const [at, weight] of weights.entries())
        row[at] = (row[at] as number) + weight / settings.permutations;
      biases[id] = (biases[id] as number) + bias / settings.permutations;
    }
  }
  return { labels, features, rows, biases, alpha: settings.alpha };
}
