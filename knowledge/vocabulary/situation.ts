/** Who writes. It changes the voice and the order, and opens nothing that is not public. */
export const LOCUTEURS = {
  personne: {
    label: 'locuteur.personne',
    definition: 'La personne à aider écrit elle-même.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
  proche: {
    label: 'locuteur.proche',
    definition: 'Un proche, un voisin, un ami.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
  professionnel: {
    label: 'locuteur.professionnel',
    definition: 'Un professionnel ou un bénévole.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
  inconnu: {
    label: 'locuteur.inconnu',
    definition: 'Non dit.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
} as const;

/** When help is needed. */
export const DELAIS = {
  maintenant: {
    label: 'delai.maintenant',
    definition: 'Tout de suite.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
  'ce-soir': {
    label: 'delai.ce-soir',
    definition: 'Avant demain matin.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
  semaine: {
    label: 'delai.semaine',
    definition: 'Dans les sept jours.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
  'plus-tard': {
    label: 'delai.plus-tard',
    definition: 'Plus tard.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
  inconnu: {
    label: 'delai.inconnu',
    definition: 'Non dit.',
    dataInclusion: null,
    raison: 'Propre à la conversation.',
  },
} as const;

const CONTRAINTE_PROPRE = 'data·inclusion ne décrit pas les contraintes des personnes.';

/** What limits the ways to reach help. */
export const CONTRAINTES = {
  'telephone-surveille': {
    label: 'contrainte.telephone-surveille',
    definition: 'Le téléphone est regardé par quelqu’un.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  'ne-peut-pas-parler': {
    label: 'contrainte.ne-peut-pas-parler',
    definition: 'Ne peut pas parler à voix haute maintenant.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  'sans-voix': {
    label: 'contrainte.sans-voix',
    definition: 'Sourd, malentendant, ou sans parole.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  'sans-telephone': {
    label: 'contrainte.sans-telephone',
    definition: 'Pas de téléphone pour appeler.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  'lecture-difficile': {
    label: 'contrainte.lecture-difficile',
    definition: 'Lit difficilement.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  'sans-papiers': {
    label: 'contrainte.sans-papiers',
    definition: 'Sans titre de séjour.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  'sans-ressources': {
    label: 'contrainte.sans-ressources',
    definition: 'Sans argent.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  'sans-transport': {
    label: 'contrainte.sans-transport',
    definition: 'Sans moyen de se déplacer.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  animal: {
    label: 'contrainte.animal',
    definition: 'Avec un animal.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
  eloignement: {
    label: 'contrainte.eloignement',
    definition: 'Veut ou doit quitter le secteur.',
    dataInclusion: null,
    raison: CONTRAINTE_PROPRE,
  },
} as const;

/** Commands a person may say or tap at any moment. */
export const COMMANDES = [
  'aide',
  'retour',
  'passer',
  'recommencer',
  'effacer',
  'pourquoi',
  'voir-plus',
  'imprimer',
  'autre-besoin',
] as const;

/** Languages spoken: ISO 639-1 codes, and French sign language. */
export const LANGUES = [
  'fr',
  'en',
  'ar',
  'es',
  'pt',
  'ro',
  'ru',
  'tr',
  'uk',
  'fa',
  'zh',
  'de',
  'it',
  'pl',
  'bg',
  'sq',
  'ka',
  'hy',
  'so',
  'am',
  'ti',
  'ps',
  'ur',
  'bn',
  'ta',
  'hi',
  'vi',
  'ff',
  'wo',
  'bm',
  'ln',
  'sw',
  'ku',
  'sr',
  'nl',
  'lsf',
] as const;

export type LocuteurId = keyof typeof LOCUTEURS;
export type DelaiId = keyof typeof DELAIS;
export type ContrainteId = keyof typeof CONTRAINTES;
export type CommandeId = (typeof COMMANDES)[number];
export type LangueId = (typeof LANGUES)[number];
