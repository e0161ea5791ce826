import type { TextLanguage } from '../../dialogs/languages.ts';
import type { TextKey } from '../../dialogs/text-keys.ts';
import type { Cards } from '../knowledge/load-cards.ts';
import type { Directory } from '../matching/directory.ts';

/** What turns ids into words: the sentences of one language, and the names of knowledge. */
export interface Phrases {
  readonly langue: TextLanguage;
  readonly texts: ReadonlyMap<TextKey, string>;
  readonly cards: Cards;
  readonly directory: Directory;
  readonly now: Date;
}

/** The sentence of a key, its `{holes}` filled.
 *  @throws {Error} when the key has no sentence, which loading already refuses */
export function say({ texts }: Phrases, key: TextKey, holes: Readonly<Record<string, string>> = {}): string {
  const text = texts.get(key);
  if (text === undefined) {
    throw new Error(`No text for the key ${key}: add it to dialogs/texts.`);
  }
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(holes, name) ? (holes[name] ?? whole) : whole,
  );
}

/** Whether French customs hold: hours and dates. */
export const isFrench = ({ langue }: Pick<Phrases, 'langue'>): boolean => langue !== 'en';

/** The name of a place, with its department for a commune whose name is not unique enough alone. */
export function placeName({ directory }: Phrases, code: string): string {
  const place = directory.places.get(code);
  const departement = directory.places.chain(code)?.departements[0];
  if (!place) {
    return '';
  }
  return place.type === 'commune' && departement ? `${place.nom} (${departement})` : place.nom;
}
