import type { Lexicon } from './lexicon.ts';
import { once } from './once.ts';
import { compilePattern, type Match, match, type Pattern, type Reading } from './patterns.ts';

/** What a rule of the pattern data looks like, whatever it concludes. */
export interface RuleSource {
  readonly id: string;
  readonly motifs: readonly string[];
  /** At least one of these must also be said, anywhere in the message. */
  readonly avec?: readonly string[] | undefined;
  /** None of these may be said, anywhere in the message. */
  readonly sans?: readonly string[] | undefined;
}

/** A rule that spoke, and where. */
export interface Found<R> {
  readonly rule: R;
  readonly matches: readonly Match[];
}

interface Compiled<R> {
  readonly rank: number;
  readonly rule: R;
  readonly avec: readonly Pattern[] | undefined;
  readonly sans: readonly Pattern[];
}

/** Rules that are tried only when their rarest word is in the message. */
export interface RuleSet<R> {
  find(reading: Reading): readonly Found<R>[];
}

/** Whether one of these patterns is in the message, denied or not. */
function said(patterns: readonly Pattern[], reading: Reading): boolean {
  return patterns.some((pattern) => match(pattern, reading).length > 0);
}

function compileOne(id: string, source: string, lexicon: Lexicon): Pattern[] {
  try {
    return compilePattern(source, lexicon);
  } catch (cause) {
    throw new Error(`${id}: "${source}": ${cause instanceof Error ? cause.message : 'cannot be read'}`);
  }
}

function compileAll(rule: RuleSource, sources: readonly string[], lexicon: Lexicon): Pattern[] {
  return sources.flatMap((source) => compileOne(rule.id, source, lexicon));
}

function allowed<R>(compiled: Compiled<R>, reading: Reading): boolean {
  if (compiled.avec && !said(compiled.avec, reading)) return false;
  return !said(compiled.sans, reading);
}

/** Each pattern under the class that the fewest others share: most messages then try few of them. */
function byRarestClass<R>(all: readonly Indexed<R>[]): Map<number, Indexed<R>[]> {
  const shares = new Map<number, number>();
  const classesOf = ({ pattern }: Indexed<R>) => new Set(pattern.elements.map(({ classe }) => classe));
  for (const one of all)
    for (const classe of classesOf(one)) shares.set(classe, (shares.get(classe) ?? 0) + 1);
  const index = new Map<number, Indexed<R>[]>();
  for (const one of all) {
    const [rarest] = [...classesOf(one)].sort((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0));
    index.set(rarest as number, [...(index.get(rarest as number) ?? []), one]);
  }
  return index;
}

/** Compiles rules into a set that answers fast. @throws {Error} naming the rule and the pattern that cannot be read */
export function createRuleSet<R extends RuleSource>(rules: readonly R[], lexicon: Lexicon): RuleSet<R> {
  const compiled = rules.map((rule, rank) => ({
    rank,
    rule,
    avec: rule.avec && compileAll(rule, rule.avec, lexicon),
    sans: compileAll(rule, rule.sans ?? [], lexicon),
  }));
  const index = byRarestClass(
    compiled.flatMap((one) =>
      compileAll(one.rule, one.rule.motifs, lexicon).map((pattern) => ({ compiled: one, pattern })),
    ),
  );
  const find = once((reading: Reading, classes: typeof index) => findAll(classes, reading));
  return { find: (reading) => find(reading, index) };
}

interface Indexed<R> {
  readonly compiled: Compiled<R>;
  readonly pattern: Pattern;
}

type Index<R> = ReadonlyMap<number, readonly Indexed<R>[]>;

/** The patterns whose rarest class is said. The shorter list is gone through: a message has some 240 classes, a small set of rules a dozen. */
function triedIn<R>(index: Index<R>, { hits }: Reading): Indexed<R>[] {
  const [classes, others] = index.size < hits.size ? [index, hits] : [hits, index];
  return [...classes.keys()].flatMap((classe) => (others.has(classe) ? (index.get(classe) ?? []) : []));
}

/** The rules that speak, in the order they are written. */
function findAll<R>(index: Index<R>, reading: Reading): Found<R>[] {
  const found = new Map<Compiled<R>, Match[]>();
  for (const { compiled, pattern } of triedIn(index, reading)) {
    const matches = match(pattern, reading);
    if (matches.length > 0) found.set(compiled, [...(found.get(compiled) ?? []), ...matches]);
  }
  return [...found]
    .filter(([compiled]) => allowed(compiled, reading))
    .sort(([a], [b]) => a.rank - b.rank)
    .map(([compiled, matches]) => ({ rule: compiled.rule, matches }));
}
