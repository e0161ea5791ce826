import { type Clause, clausesOf, partOf } from './clauses.ts';
import type { PatternData } from './compile-patterns.ts';
import type { Reading } from './patterns.ts';

/** A message in two: the clauses that refuse or set aside, and the rest. */
export interface Split {
  readonly refused: Reading;
  readonly rest: Reading;
}

/** How far a negation may stand from the wish it denies, in words. */
const DENIAL = 2;
/** « la police, jamais » : a clause this short that ends on a denial refuses. */
const SHORT = 4;

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

/** « pas de foyer », « la police jamais ». « plus rien à manger » and « pas assez » tell a lack. */
function isBareDenial(reading: Reading, data: PatternData, clause: Clause): boolean {
  const { start, end } = clause;
  if (end - start < 2 || placesOf(reading, data.mots.lacune, clause).includes(start)) return false;
  const { negation } = reading;
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
    isBareDenial(reading, data, clause) ||
    isAloneNo(reading, data, next)
  );
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
  return { refused: partOf(reading, data, refused), rest: partOf(reading, data, rest) };
}
