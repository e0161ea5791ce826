/** data·inclusion describes services, not danger: no signal has a counterpart there. */
const SANS_EQUIVALENT = 'data·inclusion ne décrit pas les situations de danger.';

/**
 * Signals of danger. They only add urgency.
 * `subie`: it tells of violence suffered by the person to help. `besoins`: what is sought when the person names no need.
 */
export const SIGNAUX = {
  'danger-immediat': {
    label: 'signal.danger-immediat',
    definition: 'Un danger grave, maintenant.',
    subie: true,
    besoins: ['plainte-protection'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  'urgence-vitale': {
    label: 'signal.urgence-vitale',
    definition: 'Blessure, malaise, inconscience, surdose, accouchement.',
    subie: false,
    besoins: ['sante'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  arme: {
    label: 'signal.arme',
    definition: 'Une arme est montrée, accessible ou utilisée pour menacer.',
    subie: true,
    besoins: ['plainte-protection'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  etranglement: {
    label: 'signal.etranglement',
    definition: 'On serre le cou, on empêche de respirer.',
    subie: true,
    besoins: ['sante', 'plainte-protection'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  violences: {
    label: 'signal.violences',
    definition: 'Violences dans la famille ou le couple, dites par la personne.',
    subie: true,
    besoins: ['ecoute', 'plainte-protection'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  'violences-sexuelles': {
    label: 'signal.violences-sexuelles',
    definition: 'Viol, agression sexuelle, inceste, rapport imposé.',
    subie: true,
    besoins: ['ecoute', 'sante', 'plainte-protection'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  'privation-liberte': {
    label: 'signal.privation-liberte',
    definition: 'Personne enfermée, ou papiers, téléphone, argent retenus.',
    subie: true,
    besoins: ['plainte-protection', 'droits'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  suicide: {
    label: 'signal.suicide',
    definition: 'Idées de suicide, projet, geste en cours, de la personne ou d’un proche.',
    subie: false,
    besoins: ['ecoute', 'sante-mentale'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  'enfant-en-danger': {
    label: 'signal.enfant-en-danger',
    definition: 'Un enfant est visé, ou seul et en danger.',
    subie: true,
    besoins: ['ecoute'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  'mariage-force': {
    label: 'signal.mariage-force',
    definition: 'Mariage imposé ou craint, départ à l’étranger redouté.',
    subie: true,
    besoins: ['ecoute', 'droits'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  traite: {
    label: 'signal.traite',
    definition: 'Exploitation, travail forcé, proxénétisme.',
    subie: true,
    besoins: ['ecoute', 'droits'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  'mutilation-sexuelle': {
    label: 'signal.mutilation-sexuelle',
    definition: 'Excision subie ou redoutée.',
    subie: true,
    besoins: ['ecoute', 'sante-sexuelle'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  maltraitance: {
    label: 'signal.maltraitance',
    definition: 'Violence, négligence ou abus d’argent envers une personne âgée, malade ou handicapée.',
    subie: true,
    besoins: ['ecoute', 'plainte-protection'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  harcelement: {
    label: 'signal.harcelement',
    definition: 'Suivre, surveiller, logiciel espion, harcèlement en ligne.',
    subie: true,
    besoins: ['ecoute', 'plainte-protection'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
  auteur: {
    label: 'signal.auteur',
    definition: 'La personne à aider est violente ou craint de le devenir.',
    subie: false,
    besoins: ['ecoute'],
    dataInclusion: null,
    raison: SANS_EQUIVALENT,
  },
} as const;

/** How surely a signal was understood. */
export const FORCES = ['sure', 'possible'] as const;

export type SignalId = keyof typeof SIGNAUX;
export type Force = (typeof FORCES)[number];
