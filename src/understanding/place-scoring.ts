import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Places, Resolution } from '../geography/places.ts';
import { InvalidCorpusError } from './corpus.ts';
import { prepare } from './prepare.ts';
import { type Figure, rate } from './scoring.ts';

/** One invented message of the corpora of places, as its author judged it. */
const placeSentence = z.strictObject({
  t: z.string().min(1),
  /** The codes any of which is right; none when the message names no place. */
  c: z.array(z.string()),
  k: z.string(),
});

type PlaceSentence = z.infer<typeof placeSentence>;

/** The messages of a corpus of places. @throws {InvalidCorpusError} naming file and line, never what it holds */
export function readPlaceCorpus(file: string): PlaceSentence[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line, at) => {
      try {
        return placeSentence.parse(JSON.parse(line));
      } catch {
        throw new InvalidCorpusError(`${basename(file)}: line ${at + 1} is not a message.`);
      }
    });
}

/** An arrondissement of the right commune is right. */
function isFound(
  { c }: PlaceSentence,
  { lieu, possibles }: Resolution,
  places: Pick<Places, 'chain'>,
): boolean {
  const codes = lieu ? [lieu.code] : possibles;
  return codes.some((code) => c.includes(code) || c.includes(places.chain(code)?.commune ?? code));
}

/** Places right, alone or among the choices offered, by kind; and invented where there is none. */
export function placeFigures(
  sentences: readonly PlaceSentence[],
  places: Pick<Places, 'resolve' | 'chain'>,
): Figure[] {
  const read = sentences.map((one) => {
    const found = places.resolve(prepare(one.t).text);
    return { one, found, isRight: isFound(one, found, places) };
  });
  const named = read.filter(({ one }) => one.c.length > 0);
  const none = read.filter(({ one }) => one.c.length === 0);
  const right = (list: typeof named) => rate(list.filter(({ isRight }) => isRight).length, list.length);
  const alone = named.filter(({ found, isRight }) => found.lieu !== null && isRight).length;
  const invented = none.filter(({ found }) => found.lieu || found.possibles.length > 0).length;
  return [
    { mesure: 'lieux-justes', groupe: 'tous', ...right(named) },
    { mesure: 'lieux-justes-sans-choix', groupe: 'tous', ...rate(alone, named.length) },
    { mesure: 'lieux-inventes', groupe: 'tous', ...rate(invented, none.length) },
    ...[...new Set(named.map(({ one }) => one.k))].sort().map((kind) => ({
      mesure: 'lieux-justes',
      groupe: kind,
      ...right(named.filter(({ one }) => one.k === kind)),
    })),
  ];
}
