import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { besoin, locuteur, signalId } from '../conversation/understood.ts';

/** One invented sentence of the corpora, as its author judged it. */
export const sentence = z.strictObject({
  /** The message. */
  t: z.string().min(1),
  /** Its signals, the main one first. */
  s: z.array(signalId),
  b: z.array(besoin),
  /** Needs that are refused. */
  r: z.array(besoin),
  k: z.enum(['positif', 'piege', 'besoin', 'quotidien']),
  /** For whom it is written; only where speakers are scored. */
  l: locuteur.optional(),
});

/** A sentence and its author's number. */
export type Sentence = z.infer<typeof sentence> & { readonly author: string };

/** A line of a corpus that cannot be used: it says which, never what it holds. */
export class InvalidCorpusError extends Error {
  override name = 'InvalidCorpusError';
}

function readLine(file: string, line: string, number: number): z.infer<typeof sentence> {
  try {
    return sentence.parse(JSON.parse(line));
  } catch {
    throw new InvalidCorpusError(`${basename(file)}: line ${number} is not a sentence.`);
  }
}

/** The sentences of a corpus file. @throws {InvalidCorpusError} */
export function readCorpusFile(file: string): Sentence[] {
  const author = basename(file, '.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => ({ ...readLine(file, line, number), author }));
}

/** The files of a corpus folder, in the order of their names. */
export function corpusFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}
