import { z } from 'zod';
import { FEATURE_KINDS, type FeatureKind, KIND_VALUES, lengthScale, type Tell } from './features.ts';
import type { Weights } from './training.ts';

const sums = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));
const scores = z.record(z.string(), z.number());

/** `model.json`: all that describes the network but its weights, which are in `model.bin`. */
export const modelFile = z.strictObject({
  /** What decided: read `bench/understanding.md`. */
  seuils: z.strictObject({
    /** A message whose danger is under this raises nothing. */
    porte: z.number(),
    /** From here on what is heard is sure; under `calme` what a rule is sure of is only possible. */
    sur: z.number(),
    calme: z.number(),
    /** Under these a signal is not raised, even in a message that passed. */
    signaux: scores,
    /** From these on a signal is heard clearly. */
    nets: scores,
    besoins: scores,
    locuteurs: scores,
    /** Between these and `besoins` a need is to be confirmed. */
    confirmer: scores,
  }),
  reglages: z.record(z.string(), z.number()),
  familles: z.array(z.enum(FEATURE_KINDS)),
  concepts: z.array(z.string()),
  etiquettes: z.array(z.string()),
  /** What one step of a quantised weight is worth, and the bias, by hidden unit. */
  pas: z.array(z.number().positive()),
  biais_caches: z.array(z.number()),
  /** What each hidden unit tells of each label, label after label, and the bias of each label. */
  sorties: z.array(z.array(z.number())),
  biais: z.array(z.number()),
  /** SHA-256 of what the network was trained on, and of its weights. */
  corpus: sums,
  motifs: sums,
  poids: z.string().regex(/^[0-9a-f]{64}$/),
});

export type ModelFile = z.infer<typeof modelFile>;

/** The network as it is kept: what features tell in one byte each, the rest in short numbers. */
export interface CompactWeights {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  /** Feature after feature, one number a hidden unit. */
  readonly weights: Int8Array;
  readonly steps: readonly number[];
  readonly hiddenBiases: readonly number[];
  readonly outputs: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

const LARGEST = 127;
/** Digits kept after the point. */
const PRECISION = 4;

const short = (value: number): number => Number(value.toFixed(PRECISION));

/** Brings each hidden unit's weights to one byte: the largest becomes 127. */
export function compact({ labels, features, units, hidden, ...rest }: Weights): CompactWeights {
  const largest = new Float64Array(units);
  for (const [at, weight] of hidden.entries()) {
    largest[at % units] = Math.max(largest[at % units] as number, Math.abs(weight));
  }
  const steps = Array.from(largest, (one) => (one > 0 ? one / LARGEST : 1));
  return {
    labels,
    features,
    weights: Int8Array.from(hidden, (weight, at) => Math.round(weight / (steps[at % units] as number))),
    steps,
    hiddenBiases: Array.from(rest.hiddenBiases, short),
    outputs: labels.map((_, label) =>
      Array.from(rest.outputs.subarray(label * units, (label + 1) * units), short),
    ),
    biases: Array.from(rest.biases, short),
  };
}

/** The content of `model.bin`: the length of the names, the names, the weights. */
export function encodeWeights({ features, weights }: CompactWeights): Buffer {
  const names = Buffer.from(features.join('\n'), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(names.length);
  return Buffer.concat([length, names, Buffer.from(weights.buffer, weights.byteOffset, weights.length)]);
}

/** Reads `model.bin` back. @throws {Error} when its size is not what its names say */
export function decodeWeights(bytes: Buffer, file: ModelFile): CompactWeights {
  const end = 4 + bytes.readUInt32LE(0);
  const features = bytes.toString('utf8', 4, end).split('\n');
  if (bytes.length - end !== features.length * file.pas.length) throw new Error('the weights are not whole');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + end, bytes.length - end);
  return {
    labels: file.etiquettes,
    features,
    weights,
    steps: file.pas,
    hiddenBiases: file.biais_caches,
    outputs: file.sorties,
    biases: file.biais,
  };
}

/** The evidence for each label in what is told, in log-odds. */
export type Weigh = (tellAll: (tell: Tell) => void) => Float64Array;

/** The same for features named in a set. */
export type Activate = (features: ReadonlySet<string>) => Float64Array;

/** Where the weights of a feature stand, by kind then by name: nothing is glued together to be looked up. */
function placesOf(features: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const places = new Map<string, Map<string, number>>(FEATURE_KINDS.map((kind) => [kind, new Map()]));
  for (const [at, feature] of features.entries()) places.get(feature.charAt(0))?.set(feature.slice(2), at);
  return places;
}

/** Hears which features are told, each once; its places are in the order of the model. */
function createEar({ features }: CompactWeights): (tellAll: (tell: Tell) => void) => readonly number[] {
  const places = placesOf(features);
  const isTold = new Uint8Array(features.length);
  return (tellAll) => {
    const told: number[] = [];
    tellAll((kind, name) => {
      const at = places.get(kind)?.get(name);
      if (at === undefined || isTold[at] === 1) return;
      isTold[at] = 1;
      told.push(at);
    });
    for (const at of told) isTold[at] = 0;
    return told;
  };
}

/** What each hidden unit says of the features at these places. */
function saidOf(
  { weights, steps, hiddenBiases }: CompactWeights,
  values: Float32Array,
  told: readonly number[],
) {
  const size = steps.length;
  const sums = new Float64Array(size);
  let squares = 0;
  for (const at of told) {
    const value = values[at] as number;
    squares += value ** 2;
    const row = at * size;
    for (let unit = 0; unit < size; unit++) {
      sums[unit] = (sums[unit] as number) + value * (weights[row + unit] as number);
    }
  }
  const scale = lengthScale(squares);
  return sums.map((sum, unit) =>
    Math.max(0, sum * scale * (steps[unit] as number) + (hiddenBiases[unit] as number)),
  );
}

/** Builds the reader of evidence; it holds the weights and nothing of any message. */
export function createWeigh(model: CompactWeights): Weigh {
  const ear = createEar(model);
  const values = Float32Array.from(model.features, (name) => KIND_VALUES.get(name.charAt(0)) ?? 1);
  const outputs = model.outputs.map((row) => Float64Array.from(row));
  return (tellAll) => {
    const said = saidOf(model, values, ear(tellAll));
    return Float64Array.from(outputs, (row, label) =>
      row.reduce((sum, weight, unit) => sum + weight * (said[unit] as number), model.biases[label] ?? 0),
    );
  };
}

/** Builds the reader of evidence for features named in a set. */
export function createActivate(model: CompactWeights): Activate {
  const weigh = createWeigh(model);
  return (features) =>
    weigh((tell) => {
      for (const feature of features) tell(feature.charAt(0) as FeatureKind, feature.slice(2));
    });
}
