/** What the server writes into the script that partners load. */
export interface EmbedConfig {
  /** The assistant's origin. */
  readonly origine: string;
  /** Words by language; the first language is the default. */
  readonly mots: Readonly<Record<string, { readonly titre: string; readonly lien: string }>>;
  readonly langue: string;
  /** Where leaving goes. */
  readonly sortie: string;
  /** What differs for a site, by its id. */
  readonly sites: Readonly<
    Record<string, { readonly langue?: string; readonly titre?: string; readonly sortie?: string }>
  >;
}
