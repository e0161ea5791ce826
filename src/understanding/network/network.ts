import { BESOINS, type BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../../knowledge/vocabulary/signaux.ts';
import type { PatternData } from '../compile-patterns.ts';
import type { Reading } from '../patterns.ts';
import { sureClauses } from '../red-flags.ts';
import { splitRefusal } from '../refusals.ts';
import { createTellFeatures } from './features.ts';
import { type CompactWeights, createWeigh, type ModelFile } from './model.ts';

/** Someone who writes for another. */
export type Speaker = 'proche' | 'professionnel';

/** What the network hears in a message, beside the rules. */
export interface Heard {
  /** Signals past the gate, the likeliest first; none when the message sounds calm. */
  readonly signaux: readonly SignalId[];
  /** Those of them that are heard clearly. */
  readonly nets: readonly SignalId[];
  /** Those of them that are sure: so few hard negatives sound like this. */
  readonly surs: readonly SignalId[];
  /** The message sounds so calm that a rule which is sure of a danger may have misread it. */
  readonly calme: boolean;
  readonly besoins: readonly BesoinId[];
  /** Needs heard in what the message refuses, and not in the rest of it. */
  readonly besoins_refuses: readonly BesoinId[];
  /** For whom it is written, when that is someone else. */
  readonly locuteur: Speaker | null;
  /** Needs that are worth a question, the likeliest first. */
  readonly a_confirmer: readonly BesoinId[];
}

/** Reads a message by what many sentences taught; it holds nothing of any message. */
export type Network = (reading: Reading) => Heard;

/** How likely each id is in a message, between 0 and 1. */
export interface Activations {
  readonly danger: number;
  readonly signaux: ReadonlyMap<SignalId, number>;
  readonly besoins: ReadonlyMap<BesoinId, number>;
  readonly locuteurs: ReadonlyMap<Speaker, number>;
}

/** What the network makes of a message, and apart of what it refuses and of the rest. */
export interface Impression {
  readonly whole: Activations;
  readonly parts: { readonly rest: Activations; readonly refused: Activations } | null;
  /** Of each clause in which a rule is sure. */
  readonly clauses: readonly Activations[];
}

const SIGNAL_IDS = Object.keys(SIGNAUX) as SignalId[];
const BESOIN_IDS = Object.keys(BESOINS) as BesoinId[];

/** Writing for someone else; who writes for themselves is whoever is neither. */
export const SPEAKERS = ['proche', 'professionnel'] as const;

/** For whom a message is written, learned from the sentences whose author says it. */
export const SPEAKER_LABELS: readonly string[] = SPEAKERS.map((id) => `locuteur:${id}`);

/** What every sentence teaches. */
export const MAIN_LABELS: readonly string[] = [
  ...SIGNAL_IDS.map((id) => `signal:${id}`),
  ...BESOIN_IDS.map((id) => `besoin:${id}`),
  'danger',
];

/** The outputs of the network, in order. */
export const LABELS: readonly string[] = [...MAIN_LABELS, ...SPEAKER_LABELS];

const chanceOf = (evidence: number): number => 1 / (1 + Math.exp(-evidence));

/** A message that passes the gate raises this many signals at most. */
const MOST_SIGNALS = 4;
/** Beside the likeliest, others are raised from this share of its chance on: each is one more question. */
const OTHERS = 0.02;
/** In a message that is surely dangerous, other signals than the likeliest are sure from this chance on. */
const OTHERS_SURE = 0.5;

/** Names the evidence of the network, as chances between 0 and 1. */
export function nameActivations(evidence: ArrayLike<number>): Activations {
  const at = (index: number) => chanceOf(evidence[index] ?? Number.NEGATIVE_INFINITY);
  return {
    danger: at(MAIN_LABELS.length - 1),
    locuteurs: new Map(SPEAKERS.map((id, index) => [id, at(MAIN_LABELS.length + index)])),
    signaux: new Map(SIGNAL_IDS.map((id, index) => [id, at(index)])),
    besoins: new Map(BESOIN_IDS.map((id, index) => [id, at(SIGNAL_IDS.length + index)])),
  };
}

/** Nothing is taken as surer than this. */
const SUREST = 0.999;

/** A chance as evidence, in log-odds. */
function evidenceOf(chance: number): number {
  const held = Math.min(SUREST, Math.max(1 - SUREST, chance));
  return Math.log(held / (1 - held));
}

/**
 * How dangerous a message sounds as a whole, in log-odds: that there is a danger, and that it is one of the signals. A doubt
 * between two signals is no doubt that there is one.
 */
export function dangerOf({ danger, signaux }: Activations): number {
  const none = [...signaux.values()].reduce((product, one) => product * (1 - one), 1);
  return evidenceOf(danger) + evidenceOf(1 - none);
}

function likeliest<Id>(scores: ReadonlyMap<Id, number>): (readonly [Id, number])[] {
  return [...scores].sort((a, b) => b[1] - a[1]);
}

function signalsOf(activations: Activations, seuils: ModelFile['seuils']): SignalId[] {
  if (dangerOf(activations) < seuils.porte) return [];
  const [first, ...others] = likeliest(activations.signaux).slice(0, MOST_SIGNALS);
  const least = OTHERS * (first?.[1] ?? 0);
  const kept = others.filter(([id, score]) => score >= Math.max(least, seuils.signaux[id] ?? 1));
  return [...(first ? [first] : []), ...kept].map(([id]) => id);
}

/** Past this a need of the rest stands against what is refused, as a share of what is worth a question. */
const STANDS = 0.5;

/** What is heard in the refused part only, when something else is wanted. */
function refusedNeeds({ parts }: Impression, { confirmer }: ModelFile['seuils']): BesoinId[] {
  if (!parts) return [];
  const isHeard = (of: Activations, id: BesoinId, share = 1) =>
    (of.besoins.get(id) ?? 0) >= share * (confirmer[id] ?? 1);
  if (!BESOIN_IDS.some((id) => isHeard(parts.rest, id, STANDS))) return [];
  return BESOIN_IDS.filter((id) => isHeard(parts.refused, id) && !isHeard(parts.rest, id));
}

/** Each need at its highest, in the whole or in what is left of it without the refusal. */
function needScores(
  { whole, parts }: Impression,
  refused: readonly BesoinId[],
): (readonly [BesoinId, number])[] {
  const scores = new Map(whole.besoins);
  for (const [id, score] of parts?.rest.besoins ?? []) scores.set(id, Math.max(score, scores.get(id) ?? 0));
  for (const id of refused) scores.delete(id);
  return likeliest(scores);
}

function speakerIn({ locuteurs }: Activations, seuils: ModelFile['seuils']): Speaker | null {
  const heard = likeliest(locuteurs).find(([id, score]) => score >= (seuils.locuteurs[id] ?? 1));
  return heard ? heard[0] : null;
}

/** Under this many words, who writes is not guessed: « constructor » is nobody's manner. */
const SPEAKER_WORDS = 3;

/** A clause on its own must sound this much more dangerous than a whole message to be taken at its word, in log-odds. */
const PLAIN = 1;

/** Whether neither the message nor any clause in which a rule is sure sounds dangerous. */
export function isCalm({ whole, clauses }: Impression, calme: number): boolean {
  return dangerOf(whole) < calme && !clauses.some((clause) => dangerOf(clause) >= calme + PLAIN);
}

/** What is concluded from an impression: signals behind one gate, needs each behind its threshold. */
export function conclude(impression: Impression, seuils: ModelFile['seuils']): Heard {
  const { whole } = impression;
  const danger = dangerOf(whole);
  const signaux = signalsOf(whole, seuils);
  const nets = signaux.filter((id) => (whole.signaux.get(id) ?? 0) >= (seuils.nets[id] ?? 1));
  const refused = refusedNeeds(impression, seuils);
  const needs = needScores(impression, refused);
  const isLikely = (id: SignalId) => (whole.signaux.get(id) ?? 0) >= OTHERS_SURE;
  const isSure = (id: BesoinId, score: number) => score >= (seuils.besoins[id] ?? 1);
  return {
    signaux,
    nets,
    surs: danger >= seuils.sur ? signaux.filter((id, rank) => rank === 0 || isLikely(id)) : [],
    calme: isCalm(impression, seuils.calme),
    besoins: needs.filter(([id, score]) => isSure(id, score)).map(([id]) => id),
    besoins_refuses: refused,
    locuteur: speakerIn(whole, seuils),
    a_confirmer: needs
      .filter(([id, score]) => !isSure(id, score) && score >= (seuils.confirmer[id] ?? 1))
      .map(([id]) => id),
  };
}

/** Builds the network over the pattern data. @throws {Error} when the two do not fit */
export function createNetwork(file: ModelFile, weights: CompactWeights, data: PatternData): Network {
  const tellFeatures = createTellFeatures({ data, concepts: file.concepts, kinds: new Set(file.familles) });
  const weigh = createWeigh(weights);
  const activations = (reading: Reading) => nameActivations(weigh((tell) => tellFeatures(reading, tell)));
  return (reading) => {
    const split = splitRefusal(reading, data);
    const parts = split && { rest: activations(split.rest), refused: activations(split.refused) };
    const whole = activations(reading);
    // Only a calm message is read clause by clause.
    const clauses = dangerOf(whole) < file.seuils.calme ? sureClauses(reading, data).map(activations) : [];
    const heard = conclude({ whole, parts, clauses }, file.seuils);
    return reading.tokens.mots.length < SPEAKER_WORDS ? { ...heard, locuteur: null } : heard;
  };
}
