import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import type { PlaceChain } from '../geography/places.ts';
import type { Directory, Entry } from './directory.ts';

/** Needs that a professional alone has are no hole for a person. */
const WANTED = (Object.keys(BESOINS) as BesoinId[]).filter((id) => id !== 'appui-professionnel');

/** A commune is curated when this many of its own services are known. */
const CURATED_FROM = 5;

/** What is known of one department where partners are. */
export interface Territoire {
  readonly departement: string;
  readonly organisations: number;
  /** Of these, those verified within `FRESH_DAYS` days. */
  readonly verifiees: number;
  /** Needs for which no organisation of the department is known. */
  readonly manques: readonly BesoinId[];
}

/** A record older than this many days, or a line older than `FRESH_LINE_DAYS`, must be verified again. */
export const FRESH_DAYS = 180;
export const FRESH_LINE_DAYS = 90;

const DAY_MS = 24 * 3_600_000;

/** Whole days from a date, as `2026-11-24`, to a moment. */
export const daysSince = (date: string, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(`${date}T00:00:00Z`)) / DAY_MS);

/** Known, and no older than so many days. */
export const isFresh = (date: string | null, now: Date, days: number): boolean =>
  date !== null && daysSince(date, now) <= days;

const own = ({ origine, organisation }: Entry) =>
  origine === 'partenaire' && organisation.role === 'orientation';

/** The departments where partners are, those with most of them first. */
export function territories(directory: Directory, now: Date): Territoire[] {
  const codes = new Set(
    directory.communes.flatMap((code) => directory.places.chain(code)?.departements ?? []),
  );
  return [...codes]
    .map((departement) => territory(departement, directory, now))
    .sort((a, b) => b.organisations - a.organisations || (a.departement < b.departement ? -1 : 1));
}

function territory(departement: string, directory: Directory, now: Date): Territoire {
  const here = directory.entries.filter(
    (entry) =>
      own(entry) &&
      [...entry.zones].some(
        (zone) => zone === departement || directory.places.chain(zone)?.departements.includes(departement),
      ),
  );
  const organisations = new Map<string, Entry[]>();
  for (const entry of here) {
    organisations.set(entry.organisation.id, [...(organisations.get(entry.organisation.id) ?? []), entry]);
  }
  const fresh = [...organisations.values()].filter((entries) =>
    entries.every(({ verifieLe }) => isFresh(verifieLe, now, FRESH_DAYS)),
  );
  const served = new Set(here.flatMap(({ service }) => service.besoins));
  return {
    departement,
    organisations: organisations.size,
    verifiees: fresh.length,
    manques: WANTED.filter((id) => !served.has(id)),
  };
}

/** For each curated commune, the needs for which no organisation serves it. */
export function holes(directory: Directory): { readonly commune: string; readonly besoin: BesoinId }[] {
  return curatedCommunes(directory).flatMap((commune) => {
    const chain = directory.places.chain(commune);
    const served = new Set(
      chain
        ? directory.entries
            .filter((e) => own(e) && serves(e, chain))
            .flatMap(({ service }) => service.besoins)
        : [],
    );
    return WANTED.filter((besoin) => !served.has(besoin)).map((besoin) => ({ commune, besoin }));
  });
}

function curatedCommunes({ entries, communes }: Directory): string[] {
  const counts = new Map<string, number>();
  for (const { lieu } of entries.filter(own)) {
    if (lieu?.commune) {
      counts.set(lieu.commune, (counts.get(lieu.commune) ?? 0) + 1);
    }
  }
  return communes.filter((code) => (counts.get(code) ?? 0) >= CURATED_FROM);
}

const serves = ({ zones }: Entry, { commune, epci, departements }: PlaceChain) =>
  [commune, epci, ...departements].some((code) => code !== null && zones.has(code));
