import type { BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import type { SignalId } from '../../knowledge/vocabulary/signaux.ts';
import type { Lesson } from '../understanding/network/learn.ts';
import type { Judged } from '../understanding/scoring.ts';

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(
    language: string,
    text: string,
  ): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
}

const NOTHING = 'rien';

/** node-nlp has one intent a sentence: its main signal, else its first need. */
function intentOf({ sentence }: Lesson): string {
  const [signal] = sentence.s;
  const [need] = sentence.b;
  if (signal) return `signal:${signal}`;
  return need && sentence.k === 'besoin' ? `besoin:${need}` : NOTHING;
}

function judged(lesson: Lesson, intents: readonly { intent: string; score: number }[]): Judged {
  const first = intents[0]?.intent ?? NOTHING;
  const needs = intents
    .filter(({ intent }) => intent.startsWith('besoin:'))
    .map(({ intent }) => intent.slice(7) as BesoinId);
  return {
    sentence: lesson.sentence,
    signaux: first.startsWith('signal:') ? [{ id: first.slice(7) as SignalId, force: 'possible' }] : [],
    besoins: first.startsWith('besoin:') ? needs.slice(0, 1) : [],
    locuteur: 'inconnu',
    proposes: needs.slice(0, 3),
  };
}

/** node-nlp as it ships, taught the same sentences. Loaded here only: the server never loads its main module. */
export async function judgeByNodeNlp(taught: readonly Lesson[], asked: readonly Lesson[]): Promise<Judged[]> {
  const { NlpManager } = require('node-nlp') as { NlpManager: new (settings: object) => NlpManager };
  const manager = new NlpManager({
    languages: ['fr'],
    autoSave: false,
    forceNER: false,
    ner: { builtins: [] },
    nlu: { log: false, useNoneFeature: true },
  });
  for (const lesson of taught) manager.addDocument('fr', lesson.sentence.t, intentOf(lesson));
  await manager.train();
  const out: Judged[] = [];
  for (const lesson of asked) {
    const { classifications } = await manager.process('fr', lesson.sentence.t);
    out.push(judged(lesson, classifications));
  }
  return out;
}
