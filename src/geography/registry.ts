import { column, type PlacesFile } from './compact.ts';
import type { Place, PlaceChain } from './places.ts';

/** Places by code, and the zones around each. */
export interface Registry {
  get(code: string): Place | undefined;
  chain(code: string): PlaceChain | undefined;
}

type Chained = { place: Place; chain: PlaceChain };

/** Columns that several tables read. */
interface Tables {
  communes: readonly string[];
  epci: readonly string[];
  regions: ReadonlyMap<string, string>;
}

/** The department in the code of a commune: three characters overseas, two elsewhere. */
export function departementOf(commune: string): string {
  return commune.slice(0, commune.startsWith('97') || commune.startsWith('98') ? 3 : 2);
}

/** Opens the table of places. Communes are numerous and few are asked for: each is made when it is. */
export function createRegistry(file: PlacesFile): Registry {
  const tables: Tables = {
    communes: column(file.communes.codes),
    epci: column(file.epci.codes),
    regions: regionsByDepartement(file),
  };
  const communes = communeReader(file, tables);
  const rows = [
    ...departementRows(file, tables),
    ...epciRows(file, tables),
    ...arrondissementRows(file, communes),
  ];
  const others = new Map(rows.map((row) => [row.place.code, row]));
  const heirs = column(file.anciennes.communes);
  const former = new Map(column(file.anciennes.codes).map((code, rank) => [code, heirs[rank] ?? '']));
  const find = (code: string) => others.get(code) ?? communes(code) ?? communes(former.get(code) ?? '');
  return { get: (code) => find(code)?.place, chain: (code) => find(code)?.chain };
}

function communeReader(file: PlacesFile, tables: Tables): (code: string) => Chained | undefined {
  const noms = column(file.communes.noms);
  const ranks = new Map<string, number>();
  for (let rank = 0; rank < tables.communes.length; rank++) ranks.set(tables.communes[rank] ?? '', rank);
  return (code) => {
    const rank = ranks.get(code);
    if (rank === undefined) return undefined;
    const departement = departementOf(code);
    const population = file.communes.populations[rank] ?? 0;
    return {
      place: { code, nom: noms[rank] ?? code, type: 'commune', population },
      chain: {
        commune: code,
        arrondissement: null,
        epci: tables.epci[file.communes.epci[rank] ?? -1] ?? null,
        departements: [departement],
        region: tables.regions.get(departement) ?? null,
      },
    };
  };
}

function arrondissementRows(file: PlacesFile, commune: (code: string) => Chained | undefined): Chained[] {
  const noms = column(file.arrondissements.noms);
  const parents = column(file.arrondissements.communes);
  return column(file.arrondissements.codes).flatMap((code, rank) => {
    const parent = commune(parents[rank] ?? '');
    const population = file.arrondissements.populations[rank] ?? 0;
    if (!parent) return [];
    const place: Place = { code, nom: noms[rank] ?? code, type: 'arrondissement', population };
    return [{ place, chain: { ...parent.chain, arrondissement: code } }];
  });
}

/** An EPCI's departments, the most populated part first; its region is that of the first. */
function epciRows(file: PlacesFile, tables: Tables): Chained[] {
  const shares: Map<string, number>[] = tables.epci.map(() => new Map());
  tables.communes.forEach((code, rank) => {
    const share = shares[file.communes.epci[rank] ?? -1];
    if (share) count(share, departementOf(code), file.communes.populations[rank]);
  });
  const noms = column(file.epci.noms);
  return tables.epci.map((code, rank) => {
    const departements = [...(shares[rank] ?? [])].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    const population = file.epci.populations[rank] ?? 0;
    const region = tables.regions.get(departements[0] ?? '') ?? null;
    return {
      place: { code, nom: noms[rank] ?? code, type: 'epci', population },
      chain: { commune: null, arrondissement: null, epci: code, departements, region },
    };
  });
}

function departementRows(file: PlacesFile, tables: Tables): Chained[] {
  const populations = new Map<string, number>();
  tables.communes.forEach((code, rank) => {
    count(populations, departementOf(code), file.communes.populations[rank]);
  });
  const noms = column(file.departements.noms);
  return column(file.departements.codes).map((code, rank) => ({
    place: { code, nom: noms[rank] ?? code, type: 'departement', population: populations.get(code) ?? 0 },
    chain: {
      commune: null,
      arrondissement: null,
      epci: null,
      departements: [code],
      region: tables.regions.get(code) ?? null,
    },
  }));
}

function count(totals: Map<string, number>, key: string, population = 0): void {
  totals.set(key, (totals.get(key) ?? 0) + population);
}

function regionsByDepartement(file: PlacesFile): ReadonlyMap<string, string> {
  const regions = column(file.departements.regions);
  return new Map(column(file.departements.codes).map((code, rank) => [code, regions[rank] ?? '']));
}
