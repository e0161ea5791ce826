import { COMMANDES, type CommandeId } from '../../knowledge/vocabulary/situation.ts';
import type { Understood } from './understood.ts';

/** What enters a turn. The text a person typed never does: only what was understood of it. */
export type Input =
  | { readonly type: 'start' }
  /** Show the present state again. */
  | { readonly type: 'show' }
  | { readonly type: 'answer'; readonly question: string; readonly choix: string }
  | { readonly type: 'command'; readonly commande: CommandeId }
  | { readonly type: 'aside'; readonly entry: string }
  | { readonly type: 'retract'; readonly facette: string; readonly valeur: string }
  | {
      readonly type: 'understood';
      readonly understood: Understood;
      /** The text was longer than what is read. */
      readonly coupe: boolean;
      /** A name, phone or address was removed before reading. */
      readonly expurge: boolean;
    };

/** Reads the id of a choice; null when it is none of ours. */
export function parseChoice(id: string): Input | null {
  const [kind, first, second] = id.length <= 200 ? id.split(':') : [];
  if (kind === 'q' && first && second) {
    return { type: 'answer', question: first, choix: second };
  }
  if (kind === 'c' && isCommand(first)) {
    return { type: 'command', commande: first };
  }
  if (kind === 'e' && first) {
    return { type: 'aside', entry: first };
  }
  return kind === 'r' && first && second ? { type: 'retract', facette: first, valeur: second } : null;
}

function isCommand(text: string | undefined): text is CommandeId {
  return COMMANDES.some((id) => id === text);
}
