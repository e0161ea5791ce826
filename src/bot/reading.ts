import type { Activity } from 'botbuilder';
import { LANGUAGE_NAMES, type OfferedLanguage } from '../../dialogs/languages.ts';
import type { Question } from '../../dialogs/questions.ts';
import { optionsOf } from '../conversation/catalogue.ts';
import { type Input, parseChoice } from '../conversation/input.ts';
import { mergeSignals } from '../conversation/merge.ts';
import { type Label, SHOWN_COMMANDS } from '../conversation/replies.ts';
import { currentStep, type Session, type Step } from '../conversation/session.ts';
import { NOTHING_UNDERSTOOD, type Signal, type Understood } from '../conversation/understood.ts';
import type { World } from '../conversation/world.ts';
import type { Log } from '../log.ts';
import type { Phrases } from './phrases.ts';
import { labelText } from './resolve.ts';

/** A text once cut and scrubbed: the only form in which it is read. */
export interface Prepared {
  readonly text: string;
  readonly cut: boolean;
  readonly redacted: boolean;
}

/** What turns text into codes. Red flags depend on nothing else, and survive everything else failing. */
export interface Understanding {
  readonly prepare: (raw: string) => Prepared;
  readonly redFlags: (prepared: Prepared) => readonly Signal[];
  /** Whether a text has too few words to tell its language. */
  readonly isBrief: (text: string) => boolean;
  readonly understand: (prepared: Prepared) => Promise<Understood>;
}

/** Understanding that takes longer is given up: the menu stands instead. */
const UNDERSTANDING_TIMEOUT_MS = 1000;

/** What a reader needs beside the activity. */
export interface Reader {
  readonly understanding: Understanding;
  readonly world: World;
  readonly log: Log;
}

/** Turns an activity into an input: a choice by its id, by its label, or a text once understood. */
export async function inputOf(
  activity: Partial<Activity>,
  session: Session,
  phrases: Phrases,
  reader: Reader,
): Promise<Input> {
  const text = typeof activity.text === 'string' ? activity.text : '';
  const value: unknown = activity.value;
  const choice =
    parseChoice(typeof value === 'string' ? value : text) ?? byLabel(text, session, phrases, reader.world);
  return choice ?? (await read(text, session, reader));
}

/** Someone who types the words of a button means that button. */
function byLabel(text: string, session: Session, phrases: Phrases, world: World): Input | null {
  const wanted = fold(text);
  if (wanted.length === 0 || wanted.length > MAX_LABEL) {
    return null;
  }
  const step = currentStep(session);
  const question = world.questions.find(({ id }) => id === step.question?.split(':')[0]);
  const named = OFFERED.find((id) => fold(LANGUAGE_NAMES[id]) === wanted);
  if (named) {
    return { type: 'language', langue: named };
  }
  const answers = question ? answersOf(question, step) : [];
  const found = [...answers, ...COMMAND_LABELS].find(
    ({ label }) => fold(labelText(label, phrases)) === wanted,
  );
  return found?.input ?? null;
}

const OFFERED = Object.keys(LANGUAGE_NAMES) as OfferedLanguage[];

/** No label is longer. */
const MAX_LABEL = 60;

interface Labelled {
  readonly label: Label;
  readonly input: Input;
}

function answersOf(question: Question, step: Step): Labelled[] {
  const answer = (choix: string): Input => ({ type: 'answer', question: question.id, choix });
  return [
    ...optionsOf(question, step, []).map(({ id, label }) => ({ label, input: answer(id) })),
    { label: { texte: 'choix.passer' }, input: answer('passer') },
    { label: { texte: 'choix.ne-sais-pas' }, input: answer('ne-sais-pas') },
  ];
}

const COMMAND_LABELS: readonly Labelled[] = SHOWN_COMMANDS.map((commande) => ({
  label: { texte: `commande.${commande}` },
  input: { type: 'command', commande },
}));

const fold = (text: string) =>
  text.trim().replaceAll('\u00a0', ' ').toLocaleLowerCase('fr').replace(/[’']/g, "'");

/** A language once known is not changed for another by a few words. */
function steady(langue: string, text: string, { carte }: Session, { understanding, log }: Reader): string {
  if (langue === 'fr' || carte === null) {
    return langue;
  }
  return attempt(() => understanding.isBrief(text), true, log) ? carte : langue;
}

async function read(text: string, session: Session, reader: Reader): Promise<Input> {
  const { understanding, log } = reader;
  const prepared = attempt(() => understanding.prepare(text), null, log);
  if (!prepared) {
    return { type: 'understood', understood: NOTHING_UNDERSTOOD, coupe: false, expurge: false };
  }
  const flags = attempt(() => understanding.redFlags(prepared), [], log);
  const understood = await inTime(prepared, understanding, log);
  return {
    type: 'understood',
    understood: {
      ...understood,
      signaux: mergeSignals(understood.signaux, flags),
      langue: steady(understood.langue, prepared.text, session, reader),
    },
    coupe: prepared.cut,
    expurge: prepared.redacted,
  };
}

function attempt<T>(run: () => T, otherwise: T, log: Log): T {
  try {
    return run();
  } catch {
    // The error may quote what was typed: only its place is told.
    log({ event: 'understanding-failed' });
    return otherwise;
  }
}

async function inTime(prepared: Prepared, understanding: Understanding, log: Log): Promise<Understood> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Understood>((resolve) => {
    timer = setTimeout(() => {
      log({ event: 'understanding-timeout' });
      resolve(NOTHING_UNDERSTOOD);
    }, UNDERSTANDING_TIMEOUT_MS);
  });
  try {
    return await Promise.race([understanding.understand(prepared), late]);
  } catch {
    log({ event: 'understanding-failed' });
    return NOTHING_UNDERSTOOD;
  } finally {
    clearTimeout(timer);
  }
}
