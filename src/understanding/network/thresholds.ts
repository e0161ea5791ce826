import { BESOINS, type BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../../knowledge/vocabulary/signaux.ts';
import { standsAlone } from './join.ts';
import type { Scored } from './learn.ts';
import type { ModelFile } from './model.ts';
import { dangerOf, isCalm, SPEAKERS, type Speaker } from './network.ts';

/** Of the hard negatives, what may raise at least one signal, rules and network together. */
const TRAPS_RAISED = 0.24;
/** What the network may raise of those the rules leave alone, whatever the rules do. */
const NETWORK_SHARE = 0.1;
const EVERYDAY_RAISED = 0.04;
/** Of the sentences that hold a signal, what its floor may lose. */
const FLOOR_LOSS = 0.02;
/** Of everyday messages, what may be taken for one need: 26 of them add up. */
const EVERYDAY_NEEDS = 0.003;
/** What is worth a question, as a share of what is taken as said. */
const CONFIRM = 0.6;

/** The lowest threshold under which at most this share of `all` passes; `scores` are those that may still pass. */
function thresholdFor(scores: readonly number[], most: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  const at = Math.max(0, Math.floor(most));
  return at >= sorted.length ? 0 : (sorted[at] as number) + 1e-6;
}

const dangerIn = ({ impression }: Scored): number => dangerOf(impression.whole);
const isOf = (kind: Scored['sentence']['k']) => (one: Scored) => one.sentence.k === kind;

/** Of the hard negatives, of the needs and of everyday messages, what may be taken for a sure danger. */
const SURE_SHARES = [
  [isOf('piege'), 0.028],
  [isOf('besoin'), 0.006],
  [isOf('quotidien'), 0.002],
] as const;
/** What part of those shares the network may use, whatever the rules do. */
const NETWORK_PART = 1 / 3;
/** What is tried as the calm under which no rule is sure. */
const CALMS = [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

const isRuled = ({ rules, impression }: Scored, calme: number): boolean => {
  const sure = rules.signaux.filter(({ force }) => force === 'sure');
  const isPlain = sure.some(({ id }) => rules.plain.francs.includes(id));
  return isPlain || (sure.length > 0 && !isCalm(impression, calme));
};

/** From where on the network is sure, when rules are sure from `calme` on. */
function sureFrom(scored: readonly Scored[], calme: number): number {
  const needed = SURE_SHARES.map(([isKind, share]) => {
    const all = scored.filter(isKind);
    const open = all.filter((one) => !isRuled(one, calme));
    const most = share * all.length;
    return thresholdFor(open.map(dangerIn), Math.max(most - (all.length - open.length), NETWORK_PART * most));
  });
  return Math.max(...needed);
}

/** Whether the rules alone, sure from `calme` on, mislead seldom enough. */
const isRareEnough = (scored: readonly Scored[]) => (calme: number) =>
  SURE_SHARES.every(([isKind, share]) => {
    const all = scored.filter(isKind);
    return all.filter((one) => isRuled(one, calme)).length <= share * all.length;
  });

/** The pair that finds the most dangers among those that mislead seldom enough. */
function sureOf(scored: readonly Scored[]): { sur: number; calme: number } {
  const holding = scored.filter(({ sentence }) => sentence.s.length > 0);
  const found = (sur: number, calme: number) =>
    holding.filter((one) => {
      const danger = dangerIn(one);
      return danger >= sur || isRuled(one, calme);
    }).length;
  const rare = CALMS.filter(isRareEnough(scored));
  const pairs = (rare.length > 0 ? rare : CALMS.slice(-1)).map((calme) => {
    const sur = sureFrom(scored, calme);
    return { sur, calme, count: found(sur, calme) };
  });
  const best = pairs.reduce((one, other) => (other.count > one.count ? other : one));
  return { sur: round(best.sur), calme: best.calme };
}

/** The gate: as low as hard negatives and everyday messages allow. */
function gateOf(scored: readonly Scored[]): number {
  const traps = scored.filter(({ sentence }) => sentence.k === 'piege');
  const isAsked = ({ rules }: Scored) => rules.signaux.some((signal) => standsAlone(signal, rules.plain));
  const quiet = traps.filter((one) => !isAsked(one));
  const left = TRAPS_RAISED * traps.length - (traps.length - quiet.length);
  const everyday = scored.filter(({ sentence }) => sentence.k === 'quotidien');
  return Math.max(
    thresholdFor(quiet.map(dangerIn), Math.max(left, NETWORK_SHARE * traps.length)),
    thresholdFor(everyday.map(dangerIn), EVERYDAY_RAISED * everyday.length),
  );
}

function floorOf(scored: readonly Scored[], id: SignalId): number {
  const scores = scored
    .filter(({ sentence }) => sentence.s.includes(id))
    .map(({ impression }) => impression.whole.signaux.get(id) ?? 0)
    .sort((a, b) => a - b);
  return scores[Math.floor(FLOOR_LOSS * scores.length)] ?? 1;
}

/** To miss these is worse than to ask once too often: 3114 and 119 do not stand in view. */
const DEAR: ReadonlySet<SignalId> = new Set(['suicide', 'enfant-en-danger'] as const);

function clearOf(scored: readonly Scored[], id: SignalId): number {
  return bestThreshold(
    scored.map(({ sentence, impression }) => ({
      score: impression.whole.signaux.get(id) ?? 0,
      right: sentence.s.includes(id),
    })),
    DEAR.has(id) ? 2 : 1,
  );
}

/** The threshold with the best F score, where recall counts `recall` times precision; ties go to the higher. */
function bestThreshold(
  points: readonly { readonly score: number; readonly right: boolean }[],
  recall = 1,
): number {
  const sorted = [...points].sort((a, b) => b.score - a.score);
  const positives = sorted.filter(({ right }) => right).length;
  let best = { f: 0, score: 1 };
  let hits = 0;
  for (const [at, { score, right }] of sorted.entries()) {
    if (right) hits++;
    const f = ((1 + recall ** 2) * hits) / (at + 1 + recall ** 2 * positives);
    if (f > best.f && score > 0) best = { f, score };
  }
  return best.score;
}

const round = (value: number): number => Number(value.toFixed(5));

function byId<Id extends string>(ids: readonly Id[], value: (id: Id) => number): Record<Id, number> {
  return Object.fromEntries(ids.map((id) => [id, round(value(id))])) as Record<Id, number>;
}

/** A need is taken as said where its F1 is best, with dangers and without, but hardly ever in an everyday message. */
function needThreshold(scored: readonly Scored[], id: BesoinId): number {
  const scoreOf = ({ impression }: Scored) => impression.whole.besoins.get(id) ?? 0;
  const everyday = scored.filter(({ sentence }) => sentence.k === 'quotidien');
  const pointOf = (one: Scored) => ({ score: scoreOf(one), right: one.sentence.b.includes(id) });
  return Math.max(
    bestThreshold(scored.map(pointOf)),
    bestThreshold(scored.filter(({ sentence }) => sentence.k !== 'positif').map(pointOf)),
    thresholdFor(everyday.map(scoreOf), EVERYDAY_NEEDS * everyday.length),
  );
}

function speakerThreshold(scored: readonly Scored[], id: Speaker): number {
  const told = scored.filter(({ sentence }) => sentence.l !== undefined);
  return bestThreshold(
    told.map(({ sentence, impression }) => ({
      score: impression.whole.locuteurs.get(id) ?? 0,
      right: sentence.l === id,
    })),
  );
}

/** Authors who wrote of everything: who wrote above all what misleads is harder to tell apart than people are. */
function mixedOf(scored: readonly Scored[]): readonly Scored[] {
  const counts = new Map<string, Record<Scored['sentence']['k'], number>>();
  for (const { sentence } of scored) {
    const known = counts.get(sentence.author) ?? { positif: 0, piege: 0, besoin: 0, quotidien: 0 };
    counts.set(sentence.author, { ...known, [sentence.k]: known[sentence.k] + 1 });
  }
  const isMixed = ({ sentence }: Scored) => {
    const count = counts.get(sentence.author);
    return count && Object.values(count).every((one) => one > 0) && count.piege <= count.positif;
  };
  const mixed = scored.filter(isMixed);
  return mixed.length > 0 ? mixed : scored;
}

/** The thresholds of a network, from sentences scored by networks that had not seen their authors. */
export function chooseThresholds(scored: readonly Scored[]): ModelFile['seuils'] {
  const ids = Object.keys(BESOINS) as BesoinId[];
  const signals = Object.keys(SIGNAUX) as SignalId[];
  const mixed = mixedOf(scored);
  const besoins = byId(ids, (id) => needThreshold(scored, id));
  return {
    porte: round(gateOf(mixed)),
    ...sureOf(mixed),
    signaux: byId(signals, (id) => floorOf(scored, id)),
    nets: byId(signals, (id) => clearOf(scored, id)),
    besoins,
    locuteurs: byId(SPEAKERS, (id) => speakerThreshold(scored, id)),
    confirmer: byId(ids, (id) => CONFIRM * besoins[id]),
  };
}
