import type { BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { type Lieu, NOTHING_UNDERSTOOD, type Signal, type Understood } from '../conversation/understood.ts';
import { type PatternData, readText } from './compile-patterns.ts';
import { languageOf } from './language.ts';
import { type Needs, readNeeds } from './needs.ts';
import { refusedBy, withNeeds } from './network/join.ts';
import type { Heard, Network } from './network/network.ts';
import { isIntroduction, type People, readCommand, readPeople } from './people.ts';
import type { Prepared } from './prepare.ts';
import { hear, saysTheyStrike, signalHits } from './red-flags.ts';

/** Chips beside « passer »: two or three are read at a glance. */
const MOST_POSSIBLE = 3;

/** Reads a prepared message into codes. */
export type Understand = (prepared: Prepared) => Promise<Understood>;

/** What understanding is built from. */
export interface UnderstandParts {
  readonly data: PatternData;
  readonly places: { resolve(text: string): { lieu: Lieu | null; possibles: string[] } };
  readonly redFlags: (prepared: Prepared) => Signal[];
  readonly network?: Network | null;
}

/** `suicide:reseau`: what the network alone heard. */
function heardReasons(heard: Heard | null, signaux: readonly Signal[], raisons: readonly string[]): string[] {
  const isToldByRules = (id: string) => raisons.some((raison) => raison.startsWith(`${id}:`));
  const raised = heard?.signaux.filter((id) => signaux.some((signal) => signal.id === id)) ?? [];
  return [...raised, ...(heard?.besoins ?? [])]
    .filter((id) => !isToldByRules(id))
    .map((id) => `${id}:reseau`);
}

/** Refused for the rules or for the network; what is wanted all the same is not. */
function refusedOf(wanted: readonly BesoinId[], needs: Needs, heard: Heard | null): BesoinId[] {
  const all = new Set([...needs.besoins_refuses, ...(heard ? refusedBy(heard, needs.manques) : [])]);
  return [...all].filter((id) => !wanted.includes(id));
}

/** What is worth a question when nothing is clear. */
function possibleOf(
  wanted: readonly BesoinId[],
  refused: readonly BesoinId[],
  heard: Heard | null,
): BesoinId[] {
  if (wanted.length > 0) return [];
  return (heard?.a_confirmer ?? []).filter((id) => !refused.includes(id)).slice(0, MOST_POSSIBLE);
}

/** « Je frappe et je veux arrêter » asks to stop hitting, not drinking; the rules still hear alcohol when it is said. */
function withoutHabit(heard: Heard | null): Heard | null {
  return heard && { ...heard, besoins: heard.besoins.filter((id) => id !== 'addictions') };
}

/** « Je frappe ma femme » : the person to help is who writes, and « femme » is not. */
function ofTheWriter(people: People): People {
  const isOther = (id: string) =>
    people.raisons.some((raison) => raison.startsWith(`${id}:autre`)) &&
    !people.raisons.includes(`${id}:moi`);
  return { ...people, locuteur: 'personne', publics: people.publics.filter((id) => !isOther(id)) };
}

/** Understanding by rules, and by a network when there is one. */
export function createUnderstand({ data, places, redFlags, network = null }: UnderstandParts): Understand {
  return async (prepared) => {
    const signaux = redFlags(prepared);
    const reading = readText(prepared, data);
    const commande = readCommand(reading, data);
    if (commande) return { ...NOTHING_UNDERSTOOD, signaux, commande };
    const hits = signalHits(reading, data);
    const read = readPeople(
      reading,
      data,
      hits.some((hit) => hit.victime),
      isIntroduction(reading, data) ? null : (hear(reading, network)?.locuteur ?? null),
    );
    const strikes = saysTheyStrike(hits);
    const people = strikes && read.locuteur !== 'professionnel' ? ofTheWriter(read) : read;
    const needs = readNeeds(reading, data, people.metier);
    const place = places.resolve(prepared.text);
    const heard = strikes ? withoutHabit(hear(reading, network)) : hear(reading, network);
    const besoins = withNeeds(needs.besoins, heard, needs.besoins_refuses, needs.manques);
    const raisons = [...hits.map((hit) => hit.raison), ...needs.raisons, ...people.raisons];
    return {
      besoins,
      besoins_refuses: refusedOf(besoins, needs, heard),
      besoins_possibles: possibleOf(besoins, needs.besoins_refuses, heard),
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
      raisons: [...new Set([...raisons, ...heardReasons(heard, signaux, raisons)])],
    };
  };
}
