import { z } from 'zod';
import { GROUPES_BESOINS, type GroupeId } from '../../knowledge/vocabulary/besoins.ts';
import type { SignalId } from '../../knowledge/vocabulary/signaux.ts';
import {
  besoin,
  contrainte,
  delai,
  langue,
  lieuCode,
  locuteur,
  publicId,
  signal,
  signalId,
} from './understood.ts';

/** « Je préfère ne pas dire »: the facet was asked and stays closed. An empty list or null is unknown. */
const decline = z.literal('decline');

/** What is known of the person to help, as codes. */
export const situation = z.strictObject({
  besoins: z.union([z.array(besoin), decline]),
  besoins_refuses: z.array(besoin),
  /** The group of needs chosen, while no need of it is. */
  groupe: z.enum(Object.keys(GROUPES_BESOINS) as [GroupeId, ...GroupeId[]]).nullable(),
  signaux: z.array(signal),
  /** Possible signals to which the person answered no. They are not asked again; the emergency block stays. */
  signaux_ecartes: z.array(signalId),
  publics: z.union([z.array(publicId), decline]),
  /** Publics the person said do not fit. */
  publics_exclus: z.array(publicId),
  locuteur,
  delai: z.union([delai, decline]),
  contraintes: z.union([z.array(contrainte), decline]),
  langues: z.union([z.array(langue), decline]),
  lieu: z.union([lieuCode, decline, z.null()]),
});

export type Situation = z.infer<typeof situation>;

export const EMPTY_SITUATION: Situation = {
  besoins: [],
  besoins_refuses: [],
  groupe: null,
  signaux: [],
  signaux_ecartes: [],
  publics: [],
  publics_exclus: [],
  locuteur: 'inconnu',
  delai: 'inconnu',
  contraintes: [],
  langues: [],
  lieu: null,
};

/** The values of a list facet; a declined facet has none. */
export function values<T>(facet: readonly T[] | 'decline'): readonly T[] {
  return facet === 'decline' ? [] : facet;
}

/** Whether a signal stands: said, surely or (`atLeast: 'possible'`) possibly, and not answered no nor taken back. */
export function hasSignal(s: Situation, id: SignalId, atLeast: 'sure' | 'possible' = 'sure'): boolean {
  const told = s.signaux.some((x) => x.id === id && (x.force === 'sure' || atLeast === 'possible'));
  return told && !s.signaux_ecartes.includes(id);
}
