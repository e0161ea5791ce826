import path from 'node:path';
import { z } from 'zod';
import { CARTE } from '../../dialogs/emergency.ts';
import { CARD_LANGUAGES, type CardLanguage } from '../../dialogs/languages.ts';
import { readYaml } from './read-yaml.ts';

const sentence = z.string().min(1);

/** The emergency card of one language: fixed sentences, translated from `cards/fr.yaml`. */
export const card = z.strictObject({
  titre: sentence,
  /** What to do in danger: the first thing read. */
  action: sentence,
  /** What each line of `CARTE` is for, by its id. */
  lignes: z.record(z.enum(CARTE), sentence),
  /** Said because knowledge says it of every line of the card. */
  gratuit: sentence,
  sms_consigne: sentence,
  /** What the French message to 114 means. */
  sms_sens: sentence,
  dire: sentence,
  /** In French: it is to be said on the phone. */
  dire_francais: sentence,
  programme: sentence,
  suite: sentence,
  garde: sentence,
  /** With `{quitter}`, the label of the exit. */
  quitter: sentence.includes('{quitter}'),
});

export type Card = z.infer<typeof card>;
export type Cards = ReadonlyMap<CardLanguage, Card>;

/** Reads the emergency cards.
 *  @throws {InvalidDataError} when a sentence is missing, empty or unknown */
export function loadCards(folder: string): Cards {
  return new Map(
    CARD_LANGUAGES.map((language) => {
      const name = `${language}.yaml`;
      return [language, readYaml(path.join(folder, name), card, `${path.basename(folder)}/${name}`)];
    }),
  );
}
