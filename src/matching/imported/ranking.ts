import type { Demand } from '../demand.ts';
import { distanceRank, openingRank } from '../order.ts';
import { forProfessionals, zoneLevel } from '../rules.ts';
import { DRAPEAUX, type ImportedColumns } from './columns.ts';
import { confidenceOf, PUBLIC_IDS, type Readers } from './entry.ts';

/** The rules and the criteria read on the columns: what RULES and ranksOf say of the same services as entries. */
export interface Ranking {
  /** Every hard rule but the zone, which the index answers. */
  allowed(demand: Demand): (row: number) => boolean;
  /** The rules that no answer can change. */
  reachable(demand: Demand): (row: number) => boolean;
  /** Whether a row serves the place: only asked where the index alone cannot tell. */
  serves(demand: Demand, row: number): boolean;
  /** The criteria and the row in one number: the smaller, the better. */
  key(demand: Demand): (row: number) => number;
}

type Reader = (row: number) => number;

const ROWS = 2 ** 18;
const DAYS = 2 ** 14;
const LAST_DAY = DAYS - 1;
const SURETES = ['haute', 'moyenne', 'basse'] as const;

/** The row inside a key. */
export const rowOf = (key: number): number => key % ROWS;

/** More services than this cannot be ranked in one number. */
export const MAX_SERVICES = ROWS;

export function createRanking(columns: ImportedColumns, readers: Readers): Ranking {
  const { drapeaux } = columns.services;
  const reachable = (demand: Demand) => {
    const professional = forProfessionals(demand);
    return (row: number) => professional || ((drapeaux[row] ?? 0) & DRAPEAUX.orientation) === 0;
  };
  return {
    reachable,
    serves: (demand, row) => {
      const zones = new Set(readers.zonesOf(row));
      const away = demand.eloignement && [...zones].some((code) => code.length <= 3);
      return away || zoneLevel({ zones, national: zones.has('france') }, demand) !== null;
    },
    allowed: (demand) => {
      const open = reachable(demand);
      const welcomed = welcomeReader(demand, columns);
      const barred = barredFlags(demand);
      return (row) => open(row) && ((drapeaux[row] ?? 0) & barred) === 0 && welcomed(row);
    },
    key: (demand) => keyOf(demand, columns, readers),
  };
}

/** The flags that close a service to this person, whatever its publics. */
function barredFlags(demand: Demand): number {
  return (
    (demand.publics.has('mineur') ? DRAPEAUX.adultes : 0) |
    (demand.violence ? DRAPEAUX.mediation : 0) |
    (demand.auteur === 'non' ? 0 : DRAPEAUX.violence)
  );
}

/** An exclusive welcome is for its publics; a violent person is told of none that is kept for women. */
function welcomeReader(demand: Demand, { services }: ImportedColumns): (row: number) => boolean {
  const { drapeaux, publics } = services;
  const mine = maskOf(demand.publics) & ~maskOf(demand.exclus);
  const refused = demand.auteur === 'non' ? 0 : maskOf(new Set(['femme']));
  return (row) => {
    if (((drapeaux[row] ?? 0) & DRAPEAUX.exclusif) === 0) {
      return true;
    }
    const forWhom = publics[row] ?? 0;
    return (forWhom & mine) !== 0 && (forWhom & refused) === 0;
  };
}

function keyOf(demand: Demand, columns: ImportedColumns, readers: Readers): Reader {
  const { jour } = columns.services;
  const reach = reachReader(demand, columns);
  const opening = openingReader(demand, columns, readers);
  const made = publicReader(demand, columns);
  const proximity = proximityReader(demand, columns, readers);
  return (row) => {
    const day = jour[row] ?? 0;
    const criteria = (((reach(row) + opening(row)) * 3 + made(row)) * 5 + proximity(row)) * 3 + sureness(day);
    return (criteria * DAYS + (LAST_DAY - Math.min(day, LAST_DAY))) * ROWS + row;
  };
}

const sureness = (day: number): number => SURETES.indexOf(confidenceOf(day));

function reachReader(demand: Demand, { services }: ImportedColumns): Reader {
  const wanted = DRAPEAUX.joignable | (demand.sansAppel ? DRAPEAUX.sansAppel : 0);
  return (row) => (((services.drapeaux[row] ?? 0) & wanted) === wanted ? 0 : 3);
}

function publicReader(demand: Demand, { services }: ImportedColumns): Reader {
  const mine = maskOf(demand.publics);
  const others = ~maskOf(demand.exclus);
  return (row) => {
    const forWhom = services.publics[row] ?? 0;
    if ((forWhom & mine) !== 0) {
      return 0;
    }
    return forWhom !== 0 && (forWhom & others) === 0 ? 2 : 1;
  };
}

/** The hours already read for a demand: its several needs ask for the same ones. */
const openings = new WeakMap<Demand, Map<number, number>>();

function openingsOf(demand: Demand): Map<number, number> {
  const known = openings.get(demand) ?? new Map<number, number>();
  openings.set(demand, known);
  return known;
}

/** Open, unknown or closed in time: asked once for each hours under each clock and calendar. */
function openingReader(
  demand: Demand,
  columns: ImportedColumns,
  { hoursOf, clockOf, clockClassOf }: Readers,
): Reader {
  if (demand.horizon === 'large') {
    return () => 0;
  }
  const { horaires } = columns.services;
  return remembered(
    (row) => (horaires[row] ?? 0) * 256 + clockClassOf(row),
    (row) => openingRank({ hours: hoursOf(row), zone: clockOf(row) }, demand),
    openingsOf(demand),
  );
}

/** The same nearness as for any entry; only what has no address needs its zones. */
function proximityReader(demand: Demand, { services }: ImportedColumns, readers: Readers): Reader {
  const { chain, eloignement } = demand;
  const zones = zoneReader(demand, services.zone, readers);
  if (eloignement || !chain) {
    return zones;
  }
  const distance = remembered(
    (row) => services.commune[row] ?? 0,
    (row) => {
      const lieu = readers.chainOf(row);
      return lieu ? distanceRank(lieu, chain) : -1;
    },
  );
  return (row) => {
    const near = distance(row);
    return near < 0 ? zones(row) : near;
  };
}

function zoneReader(demand: Demand, zone: Uint32Array, { zonesOf }: Readers): Reader {
  return remembered(
    (row) => zone[row] ?? 0,
    (row) => {
      const zones = new Set(zonesOf(row));
      const covered = zoneLevel({ zones, national: zones.has('france') }, demand);
      const away = covered === null ? 0 : 1;
      return demand.eloignement ? away : (covered ?? 4);
    },
  );
}

/** A rank that is worked out once for all the rows that share a cell. */
function remembered(cellOf: Reader, rankOf: Reader, known: Map<number, number> = new Map()): Reader {
  return (row) => {
    const cell = cellOf(row);
    let rank = known.get(cell);
    if (rank === undefined) {
      rank = rankOf(row);
      known.set(cell, rank);
    }
    return rank;
  };
}

const BITS = new Map<string, number>(PUBLIC_IDS.map((id, bit) => [id, 1 << bit]));

function maskOf(publics: ReadonlySet<string>): number {
  let mask = 0;
  for (const id of publics) {
    mask |= BITS.get(id) ?? 0;
  }
  return mask;
}
