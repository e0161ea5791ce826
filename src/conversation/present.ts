import type { TextKey } from '../../dialogs/text-keys.ts';
import { isEverywhere } from '../matching/directory.ts';
import { match } from '../matching/match.ts';
import type { Suggestion } from '../matching/reasons.ts';
import { questionKey, textOf } from './catalogue.ts';
import { type Asked, MAX_QUESTIONS, nextQuestion } from './policy.ts';
import { type ChoiceRef, commandChoice, type Reply, SHOWN_COMMANDS } from './replies.ts';
import { currentStep, type Session, type Step } from './session.ts';
import type { World } from './world.ts';

/** Beside the plan, this many alternatives are shown at first; « voir plus » shows the rest. */
const FIRST_ALTERNATIVES = 2;

/** What follows from a state: a question, or the results with what could refine them. */
export function present(
  session: Session,
  world: World,
  now: Date,
  more: boolean,
): { session: Session; replies: Reply[] } {
  const step = currentStep(session);
  const asked = more ? null : nextQuestion(step, session, world, now);
  if (asked && mustAsk(asked, step)) {
    return {
      session: mark(session, { question: questionKey(asked.question, step) }),
      replies: [ask(asked, step, session)],
    };
  }
  return results(session, world, now, asked, more);
}

/** Safety, needs and the place come before results, three questions at most; the rest refines them. */
function mustAsk({ question }: Asked, step: Step): boolean {
  return question.rang === 'securite' || (question.rang !== 'precision' && step.comptees < MAX_QUESTIONS);
}

function results(session: Session, world: World, now: Date, asked: Asked | null, more: boolean) {
  const step = currentStep(session);
  const found = search(session, world, now, more);
  const marked = mark(session, {
    question: asked ? questionKey(asked.question, step) : null,
    resultats: true,
    comptees: 0,
    montres: [...new Set([...step.montres, ...found.suggestions.map(({ id }) => id)])].slice(-200),
  });
  if (more && found.suggestions.length === 0) {
    return { session: marked, replies: [note('plus-rien'), followUps()] };
  }
  const { situation } = step;
  const reply: Reply = {
    type: 'suggestions',
    voix:
      situation.locuteur === 'professionnel' || session.acces === 'professionnel'
        ? 'professionnel'
        : 'personne',
    acces: session.acces,
    lieu: situation.lieu && situation.lieu !== 'decline' ? situation.lieu : null,
    ...found,
    suites: suites(),
  };
  const shown = [...assumed(session, world), reply];
  return { session: marked, replies: asked ? [...shown, ask(asked, step, session)] : shown };
}

/** A place that comes from the site and not from the person is told with the results, and can be taken back. */
function assumed(session: Session, world: World): Reply[] {
  const { lieu } = currentStep(session).situation;
  if (lieu === null || lieu === 'decline' || lieu !== world.zones?.get(session.site ?? '')) return [];
  return [{ type: 'summary', elements: [{ label: { lieu }, id: `r:lieu:${lieu}` }] }];
}

/** The first results, or with `more` what was not shown yet. */
function search(session: Session, world: World, now: Date, more: boolean) {
  const { situation, ecartes, montres } = currentStep(session);
  const aside = more ? [...new Set([...ecartes, ...montres])] : ecartes;
  const found = match(situation, world.directory, { acces: session.acces, now, ecartes: aside });
  if (more) {
    const suggestions = found.suggestions
      .filter(({ id }) => !montres.includes(id))
      .map((suggestion) => ({ ...suggestion, rang: 'autre' as const }));
    return { suggestions, elargi: [], exclus: [] };
  }
  const plan = found.suggestions.filter(({ rang }) => rang === 'plan');
  const others = found.suggestions.filter(({ rang }) => rang === 'autre');
  const shown = [...plan, ...others.slice(0, FIRST_ALTERNATIVES)];
  const suggestions = [...shown, ...netFor(shown, others, world)];
  return { suggestions, elargi: found.elargi, exclus: found.exclus };
}

/** A card that says « un numéro national est donné aussi » has it on the same screen. */
function netFor(
  shown: readonly Suggestion[],
  others: readonly Suggestion[],
  { directory }: World,
): Suggestion[] {
  const isNet = ({ id, inconnus }: Suggestion) => {
    const entry = directory.byId.get(id);
    return entry !== undefined && isEverywhere(entry) && !inconnus.includes('ancien');
  };
  const weak = shown.some(({ inconnus }) => inconnus.includes('ancien'));
  const net =
    weak && !shown.some(isNet) ? others.find((item) => isNet(item) && !shown.includes(item)) : undefined;
  return net ? [net] : [];
}

const note = (texte: TextKey): Reply => ({ type: 'message', texte });
const suites = (): ChoiceRef[] => SHOWN_COMMANDS.map(commandChoice);
const followUps = (): Reply => ({
  type: 'end',
  texte: 'fin.revenir',
  suites: SHOWN_COMMANDS.filter((id) => id !== 'voir-plus').map(commandChoice),
});

function ask({ question, options }: Asked, step: Step, session: Session): Reply {
  const exits: ChoiceRef[] = [
    { id: `q:${question.id}:passer`, label: { texte: 'choix.passer' } },
    { id: `q:${question.id}:ne-sais-pas`, label: { texte: 'choix.ne-sais-pas' } },
  ];
  return {
    type: 'question',
    id: question.id,
    texte: textOf(question, step),
    choix: options.map(({ id, label }) => ({ id: `q:${question.id}:${id}`, label })),
    sorties: session.pas.length > 1 ? [...exits, commandChoice('retour')] : exits,
  };
}

/** Notes on the present state what was shown, without making it a new situation. */
function mark(session: Session, change: Partial<Step>): Session {
  return { ...session, pas: [...session.pas.slice(0, -1), { ...currentStep(session), ...change }] };
}
