import {
  canonical,
  createRandom,
  type Example,
  shuffled,
  type TrainingSettings,
  vocabularyOf,
} from './examples.ts';
import { KIND_VALUES, lengthScale } from './features.ts';

/** Weights in full precision: features to hidden units, hidden units to labels. */
export interface Weights {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  readonly units: number;
  /** What each feature tells each unit, feature after feature. */
  readonly hidden: Float32Array;
  readonly hiddenBiases: Float32Array;
  /** What each unit tells of each label, label after label. */
  readonly outputs: Float32Array;
  readonly biases: Float32Array;
}

/** A sentence as numbers: the features it has, what each is worth, and what is right for each label. */
interface Line {
  readonly keys: Int32Array;
  readonly values: Float32Array;
  /** 1 when the label holds, 0 when it does not, UNKNOWN when nobody judged. */
  readonly right: Uint8Array;
}

const UNKNOWN = 2;

/** Numbers that are learned, and how much each has moved. */
interface Learned {
  readonly weights: Float32Array;
  readonly moved: Float32Array;
}

/** The network while it learns. */
interface Slate {
  readonly units: number;
  readonly labels: number;
  readonly hidden: Learned;
  readonly hiddenBiases: Learned;
  readonly outputs: Learned;
  readonly biases: Learned;
  /** Of the sentence at hand: what each unit says, what each is blamed for, and the error of each label. */
  readonly said: Float64Array;
  readonly blame: Float64Array;
  readonly errors: Float64Array;
}

/** What no sentence has told yet: seldom. */
const FIRST_BIAS = -2;
/** First weights are drawn between this and its opposite. */
const FIRST_WEIGHT = 0.1;
/** Errors smaller than this teach nothing. */
const LEAST_ERROR = 0.01;
/** Keeps the first steps of a weight small: rare features are learned slowly. */
const CAUTION = 0.1;

const chance = (evidence: number): number => 1 / (1 + Math.exp(-evidence));

function linesOf(
  examples: readonly Example[],
  features: readonly string[],
  labels: readonly string[],
): Line[] {
  const index = new Map(features.map((feature, at) => [feature, at]));
  const values = features.map((feature) => KIND_VALUES.get(feature.charAt(0)) ?? 1);
  return examples.map(({ features: had, labels: told, unknown = [] }) => {
    const keys = [...had].flatMap((feature) => index.get(feature) ?? []);
    const worths = keys.map((key) => values[key] as number);
    const scale = lengthScale(worths.reduce((sum, worth) => sum + worth ** 2, 0));
    return {
      keys: Int32Array.from(keys),
      values: Float32Array.from(worths, (worth) => worth * scale),
      right: Uint8Array.from(labels, (label) =>
        unknown.includes(label) ? UNKNOWN : told.includes(label) ? 1 : 0,
      ),
    };
  });
}

function learnable(size: number, first: () => number): Learned {
  return { weights: Float32Array.from({ length: size }, first), moved: new Float32Array(size) };
}

function createSlate(features: number, units: number, labels: number, random: () => number): Slate {
  const drawn = () => FIRST_WEIGHT * (2 * random() - 1);
  return {
    units,
    labels,
    hidden: learnable(features * units, drawn),
    hiddenBiases: learnable(units, () => 0),
    outputs: learnable(labels * units, drawn),
    biases: learnable(labels, () => FIRST_BIAS),
    said: new Float64Array(units),
    blame: new Float64Array(units),
    errors: new Float64Array(labels),
  };
}

