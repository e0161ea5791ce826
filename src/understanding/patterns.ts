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
  /** `@sujet`: who opens a new clause after « pas » (« je sais pas il me frappe »). */
  readonly sujet: number;
  /** `@transparent`: small words that gaps do not count. */
  readonly transparent: number;
}

/** A message ready to be matched. */
export interface Reading {
  readonly tokens: Tokens;
  readonly hits: Hits;
  readonly transparent: Uint8Array;
  readonly negation: Uint8Array;
  readonly sujet: Uint8Array;
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
    sujet: marks(hits.get(guards.sujet), size),
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
  readonly start: number;
  readonly negated: boolean;
}

/** The places where the elements read so far end, with where they start. */
type Ends = ReadonlyMap<number, Partial>;

/** From `at`, goes back over the gap to the nearest end of the elements before, in the same sentence. */
function reach(reading: Reading, before: Ends, at: number, gap: number): Partial | undefined {
  const { phrases } = reading.tokens;
  let negated = false;
  let left = gap;
  const farthest = Math.max(0, at - gap - STRETCH - 1);
  for (let back = at; left >= 0 && back > farthest && phrases[back - 1] === phrases[at]; back--) {
    const found = before.get(back);
    if (found) return { start: found.start, negated: negated || found.negated };
    negated ||= reading.negation[back - 1] === 1;
    left -= reading.transparent[back - 1] === 1 ? 0 : 1;
  }
  return undefined;
}

function firstEnds(spans: readonly Span[]): Ends {
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

/** « pas de viol », « n'ai pas avalé »: a negation right before, unless a new subject starts there. */
function deniedBefore(reading: Reading, start: number): boolean {
  if (reading.negationAvant.has(start)) return true;
  return reading.negation[start - 1] === 1 && reading.negation[start] !== 1 && reading.sujet[start] !== 1;
}

/** Where the elements end once one more is read. */
function step(reading: Reading, ends: Ends, spans: readonly Span[], gap: number): Ends {
  const next = new Map<number, Partial>();
  for (const span of spans) {
    const found = reach(reading, ends, span.start, gap);
    if (found) next.set(span.end, found);
  }
  return next;
}

/** All the places where a pattern matches; linear in the number of words. */
export function match(pattern: Pattern, reading: Reading): Match[] {
  const found: (readonly Span[])[] = [];
  for (const { classe } of pattern.elements) {
    const spans = reading.hits.get(classe);
    if (!spans) return [];
    found.push(spans);
  }
  let ends = firstEnds(found[0] ?? []);
  for (let at = 1; at < found.length && ends.size > 0; at++) {
    ends = step(reading, ends, found[at] ?? [], pattern.elements[at]?.gap ?? 0);
  }
  return [...ends].map(([end, { start, negated }]) => ({
    start,
    end,
    negated: negated || deniedBefore(reading, start) || deniedAfter(reading, end),
  }));
}
