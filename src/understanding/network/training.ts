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
  /** How many times every sentence is read. */
  readonly turns: number;
  readonly rate: number;
  /** The share of a sentence's features that is hidden at each reading: no label may rest on one word. */
  readonly dropout: number;
  /** How fast weights that nothing holds up fall back to zero. */
  readonly decay: number;
  /** A feature is kept when this many sentences, by this many authors, have it. */
  readonly sentences: number;
  readonly authors: number;
  /** The same for pairs of words that stand apart: there are ten times more of them. */
  readonly apart: number;
  readonly seed: number;
}

/** Weights in full precision, one row a label. */
export interface Weights {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  readonly rows: readonly Float64Array[];
  readonly biases: Float64Array;
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
  const enough = (feature: string) => (feature.startsWith('k') ? settings.apart : settings.sentences);
  const kept = [...seen].filter(
    ([feature, { count, authors }]) => count >= enough(feature) && authors.size >= settings.authors,
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

/** A sentence as numbers: the features it has, what each is worth, and for each label whether it holds. */
interface Lines {
  readonly keys: Int32Array;
  readonly values: Float32Array;
  readonly right: Uint8Array;
}

/** The weights while they are learned, feature after feature, and how much each has moved. */
interface Slate {
  readonly size: number;
  readonly weights: Float32Array;
  readonly moved: Float32Array;
  readonly biases: Float64Array;
  /** The error of each label on the sentence at hand. */
  readonly errors: Float64Array;
}

/** What no sentence has told yet: seldom. */
const FIRST_BIAS = -2;
const BIAS_RATE = 0.02;
/** Errors smaller than this teach nothing. */
const LEAST_ERROR = 0.01;
/** Keeps the first steps of a weight small. */
const CAUTION = 0.1;

const chance = (evidence: number): number => 1 / (1 + Math.exp(-evidence));

function linesOf(
  examples: readonly Example[],
  features: readonly string[],
  labels: readonly string[],
): Lines[] {
  const index = new Map(features.map((feature, at) => [feature, at]));
  const values = features.map((feature) => KIND_VALUES.get(feature.charAt(0)) ?? 1);
  return examples.map(({ features: had, labels: told }) => {
    const keys = [...had].flatMap((feature) => index.get(feature) ?? []);
    const worths = keys.map((key) => values[key] as number);
    const scale = lengthScale(worths.reduce((sum, worth) => sum + worth ** 2, 0));
    return {
      keys: Int32Array.from(keys),
      values: Float32Array.from(worths, (worth) => worth * scale),
      right: Uint8Array.from(labels, (label) => (told.includes(label) ? 1 : 0)),
    };
  });
}

/** Some features of a sentence, drawn by chance; what is left weighs as much as the whole. Loops, as millions are drawn. */
function glimpse({ keys, values, right }: Lines, dropout: number, random: () => number): Lines {
  const seen = new Int32Array(keys.length);
  const worths = new Float32Array(keys.length);
  let count = 0;
  for (let at = 0; at < keys.length; at++) {
    if (random() < dropout) continue;
    seen[count] = keys[at] as number;
    worths[count] = (values[at] as number) / (1 - dropout);
    count++;
  }
  return { keys: seen.subarray(0, count), values: worths.subarray(0, count), right };
}

function judge({ size, weights, biases, errors }: Slate, { keys, values, right }: Lines): void {
  errors.set(biases);
  for (let at = 0; at < keys.length; at++) {
    const row = (keys[at] as number) * size;
    const value = values[at] as number;
    for (let label = 0; label < size; label++) {
      errors[label] = (errors[label] as number) + value * (weights[row + label] as number);
    }
  }
  for (let label = 0; label < size; label++) {
    errors[label] = chance(errors[label] as number) - (right[label] as number);
  }
}

/** Moves the weights against the errors, each the less the more it has moved (AdaGrad, Duchi et al. 2011). */
function correct(slate: Slate, { keys, values }: Lines, { rate, decay }: TrainingSettings): void {
  const { size, weights, moved, biases, errors } = slate;
  const wrong: number[] = [];
  for (let label = 0; label < size; label++) {
    biases[label] = (biases[label] as number) - BIAS_RATE * (errors[label] as number);
    if (Math.abs(errors[label] as number) > LEAST_ERROR) wrong.push(label);
  }
  for (let at = 0; at < keys.length; at++) {
    const row = (keys[at] as number) * size;
    const value = values[at] as number;
    for (const label of wrong) {
      const weight = weights[row + label] as number;
      const slope = (errors[label] as number) * value + decay * weight;
      const much = (moved[row + label] as number) + slope * slope;
      moved[row + label] = much;
      weights[row + label] = weight - (rate * slope) / Math.sqrt(much + CAUTION);
    }
  }
}

/**
 * Trains one layer: a logistic regression a label, over features of which a share is hidden at each reading (word dropout,
 * Iyyer et al. 2015); `known`: the features to use.
 */
export function trainNetwork(
  examples: readonly Example[],
  labels: readonly string[],
  settings: TrainingSettings,
  known?: readonly string[],
): Weights {
  const sorted = canonical(examples);
  const features = known ?? vocabularyOf(sorted, settings);
  const lines = linesOf(sorted, features, labels);
  const size = labels.length;
  const slate: Slate = {
    size,
    weights: new Float32Array(features.length * size),
    moved: new Float32Array(features.length * size),
    biases: new Float64Array(size).fill(FIRST_BIAS),
    errors: new Float64Array(size),
  };
  const random = createRandom(settings.seed);
  for (let turn = 0; turn < settings.turns; turn++) {
    for (const line of shuffled(lines, settings.seed + turn)) {
      const seen = glimpse(line, settings.dropout, random);
      judge(slate, seen);
      correct(slate, seen, settings);
    }
  }
  const row = (label: number) =>
    Float64Array.from(features, (_, at) => slate.weights[at * size + label] ?? 0);
  return { labels, features, rows: labels.map((_, label) => row(label)), biases: slate.biases };
}
