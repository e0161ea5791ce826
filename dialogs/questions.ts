import { type BesoinId, GROUPES_BESOINS, type GroupeId } from '../knowledge/vocabulary/besoins.ts';
import type { PublicId } from '../knowledge/vocabulary/publics.ts';
import type { SignalId } from '../knowledge/vocabulary/signaux.ts';
import type { ContrainteId, DelaiId } from '../knowledge/vocabulary/situation.ts';
import type { TextKey } from './text-keys.ts';

/** What an answer changes in the situation. Facets not named stay as they are. */
export interface Effet {
  readonly groupe?: GroupeId;
  readonly besoins?: readonly BesoinId[];
  readonly sure?: readonly SignalId[];
  readonly ecarte?: readonly SignalId[];
  readonly publics?: readonly PublicId[];
  readonly exclus?: readonly PublicId[];
  readonly delai?: DelaiId;
  readonly contraintes?: readonly ContrainteId[];
}

/** One answer: its text is `choix.<question>.<id>` unless it names another. */
export interface Choix {
  readonly id: string;
  readonly texte: TextKey;
  readonly effet: Effet;
}

/** The facets a question may fill; declining it declines them. */
export type Facette = 'signaux' | 'besoins' | 'lieu' | 'publics' | 'delai' | 'contraintes';

/** When a question makes sense; resolved by key in src/conversation/predicates.ts. */
export type PredicatId =
  | 'signalPossible'
  | 'auteurAClarifier'
  | 'besoinsInconnus'
  | 'besoinsPossibles'
  | 'groupeChoisi'
  | 'lieuInconnu'
  | 'lieuxPossibles'
  | 'femmeInconnue'
  | 'ageInconnu'
  | 'enfantsInconnus'
  | 'delaiInconnu';

/** Safety interrupts; then needs, then the place; the rest by what it can change. */
export type Rang = 'securite' | 'besoins' | 'lieu' | 'precision';

/** A row of the catalogue. No question names its successor: what comes next is computed. */
export interface Question {
  readonly id: string;
  readonly facette: Facette;
  readonly rang: Rang;
  readonly texte: TextKey;
  /** `signal`, `besoins`, `possibles`, `lieux` and `communes` are worked out from the situation. */
  readonly choix: readonly Choix[] | 'besoins' | 'possibles' | 'lieux' | 'communes' | 'signal';
  readonly poseeSi: PredicatId;
}

const groupes = Object.keys(GROUPES_BESOINS) as GroupeId[];

/** Everything that may be asked. A question not listed here is never asked. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'signal',
    facette: 'signaux',
    rang: 'securite',
    // Each doubt has its own text: see textOf.
    texte: 'question.signal.violences',
    choix: 'signal',
    poseeSi: 'signalPossible',
  },
  {
    id: 'auteur',
    facette: 'signaux',
    rang: 'securite',
    texte: 'question.auteur',
    choix: [
      { id: 'fait', texte: 'choix.auteur.fait', effet: { sure: ['auteur'], ecarte: ['violences'] } },
      { id: 'subi', texte: 'choix.auteur.subi', effet: { sure: ['violences'], ecarte: ['auteur'] } },
      { id: 'deux', texte: 'choix.auteur.deux', effet: { sure: ['auteur', 'violences'] } },
    ],
    poseeSi: 'auteurAClarifier',
  },
  {
    id: 'confirmer',
    facette: 'besoins',
    rang: 'besoins',
    texte: 'question.confirmer',
    choix: 'possibles',
    poseeSi: 'besoinsPossibles',
  },
  {
    id: 'groupe',
    facette: 'besoins',
    rang: 'besoins',
    texte: 'question.groupe',
    choix: groupes.map((id) => ({ id, texte: GROUPES_BESOINS[id].label, effet: { groupe: id } })),
    poseeSi: 'besoinsInconnus',
  },
  {
    id: 'besoin',
    facette: 'besoins',
    rang: 'besoins',
    texte: 'question.besoin',
    choix: 'besoins',
    poseeSi: 'groupeChoisi',
  },
  {
    id: 'commune',
    facette: 'lieu',
    rang: 'lieu',
    texte: 'question.commune',
    choix: 'communes',
    poseeSi: 'lieuxPossibles',
  },
  {
    id: 'lieu',
    facette: 'lieu',
    rang: 'lieu',
    texte: 'question.lieu',
    choix: 'lieux',
    poseeSi: 'lieuInconnu',
  },
  {
    id: 'femmes',
    facette: 'publics',
    rang: 'precision',
    texte: 'question.femmes',
    choix: [
      { id: 'oui', texte: 'choix.oui', effet: { publics: ['femme'] } },
      { id: 'non', texte: 'choix.non', effet: { exclus: ['femme'] } },
    ],
    poseeSi: 'femmeInconnue',
  },
  {
    id: 'age',
    facette: 'publics',
    rang: 'precision',
    texte: 'question.age',
    choix: [
      { id: 'mineur', texte: 'choix.age.mineur', effet: { publics: ['mineur'] } },
      { id: 'jeune', texte: 'choix.age.jeune', effet: { publics: ['jeune'], exclus: ['mineur'] } },
      { id: 'adulte', texte: 'choix.age.adulte', effet: { exclus: ['mineur', 'jeune', 'personne-agee'] } },
      {
        id: 'agee',
        texte: 'choix.age.agee',
        effet: { publics: ['personne-agee'], exclus: ['mineur', 'jeune'] },
      },
    ],
    poseeSi: 'ageInconnu',
  },
  {
    id: 'enfants',
    facette: 'publics',
    rang: 'precision',
    texte: 'question.enfants',
    choix: [
      { id: 'oui', texte: 'choix.oui', effet: { publics: ['avec-enfants'] } },
      { id: 'non', texte: 'choix.non', effet: { exclus: ['avec-enfants'] } },
    ],
    poseeSi: 'enfantsInconnus',
  },
  {
    id: 'delai',
    facette: 'delai',
    rang: 'precision',
    texte: 'question.delai',
    choix: [
      { id: 'maintenant', texte: 'choix.delai.maintenant', effet: { delai: 'maintenant' } },
      { id: 'ce-soir', texte: 'choix.delai.ce-soir', effet: { delai: 'ce-soir' } },
      { id: 'semaine', texte: 'choix.delai.semaine', effet: { delai: 'semaine' } },
      { id: 'plus-tard', texte: 'choix.delai.plus-tard', effet: { delai: 'plus-tard' } },
    ],
    poseeSi: 'delaiInconnu',
  },
];
