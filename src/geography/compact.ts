import { z } from 'zod';

/** Changes whenever the shape below does, so that a file left by an older build is refused. */
const PLACES_VERSION = 1;

/** Between the words of a column. */
export const SEPARATOR = '|';
/** One column of words, joined by `|`. */
const words = z.string();
/** One column of numbers. Not looked into: the file is our own, and the check must cost nothing at start. */
const numbers = z.custom<readonly number[]>((value) => Array.isArray(value));

/** The places of France in columns: the same rank in each column of a table is the same place. */
export const placesFile = z.strictObject({
  version: z.literal(PLACES_VERSION),
  communes: z.strictObject({
    codes: words,
    noms: words,
    populations: numbers,
    /** Rank in the table of EPCI, -1 outside any. */
    epci: numbers,
    /** Postcodes of the commune, separated by spaces. */
    codes_postaux: words,
  }),
  /** Municipal arrondissements. */
  arrondissements: z.strictObject({
    codes: words,
    noms: words,
    populations: numbers,
    communes: words,
    codes_postaux: words,
  }),
  /** Associated and delegated communes, with the commune that took them in. */
  anciennes: z.strictObject({ codes: words, noms: words, communes: words }),
  epci: z.strictObject({ codes: words, noms: words, populations: numbers }),
  departements: z.strictObject({ codes: words, noms: words, regions: words }),
});

export type PlacesFile = z.infer<typeof placesFile>;

/** A row of communes.json in @etalab/decoupage-administratif. */
interface CommuneSource {
  code: string;
  nom: string;
  type: string;
  population?: number;
  codesPostaux?: readonly string[];
  /** Of a municipal arrondissement: its commune. */
  commune?: string;
  /** Of an associated or delegated commune: the commune that took it in. */
  chefLieu?: string;
}

/** The three files that the compact one is made of. */
export interface PlacesSource {
  communes: readonly CommuneSource[];
  epci: readonly {
    code: string;
    nom: string;
    populationMunicipale: number;
    membres: readonly { code: string }[];
  }[];
  departements: readonly { code: string; nom: string; region: string }[];
}

/** The words of a column. */
export function column(joined: string): string[] {
  return joined === '' ? [] : joined.split(SEPARATOR);
}

/** Puts the official lists in columns, and keeps only what is used. */
export function compact(source: PlacesSource): PlacesFile {
  const ofType = (type: string) => source.communes.filter((row) => row.type === type);
  const communes = ofType('commune-actuelle');
  const arrondissements = ofType('arrondissement-municipal');
  return {
    version: PLACES_VERSION,
    communes: { ...inhabited(communes), epci: epciRanks(communes, source.epci) },
    arrondissements: { ...inhabited(arrondissements), communes: join(arrondissements, (row) => row.commune) },
    anciennes: former([...ofType('commune-associee'), ...ofType('commune-deleguee')], communes),
    epci: {
      codes: join(source.epci, (row) => row.code),
      noms: join(source.epci, (row) => row.nom),
      populations: source.epci.map((row) => row.populationMunicipale),
    },
    departements: {
      codes: join(source.departements, (row) => row.code),
      noms: join(source.departements, (row) => row.nom),
      regions: join(source.departements, (row) => row.region),
    },
  };
}

function inhabited(rows: readonly CommuneSource[]) {
  return {
    codes: join(rows, (row) => row.code),
    noms: join(rows, (row) => row.nom),
    populations: rows.map((row) => row.population ?? 0),
    codes_postaux: join(rows, (row) => (row.codesPostaux ?? []).join(' ')),
  };
}

/** A former commune whose name its new commune keeps adds nothing, unless its code differs. */
function former(rows: readonly CommuneSource[], communes: readonly CommuneSource[]) {
  const names = new Map(communes.map((row) => [row.code, row.nom]));
  const kept = rows.filter((row) => {
    const heir = names.get(row.chefLieu ?? '');
    return heir !== undefined && (heir !== row.nom || row.code !== row.chefLieu);
  });
  return {
    codes: join(kept, (row) => row.code),
    noms: join(kept, (row) => row.nom),
    communes: join(kept, (row) => row.chefLieu),
  };
}

function epciRanks(communes: readonly CommuneSource[], epci: PlacesSource['epci']): number[] {
  const ranks = new Map(epci.flatMap((group, rank) => group.membres.map((member) => [member.code, rank])));
  return communes.map((row) => ranks.get(row.code) ?? -1);
}

function join<Row>(rows: readonly Row[], cell: (row: Row) => string | undefined): string {
  return rows.map((row) => (cell(row) ?? '').replaceAll(SEPARATOR, ' ')).join(SEPARATOR);
}
