import type { BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import type { Places } from '../../geography/places.ts';
import type { Demand } from '../demand.ts';
import type { Entry } from '../directory.ts';
import type { ImportedColumns } from './columns.ts';
import { createReaders, entryAt, NEED_IDS } from './entry.ts';
import { indexPostings, type Postings } from './postings.ts';
import { createRanking, type Ranking, rowOf } from './ranking.ts';

/** For each need, this many imported services at most are compared with the curated ones. */
export const BEST_PER_NEED = 16;
/** Zones from which a service is taken to weigh the question of the place. */
const SAMPLED_ZONES = 12;

/** The imported services as matching reads them. */
export interface Imported {
  /** Those that may be proposed for a need, best first by the criteria, `limit` at most. */
  best(need: BesoinId, demand: Demand, limit?: number): Entry[];
  /** Those that some answer could still propose: `limit` at most, from several zones while the place is unknown. */
  pool(need: BesoinId, demand: Demand, limit: number): Entry[];
  /** Every row that may be proposed for a need: the filter alone. */
  rows(need: BesoinId, demand: Demand): number[];
  get(id: string): Entry | undefined;
  entryAt(row: number): Entry;
  readonly size: number;
}

/** Opens the imported layer. `left` marks, by structure, what the curated layer already says or refuses. */
export function createImported(
  columns: ImportedColumns,
  places: Places,
  left: Uint8Array = new Uint8Array(columns.structures.cle.length),
): Imported {
  const readers = createReaders(columns, places);
  const postings = indexPostings(columns, NEED_IDS.length, left);
  const codeRanks = new Map(columns.codes.map((code, rank) => [code, rank]));
  const ground: Ground = {
    columns,
    postings,
    codeRanks,
    departements: columns.codes.filter((code) => code.length <= 3),
    ranking: createRanking(columns, readers),
  };
  const at = (row: number) => entryAt(row, columns, readers);
  const sampled = NEED_IDS.map((_, need) =>
    postings.zones(need, SAMPLED_ZONES).flatMap((code) => [...postings.of(need, code).subarray(0, 1)]),
  );
  return {
    size: columns.services.cle.length,
    entryAt: at,
    rows: (need, demand) => rowsOf(NEED_IDS.indexOf(need), demand, ground),
    best: (need, demand, limit = BEST_PER_NEED) =>
      bestRows(NEED_IDS.indexOf(need), demand, limit, ground).map(at),
    pool: (need, demand, limit) =>
      poolRows(NEED_IDS.indexOf(need), demand, limit, { ...ground, sampled }).map(at),
    get: (id) => {
      const row = findRow(id, columns, left);
      return row < 0 ? undefined : at(row);
    },
  };
}

interface Ground {
  readonly columns: ImportedColumns;
  readonly postings: Postings;
  readonly codeRanks: ReadonlyMap<string, number>;
  /** Once for all: there are tens of thousands of codes to look through. */
  readonly departements: readonly string[];
  readonly ranking: Ranking;
}

/** The lists of a need in the zones that can hold the place, nearest first; all the departments for someone who leaves. */
function listsOf(need: number, { chain, eloignement }: Demand, ground: Ground): Uint32Array[] {
  const around = chain ? [chain.commune, chain.arrondissement, chain.epci, ...chain.departements] : [];
  const away = eloignement ? ground.departements : [];
  return [...new Set([...around, ...away, 'france'])].flatMap((code) => {
    const rank = ground.codeRanks.get(code ?? '');
    return rank === undefined ? [] : [ground.postings.of(need, rank)];
  });
}

/** Visits each row of a need that serves the place, once. Only a service of several zones can be in two lists. */
function eachRow(need: number, demand: Demand, ground: Ground, visit: (row: number) => void): void {
  const { zoneStarts, services } = ground.columns;
  const several = demand.chain !== null && demand.chain.departements.length > 1;
  const seen = new Set<number>();
  const take = (row: number) => {
    const zone = services.zone[row] ?? 0;
    const alone = (zoneStarts[zone + 1] ?? 0) - (zoneStarts[zone] ?? 0) === 1;
    if ((!alone && seen.has(row)) || (several && !ground.ranking.serves(demand, row))) {
      return;
    }
    if (!alone) {
      seen.add(row);
    }
    visit(row);
  };
  for (const list of listsOf(need, demand, ground)) {
    list.forEach(take);
  }
}

function rowsOf(need: number, demand: Demand, ground: Ground): number[] {
  const allowed = ground.ranking.allowed(demand);
  const rows: number[] = [];
  eachRow(need, demand, ground, (row) => {
    if (allowed(row)) {
      rows.push(row);
    }
  });
  return rows;
}

function bestRows(need: number, demand: Demand, limit: number, ground: Ground): number[] {
  const allowed = ground.ranking.allowed(demand);
  const best = keeper(limit, ground.ranking.key(demand));
  eachRow(need, demand, ground, (row) => {
    if (allowed(row)) {
      best.offer(row);
    }
  });
  return best.rows();
}

/** The best now, and some that another answer would open. While the place is unknown, some of several zones. */
function poolRows(need: number, demand: Demand, limit: number, ground: Ground & Sampled): number[] {
  const reachable = ground.ranking.reachable(demand);
  if (demand.chain === null || limit < FEW) {
    const near = demand.chain ? [] : (ground.sampled[need] ?? []);
    const lists = listsOf(need, demand, ground).flatMap((list) => [...list.subarray(0, limit)]);
    return [...new Set([...near, ...lists])].filter(reachable).slice(0, limit);
  }
  const allowed = ground.ranking.allowed(demand);
  const key = ground.ranking.key(demand);
  const closed = keeper(limit >> 2, key);
  const open = keeper(limit - (limit >> 2), key);
  eachRow(need, demand, ground, (row) => {
    if (reachable(row)) {
      (allowed(row) ? open : closed).offer(row);
    }
  });
  return [...open.rows(), ...closed.rows()];
}

/** With room for fewer than this, the nearest lists are enough: every need is in question, none in particular. */
const FEW = 8;

interface Sampled {
  readonly sampled: readonly (readonly number[])[];
}

/** Keeps the rows of the `limit` smallest keys. Keys hold their row, so that they are all different. */
function keeper(limit: number, key: (row: number) => number) {
  const best: number[] = [];
  let worst = limit > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return {
    offer: (row: number): void => {
      const value = key(row);
      if (value < worst) {
        insert(best, value, limit);
        worst = best.length < limit ? worst : (best[limit - 1] ?? worst);
      }
    },
    rows: (): number[] => best.map(rowOf),
  };
}

function insert(sorted: number[], value: number, limit: number): void {
  let at = Math.min(sorted.length, limit - 1);
  for (; at > 0 && (sorted[at - 1] ?? 0) > value; at -= 1) {
    sorted[at] = sorted[at - 1] ?? 0;
  }
  sorted[at] = value;
}

/** The row of `di-<structure>/s-<service>`, -1 when it is not there or left out. */
function findRow(id: string, { structures, services }: ImportedColumns, left: Uint8Array): number {
  const match = /^di-([0-9a-f]{12})\/s-([0-9a-f]{12})$/.exec(id);
  if (!match) {
    return -1;
  }
  const [structureKey = -1, key = -1] = match.slice(1).map((hex) => Number.parseInt(hex, 16));
  const structure = lowerBound(structures.cle, structureKey);
  if (left[structure] === 1 || structures.cle[structure] !== structureKey) {
    return -1;
  }
  let row = lowerBound(services.structure, structure);
  while (services.structure[row] === structure && services.cle[row] !== key) {
    row += 1;
  }
  return services.structure[row] === structure ? row : -1;
}

function lowerBound(values: Float64Array | Uint32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
