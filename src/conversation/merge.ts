import type { Effet } from '../../dialogs/questions.ts';
import type { PublicId } from '../../knowledge/vocabulary/publics.ts';
import { type Situation, values } from './situation.ts';
import type { Signal, Understood } from './understood.ts';

/** Publics of which a person is one at most: the last said wins. */
const EXCLUSIVE: readonly (readonly PublicId[])[] = [
  ['femme', 'homme'],
  ['mineur', 'jeune', 'personne-agee'],
];

/** Adds what a message said: one text can fill several facets, correct one, refuse one. */
export function mergeUnderstood(s: Situation, u: Understood): Situation {
  const besoins = union(values(s.besoins), u.besoins).filter((id) => !u.besoins_refuses.includes(id));
  const declined = s.besoins === 'decline' && u.besoins.length === 0;
  return {
    ...s,
    besoins: declined ? 'decline' : besoins,
    besoins_refuses: union(s.besoins_refuses, u.besoins_refuses).filter((id) => !u.besoins.includes(id)),
    groupe: besoins.length > 0 ? null : s.groupe,
    signaux: mergeSignals(s.signaux, u.signaux),
    // What is said again stands again.
    signaux_ecartes: s.signaux_ecartes.filter((id) => !u.signaux.some((x) => x.id === id)),
    ...mergePublics(s, u.publics, []),
    locuteur: u.locuteur === 'inconnu' ? s.locuteur : u.locuteur,
    delai: u.delai === 'inconnu' ? s.delai : u.delai,
    contraintes: u.contraintes.length === 0 ? s.contraintes : union(values(s.contraintes), u.contraintes),
    langues: u.langues.length === 0 ? s.langues : union(values(s.langues), u.langues),
    lieu: u.lieu?.code ?? s.lieu,
  };
}

/** Applies the answer to a question. */
export function applyEffet(s: Situation, effet: Effet): Situation {
  const sure: Signal[] = (effet.sure ?? []).map((id) => ({ id, force: 'sure' }));
  const ecarte = effet.ecarte ?? [];
  return {
    ...s,
    groupe: effet.besoins ? null : (effet.groupe ?? s.groupe),
    besoins: effet.besoins ? union(values(s.besoins), effet.besoins) : s.besoins,
    besoins_refuses: s.besoins_refuses.filter((id) => !effet.besoins?.includes(id)),
    signaux: mergeSignals(s.signaux, sure),
    signaux_ecartes: union(s.signaux_ecartes, ecarte).filter((id) => !effet.sure?.includes(id)),
    ...mergePublics(s, effet.publics ?? [], effet.exclus ?? []),
    delai: effet.delai ?? s.delai,
    contraintes: effet.contraintes ? union(values(s.contraintes), effet.contraintes) : s.contraintes,
  };
}

/** Sure stays sure: a signal only adds urgency. */
export function mergeSignals(known: readonly Signal[], added: readonly Signal[]): Signal[] {
  const merged = new Map(known.map((x) => [x.id, x]));
  for (const x of added) {
    if (merged.get(x.id)?.force !== 'sure') {
      merged.set(x.id, x);
    }
  }
  return [...merged.values()];
}

function mergePublics(s: Situation, added: readonly PublicId[], excluded: readonly PublicId[]) {
  const replaced = EXCLUSIVE.filter((group) => group.some((id) => added.includes(id))).flat();
  const kept = values(s.publics).filter((id) => !replaced.includes(id) && !excluded.includes(id));
  const closed = union(
    s.publics_exclus.filter((id) => !added.includes(id)),
    [...excluded, ...replaced.filter((id) => !added.includes(id))],
  );
  const publics = union(kept, added);
  return {
    publics: s.publics === 'decline' && added.length === 0 ? ('decline' as const) : publics,
    publics_exclus: closed,
  };
}

function union<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set([...a, ...b])];
}
