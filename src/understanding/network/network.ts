import { BESOINS, type BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../../knowledge/vocabulary/signaux.ts';
import type { PatternData } from '../compile-patterns.ts';
import type { Reading } from '../patterns.ts';
import { createFeaturize } from './features.ts';
import { type CompactWeights, createActivate, type ModelFile } from './model.ts';

/** What the network hears in a message, beside the rules. */
export interface Heard {
  /** Possible signals, the likeliest first; none when the message sounds calm. */
  readonly signaux: readonly SignalId[];
  /** Those of them that are heard clearly. */
  readonly nets: readonly SignalId[];
  readonly besoins: readonly BesoinId[];
  /** Needs that are worth a question, the likeliest first. */
  readonly a_confirmer: readonly BesoinId[];
}

/** Reads a message by what many sentences taught; it holds nothing of any message. */
export type Network = (reading: Reading) => Heard;

/** The activations of a message, by id. */
export interface Activations {
  readonly danger: number;
  readonly signaux: ReadonlyMap<SignalId, number>;
  readonly besoins: ReadonlyMap<BesoinId, number>;
}

const SIGNAL_IDS = Object.keys(SIGNAUX) as SignalId[];
const BESOIN_IDS = Object.keys(BESOINS) as BesoinId[];

/** The labels of the network: 15 signals, 26 needs, and whether any signal is there. */
export const LABELS: readonly string[] = [
  ...SIGNAL_IDS.map((id) => `signal:${id}`),
  ...BESOIN_IDS.map((id) => `besoin:${id}`),
  'danger',
];

/** A message that passes the gate raises this many signals at most. */
const MOST_SIGNALS = 4;

/** Names the activations of the network. */
export function nameActivations(values: ArrayLike<number>): Activations {
  const at = (index: number) => values[index] ?? 0;
  return {
    danger: at(LABELS.length - 1),
    signaux: new Map(SIGNAL_IDS.map((id, index) => [id, at(index)])),
    besoins: new Map(BESOIN_IDS.map((id, index) => [id, at(SIGNAL_IDS.length + index)])),
  };
}

/** How dangerous a message sounds as a whole: a doubt between two signals is no doubt that there is one. */
export function dangerOf({ danger, signaux }: Activations): number {
  return [...signaux.values()].reduce((sum, one) => sum + one, danger);
}

function likeliest<Id>(scores: ReadonlyMap<Id, number>): (readonly [Id, number])[] {
  return [...scores].sort((a, b) => b[1] - a[1]);
}

function signalsOf(activations: Activations, seuils: ModelFile['seuils']): SignalId[] {
  if (dangerOf(activations) < seuils.porte) return [];
  const [first, ...others] = likeliest(activations.signaux).slice(0, MOST_SIGNALS);
  const kept = others.filter(([id, score]) => score >= (seuils.signaux[id] ?? 1));
  return [...(first ? [first] : []), ...kept].map(([id]) => id);
}

/** What is concluded from activations: signals behind one gate, needs each behind its threshold. */
export function conclude(activations: Activations, seuils: ModelFile['seuils']): Heard {
  const needs = likeliest(activations.besoins);
  const signaux = signalsOf(activations, seuils);
  const isClear = (id: SignalId) => (activations.signaux.get(id) ?? 0) >= (seuils.nets[id] ?? 1);
  const isSure = (id: BesoinId, score: number) => score >= (seuils.besoins[id] ?? 1);
  return {
    signaux,
    nets: signaux.filter(isClear),
    besoins: needs.filter(([id, score]) => isSure(id, score)).map(([id]) => id),
    a_confirmer: needs
      .filter(([id, score]) => !isSure(id, score) && score >= (seuils.confirmer[id] ?? 1))
      .map(([id]) => id),
  };
}

/** Builds the network over the pattern data. @throws {Error} when the two do not fit */
export function createNetwork(file: ModelFile, weights: CompactWeights, data: PatternData): Network {
  const featurize = createFeaturize({ data, concepts: file.concepts, kinds: new Set(file.familles) });
  const activate = createActivate(weights);
  return (reading) => conclude(nameActivations(activate(featurize(reading))), file.seuils);
}
