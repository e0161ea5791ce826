import { BESOINS, type BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../../knowledge/vocabulary/signaux.ts';
import type { Signal } from '../../conversation/understood.ts';
import type { Heard } from './network.ts';

/** What the rules find possible here is asked about whatever the network hears: « je ne veux pas mourir ». */
const ALWAYS_ASKED: ReadonlySet<SignalId> = new Set(['suicide', 'danger-immediat'] as const);

/** Whether a signal of the rules stands in a message that passes no gate of the network. */
export function standsAlone({ id, force }: Signal, { francs }: Plain): boolean {
  return force === 'sure' || ALWAYS_ASKED.has(id) || francs.includes(id);
}

/** What the rules heard so plainly that no calm takes it back. */
export interface Plain {
  /** Signals that keep their force, and are asked about at least. */
  readonly francs: readonly SignalId[];
  /** What is denied in so many words is asked about, whatever the network makes of it. */
  readonly denied: readonly SignalId[];
  /** The writer is the one hurt: they are not asked whether they hurt. */
  readonly isHurt: boolean;
}

/** The rules heard nothing plainly. */
export const NOTHING_PLAIN: Plain = { francs: [], denied: [], isHurt: false };

/** Beside what is sure, this many of the likeliest are kept: each other one would be one more question. */
const LIKELIEST = 2;

/** What the network may add: all it hears where nothing is sure, else only what it hears clearly. */
function added(
  signaux: readonly Signal[],
  { signaux: heard, nets, surs }: Heard,
  { isHurt }: Plain,
): readonly SignalId[] {
  const sure = signaux.filter(({ force }) => force === 'sure');
  if (sure.length === 0) {
    return surs.length === 0 ? heard : heard.filter((id, rank) => rank < LIKELIEST || nets.includes(id));
  }
  // Who is sure to be hurt is not asked whether they hurt, nor the other way round: the rules heard it said.
  const isAuthor = sure.some(({ id }) => id === 'auteur');
  // 3114 does not stand in view: a doubt about suicide is kept beside anything, when it is among the likeliest.
  const clear = heard.filter((id, rank) => nets.includes(id) || (id === 'suicide' && rank < LIKELIEST));
  return clear.filter((id) => (isAuthor ? !SIGNAUX[id].subie : !(isHurt && id === 'auteur')));
}

/** « auteur » closes doors when it is sure: only words that say so may, never a resemblance. */
const isSure = (id: SignalId, { surs }: Heard, { denied }: Plain): boolean =>
  id !== 'auteur' && surs.includes(id) && !denied.includes(id);

/**
 * Signals of the rules and of the network. What a rule is sure of is asked instead when the message sounds calm, unless it is
 * `plain`; what it finds only possible needs a message that sounds dangerous. What so few hard negatives sound like is sure.
 */
export function withPossible(said: readonly Signal[], heard: Heard, plain: Plain = NOTHING_PLAIN): Signal[] {
  const isCalmed = ({ id, force }: Signal) => force === 'sure' && heard.calme && !plain.francs.includes(id);
  const signaux = said.map(
    (signal): Signal => (isCalmed(signal) ? { ...signal, force: 'possible' } : signal),
  );
  const wasSure = new Set(said.filter(({ force }) => force === 'sure').map(({ id }) => id));
  const kept = signaux.filter(
    ({ id, force }) =>
      heard.signaux.length > 0 || standsAlone({ id, force: wasSure.has(id) ? 'sure' : force }, plain),
  );
  const known = new Map(kept.map((signal) => [signal.id, signal]));
  const more = added(signaux, heard, plain);
  return (Object.keys(SIGNAUX) as SignalId[]).flatMap((id): Signal[] => {
    const signal = known.get(id);
    if (!signal && !more.includes(id)) return [];
    const force =
      signal?.force === 'sure' || (more.includes(id) && isSure(id, heard, plain)) ? 'sure' : 'possible';
    return [{ id, force }];
  });
}

/** What the network hears refused, but never what the rules read as a lack: « plus rien à manger ». */
export function refusedBy({ besoins_refuses }: Heard, manques: readonly BesoinId[]): BesoinId[] {
  return besoins_refuses.filter((id) => !manques.includes(id));
}

/**
 * Needs of the network, and those of the rules that it would at least have confirmed; those of the rules when it hears none.
 * What is refused, for the rules or for the network, is never proposed on its word.
 */
export function withNeeds(
  besoins: readonly BesoinId[],
  heard: Heard | null,
  refused: readonly BesoinId[],
  manques: readonly BesoinId[] = [],
): BesoinId[] {
  if (!heard) return [...besoins];
  // When the network hears no need at all, the rules' word stands: « j'ai faim » is three words.
  const isPlausible = (id: BesoinId) =>
    heard.besoins.length === 0 || heard.besoins.includes(id) || heard.a_confirmer.includes(id);
  const isHeard = (id: BesoinId) => heard.besoins.includes(id) && !refused.includes(id);
  const isRefused = (id: BesoinId) => refusedBy(heard, manques).includes(id);
  const all = Object.keys(BESOINS) as BesoinId[];
  return all.filter((id) => (besoins.includes(id) && isPlausible(id) && !isRefused(id)) || isHeard(id));
}
