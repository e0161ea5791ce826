import type { PatternData } from './compile-patterns.ts';
import { type Reading, read } from './patterns.ts';

/** A message in two: the clauses that refuse or set aside, and the rest. */
export interface Split {
  readonly refused: Reading;
  readonly rest: Reading;
}

/** The words `start` (included) to `end` (excluded) of one clause. */
interface Clause {
  readonly start: number;
  readonly end: number;
}

/** How far a negation may stand from the wish it denies, in words. */
const DENIAL = 2;
/** « la police, jamais » : a clause this short that ends on a denial refuses. */
const SHORT = 4;

function clausesOf({ tokens: { mots, phrases, propositions } }: Reading): Clause[] {
  const opens = (at: number) =>
    at === 0 || propositions[at] !== propositions[at - 1] || phrases[at] !== phrases[at - 1];
  const starts = mots.flatMap((_, at) => (opens(at) ? [at] : []));
  return starts.map((start, rank) => ({ start, end: starts[rank + 1] ?? mots.length }));
}

function placesOf(reading: Reading, classe: number, { start, end }: Clause): number[] {
  const spans = reading.hits.get(classe) ?? [];
  return spans.filter((span) => start <= span.start && span.end <= end).map((span) => span.start);
}

/** « je veux pas », « pas besoin », « ne me parlez pas ». */
function deniesAWish(reading: Reading, data: PatternData, clause: Clause): boolean {
  return placesOf(reading, data.mots.refusable, clause).some((at) =>
    reading.negation
      .subarray(Math.max(clause.start, at - DENIAL), Math.min(clause.end, at + DENIAL + 1))
      .includes(1),
  );
}

/** « pas de foyer », « la police jamais »: a denial with no verb of having around it. */
function isBareDenial({ negation }: Reading, { start, end }: Clause): boolean {
  if (end - start < 2) return false;
  return negation[start] === 1 || (end - start <= SHORT && negation[end - 1] === 1);
}

/** « non » or « jamais » alone after a clause bears on it. */
function isAloneNo(reading: Reading, data: PatternData, clause: Clause | undefined): boolean {
  if (!clause || clause.end - clause.start > 2) return false;
  const said = placesOf(reading, data.mots.refuser, clause).length > 0;
  return said || (clause.end - clause.start === 1 && reading.negation[clause.start] === 1);
}

function refuses(reading: Reading, data: PatternData, clause: Clause, next: Clause | undefined): boolean {
  return (
    placesOf(reading, data.mots.refuser, clause).length > 0 ||
    placesOf(reading, data.mots.regle, clause).length > 0 ||
    deniesAWish(reading, data, clause) ||
    isBareDenial(reading, clause) ||
    isAloneNo(reading, data, next)
  );
}

function part(reading: Reading, data: PatternData, clauses: readonly Clause[]): Reading {
  const { mots, phrases, propositions } = reading.tokens;
  const of = <Item>(list: readonly Item[]) => clauses.flatMap(({ start, end }) => list.slice(start, end));
  const tokens = { mots: of(mots), phrases: of(phrases), propositions: of(propositions) };
  return read(tokens, data.lexicon, data.guards);
}

/**
 * Parts what a message refuses or has already (« pas le foyer », « l'avocat, on l'a ») from the rest; null when nothing is
 * refused, or everything is: a lack alone (« pas de logement ») refuses nothing.
 */
export function splitRefusal(reading: Reading, data: PatternData): Split | null {
  const clauses = clausesOf(reading);
  const refused = clauses.filter((clause, rank) => refuses(reading, data, clause, clauses[rank + 1]));
  if (refused.length === 0 || refused.length === clauses.length) return null;
  const rest = clauses.filter((clause) => !refused.includes(clause));
  return { refused: part(reading, data, refused), rest: part(reading, data, rest) };
}
