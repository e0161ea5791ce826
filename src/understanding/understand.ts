import { type Lieu, NOTHING_UNDERSTOOD, type Signal, type Understood } from '../conversation/understood.ts';
import { type PatternData, readText } from './compile-patterns.ts';
import { languageOf } from './language.ts';
import { readNeeds } from './needs.ts';
import { readCommand, readPeople } from './people.ts';
import type { Prepared } from './prepare.ts';
import { signalHits } from './red-flags.ts';

/** Reads a prepared message into codes. */
export type Understand = (prepared: Prepared) => Promise<Understood>;

/** What understanding is built from. */
export interface UnderstandParts {
  readonly data: PatternData;
  readonly places: { resolve(text: string): { lieu: Lieu | null; possibles: string[] } };
  readonly redFlags: (prepared: Prepared) => Signal[];
}

/** Understanding by rules alone; a network can later stand behind the same type. */
export function createUnderstand({ data, places, redFlags }: UnderstandParts): Understand {
  return async (prepared) => {
    const signaux = redFlags(prepared);
    const reading = readText(prepared.text, data);
    const commande = readCommand(reading, data);
    if (commande) return { ...NOTHING_UNDERSTOOD, signaux, commande };
    const hits = signalHits(reading, data);
    const people = readPeople(
      reading,
      data,
      hits.some((hit) => hit.victime),
    );
    const needs = readNeeds(reading, data, people.metier);
    const place = places.resolve(prepared.text);
    return {
      besoins: needs.besoins,
      besoins_refuses: needs.besoins_refuses,
      signaux,
      publics: people.publics,
      lieu: place.lieu,
      lieux_possibles: place.possibles,
      locuteur: people.locuteur,
      delai: people.delai,
      contraintes: people.contraintes,
      langues: people.langues,
      commande: null,
      langue: languageOf(prepared.text),
      raisons: [...new Set([...hits.map((hit) => hit.raison), ...needs.raisons, ...people.raisons])],
    };
  };
}
