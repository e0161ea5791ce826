import { BESOINS, type BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../../knowledge/vocabulary/signaux.ts';
import type { Signal } from '../../conversation/understood.ts';
import type { Heard } from './network.ts';

/** What the rules find possible here is asked about whatever the network hears: « je ne veux pas mourir ». */
const ALWAYS_ASKED: ReadonlySet<SignalId> = new Set(['suicide', 'danger-immediat'] as const);

/** Whether a signal of the rules stands in a message that sounds calm to the network. */
export function standsAlone({ id, force }: Signal): boolean {
  return force === 'sure' || ALWAYS_ASKED.has(id);
}

/** What the network may add: all it hears where the rules are sure of nothing, else only what it hears clearly. */
function added(signaux: readonly Signal[], heard: Heard): readonly SignalId[] {
  const sure = signaux.filter(({ force }) => force === 'sure');
  if (sure.length === 0) return heard.signaux;
  // Who is sure to be hurt is not asked whether they hurt, nor the other way round: the rules heard it said.
  const isAuthor = sure.some(({ id }) => id === 'auteur');
  const isHurt = sure.some(({ id }) => SIGNAUX[id].subie);
  return heard.nets.filter((id) => (isAuthor ? !SIGNAUX[id].subie : !(isHurt && id === 'auteur')));
}

/**
 * Signals of the rules, and as possible those that only the network hears. What is sure stays sure; what the rules find
 * only possible needs a message that sounds dangerous, so that fewer questions are asked for nothing.
 */
export function withPossible(signaux: readonly Signal[], heard: Heard): Signal[] {
  const kept = heard.signaux.length > 0 ? signaux : signaux.filter(standsAlone);
  const known = new Map(kept.map((signal) => [signal.id, signal]));
  const more = added(signaux, heard);
  return (Object.keys(SIGNAUX) as SignalId[]).flatMap((id) => {
    const signal = known.get(id);
    if (signal) return [signal];
    return more.includes(id) ? [{ id, force: 'possible' as const }] : [];
  });
}

/**
 * Needs of the network, and those of the rules that it would at least have confirmed; those of the rules when it hears none.
 * What is refused is never proposed on its word.
 */
export function withNeeds(
  besoins: readonly BesoinId[],
  heard: Heard | null,
  refused: readonly BesoinId[],
): BesoinId[] {
  if (!heard) return [...besoins];
  // When the network hears no need at all, the rules' word stands: « j'ai faim » is three words.
  const isPlausible = (id: BesoinId) =>
    heard.besoins.length === 0 || heard.besoins.includes(id) || heard.a_confirmer.includes(id);
  const isHeard = (id: BesoinId) => heard.besoins.includes(id) && !refused.includes(id);
  const all = Object.keys(BESOINS) as BesoinId[];
  return all.filter((id) => (besoins.includes(id) && isPlausible(id)) || isHeard(id));
}
