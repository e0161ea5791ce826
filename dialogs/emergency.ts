import type { PublicId } from '../knowledge/vocabulary/publics.ts';
import type { SignalId } from '../knowledge/vocabulary/signaux.ts';
import type { LocuteurId } from '../knowledge/vocabulary/situation.ts';
import type { TextKey } from './text-keys.ts';

/** When a rule applies: every condition named must hold. Lists are « at least one of ». */
export interface Condition {
  readonly signaux?: readonly SignalId[];
  readonly sauf?: readonly SignalId[];
  readonly publics?: readonly PublicId[];
  readonly saufPublics?: readonly PublicId[];
  readonly locuteurs?: readonly LocuteurId[];
  readonly saufLocuteurs?: readonly LocuteurId[];
  /** Cannot speak or hear: everything is written. */
  readonly silencieux?: boolean;
  /** Violent, with no sign of violence suffered. */
  readonly auteurSeul?: boolean;
}

/** Lines, as `organisation/service` ids of knowledge/lines, in the order they are shown. */
export interface RegleUrgence {
  readonly si: Condition;
  readonly lignes: readonly string[];
}

/** An instruction shown above the lines; the first that applies is the action. */
export interface RegleConsigne {
  readonly si: Condition;
  readonly texte: TextKey;
}

/** Stands first on every page and in every channel. */
export const STATIQUE: readonly string[] = [
  'samu-15/samu-15',
  'police-17/police-17',
  'urgence-112/urgence-112',
  'urgence-114/urgence-114',
];

/** What a card in another language explains, in this order; all free, day and night (tested). */
export const CARTE = [
  'samu-15/samu-15',
  'police-17/police-17',
  'urgence-112/urgence-112',
  'urgence-114/urgence-114',
  '3919/3919',
  '119/119',
  '115/115',
  '3114/3114',
] as const;

const PHYSIQUE: readonly SignalId[] = ['danger-immediat', 'arme', 'etranglement'];
const VIOLENCES: readonly SignalId[] = [
  'violences',
  'etranglement',
  'arme',
  'harcelement',
  'privation-liberte',
];

const GRAVE: readonly SignalId[] = [...PHYSIQUE, 'urgence-vitale'];
const SUBIS: readonly SignalId[] = [
  ...VIOLENCES,
  'violences-sexuelles',
  'enfant-en-danger',
  'mariage-force',
  'traite',
  'mutilation-sexuelle',
  'maltraitance',
];

/** Which lines, for whom. Rules are read in order and their lines added in turn: the order of calling. */
export const REGLES: readonly RegleUrgence[] = [
  {
    si: { signaux: ['urgence-vitale'] },
    lignes: ['samu-15/samu-15', 'urgence-112/urgence-112', 'urgence-114/urgence-114'],
  },
  { si: { signaux: PHYSIQUE }, lignes: ['police-17/police-17', 'urgence-114/urgence-114'] },
  { si: { signaux: ['etranglement'] }, lignes: ['samu-15/samu-15'] },
  { si: { auteurSeul: true }, lignes: ['fnacav-ecoute/fnacav-ecoute'] },
  { si: { signaux: ['suicide'] }, lignes: ['3114/3114'] },
  { si: { signaux: ['suicide'], sauf: ['urgence-vitale'] }, lignes: ['suicide-ecoute/suicide-ecoute'] },
  { si: { auteurSeul: true }, lignes: ['3114/3114', 'police-17/police-17'] },
  { si: { signaux: ['enfant-en-danger'] }, lignes: ['119/119', 'police-17/police-17'] },
  {
    si: {
      publics: ['mineur'],
      signaux: [...VIOLENCES, 'violences-sexuelles', 'mariage-force', 'mutilation-sexuelle', 'traite'],
    },
    lignes: ['119/119', 'urgence-114/urgence-114'],
  },
  { si: { signaux: ['mariage-force'] }, lignes: ['sos-mariage-force/sos-mariage-force'] },
  { si: { signaux: ['maltraitance'] }, lignes: ['3133/3133'] },
  { si: { signaux: VIOLENCES, publics: ['personne-agee', 'handicap'] }, lignes: ['3133/3133'] },
  {
    si: { signaux: ['violences-sexuelles'], saufPublics: ['homme', 'mineur'] },
    lignes: ['viols-femmes-informations/viols-femmes-informations'],
  },
  {
    si: {
      signaux: [...VIOLENCES, 'violences-sexuelles', 'mutilation-sexuelle', 'mariage-force'],
      saufPublics: ['homme', 'mineur'],
    },
    lignes: ['3919/3919'],
  },
  {
    si: { signaux: [...VIOLENCES, 'violences-sexuelles', 'traite', 'maltraitance'] },
    lignes: ['116-006/116-006'],
  },
  { si: { signaux: ['traite'] }, lignes: ['ccem/ccem'] },
  { si: { signaux: ['harcelement'] }, lignes: ['3018/3018'] },
  {
    si: { signaux: [...VIOLENCES, 'violences-sexuelles', 'enfant-en-danger'] },
    lignes: ['police-chat/police-chat'],
  },
];

/** Instructions, in order; at most three are shown. */
export const CONSIGNES: readonly RegleConsigne[] = [
  { si: { signaux: ['urgence-vitale'], silencieux: false }, texte: 'consigne.vitale' },
  { si: { signaux: PHYSIQUE, silencieux: false }, texte: 'consigne.danger' },
  { si: { signaux: GRAVE, silencieux: true }, texte: 'consigne.danger-ecrit' },
  { si: { signaux: SUBIS, sauf: GRAVE, silencieux: false }, texte: 'consigne.si-danger' },
  { si: { signaux: SUBIS, sauf: GRAVE, silencieux: true }, texte: 'consigne.danger-ecrit' },
  { si: { signaux: ['etranglement'] }, texte: 'consigne.etranglement' },
  { si: { auteurSeul: true }, texte: 'consigne.auteur' },
  { si: { signaux: ['suicide'], locuteurs: ['proche', 'professionnel'] }, texte: 'consigne.suicide-proche' },
  { si: { signaux: ['suicide'], saufLocuteurs: ['proche', 'professionnel'] }, texte: 'consigne.suicide' },
  {
    si: { signaux: ['violences-sexuelles'], saufPublics: ['mineur'] },
    texte: 'consigne.violences-sexuelles',
  },
  {
    si: {
      publics: ['mineur'],
      saufLocuteurs: ['proche', 'professionnel'],
      signaux: [...VIOLENCES, 'violences-sexuelles', 'mariage-force', 'enfant-en-danger'],
    },
    texte: 'consigne.mineur',
  },
  { si: { signaux: ['mariage-force'] }, texte: 'consigne.mariage-force' },
  { si: { signaux: ['enfant-en-danger'], saufPublics: ['mineur'] }, texte: 'consigne.enfant' },
  { si: { signaux: ['violences'], publics: ['avec-enfants'], auteurSeul: false }, texte: 'consigne.parent' },
  { si: { signaux: ['harcelement'] }, texte: 'consigne.harcelement' },
  { si: { signaux: ['privation-liberte'] }, texte: 'consigne.privation-liberte' },
  { si: { signaux: ['traite'] }, texte: 'consigne.traite' },
  { si: { signaux: ['maltraitance'] }, texte: 'consigne.maltraitance' },
  { si: { signaux: ['mutilation-sexuelle'] }, texte: 'consigne.mutilation-sexuelle' },
  { si: { signaux: ['violences'], auteurSeul: false }, texte: 'consigne.violences' },
];
