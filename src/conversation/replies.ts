import type { CardLanguage, OfferedLanguage } from '../../dialogs/languages.ts';
import type { TextKey } from '../../dialogs/text-keys.ts';
import type { BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import type { MatchResult } from '../matching/match.ts';
import type { Suggestion } from '../matching/reasons.ts';
import type { LineRef, Urgence } from './emergency.ts';

/** What stands for a label: a text, a place, or a record of knowledge. Never a person's words. */
export type Label = { readonly texte: TextKey; readonly besoin?: BesoinId } | { readonly lieu: string };

/** Something that can be tapped; its id comes back as an input. */
export interface ChoiceRef {
  readonly id: string;
  readonly label: Label;
}

/** What the conversation says: a closed union of ids and parameters. Channels resolve the texts. */
export type Reply =
  | { readonly type: 'message'; readonly texte: TextKey; readonly lieu?: string }
  | ({ readonly type: 'emergency'; readonly titre: TextKey; readonly plein: boolean } & Urgence)
  | {
      readonly type: 'question';
      readonly id: string;
      readonly texte: TextKey;
      readonly choix: readonly ChoiceRef[];
      readonly sorties: readonly ChoiceRef[];
    }
  | {
      readonly type: 'suggestions';
      readonly voix: 'personne' | 'professionnel';
      /** What may be shown: writing as a professional opens nothing that is not public. */
      readonly acces: 'public' | 'professionnel';
      readonly lieu: string | null;
      readonly elargi: MatchResult['elargi'];
      readonly suggestions: readonly Suggestion[];
      readonly exclus: MatchResult['exclus'];
      readonly suites: readonly ChoiceRef[];
    }
  | { readonly type: 'summary'; readonly elements: readonly { readonly label: Label; readonly id: string }[] }
  /** The emergency card of a language. */
  | {
      readonly type: 'card';
      readonly langue: CardLanguage;
      readonly lignes: readonly LineRef[];
      readonly sms: TextKey;
    }
  /** The languages offered; with what to do in danger in each when a message was in none of them. */
  | { readonly type: 'languages'; readonly langues: readonly OfferedLanguage[]; readonly plein: boolean }
  | { readonly type: 'end'; readonly texte: TextKey; readonly suites: readonly ChoiceRef[] };

/** Commands that stand on a button. */
export const SHOWN_COMMANDS = [
  'voir-plus',
  'autre-besoin',
  'pourquoi',
  'retour',
  'recommencer',
  'effacer',
] as const;

type ShownCommand = (typeof SHOWN_COMMANDS)[number];

/** A choice that stands for a command. */
export function commandChoice(commande: ShownCommand): ChoiceRef {
  return { id: `c:${commande}`, label: { texte: `commande.${commande}` } };
}
