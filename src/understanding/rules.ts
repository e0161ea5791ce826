import type { Lexicon } from './lexicon.ts';
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
  readonly rule: R;
  readonly avec: readonly Pattern[] | undefined;
  readonly sans: readonly Pattern[];
}

/** Rules that are tried only when their first word is in the message. */
export interface RuleSet<R> {
  find(reading: Reading): Found<R>[];
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

function byFirstClass<R>(rules: readonly R[], compile: (rule: R) => readonly [Compiled<R>, Pattern[]]) {
  const index = new Map<number, Indexed<R>[]>();
  for (const rule of rules) {
    const [compiled, patterns] = compile(rule);
    for (const pattern of patterns) {
      const first = (pattern.elements[0] as { classe: number }).classe;
      const list = index.get(first) ?? [];
      list.push({ compiled, pattern });
      index.set(first, list);
    }
  }
  return index;
}

/** Compiles rules into a set that answers fast. @throws {Error} naming the rule and the pattern that cannot be read */
export function createRuleSet<R extends RuleSource>(rules: readonly R[], lexicon: Lexicon): RuleSet<R> {
  const index = byFirstClass(rules, (rule) => [
    {
      rule,
      avec: rule.avec && compileAll(rule, rule.avec, lexicon),
      sans: compileAll(rule, rule.sans ?? [], lexicon),
    },
    compileAll(rule, rule.motifs, lexicon),
  ]);
  return { find: (reading) => findAll(index, reading) };
}

interface Indexed<R> {
  readonly compiled: Compiled<R>;
  readonly pattern: Pattern;
}

function findAll<R>(index: ReadonlyMap<number, readonly Indexed<R>[]>, reading: Reading): Found<R>[] {
  const found = new Map<Compiled<R>, Match[]>();
  for (const classe of reading.hits.keys()) {
    for (const { compiled, pattern } of index.get(classe) ?? []) {
      const matches = match(pattern, reading);
      if (matches.length > 0) found.set(compiled, [...(found.get(compiled) ?? []), ...matches]);
    }
  }
  return [...found]
    .filter(([compiled]) => allowed(compiled, reading))
    .map(([compiled, matches]) => ({ rule: compiled.rule, matches }));
}
