import type { PlaceChain } from '../geography/places.ts';
import type { Demand } from './demand.ts';
import type { Entry } from './directory.ts';
import { localTime, openAt } from './hours.ts';
import { hasAccess, reachableWithoutCall, zoneLevel } from './rules.ts';

/** What decides between two services, compared one after the other; lower is better. No weights. */
const CRITERIA = [
  'signaux',
  'horizon',
  'public',
  'langue',
  'proximite',
  'couche',
  'surete',
  'fraicheur',
] as const;

/** One rank per criterion of `CRITERIA`. */
export type Ranks = readonly number[];

/** A service that may be proposed, with its ranks. */
export interface Candidate {
  readonly entry: Entry;
  readonly ranks: Ranks;
}

/** How many of the first criteria a service must share with the best to cover a need in the plan. */
export const PLAN_CRITERIA = 3;

/** Ranks an entry for a demand, in the order of `CRITERIA`. */
export function ranksOf(entry: Entry, demand: Demand): Ranks {
  return [
    signalRank(entry, demand),
    horizonRank(entry, demand),
    publicRank(entry, demand),
    languageRank(entry, demand),
    nearnessRank(entry, demand),
    entry.origine === 'importe' ? 1 : 0,
    ['haute', 'moyenne', 'basse'].indexOf(entry.confiance),
    -Number((entry.verifieLe ?? entry.misAJour ?? '0').replaceAll('-', '')),
  ];
}

/** Orders candidates by the criteria, then by id: a total order. */
export function byCriteria(a: Candidate, b: Candidate): number {
  return compareRanks(a.ranks, b.ranks) || (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0);
}

/** Compares two rank lists on their first `count` criteria. */
export function compareRanks(a: Ranks, b: Ranks, count: number = CRITERIA.length): number {
  for (let index = 0; index < count; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** Made for a sure signal, then for nothing in particular or a possible one, then for what was not said.
 *  Where there is any signal, what was imported comes after all that was curated. */
function signalRank({ service, origine }: Entry, d: Demand): number {
  if (origine === 'importe') {
    return d.sure.size + d.possible.size > 0 ? 3 : 1;
  }
  if (service.signaux.some((id) => d.sure.has(id))) {
    return 0;
  }
  return service.signaux.length === 0 || service.signaux.some((id) => d.possible.has(id)) ? 1 : 2;
}

/** Open in time, then unknown, then closed; what this person cannot reach comes after all of these. */
function horizonRank(entry: Entry, d: Demand): number {
  const unreachable = !hasAccess(entry) || (d.sansAppel && !reachableWithoutCall(entry)) ? 3 : 0;
  if (d.horizon === 'large') {
    return unreachable;
  }
  return unreachable + openingRank(entry, d);
}

const TONIGHT_HOURS = [0, 1, 2, 3, 4, 6, 8, 10, 12];

/** Open in time, unknown, closed. */
export function openingRank(entry: Pick<Entry, 'hours' | 'zone'>, d: Demand): number {
  return { oui: 0, inconnu: 1, non: 2 }[openInTime(entry, d)];
}

function openInTime(entry: Pick<Entry, 'hours' | 'zone'>, d: Demand) {
  const now = openAt(entry.hours, d.now, entry.zone);
  if (d.horizon === 'maintenant' || now !== 'non') {
    return now;
  }
  // Tonight ends at eight the next morning.
  const { minute } = localTime(d.now, entry.zone.fuseau);
  const left = minute < 8 * 60 ? 8 - minute / 60 : 32 - minute / 60;
  const open = TONIGHT_HOURS.filter((hour) => hour < left).some(
    (hour) => openAt(entry.hours, new Date(d.now.getTime() + hour * 3_600_000), entry.zone) === 'oui',
  );
  return open ? 'oui' : 'non';
}

/** Made for this person, then for anyone, then first of all for others. */
function publicRank({ service: { publics } }: Entry, d: Demand): number {
  if (publics.some((id) => d.publics.has(id))) {
    return 0;
  }
  return publics.length > 0 && publics.every((id) => d.exclus.has(id)) ? 2 : 1;
}

function languageRank({ service }: Entry, d: Demand): number {
  const { langues } = d.situation;
  if (langues === 'decline' || langues.length === 0) {
    return 0;
  }
  return langues.some((id) => service.langues.includes(id)) ? 0 : 1;
}

/** How near a service is for telling it: in the commune, in the EPCI, else the zone it serves. */
export function nearness(entry: Entry, d: Demand): number {
  const there = entry.lieu && d.chain ? distanceRank(entry.lieu, d.chain) : 4;
  return there <= 1 ? there : (zoneLevel(entry, d) ?? 4);
}

/** The narrowest zone that holds both the person and the service; with `eloignement`, elsewhere comes first. */
function nearnessRank(entry: Entry, d: Demand): number {
  const covered = zoneLevel(entry, d);
  if (d.eloignement) {
    return covered === null ? 0 : 1;
  }
  return entry.lieu && d.chain ? distanceRank(entry.lieu, d.chain) : (covered ?? 4);
}

/** In the same commune, in the same EPCI, in the same department, farther. */
export function distanceRank(here: PlaceChain, there: PlaceChain): number {
  if (here.commune !== null && here.commune === there.commune) {
    return 0;
  }
  if (here.epci !== null && here.epci === there.epci) {
    return 1;
  }
  return here.departements.some((code) => there.departements.includes(code)) ? 2 : 3;
}
