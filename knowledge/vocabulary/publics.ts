/** Who the person to help is. Mapped to the `publics` of data·inclusion v1. */
export const PUBLICS = {
  femme: { label: 'public.femme', definition: 'Femme.', dataInclusion: 'femmes' },
  homme: {
    label: 'public.homme',
    definition: 'Homme.',
    dataInclusion: null,
    raison: 'data·inclusion n’a pas de public masculin.',
  },
  mineur: {
    label: 'public.mineur',
    definition: 'Moins de 18 ans.',
    dataInclusion: null,
    raison: '« jeunes » de data·inclusion mêle mineurs et majeurs.',
  },
  jeune: { label: 'public.jeune', definition: 'De 18 à 25 ans.', dataInclusion: 'jeunes' },
  'personne-agee': { label: 'public.personne-agee', definition: 'Personne âgée.', dataInclusion: 'seniors' },
  enceinte: {
    label: 'public.enceinte',
    definition: 'Enceinte.',
    dataInclusion: null,
    raison: 'data·inclusion ne distingue pas la grossesse.',
  },
  'avec-enfants': {
    label: 'public.avec-enfants',
    definition: 'Avec des enfants à charge.',
    dataInclusion: 'familles',
  },
  handicap: {
    label: 'public.handicap',
    definition: 'En situation de handicap.',
    dataInclusion: 'personnes-en-situation-de-handicap',
  },
  etranger: {
    label: 'public.etranger',
    definition: 'De nationalité étrangère.',
    dataInclusion: 'personnes-exilees',
  },
  lgbt: {
    label: 'public.lgbt',
    definition: 'Lesbienne, gay, bi, trans…',
    dataInclusion: null,
    raison: 'data·inclusion n’a pas ce public.',
  },
  couple: {
    label: 'public.couple',
    definition: 'En couple, pour un accueil à deux.',
    dataInclusion: null,
    raison: 'data·inclusion n’a pas ce public.',
  },
  detenu: {
    label: 'public.detenu',
    definition: 'Actuellement en prison.',
    dataInclusion: 'personnes-en-situation-juridique-specifique',
  },
  'sortant-prison': {
    label: 'public.sortant-prison',
    definition: 'Sorti ou sortant de prison.',
    dataInclusion: 'personnes-en-situation-juridique-specifique',
  },
  'proche-detenu': {
    label: 'public.proche-detenu',
    definition: 'Proche d’une personne en prison.',
    dataInclusion: null,
    raison: 'data·inclusion vise la personne détenue, pas ses proches.',
  },
  prostitution: {
    label: 'public.prostitution',
    definition: 'Concerné par la prostitution.',
    dataInclusion: null,
    raison: 'data·inclusion n’a pas ce public.',
  },
} as const;

export type PublicId = keyof typeof PUBLICS;

/** Publics whose own organisations help with more than one need: they are worth knowing whatever is asked. */
export const PUBLICS_DEDIES: readonly PublicId[] = [
  'lgbt',
  'sortant-prison',
  'proche-detenu',
  'prostitution',
];

/** Words around who one is: « je suis une jeune femme », « maman de deux enfants ». */
export const PRESENTATION =
  'bonjour, je, moi, suis, ai, un, une, de, et, jeune, vieux, vieille, maman, papa, seul, seule, ans';
