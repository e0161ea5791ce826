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
  /** What one step of a quantised weight is worth, by label. */
  pas: z.array(z.number().positive()),
  biais: z.array(z.number()),
  /** SHA-256 of what the network was trained on, and of its weights. */
  corpus: sums,
  motifs: sums,
  poids: z.string().regex(/^[0-9a-f]{64}$/),
});

export type ModelFile = z.infer<typeof modelFile>;

/** Weights in one byte each, feature after feature. */
export interface CompactWeights {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  readonly weights: Int8Array;
  readonly steps: readonly number[];
  readonly biases: readonly number[];
}

const LARGEST = 127;

/** Brings each label's weights to one byte: the largest becomes 127. */
export function compact({ labels, features, rows, biases }: Weights): CompactWeights {
  const steps = rows.map((row) => {
    const largest = row.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0);
    return largest > 0 ? largest / LARGEST : 1;
  });
  const weights = new Int8Array(features.length * labels.length);
  for (const [label, row] of rows.entries()) {
    for (const [at, weight] of row.entries()) {
      weights[at * labels.length + label] = Math.round(weight / (steps[label] as number));
    }
  }
  return { labels, features, weights, steps, biases: [...biases] };
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
  if (bytes.length - end !== features.length * file.etiquettes.length)
    throw new Error('the weights are not whole');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + end, bytes.length - end);
  return {
    labels: file.etiquettes,
    features,
    weights,
    steps: file.pas,
    biases: file.biais,
  };
}

/** The evidence for each label in what is told, in log-odds: node-nlp's engine gives the same, and zero under zero. */
export type Weigh = (tellAll: (tell: Tell) => void) => Float64Array;

/** The same for features named in a set. */
export type Activate = (features: ReadonlySet<string>) => Float64Array;

/** Where the weights of a feature stand, by kind then by name: nothing is glued together to be looked up. */
function placesOf(features: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const places = new Map<string, Map<string, number>>(FEATURE_KINDS.map((kind) => [kind, new Map()]));
  for (const [at, feature] of features.entries()) places.get(feature.charAt(0))?.set(feature.slice(2), at);
  return places;
}

/** Builds the reader of evidence; it holds the weights and nothing of any message. */
export function createWeigh(model: CompactWeights): Weigh {
  const { weights, steps, biases } = model;
  const size = model.labels.length;
  const places = placesOf(model.features);
  const isTold = new Uint8Array(model.features.length);
  return (tellAll) => {
    const told: number[] = [];
    tellAll((kind, name) => {
      const at = places.get(kind)?.get(name);
      if (at === undefined || isTold[at] === 1) return;
      isTold[at] = 1;
      told.push(at);
    });
    const sums = new Float64Array(size);
    let squares = 0;
    for (const at of told) {
      isTold[at] = 0;
      const value = KIND_VALUES.get((model.features[at] as string).charAt(0)) ?? 1;
      squares += value ** 2;
      for (let label = 0; label < size; label++) {
        sums[label] = (sums[label] as number) + value * (weights[at * size + label] as number);
      }
    }
    const scale = lengthScale(squares);
    return sums.map((sum, label) => sum * scale * (steps[label] as number) + (biases[label] as number));
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
