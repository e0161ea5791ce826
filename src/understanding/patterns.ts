import type { Hits, Lexicon, Span } from './lexicon.ts';
import { foldPhrase, type Tokens } from './normalise.ts';

/**
 * A pattern is a sequence of elements: `@agresseur ~2 @me @frapper`.
 * An element is a word, a stem (`menac*`), a concept (`@frapper`), numbers (`#0-17`) or alternatives (`coup|@frapper`,
 * `_` stands for a space inside one). `~2` lets up to two words stand before the next element; small words never count.
 * `element?` may be missing. A pattern never crosses a sentence.
 */
export interface Pattern {
  readonly elements: readonly { readonly classe: number; readonly gap: number }[];
}

/** A pattern found in a message. */
export interface Match extends Span {
  /** A negation bears on it: « il ne me frappe pas ». */
  readonly negated: boolean;
}

/** What surrounds words and changes how they are read. */
export interface Guards {
  /** `@negation`: pas, plus, jamais… */
  readonly negation: number;
  /** `@fausse-negation`: « n'arrête pas », « plus fort »; their words deny nothing. */
  readonly fausseNegation: number;
  /** `@negation-avant`: « aucune », « pas de », « sans », right before a noun. */
  readonly negationAvant: number;
  /** `@transparent`: small words that gaps do not count. */
  readonly transparent: number;
}

/** A message ready to be matched. */
export interface Reading {
  readonly tokens: Tokens;
  readonly hits: Hits;
  readonly transparent: Uint8Array;
  readonly negation: Uint8Array;
  readonly negationAvant: ReadonlySet<number>;
}

const GAP = /^~(\d)$/;
/** Transparent words do not count in a gap, but a gap never stretches further than this many more. */
const STRETCH = 6;

function expand(token: string): readonly string[] {
  if (/[@|#*?_~]/.test(token)) return [token];
  return foldPhrase(token);
}

/** The variants of a source with and without its optional elements. */
function variants(source: string): string[][] {
  let out: string[][] = [[]];
  for (const token of source.trim().split(/\s+/)) {
    if (token.endsWith('?')) {
      const kept = token.slice(0, -1);
      out = [...out, ...out.map((tokens) => [...tokens, ...expand(kept)])];
    } else {
      out = out.map((tokens) => [...tokens, ...expand(token)]);
    }
  }
  return out;
}

function compileTokens(tokens: readonly string[], lexicon: Lexicon): Pattern {
  const elements: { classe: number; gap: number }[] = [];
  let gap = 0;
  for (const token of tokens) {
    const found = GAP.exec(token);
    if (found) {
      gap = Number(found[1]);
      continue;
    }
    elements.push({ classe: lexicon.classOf(token), gap });
    gap = 0;
  }
  if (elements.length === 0) throw new Error(`"${tokens.join(' ')}" has no element`);
  return { elements };
}

/** Compiles a source; optional elements give several patterns. @throws {Error} naming what cannot be read */
export function compilePattern(source: string, lexicon: Lexicon): Pattern[] {
  return variants(source).map((tokens) => compileTokens(tokens, lexicon));
}

/** Makes a message ready for `match`: where its words stand, which are transparent, which deny. */
export function read(tokens: Tokens, lexicon: Lexicon, guards: Guards): Reading {
  const hits = lexicon.scan(tokens);
  const size = tokens.mots.length;
  const negation = marks(hits.get(guards.negation), size);
  for (const span of hits.get(guards.fausseNegation) ?? []) negation.fill(0, span.start, span.end);
  return {
    tokens,
    hits,
    negation,
    transparent: marks(hits.get(guards.transparent), size),
    negationAvant: new Set((hits.get(guards.negationAvant) ?? []).map((span) => span.end)),
  };
}

function marks(spans: readonly Span[] | undefined, size: number): Uint8Array {
  const out = new Uint8Array(size);
  for (const span of spans ?? []) out.fill(1, span.start, span.end);
  return out;
}

/** A reading without some of its words: those marked in `blank` match nothing any more. */
export function withoutWords(reading: Reading, blank: Uint8Array): Reading {
  if (!blank.includes(1)) return reading;
  const hits = new Map<number, readonly Span[]>();
  for (const [classe, spans] of reading.hits) {
    const left = spans.filter((span) => !blank.subarray(span.start, span.end).includes(1));
    if (left.length > 0) hits.set(classe, left);
  }
  return { ...reading, hits };
}

interface Partial {
  start: number;
  negated: boolean;
}

/** From `at`, goes back over the gap to the nearest end of the elements before. */
function reach(
  reading: Reading,
  before: ReadonlyMap<number, Partial>,
  at: number,
  gap: number,
): Partial | undefined {
  const { phrases } = reading.tokens;
  let negated = false;
  let counted = 0;
  for (let back = at; back > 0 && at - back <= gap + STRETCH; back--) {
    const found = phrases[back - 1] === phrases[at] ? before.get(back) : undefined;
    if (found) return { start: found.start, negated: negated || found.negated };
    if (phrases[back - 1] !== phrases[at]) return undefined;
    negated ||= reading.negation[back - 1] === 1;
    counted += reading.transparent[back - 1] === 1 ? 0 : 1;
    if (counted > gap) return undefined;
  }
  return undefined;
}

function firstEnds(spans: readonly Span[]): Map<number, Partial> {
  return new Map(spans.map((span) => [span.end, { start: span.start, negated: false }]));
}

/** « il me frappe pas », « il me frappe même plus »: a negation right after, in the same clause. */
function deniedAfter(reading: Reading, end: number): boolean {
  const { propositions } = reading.tokens;
  for (let at = end; at < end + 2 && propositions[at] === propositions[end - 1]; at++) {
    if (reading.negation[at] === 1) return true;
    if (reading.transparent[at] !== 1) return false;
  }
  return false;
}

/** All the places where a pattern matches; linear in the number of words. */
export function match(pattern: Pattern, reading: Reading): Match[] {
  let ends: Map<number, Partial> | undefined;
  for (const element of pattern.elements) {
    const spans = reading.hits.get(element.classe);
    if (!spans) return [];
    if (!ends) {
      ends = firstEnds(spans);
      continue;
    }
    const next = new Map<number, Partial>();
    for (const span of spans) {
      const found = reach(reading, ends, span.start, element.gap);
      if (found) next.set(span.end, found);
    }
    if (next.size === 0) return [];
    ends = next;
  }
  return [...(ends ?? [])].map(([end, found]) => ({
    start: found.start,
    end,
    negated: found.negated || reading.negationAvant.has(found.start) || deniedAfter(reading, end),
  }));
}
