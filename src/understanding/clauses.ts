import type { PatternData } from './compile-patterns.ts';
import { type Reading, read } from './patterns.ts';

/** The words `start` (included) to `end` (excluded) of one clause. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

/** The clauses of a message, in order; none crosses a sentence. */
export function clausesOf({ tokens: { mots, phrases, propositions } }: Reading): Clause[] {
  const opens = (at: number) =>
    at === 0 || propositions[at] !== propositions[at - 1] || phrases[at] !== phrases[at - 1];
  const starts = mots.flatMap((_, at) => (opens(at) ? [at] : []));
  return starts.map((start, rank) => ({ start, end: starts[rank + 1] ?? mots.length }));
}

/** Some clauses of a message, read as if they were all of it. */
export function partOf(reading: Reading, data: PatternData, clauses: readonly Clause[]): Reading {
  const { mots, phrases, propositions } = reading.tokens;
  const of = <Item>(list: readonly Item[]) => clauses.flatMap(({ start, end }) => list.slice(start, end));
  const tokens = { mots: of(mots), phrases: of(phrases), propositions: of(propositions) };
  return read(tokens, data.lexicon, data.guards);
}
