import type { Choix, Effet, PredicatId, Question } from '../../dialogs/questions.ts';
import type { TextKey } from '../../dialogs/text-keys.ts';
import { type BesoinId, GROUPES_BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import type { Label } from './replies.ts';
import type { Step } from './session.ts';
import { hasSignal, type Situation, values } from './situation.ts';

/** An answer that can be given now: from the catalogue, or worked out from the situation. */
export interface Option {
  readonly id: string;
  readonly label: Label;
  readonly effet: Effet;
  /** The answer to a question of place. */
  readonly lieu?: string;
}

/** Life first. 15, 17 and 114 stand in view already, 3114 does not: suicide is asked about before all. */
const LIFE_FIRST: readonly SignalId[] = [
  'suicide',
  'danger-immediat',
  'urgence-vitale',
  'enfant-en-danger',
  'arme',
  'etranglement',
];
/** Signals in the order in which a doubt about them is asked. */
const DOUBT_ORDER = [...new Set([...LIFE_FIRST, ...(Object.keys(SIGNAUX) as SignalId[])])];

/** The possible signals not asked about yet, life first. `auteur` has a question of its own. */
export function doubts({ situation, posees }: Step): SignalId[] {
  return DOUBT_ORDER.filter(
    (id) =>
      id !== 'auteur' &&
      hasSignal(situation, id, 'possible') &&
      !isSure(situation, id) &&
      !(SOFT.includes(id) && hurt(situation, 'sure')) &&
      !(id === 'enfant-en-danger' && isElderAlone(situation)) &&
      !posees.includes(`signal:${id}`),
  );
}

/** Not asked of someone who has just told of violence: the question would only hurt. */
const SOFT: readonly SignalId[] = ['violences', 'harcelement', 'privation-liberte', 'maltraitance'];

/** Written for someone old, with no child in it. */
const isElderAlone = ({ publics }: Situation) =>
  values(publics).includes('personne-agee') &&
  !values(publics).some((id) => id === 'mineur' || id === 'avec-enfants');

const isSure = (s: Situation, id: SignalId) => s.signaux.some((x) => x.id === id && x.force === 'sure');

/** The doubt to ask about now, if any. */
function doubtfulSignal(step: Step): SignalId | undefined {
  return doubts(step)[0];
}

const violent = (s: Situation) => hasSignal(s, 'auteur', 'possible');
const hurt = (s: Situation, force: 'sure' | 'possible') =>
  DOUBT_ORDER.some((id) => SIGNAUX[id].subie && hasSignal(s, id, force));
/** When life is at stake, no menu: what is sought follows from the danger. */
const VITAL: readonly SignalId[] = ['danger-immediat', 'urgence-vitale', 'suicide'];
const needsUnknown = (s: Situation) =>
  s.besoins !== 'decline' && s.besoins.length === 0 && !VITAL.some((id) => hasSignal(s, id));
const knows = (s: Situation, ids: readonly string[]) =>
  ids.some((id) => values(s.publics).some((x) => x === id) || s.publics_exclus.some((x) => x === id));

/** When each question makes sense, by key. */
const PREDICATES: Record<PredicatId, (step: Step) => boolean> = {
  signalPossible: (step) => doubtfulSignal(step) !== undefined,
  // Asked while it is not sure who is violent; « les deux » answers it.
  auteurAClarifier: ({ situation: s }) => violent(s) && (!hasSignal(s, 'auteur') || hurt(s, 'possible')),
  besoinsInconnus: ({ situation: s }) => needsUnknown(s) && s.groupe === null,
  besoinsPossibles: ({ situation: s, possibles }) =>
    needsUnknown(s) && s.groupe === null && possibles.length > 0,
  groupeChoisi: ({ situation: s }) => needsUnknown(s) && s.groupe !== null,
  lieuInconnu: ({ situation: s, lieux }) => s.lieu === null && lieux.length === 0,
  lieuxPossibles: ({ lieux }) => lieux.length > 0,
  femmeInconnue: ({ situation: s }) => !knows(s, ['femme']),
  ageInconnu: ({ situation: s }) => !knows(s, ['mineur', 'jeune', 'personne-agee']),
  enfantsInconnus: ({ situation: s }) => !knows(s, ['avec-enfants']),
  delaiInconnu: ({ situation: s }) => s.delai === 'inconnu',
};

/** The key under which an asked question is remembered: each doubtful signal is its own question. */
export function questionKey(question: Question, step: Step): string {
  return question.choix === 'signal' ? `signal:${doubtfulSignal(step) ?? 'aucun'}` : question.id;
}

/** The questions that make sense now and were not asked yet, in an order that does not depend on the catalogue's. */
export function openQuestions(catalogue: readonly Question[], step: Step): Question[] {
  return catalogue
    .filter((q) => PREDICATES[q.poseeSi](step) && !step.posees.includes(questionKey(q, step)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The answers of a question now. `lieux` are the communes to offer, nearest to what is known. */
export function optionsOf(question: Question, step: Step, lieux: readonly string[]): Option[] {
  switch (question.choix) {
    case 'signal':
      return signalOptions(doubtfulSignal(step));
    case 'besoins':
      return needOptions(step.situation);
    case 'possibles':
      return step.possibles.map(needOption);
    case 'lieux':
      return lieux.map(placeOption);
    case 'communes':
      return step.lieux.map(placeOption);
    default:
      return question.choix.map(fixedOption);
  }
}

/** The text of a question now: a doubtful signal has its own, and for a prison its commune is asked. */
export function textOf(question: Question, step: Step): TextKey {
  const signal = doubtfulSignal(step);
  if (question.choix === 'signal' && signal) {
    return `question.signal.${signal}`;
  }
  const prison = values(step.situation.besoins).includes('prison');
  return question.facette === 'lieu' && prison ? 'question.lieu-prison' : question.texte;
}

function signalOptions(signal: SignalId | undefined): Option[] {
  return signal
    ? [
        { id: 'oui', label: { texte: 'choix.oui' }, effet: { sure: [signal] } },
        { id: 'non', label: { texte: 'choix.non' }, effet: { ecarte: [signal] } },
      ]
    : [];
}

function needOptions({ groupe, besoins_refuses }: Situation): Option[] {
  const needs: readonly BesoinId[] = groupe ? GROUPES_BESOINS[groupe].besoins : [];
  return needs.filter((id) => !besoins_refuses.includes(id)).map(needOption);
}

const needOption = (id: BesoinId): Option => ({
  id,
  label: { texte: `besoin.${id}` },
  effet: { besoins: [id] },
});

const placeOption = (code: string): Option => ({ id: code, label: { lieu: code }, effet: {}, lieu: code });
const fixedOption = ({ id, texte, effet }: Choix): Option => ({ id, label: { texte }, effet });
