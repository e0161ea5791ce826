import type { BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { values } from '../conversation/situation.ts';
import { FRESH_DAYS, isFresh } from './coverage.ts';
import type { Demand } from './demand.ts';
import type { Entry } from './directory.ts';
import { type Ouverture, openAt } from './hours.ts';
import { isAlways } from './parse-hours.ts';
import type { Step } from './plan.ts';
import { reachableWithoutCall, zoneLevel } from './rules.ts';

/** Why a service is proposed: each is a sentence of dialogs/texts. */
export const RAISONS = [
  'signal',
  'public',
  'langue',
  'ouvert',
  'meme-commune',
  'zone',
  'departement',
  'pays',
  'generique',
  'ailleurs',
  'sans-appel',
] as const;

/** What is not known of a service: said with a gesture, never hidden. */
export const INCONNUS = [
  'horaires',
  'contact',
  'verification',
  'ancien',
  'places',
  'animal',
  'langue',
  'voix-seule',
] as const;

export type RaisonId = (typeof RAISONS)[number];
export type InconnuId = (typeof INCONNUS)[number];

/** One proposal: ids only; channels resolve names and texts. */
export interface Suggestion {
  readonly rang: 'plan' | 'autre';
  /** `organisation/service`. */
  readonly id: string;
  readonly besoins: readonly BesoinId[];
  readonly ouvert: Ouverture;
  readonly raisons: readonly RaisonId[];
  readonly inconnus: readonly InconnuId[];
}

/** Turns a step into a suggestion with its reasons and what is unknown. */
export function suggest(rang: Suggestion['rang'], { candidate, needs }: Step, demand: Demand): Suggestion {
  const { entry } = candidate;
  const ouvert = openAt(entry.hours, demand.now, entry.zone);
  return {
    rang,
    id: entry.id,
    besoins: needs,
    ouvert,
    raisons: RAISONS.filter((id) => REASON_HOLDS[id](entry, demand, ouvert)),
    inconnus: INCONNUS.filter((id) => UNKNOWN_HOLDS[id](entry, demand, ouvert)),
  };
}

type Test = (entry: Entry, demand: Demand, ouvert: Ouverture) => boolean;

const sameCommune: Test = ({ lieu }, { chain }) =>
  Boolean(lieu?.commune && chain && lieu.commune === chain.commune);
const speaks = ({ service }: Entry, { situation }: Demand) =>
  values(situation.langues).some((id) => service.langues.includes(id));

const REASON_HOLDS: Record<RaisonId, Test> = {
  signal: ({ service, origine }, d) => origine !== 'importe' && service.signaux.some((id) => d.sure.has(id)),
  public: ({ service }, d) => service.publics.some((id) => d.publics.has(id)),
  langue: speaks,
  ouvert: (_, __, ouvert) => ouvert === 'oui',
  'meme-commune': sameCommune,
  zone: (entry, d, ouvert) => !sameCommune(entry, d, ouvert) && [0, 1].includes(zoneLevel(entry, d) ?? 9),
  departement: (entry, d, ouvert) =>
    !sameCommune(entry, d, ouvert) && [2, 3].includes(zoneLevel(entry, d) ?? 9),
  pays: ({ origine, national }) => origine !== 'generique' && national,
  generique: ({ origine }) => origine === 'generique',
  ailleurs: (entry, d) => d.eloignement && zoneLevel(entry, d) === null,
  'sans-appel': (entry, d) => d.sansAppel && reachableWithoutCall(entry),
};

const lodging = ({ service }: Entry) =>
  service.besoins.includes('hebergement-urgence') && service.type !== 'ligne';
const speaksVoiceOnly = (entry: Entry) => entry.service.contacts.length > 0 && !reachableWithoutCall(entry);

const UNKNOWN_HOLDS: Record<InconnuId, Test> = {
  horaires: ({ hours, service, verifieLe }, { now }) =>
    hours === null ||
    // A place that never closes does not change its hours.
    (service.modes_accueil.includes('en-presentiel') &&
      !isAlways(hours) &&
      !isFresh(verifieLe, now, FRESH_DAYS)),
  contact: ({ service, origine }) =>
    (origine === 'partenaire' || origine === 'importe') &&
    service.contacts.length === 0 &&
    service.adresse === null,
  verification: ({ verifieLe }) => verifieLe === null,
  ancien: ({ confiance, origine }) => confiance === 'basse' && origine !== 'ligne',
  places: lodging,
  animal: (entry, d) => lodging(entry) && values(d.situation.contraintes).includes('animal'),
  langue: (entry, d) =>
    values(d.situation.langues).some((id) => id !== 'fr') && entry.service.langues.length === 0,
  'voix-seule': (entry, d) => d.sansAppel && speaksVoiceOnly(entry),
};
