import type { BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import type { LocuteurId } from '../../../knowledge/vocabulary/situation.ts';
import type { Signal } from '../../conversation/understood.ts';
import { type PatternData, readText } from '../compile-patterns.ts';
import type { Sentence } from '../corpus.ts';
import { readNeeds } from '../needs.ts';
import { readPeople } from '../people.ts';
import { prepare } from '../prepare.ts';
import { createRedFlags, plainly, signalHits, sureClauses } from '../red-flags.ts';
import { splitRefusal } from '../refusals.ts';
import type { Example, TrainingSettings } from './examples.ts';
import { createFeaturize, type FeatureKind } from './features.ts';
import type { Plain } from './join.ts';
import { compact, createActivate } from './model.ts';
import { type Impression, LABELS, nameActivations, SPEAKER_LABELS } from './network.ts';
import { trainNetwork, type Weights } from './training.ts';

/** What the rules alone conclude of a sentence. */
export interface ByRules {
  readonly signaux: readonly Signal[];
  readonly besoins: readonly BesoinId[];
  readonly besoins_refuses: readonly BesoinId[];
  readonly locuteur: LocuteurId;
  readonly manques: readonly BesoinId[];
  readonly plain: Plain;
  /** A sure signal says that the writer is the one hurt. */
  readonly pourSoi: boolean;
}

/** A sentence ready to learn from and to be scored. */
export interface Lesson {
  readonly sentence: Sentence;
  readonly example: Example;
  /** What it refuses, and the rest: never learned from, only scored. */
  readonly parts: { readonly rest: ReadonlySet<string>; readonly refused: ReadonlySet<string> } | null;
  /** Each clause in which a rule is sure: never learned from either. */
  readonly clauses: readonly ReadonlySet<string>[];
  readonly rules: ByRules;
}

/** A lesson, with what a network that had not seen its author makes of it. */
export interface Scored extends Lesson {
  readonly impression: Impression;
}

/** The settings of the committed model. */
export const SETTINGS: TrainingSettings = {
  turns: 20,
  rate: 0.1,
  units: 64,
  dropout: 0.5,
  silence: 0.2,
  sentences: 4,
  authors: 2,
  apart: 6,
  seed: 2026,
};

function labelsOf({ s, b, l }: Sentence): string[] {
  const signals = s.map((id) => `signal:${id}`);
  return [
    ...signals,
    ...b.map((id) => `besoin:${id}`),
    ...(s.length > 0 ? ['danger'] : []),
    ...(l ? [`locuteur:${l}`] : []),
  ];
}

/** Reads sentences exactly as messages are read. */
export function lessonsOf(
  sentences: readonly Sentence[],
  data: PatternData,
  concepts: readonly string[],
  kinds: ReadonlySet<FeatureKind>,
): Lesson[] {
  const featurize = createFeaturize({ data, concepts, kinds });
  const redFlags = createRedFlags(data);
  return sentences.map((sentence) => {
    const prepared = prepare(sentence.t);
    const reading = readText(prepared, data);
    const isHurt = signalHits(reading, data).some(({ victime }) => victime);
    const people = readPeople(reading, data, isHurt);
    const { besoins, besoins_refuses, manques } = readNeeds(reading, data, people.metier);
    const features = featurize(reading);
    const example = { text: sentence.t, author: sentence.author, features, labels: labelsOf(sentence) };
    const rules = {
      signaux: redFlags(prepared),
      besoins,
      besoins_refuses,
      locuteur: people.locuteur,
      manques,
      plain: plainly(reading, data),
      pourSoi: isHurt,
    };
    const split = splitRefusal(reading, data);
    const parts = split && { rest: featurize(split.rest), refused: featurize(split.refused) };
    const clauses = sureClauses(reading, data).map(featurize);
    return { sentence, example, parts, clauses, rules };
  });
}

/** Teaches a network: signals and needs by every lesson, speakers by those whose author says for whom they write. */
export function teach(lessons: readonly Lesson[], settings: TrainingSettings): Weights {
  const examples = lessons.map(({ example, sentence }) =>
    sentence.l === undefined ? { ...example, unknown: SPEAKER_LABELS } : example,
  );
  return trainNetwork(examples, LABELS, settings);
}

/** Scores lessons with a network taught by others; its weights are rounded as the committed ones are. */
export function scoreWith(
  taught: readonly Lesson[],
  asked: readonly Lesson[],
  settings: TrainingSettings,
): Scored[] {
  return impress(asked, createActivate(compact(teach(taught, settings))));
}

/** Scores lessons by the evidence that `activate` gives for their features. */
export function impress(
  lessons: readonly Lesson[],
  activate: (features: ReadonlySet<string>) => ArrayLike<number>,
): Scored[] {
  const named = (features: ReadonlySet<string>) => nameActivations(activate(features));
  return lessons.map((lesson) => {
    const { example, parts, clauses } = lesson;
    const scored = parts && { rest: named(parts.rest), refused: named(parts.refused) };
    return {
      ...lesson,
      impression: { whole: named(example.features), parts: scored, clauses: clauses.map(named) },
    };
  });
}

/** The authors of lessons, in order. */
export function authorsOf(lessons: readonly Lesson[]): string[] {
  return [...new Set(lessons.map(({ sentence }) => sentence.author))].sort();
}

/**
 * Each author's sentences are scored by a network that never saw any of them. Authors are left out one by one,
 * or together in this many groups when fewer networks are to be taught.
 */
export function crossValidate(
  lessons: readonly Lesson[],
  settings: TrainingSettings,
  groups = Number.POSITIVE_INFINITY,
): Scored[] {
  const authors = authorsOf(lessons);
  const count = Math.min(groups, authors.length);
  return Array.from({ length: count }).flatMap((_, group) => {
    const left = new Set(authors.filter((_author, rank) => rank % count === group));
    const isTheirs = ({ sentence }: Lesson) => left.has(sentence.author);
    return scoreWith(
      lessons.filter((lesson) => !isTheirs(lesson)),
      lessons.filter(isTheirs),
      settings,
    );
  });
}
