import type { Question, Rang } from '../../dialogs/questions.ts';
import { type BesoinId, GROUPES_BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import { needsOf } from '../matching/demand.ts';
import { type Pool, planIds, poolOf } from '../matching/match.ts';
import { type Option, openQuestions, optionsOf } from './catalogue.ts';
import { applyEffet } from './merge.ts';
import type { Session, Step } from './session.ts';
import type { Situation } from './situation.ts';
import type { World } from './world.ts';

/** Questions before the first useful answer. Safety is not counted: the lines are in view. */
export const MAX_QUESTIONS = 3;
/** Candidates re-ranked at most for one decision, and zones over which a place is weighed. */
const MAX_POOL = 500;
const MAX_ZONES = 12;
/** Communes offered beside free text. */
const MAX_COMMUNES = 4;

/** A question to ask, with the answers it has now. */
export interface Asked {
  readonly question: Question;
  readonly options: readonly Option[];
  /** How far the first results can change over its answers: 0 to 1. */
  readonly valeur: number;
}

const RANGS: readonly Rang[] = ['securite', 'besoins', 'lieu', 'precision'];

/** What to ask next, or null when no answer can change the first results. */
export function nextQuestion(
  step: Step,
  session: Pick<Session, 'acces'>,
  world: World,
  now: Date,
): Asked | null {
  const open = openQuestions(world.questions, step);
  const { acces } = session;
  const ask = { needs: relevantNeeds(step.situation), limit: MAX_POOL };
  const pool = poolOf(step.situation, world.directory, { acces, now }, ask);
  const ground = { step, acces, world, now, pool };
  let before: ReadonlySet<string> | undefined;
  const frame: Frame = {
    ...ground,
    before: () => {
      before ??= firstResults(step.situation, ground);
      return before;
    },
  };
  for (const rang of RANGS) {
    const asked = open.filter((q) => q.rang === rang).map((q) => weigh(q, frame));
    const best = asked
      .filter(({ question, valeur }) => valeur > 0 || question.rang === 'securite')
      .sort((a, b) => b.valeur - a.valeur || (a.question.id < b.question.id ? -1 : 1))[0];
    if (best) {
      return best;
    }
  }
  return null;
}

/** One decision's fixed ground. */
interface Ground {
  readonly step: Step;
  readonly acces: Session['acces'];
  readonly world: World;
  readonly now: Date;
  readonly pool: Pool;
}

/** With the results before any answer, worked out once and only when needed. */
interface Frame extends Ground {
  readonly before: () => ReadonlySet<string>;
}

function weigh(question: Question, frame: Frame): Asked {
  const { step } = frame;
  const options = optionsOf(question, step, frame.world.directory.communes.slice(0, MAX_COMMUNES));
  // A doubt about danger, or about what was meant, is never weighed.
  if (question.rang === 'securite' || question.choix === 'communes' || question.choix === 'possibles') {
    return { question, options, valeur: options.length > 0 ? 1 : 0 };
  }
  const answers = question.rang === 'lieu' ? zonesOf(frame) : options;
  const changes = answers.map((option) =>
    distance(frame.before(), firstResults(answer(step.situation, option), frame)),
  );
  return { question, options, valeur: Math.max(0, ...changes) };
}

/** The situation after an answer. */
export function answer(situation: Situation, option: Pick<Option, 'effet' | 'lieu'>): Situation {
  const next = applyEffet(situation, option.effet);
  return option.lieu ? { ...next, lieu: option.lieu } : next;
}

/** The plan is what a person sees first; the alternatives do not make a question worth asking. */
function firstResults(situation: Situation, { acces, world, now, pool, step }: Ground): ReadonlySet<string> {
  return planIds(situation, world.directory, { acces, now, pool, ecartes: step.ecartes });
}

/** Share of what differs between two results. */
function distance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]);
  const common = [...a].filter((id) => b.has(id)).length;
  return all.size === 0 ? 0 : 1 - common / all.size;
}

/** Needs that some answer could still name. */
function relevantNeeds(s: Situation): BesoinId[] {
  if (s.besoins !== 'decline' && s.besoins.length > 0) {
    return s.besoins;
  }
  const groups = s.groupe ? [GROUPES_BESOINS[s.groupe]] : Object.values(GROUPES_BESOINS);
  const offered = groups.flatMap((group): readonly BesoinId[] => group.besoins);
  return [...new Set<BesoinId>([...offered, ...needsOf(s), 'information'])];
}

/** A place is weighed over the zones among the candidates: one code of each. */
function zonesOf({ pool, world }: Frame): Pick<Option, 'effet' | 'lieu'>[] {
  const codes = new Set<string>();
  for (const { zones, national, lieu } of [...pool.values()].flat()) {
    if (!national) {
      codes.add(lieu?.commune ?? [...zones].find((code) => world.directory.places.chain(code)) ?? '');
    }
  }
  codes.delete('');
  return [...codes]
    .sort()
    .slice(0, MAX_ZONES)
    .map((lieu) => ({ effet: {}, lieu }));
}
