import { answerQuestion } from '../conversation/answers.ts';
import { type Asked, nextQuestion } from '../conversation/policy.ts';
import { EMPTY_STEP, type Step } from '../conversation/session.ts';
import type { World } from '../conversation/world.ts';

/** How deep the policy is followed: further questions only refine. */
const DEPTH = 5;

/** `draw`: runs the policy from the start and draws which question can follow which, as Mermaid. */
export function draw(world: World, now: Date): string {
  const edges = new Set<string>();
  follow(EMPTY_STEP, 'debut', world, now, edges, DEPTH);
  return ['flowchart TD', ...[...edges].sort().map((edge) => `  ${edge}`)].join('\n');
}

function follow(step: Step, from: string, world: World, now: Date, edges: Set<string>, depth: number): void {
  const asked = nextQuestion(step, { acces: 'public' }, world, now);
  const to = asked?.question.id ?? 'resultats';
  edges.add(`${from} --> ${to}`);
  if (!asked || depth === 0) {
    return;
  }
  for (const next of answers(step, asked, world)) {
    follow(next, to, world, now, edges, depth - 1);
  }
}

/** Each answer, and declining. */
function answers(step: Step, { question, options }: Asked, world: World): Step[] {
  const choices = [...options.map(({ id }) => id), 'passer'];
  return choices.flatMap((choix) => answerQuestion(step, { question: question.id, choix }, world) ?? []);
}
