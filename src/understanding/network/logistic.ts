import { KIND_VALUES, lengthScale } from './features.ts';
import { impress, type Lesson, type Scored } from './learn.ts';
import { LABELS } from './network.ts';
import { canonical, shuffled, type TrainingSettings, vocabularyOf } from './training.ts';

/** A peer to compare with: logistic regression on the same features, one label against the rest. */

interface Row {
  readonly weights: Float32Array;
  bias: number;
}

interface Input {
  readonly keys: readonly number[];
  readonly values: readonly number[];
}

const TURNS = 8;
const RATE = 0.1;
/** Errors smaller than this teach nothing. */
const LEAST_ERROR = 0.02;

function inputOf(features: ReadonlySet<string>, index: ReadonlyMap<string, number>): Input {
  const known = [...features].filter((feature) => index.has(feature));
  const plain = known.map((feature) => KIND_VALUES.get(feature.charAt(0)) ?? 1);
  const scale = lengthScale(plain.reduce((sum, value) => sum + value ** 2, 0)) / 2;
  return {
    keys: known.map((feature) => index.get(feature) as number),
    values: plain.map((value) => value * scale),
  };
}

function chance({ weights, bias }: Row, { keys, values }: Input): number {
  let sum = bias;
  for (let at = 0; at < keys.length; at++) {
    sum += (weights[keys[at] as number] as number) * (values[at] as number);
  }
  return 1 / (1 + Math.exp(-sum));
}

function correct(row: Row, { keys, values }: Input, error: number): void {
  row.bias -= RATE * error;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    row.weights[key] = (row.weights[key] as number) - RATE * error * (values[at] as number);
  }
}

function teach(row: Row, examples: readonly { input: Input; labels: ReadonlySet<string> }[], label: string) {
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { input, labels } of examples) {
      const error = chance(row, input) - (labels.has(label) ? 1 : 0);
      if (Math.abs(error) > LEAST_ERROR) correct(row, input, error);
    }
  }
}

/** Scores lessons with logistic regressions taught by others; the activations are probabilities. */
export function scoreWithLogistic(
  taught: readonly Lesson[],
  asked: readonly Lesson[],
  settings: TrainingSettings,
): Scored[] {
  const sorted = canonical(taught.map(({ example }) => example));
  const features = vocabularyOf(sorted, settings);
  const index = new Map(features.map((feature, at) => [feature, at]));
  const examples = shuffled(sorted, settings.seed).map((one) => ({
    input: inputOf(one.features, index),
    labels: new Set(one.labels),
  }));
  const rows = LABELS.map((label) => {
    const row: Row = { weights: new Float32Array(features.length), bias: -2 };
    teach(row, examples, label);
    return row;
  });
  return impress(asked, (asked) => {
    const input = inputOf(asked, index);
    return rows.map((row) => chance(row, input));
  });
}
