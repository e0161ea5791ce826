import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { ReplyResolved } from '../../src/conversation/resolved.ts';
import { converse } from '../fixtures/product.ts';

const lines = z.array(z.string()).default([]);
const answer = z.string().nullable().default(null);

/** A journey written without knowledge of the code: what is said, how questions are answered, what must and must not come. */
const journey = z.strictObject({
  id: z.string(),
  qui: z.string(),
  quand: z.string(),
  dit: z.array(z.string()),
  reponses: z
    .strictObject({
      lieu: answer,
      femmes: answer,
      age: answer,
      enfants: answer,
      delai: answer,
      auteur: answer,
      signal: answer,
      /** « Êtes-vous en danger maintenant ? »: who writes for another is not. */
      maintenant: answer,
      groupe: answer,
      besoin: answer,
    })
    .partial(),
  attendu_urgence: lines,
  premier_urgence: z.string().optional(),
  attendu: z.array(z.array(z.string())).default([]),
  interdit: lines,
  interdit_urgence: lines,
  pourquoi: z.string(),
});

export type Journey = z.infer<typeof journey>;

/** The journeys of a file of this folder. */
export function journeys(file: string): Journey[] {
  return z.array(journey).parse(load(readFileSync(path.join(__dirname, file), 'utf8')));
}

/** What came out of a journey. */
export interface Outcome {
  /** Emergency lines shown for what was said, in order, the standing block apart. */
  readonly urgence: readonly string[];
  readonly proposed: readonly string[];
}

const TEXTS = path.join(__dirname, '../../dialogs/texts/fr.yaml');
const NOW = (load(readFileSync(TEXTS, 'utf8')) as Record<string, string>)['question.signal.danger-immediat'];

/** More than any journey needs: a loop would show. */
const MAX_ANSWERS = 12;

/** Says everything, then answers each question as the journey would. */
export async function play({ quand, dit, reponses }: Journey): Promise<Outcome> {
  const conversation = converse(quand);
  const seen: ReplyResolved[] = [];
  let replies = await conversation.start();
  for (const text of dit) {
    replies = await conversation.say(text);
    seen.push(...replies);
  }
  for (let n = 0; n < MAX_ANSWERS; n += 1) {
    const question = replies.find((reply) => reply.type === 'question');
    if (!question) {
      break;
    }
    replies = await reply(conversation, question, reponses);
    seen.push(...replies);
  }
  return { urgence: urgenceOf(seen), proposed: proposedIn(seen) };
}

type Question = Extract<ReplyResolved, { type: 'question' }>;

/** Texts are shown with the spaces that French typography asks for. */
const plainSpaces = (text = ''): string => text.replace(/\s/g, ' ');

function reply(conversation: ReturnType<typeof converse>, question: Question, reponses: Journey['reponses']) {
  const isNow = plainSpaces(question.texte) === plainSpaces(NOW) && reponses.maintenant !== undefined;
  const given = isNow
    ? reponses.maintenant
    : (Object.entries(reponses).find(([name]) => name === question.id)?.[1] ?? null);
  const wanted = question.id === 'commune' ? (reponses.lieu ?? null) : given;
  if (wanted === null || wanted === undefined) {
    return conversation.tap(`q:${question.id}:passer`);
  }
  if (question.id === 'lieu') {
    return conversation.say(wanted);
  }
  const choice = question.choix.find(
    ({ id, libelle }) => id.endsWith(`:${wanted}`) || libelle.startsWith(wanted),
  );
  return conversation.tap(choice?.id ?? `q:${question.id}:passer`);
}

function urgenceOf(seen: readonly ReplyResolved[]): string[] {
  const blocks = seen.flatMap((item) => (item.type === 'emergency' ? [item] : []));
  // The last block is the one that stands for all that was said.
  const last = blocks.at(-1);
  return [...(last?.lignes ?? []), ...(last?.replie ?? [])].map(({ id }) => id.split('/')[0] ?? '');
}

function proposedIn(seen: readonly ReplyResolved[]): string[] {
  const cards = seen.flatMap((item) => (item.type === 'suggestions' ? [...item.plan, ...item.autres] : []));
  return [...new Set(cards.map(({ organisation }) => organisation))];
}

/** What does not hold, in words; empty when the journey passes. */
export function faults(expected: Journey, { urgence, proposed }: Outcome): string[] {
  const shown = [...urgence, ...proposed];
  return [
    ...(expected.attendu_urgence.length > 0 && !expected.attendu_urgence.some((id) => urgence.includes(id))
      ? [`none of ${expected.attendu_urgence.join(', ')} among the emergency lines ${urgence.join(', ')}`]
      : []),
    ...(expected.premier_urgence && urgence[0] !== expected.premier_urgence
      ? [`first line ${urgence[0]}, not ${expected.premier_urgence}`]
      : []),
    ...expected.attendu
      .filter((any) => !any.some((id) => shown.includes(id)))
      .map((any) => `none of ${any.join(', ')} among ${proposed.join(', ')}`),
    ...expected.interdit.filter((id) => proposed.includes(id)).map((id) => `${id} is proposed`),
    ...expected.interdit_urgence
      .filter((id) => urgence.includes(id))
      .map((id) => `${id} is among the emergency lines`),
  ];
}
