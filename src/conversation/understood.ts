import { z } from 'zod';
import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS, type PublicId } from '../../knowledge/vocabulary/publics.ts';
import { FORCES, SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import {
  COMMANDES,
  CONTRAINTES,
  type ContrainteId,
  DELAIS,
  type DelaiId,
  LANGUES,
  LOCUTEURS,
  type LocuteurId,
} from '../../knowledge/vocabulary/situation.ts';

const ids = <Id extends string>(table: Record<Id, unknown>) => z.enum(Object.keys(table) as [Id, ...Id[]]);

export const besoin = ids<BesoinId>(BESOINS);
export const publicId = ids<PublicId>(PUBLICS);
export const signalId = ids<SignalId>(SIGNAUX);
export const contrainte = ids<ContrainteId>(CONTRAINTES);
export const locuteur = ids<LocuteurId>(LOCUTEURS);
export const delai = ids<DelaiId>(DELAIS);
export const langue = z.enum(LANGUES);
export const commande = z.enum(COMMANDES);
export const signal = z.strictObject({ id: signalId, force: z.enum(FORCES) });

/** INSEE code of a commune, municipal arrondissement or department, or the 9 digits of an EPCI. */
export const lieuCode = z.string().regex(/^(?:\d[\dAB]\d{3}|\d{9}|\d[\dAB]|9[78]\d)$/);
export const lieu = z.strictObject({
  code: lieuCode,
  nom: z.string(),
  type: z.enum(['commune', 'arrondissement', 'epci', 'departement']),
});

/** What one message says, as codes. The text itself never enters the core. Publics and needs describe the person to help. */
export const understood = z.strictObject({
  besoins: z.array(besoin),
  besoins_refuses: z.array(besoin),
  /** Needs heard too faintly to be taken as said: they are asked about, three at most. */
  besoins_possibles: z.array(besoin).max(3).default([]),
  signaux: z.array(signal),
  publics: z.array(publicId),
  lieu: lieu.nullable(),
  lieux_possibles: z.array(lieuCode),
  locuteur,
  delai,
  contraintes: z.array(contrainte),
  langues: z.array(langue),
  commande: commande.nullable(),
  /** Language of the message itself. */
  langue: z.string().regex(/^[a-z]{2}(?:-[a-z]+)?$/),
  /** Which rules spoke, e.g. `arme:motif-3`. Never the person's words. */
  raisons: z.array(z.string().regex(/^[a-z0-9:.-]+$/)),
});

export type Understood = z.infer<typeof understood>;
export type Signal = z.infer<typeof signal>;
export type Lieu = z.infer<typeof lieu>;

/** An `Understood` that says nothing: the ground every reading starts from. */
export const NOTHING_UNDERSTOOD: Understood = {
  besoins: [],
  besoins_refuses: [],
  besoins_possibles: [],
  signaux: [],
  publics: [],
  lieu: null,
  lieux_possibles: [],
  locuteur: 'inconnu',
  delai: 'inconnu',
  contraintes: [],
  langues: [],
  commande: null,
  langue: 'fr',
  raisons: [],
};
