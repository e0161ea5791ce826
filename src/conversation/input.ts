import { LANGUAGE_NAMES, type OfferedLanguage } from '../../dialogs/languages.ts';
import { COMMANDES, type CommandeId } from '../../knowledge/vocabulary/situation.ts';
import type { Understood } from './understood.ts';

/** What enters a turn. The text a person typed never does: only what was understood of it. */
export type Input =
  | { readonly type: 'start' }
  /** Show the present state again. */
  | { readonly type: 'show' }
  | { readonly type: 'answer'; readonly question: string; readonly choix: string }
  | { readonly type: 'command'; readonly commande: CommandeId }
  | { readonly type: 'language'; readonly langue: OfferedLanguage }
  /** Show which languages there are. */
  | { readonly type: 'languages' }
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

/** How the id of each kind of choice is read; null when it is none of ours. */
const KINDS = new Map<string, (first: string, second: string) => Input | null>([
  ['q', (question, choix) => (question && choix ? { type: 'answer', question, choix } : null)],
  ['c', (commande) => (isCommand(commande) ? { type: 'command', commande } : null)],
  ['l', (langue) => (isOffered(langue) ? { type: 'language', langue } : { type: 'languages' })],
  ['e', (entry) => (entry ? { type: 'aside', entry } : null)],
  ['r', (facette, valeur) => (facette && valeur ? { type: 'retract', facette, valeur } : null)],
]);

/** Reads the id of a choice; null when it is none of ours. */
export function parseChoice(id: string): Input | null {
  const [kind = '', first = '', second = ''] = id.length <= 200 ? id.split(':') : [];
  return (id.includes(':') && KINDS.get(kind)?.(first, second)) || null;
}

function isOffered(text: string): text is OfferedLanguage {
  return Object.hasOwn(LANGUAGE_NAMES, text);
}

function isCommand(text: string): text is CommandeId {
  return COMMANDES.some((id) => id === text);
}
