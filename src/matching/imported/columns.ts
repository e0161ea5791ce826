/** How a column is held in memory and in the snapshot. */
export const ARRAYS = { f64: Float64Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array } as const;

type Kind = keyof typeof ARRAYS;
type ArrayOf<K extends Kind> = InstanceType<(typeof ARRAYS)[K]>;
type Table<T extends Record<string, Kind>> = { readonly [Name in keyof T]: ArrayOf<T[Name]> };

/** One row a structure. `cle` and the keys are 48 bits of a SHA-256; a key of 0 is absent. */
export const STRUCTURE_COLUMNS = {
  /** Ascending: the row is the rank of the id. */
  cle: 'f64',
  nom: 'u32',
  source: 'u16',
  site: 'u32',
  /** Keys by which a structure is recognised among the curated ones. */
  siret: 'f64',
  telephone: 'f64',
  nomCommune: 'f64',
} as const satisfies Record<string, Kind>;

/** One row a service, in the order of structure then of `cle`: the row is the rank of the id. */
export const SERVICE_COLUMNS = {
  cle: 'f64',
  structure: 'u32',
  nom: 'u32',
  adresse: 'u32',
  complement: 'u32',
  telephone: 'u32',
  courriel: 'u32',
  lien: 'u32',
  conditions: 'u32',
  horaires: 'u32',
  /** Rank in `codes` plus one; 0 without a public address. */
  commune: 'u32',
  /** Rank in the table of zone lists. */
  zone: 'u32',
  /** One bit a need, in the order of the vocabulary; so for publics. */
  besoins: 'u32',
  publics: 'u16',
  drapeaux: 'u16',
  /** Days since 2000-01-01 of the producer's last change. */
  jour: 'u16',
  /** Whose clock and public holidays: a rank in `departements`. */
  departement: 'u8',
  /** Key of the service's own number. */
  telephoneCle: 'f64',
} as const satisfies Record<string, Kind>;

/** What is true of a service, one bit each. */
export const DRAPEAUX = {
  exclusif: 1,
  /** On referral only. */
  orientation: 2,
  /** Lodging, violence or prostitution: it came without street, coordinates or site. */
  sensible: 4,
  violence: 8,
  hebergement: 16,
  mediation: 32,
  adultes: 64,
  /** Some way in at all, and one that is not a voice call. */
  joignable: 128,
  sansAppel: 256,
  aDistance: 512,
  enPresentiel: 1024,
  gratuit: 2048,
  payant: 4096,
  preferentiel: 8192,
} as const;

/** An imported file, in columns: what a snapshot holds. */
export interface ImportedColumns {
  /** The day the snapshot was made. */
  readonly fait: string;
  /** Codes of communes, EPCI, departments, and `france`. */
  readonly codes: readonly string[];
  readonly sources: readonly string[];
  readonly departements: readonly string[];
  /** The codes of zone list n are `zoneCodes[zoneStarts[n] … zoneStarts[n + 1]]`. */
  readonly zoneStarts: Uint32Array;
  readonly zoneCodes: Uint32Array;
  readonly structures: Table<typeof STRUCTURE_COLUMNS>;
  readonly services: Table<typeof SERVICE_COLUMNS>;
  /** A string of the table; 0 is the empty one. */
  readonly text: (rank: number) => string;
}

export type StructureTable = ImportedColumns['structures'];
export type ServiceTable = ImportedColumns['services'];
