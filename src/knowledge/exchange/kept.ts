/** What may be shown of a structure, and where it was read. Empty when unknown; `commune` is a code of today. */
export const STRUCTURE_TEXTS = [
  'nom',
  'source',
  'site',
  'telephone',
  'courriel',
  'horaires',
  'adresse',
  'complement',
  'commune',
  'fichier',
  'endroit',
] as const;

/** What may be shown of a service, the id of its structure, and where it was read. Empty when unknown.
 *  `conditions` are of access and of referral, one a line, as written; `zone` is codes joined by spaces, in order; `departement` is one of those it serves. */
export const SERVICE_TEXTS = [
  'structure',
  'nom',
  'adresse',
  'complement',
  'commune',
  'telephone',
  'courriel',
  'lien',
  'conditions',
  'horaires',
  'zone',
  'departement',
  'fichier',
  'endroit',
] as const;

type Texts<Names extends readonly string[]> = Readonly<Record<Names[number], string>>;
export type StructureTexts = Texts<typeof STRUCTURE_TEXTS>;
export type ServiceTexts = Texts<typeof SERVICE_TEXTS>;

/** A structure as it is kept: numbers only, since there are a hundred thousand; its texts are put away, by rank. */
export interface KeptStructure {
  readonly siret: number;
  readonly telephoneCle: number;
  readonly nomCommune: number;
  readonly hidden: boolean;
  /** Its own name or network says that it lodges, or receives victims. */
  readonly hebergement: boolean;
  readonly violence: boolean;
  readonly textes: number;
}

/** A service as it is kept before its structure is known. */
export interface KeptService {
  readonly telephoneCle: number;
  readonly besoins: number;
  readonly publics: number;
  readonly drapeaux: number;
  readonly jour: number;
  /** No zone was given: it is the commune of the address, and must be its department where the place is hidden. */
  readonly zoneOfAddress: boolean;
  readonly textes: number;
}

/** A record as it was accepted: its texts are not put away yet, and do not say where it was read. */
export type Accepted<Kept, Shown> = Omit<Kept, 'textes'> & {
  readonly textes: Omit<Shown, 'fichier' | 'endroit'>;
};