/** Some features of a sentence, drawn by chance; what is left weighs as much as the whole. Loops, as millions are drawn. */
function glimpse({ keys, values, right }: Line, dropout: number, random: () => number): Line {
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

/** What each unit says of a sentence; some are silenced, the others speak for them. */
function listen(
  { units, hidden, hiddenBiases, said }: Slate,
  line: Line,
  silence: number,
  random: () => number,
) {
  said.set(hiddenBiases.weights);
  for (let at = 0; at < line.keys.length; at++) {
    const row = (line.keys[at] as number) * units;
    const value = line.values[at] as number;
    for (let unit = 0; unit < units; unit++) {
      said[unit] = (said[unit] as number) + value * (hidden.weights[row + unit] as number);
    }
  }
  for (let unit = 0; unit < units; unit++) {
    const isSilent = (said[unit] as number) <= 0 || random() < silence;
    said[unit] = isSilent ? 0 : (said[unit] as number) / (1 - silence);
  }
}

/** The error of each label. */
function judge({ units, labels, outputs, biases, said, errors }: Slate, { right }: Line): void {
  for (let label = 0; label < labels; label++) {
    let sum = biases.weights[label] as number;
    const row = label * units;
    for (let unit = 0; unit < units; unit++)
      sum += (said[unit] as number) * (outputs.weights[row + unit] as number);
    errors[label] = right[label] === UNKNOWN ? 0 : chance(sum) - (right[label] as number);
  }
}

/** Moves a weight against its error, the less the more it has moved (AdaGrad, Duchi et al. 2011). */
function move({ weights, moved }: Learned, at: number, slope: number, rate: number): void {
  const much = (moved[at] as number) + slope * slope;
  moved[at] = much;
  weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(much + CAUTION);
}

/** Moves the outputs against the errors, and blames each unit that spoke for its share of them. */
function correctOutputs(slate: Slate, { rate, silence }: TrainingSettings): void {
  const { units, labels, outputs, biases, said, blame, errors } = slate;
  blame.fill(0);
  for (let label = 0; label < labels; label++) {
    const error = errors[label] as number;
    if (Math.abs(error) <= LEAST_ERROR) continue;
    move(biases, label, error, rate);
    for (let unit = 0; unit < units; unit++) {
      const word = said[unit] as number;
      if (word === 0) continue;
      const at = label * units + unit;
      blame[unit] = (blame[unit] as number) + (error * (outputs.weights[at] as number)) / (1 - silence);
      move(outputs, at, error * word, rate);
    }
  }
}

/** Moves what features tell the units that are blamed. */
function correctHidden(
  { units, hidden, hiddenBiases, blame }: Slate,
  { keys, values }: Line,
  rate: number,
): void {
  for (let unit = 0; unit < units; unit++)
    if (blame[unit] !== 0) move(hiddenBiases, unit, blame[unit] as number, rate);
  for (let at = 0; at < keys.length; at++) {
    const row = (keys[at] as number) * units;
    const value = values[at] as number;
    for (let unit = 0; unit < units; unit++) {
      if (blame[unit] !== 0) move(hidden, row + unit, (blame[unit] as number) * value, rate);
    }
  }
}

/** The parts of the network that are learned. */
const PARTS = ['hidden', 'hiddenBiases', 'outputs', 'biases'] as const;

/** Adds up the weights of several turns: their mean is steadier than the last of them (Polyak and Juditsky 1992). */
function createMean(slate: Slate) {
  const sums = PARTS.map((part) => new Float32Array(slate[part].weights.length));
  let turns = 0;
  return {
    add() {
      turns++;
      for (const [rank, part] of PARTS.entries()) {
        const sum = sums[rank] as Float32Array;
        for (const [at, weight] of slate[part].weights.entries()) sum[at] = (sum[at] as number) + weight;
      }
    },
    take: () => sums.map((sum) => sum.map((total) => total / turns)),
  };
}

/**
 * Trains the network: hidden units over the sum of what features tell (Iyyer et al. 2015), and a logistic output a label.
 * At each reading a share of the features is hidden, and a share of the units; the weights of the second half of the turns are averaged.
 */
export function trainNetwork(
  examples: readonly Example[],
  labels: readonly string[],
  settings: TrainingSettings,
): Weights {
  const sorted = canonical(examples);
  const features = vocabularyOf(sorted, settings);
  const lines = linesOf(sorted, features, labels);
  const random = createRandom(settings.seed);
  const slate = createSlate(features.length, settings.units, labels.length, random);
  const mean = createMean(slate);
  for (let turn = 0; turn < settings.turns; turn++) {
    for (const line of shuffled(lines, settings.seed + turn)) {
      const seen = glimpse(line, settings.dropout, random);
      listen(slate, seen, settings.silence, random);
      judge(slate, seen);
      correctOutputs(slate, settings);
      correctHidden(slate, seen, settings.rate);
    }
    if (turn >= settings.turns / 2) mean.add();
  }
  const [hidden, hiddenBiases, outputs, biases] = mean.take() as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return { labels, features, units: settings.units, hidden, hiddenBiases, outputs, biases };
}
