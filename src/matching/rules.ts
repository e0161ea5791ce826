import { hasSignal } from '../conversation/situation.ts';
import type { PlaceChain } from '../geography/places.ts';
import { type Demand, SUBIES } from './demand.ts';
import type { Entry } from './directory.ts';

/** The hard rules, by name: a service that breaks one is never proposed. */
export const RULES = {
  role: (e: Entry, d: Demand) => roleAllowed(e, d),
  acces: (e: Entry, d: Demand) => e.service.visibilite === 'tous' || d.acces === 'professionnel',
  orientation: (e: Entry, d: Demand) => forPeople(e) || forProfessionals(d),
  zone: (e: Entry, d: Demand) => covers(e, d),
  public: (e: Entry, d: Demand) => welcomes(e, d),
  age: (e: Entry, d: Demand) => ageFits(e, d),
  reserve: (e: Entry, d: Demand) => e.service.reserve_signaux.every((id) => hasSignal(d.situation, id)),
  mediation: (e: Entry, d: Demand) =>
    !(d.violence && (e.service.type === 'mediation' || e.service.type === 'couple')),
  auteur: (e: Entry, d: Demand) => authorAllowed(e, d),
} as const satisfies Record<string, (entry: Entry, demand: Demand) => boolean>;

export type RuleId = keyof typeof RULES;

const ruleIds = Object.keys(RULES) as RuleId[];

/** The first hard rule that an entry breaks, or null when it may be proposed. */
export function brokenRule(entry: Entry, demand: Demand): RuleId | null {
  return ruleIds.find((id) => !RULES[id](entry, demand)) ?? null;
}

/** The width of the zone that covers the place: 0 commune, 1 EPCI, 2 department, 3 several departments, 4 the country. */
export function zoneLevel(entry: Pick<Entry, 'zones' | 'national'>, { chain }: Demand): number | null {
  const local = chain ? localLevel(entry, chain) : null;
  return local ?? (entry.national ? 4 : null);
}

function localLevel(
  { zones }: Pick<Entry, 'zones'>,
  { commune, arrondissement, epci, departements }: PlaceChain,
): number | null {
  const named = (code: string | null) => code !== null && zones.has(code);
  if (named(commune) || named(arrondissement)) {
    return 0;
  }
  if (named(epci)) {
    return 1;
  }
  if (departements.length === 0 || !departements.every(named)) {
    return null;
  }
  const covered = [...zones].filter((code) => code.length <= 3).length;
  return covered > departements.length ? 3 : 2;
}

/** Can be reached by someone who cannot place a voice call: in person, or by another channel. */
export function reachableWithoutCall(entry: Entry): boolean {
  const { adresse, modes_accueil, contacts, type } = entry.service;
  const inPerson =
    type !== 'hebergement' &&
    modes_accueil.includes('en-presentiel') &&
    (adresse !== null || entry.origine === 'generique');
  return inPerson || contacts.some((contact) => contact.canal !== 'telephone' && contact.canal !== 'site');
}

/** Has some way in at all: a channel, an address, a front gate, or the next town hall for a generic service. */
export function hasAccess({ organisation, service, origine }: Entry): boolean {
  const gate = service.acces_via ?? organisation.acces_via;
  return origine === 'generique' || service.contacts.length > 0 || service.adresse !== null || gate !== null;
}

/** A professional writes, or the access is a professional's. */
export const forProfessionals = (d: Demand): boolean =>
  d.situation.locuteur === 'professionnel' || d.acces === 'professionnel';
const forPeople = (e: Entry) => e.service.mobilisable_par.includes('usagers');

function roleAllowed(e: Entry, d: Demand): boolean {
  const { role } = e.organisation;
  return (
    role === 'orientation' || ((role === 'professionnel' || role === 'ressource') && forProfessionals(d))
  );
}

function covers(e: Entry, d: Demand): boolean {
  // Someone who must leave the area is offered what covers whole departments elsewhere.
  const away = d.eloignement && [...e.zones].some((code) => code.length <= 3);
  return away || zoneLevel(e, d) !== null;
}

function welcomes(e: Entry, d: Demand): boolean {
  const { accueil, publics } = e.service;
  // Without children does not exclude a place that also welcomes women alone: one accepted public is enough.
  if (accueil !== 'exclusif') {
    return true;
  }
  return publics.some((id) => d.publics.has(id) && !d.exclus.has(id));
}

function ageFits(e: Entry, d: Demand): boolean {
  const { age_min, age_max } = e.service;
  if (d.publics.has('mineur')) {
    return age_min === null || age_min < 18;
  }
  if (d.publics.has('personne-agee')) {
    return age_max === null || age_max >= 60;
  }
  return (
    !d.publics.has('jeune') || ((age_min === null || age_min <= 25) && (age_max === null || age_max >= 18))
  );
}

function authorAllowed(e: Entry, d: Demand): boolean {
  if (d.auteur === 'non' || !receivesVictims(e)) {
    return true;
  }
  return d.auteur === 'both' && e.origine === 'ligne';
}

/** Made for people who were hurt, or kept for women: a violent person is told of neither place. */
function receivesVictims({ service }: Entry): boolean {
  const hurt = service.signaux.some((id) => SUBIES.includes(id)) && !service.signaux.includes('auteur');
  return hurt || (service.accueil === 'exclusif' && service.publics.includes('femme'));
}
