import MiniSearch from 'minisearch';
import initSqlJs from 'sql.js';
import type { BesoinId } from '../knowledge/vocabulary/besoins.ts';
import type { Demand } from '../src/matching/demand.ts';
import type { Entry } from '../src/matching/directory.ts';

/** One question: which services of a need may be proposed to this person here? */
export interface Query {
  readonly need: BesoinId;
  readonly demand: Demand;
}

/** A way of answering it: the rows, in any order. */
export interface Peer {
  readonly name: string;
  readonly ask: (query: Query) => number[];
}

/** What every peer is given of a service. */
export interface Row {
  readonly id: number;
  readonly needs: readonly string[];
  readonly zones: readonly string[];
  readonly publics: readonly string[];
  readonly exclusive: number;
  readonly referral: number;
  readonly adults: number;
  readonly mediation: number;
}

/** An entry as the peers' tables hold it. */
export function rowOf({ service }: Entry, id: number): Row {
  return {
    id,
    needs: service.besoins,
    zones: service.zone_eligibilite,
    publics: service.publics,
    exclusive: service.accueil === 'exclusif' ? 1 : 0,
    referral: service.mobilisable_par.includes('usagers') ? 0 : 1,
    adults: service.age_min === null ? 0 : 1,
    mediation: service.type === 'mediation' ? 1 : 0,
  };
}

const zonesOf = ({ chain }: Demand): string[] =>
  chain
    ? [chain.commune, chain.arrondissement, chain.epci, ...chain.departements, 'france'].filter(
        (code) => code !== null,
      )
    : ['france'];

const welcomes = (row: Row, { publics, violence }: Demand): boolean =>
  row.referral === 0 &&
  !(row.exclusive === 1 && !row.publics.some((id) => publics.has(id))) &&
  !(row.adults === 1 && publics.has('mineur')) &&
  !(row.mediation === 1 && violence);

/** Reads every row, every time. */
export function plainScan(rows: readonly Row[]): Peer {
  return {
    name: 'plain scan',
    ask: ({ need, demand }) => {
      const zones = new Set(zonesOf(demand));
      const found: number[] = [];
      for (const row of rows) {
        if (row.needs.includes(need) && row.zones.some((code) => zones.has(code)) && welcomes(row, demand)) {
          found.push(row.id);
        }
      }
      return found;
    },
  };
}

/** A full-text index whose words are needs and zones, filtered by the rest. */
export function miniSearch(rows: readonly Row[]): Peer {
  const index = new MiniSearch<{ id: number; need: string; zone: string }>({
    fields: ['need', 'zone'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  index.addAll(rows.map(({ id, needs, zones }) => ({ id, need: needs.join(' '), zone: zones.join(' ') })));
  return {
    name: 'minisearch',
    ask: ({ need, demand }) =>
      index
        .search(
          {
            combineWith: 'AND',
            queries: [
              { queries: [need], fields: ['need'] },
              { queries: zonesOf(demand), fields: ['zone'], combineWith: 'OR' },
            ],
          },
          { filter: ({ id }) => welcomes(rows[id] as Row, demand) },
        )
        .map(({ id }) => id as number),
  };
}

const SCHEMA = `
  CREATE TABLE service (id INTEGER PRIMARY KEY, exclusive INT, referral INT, adults INT, mediation INT);
  CREATE TABLE served (need TEXT, zone TEXT, service INT, PRIMARY KEY (need, zone, service)) WITHOUT ROWID;
  CREATE TABLE public (service INT, id TEXT, PRIMARY KEY (service, id)) WITHOUT ROWID;`;
const INSERTS = {
  service: 'INSERT INTO service VALUES (?, ?, ?, ?, ?)',
  served: 'INSERT INTO served VALUES (?, ?, ?)',
  public: 'INSERT INTO public VALUES (?, ?)',
} as const;
const ASK = `
  SELECT DISTINCT service.id AS id FROM served JOIN service ON service.id = served.service
  WHERE served.need = ?1 AND served.zone IN (?2, ?3, ?4, ?5, ?6) AND referral = 0
    AND (exclusive = 0 OR EXISTS (SELECT 1 FROM public WHERE public.service = service.id AND public.id = ?7))
    AND NOT (adults = 1 AND ?8) AND NOT (mediation = 1 AND ?9)`;

type Value = string | number | null;

/** What the two SQLites have in common. */
interface Sql {
  readonly name: string;
  readonly run: (sql: string) => void;
  readonly insert: (sql: string, lists: Iterable<Value[]>) => void;
  readonly all: (values: Value[]) => number[];
  readonly prepare: () => void;
}

/** SQLite with the tables and the index this question asks for: in Node itself from 24, compiled to WebAssembly before. */
export async function sqlite(rows: readonly Row[]): Promise<Peer> {
  const sql = nodeSqlite() ?? (await wasmSqlite());
  sql.run(SCHEMA);
  sql.run('BEGIN');
  sql.insert(
    INSERTS.service,
    rows.map((r) => [r.id, r.exclusive, r.referral, r.adults, r.mediation]),
  );
  sql.insert(
    INSERTS.served,
    rows.flatMap((r) => r.needs.flatMap((need) => [...new Set(r.zones)].map((zone) => [need, zone, r.id]))),
  );
  sql.insert(
    INSERTS.public,
    rows.flatMap((r) => r.publics.map((id) => [r.id, id])),
  );
  sql.run('COMMIT');
  sql.run('ANALYZE');
  sql.prepare();
  return {
    name: sql.name,
    ask: ({ need, demand }) => {
      const zones = zonesOf(demand);
      const [mine = null] = demand.publics;
      const codes = Array.from({ length: 5 }, (_, rank) => zones[rank] ?? null);
      return sql.all([need, ...codes, mine, demand.publics.has('mineur') ? 1 : 0, demand.violence ? 1 : 0]);
    },
  };
}

interface Statement {
  run(...values: Value[]): unknown;
  all(...values: Value[]): { id: number }[];
}
interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
}

function nodeSqlite(): Sql | null {
  let made: { DatabaseSync: new (file: string) => Database };
  try {
    made = require('node:sqlite');
  } catch {
    return null;
  }
  const db = new made.DatabaseSync(':memory:');
  let ask: Statement | undefined;
  return {
    name: 'node:sqlite',
    run: (sql) => db.exec(sql),
    insert: (sql, lists) => {
      const statement = db.prepare(sql);
      for (const values of lists) {
        statement.run(...values);
      }
    },
    prepare: () => {
      ask = db.prepare(ASK);
    },
    all: (values) => ask?.all(...values).map(({ id }) => id) ?? [],
  };
}

async function wasmSqlite(): Promise<Sql> {
  const { Database } = (await initSqlJs()) as { Database: new () => WasmDatabase };
  const db = new Database();
  let ask: WasmStatement | undefined;
  return {
    name: 'sql.js',
    run: (sql) => void db.run(sql),
    insert: (sql, lists) => {
      const statement = db.prepare(sql);
      for (const values of lists) {
        statement.run(values);
      }
      statement.free();
    },
    prepare: () => {
      ask = db.prepare(ASK);
    },
    all: (values) => {
      const ids: number[] = [];
      ask?.bind(values);
      while (ask?.step()) {
        ids.push(ask.get()[0] as number);
      }
      ask?.reset();
      return ids;
    },
  };
}

interface WasmStatement {
  run(values: Value[]): void;
  bind(values: Value[]): boolean;
  step(): boolean;
  get(): Value[];
  reset(): void;
  free(): void;
}
interface WasmDatabase {
  run(sql: string): unknown;
  prepare(sql: string): WasmStatement;
}
