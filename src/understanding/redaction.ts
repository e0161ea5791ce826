/** A stretch of text to hide, and what stands in its place. */
export interface Redaction {
  readonly start: number;
  readonly end: number;
  readonly by: '[nom]' | '[tel]' | '[numero]' | '[mail]' | '[adresse]';
}

/** A word of a text as typed, with its place; punctuation stands between words. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}]+|\d+/gu;

/** The words and numbers of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** What separates two words of a text. */
export function between(text: string, left: Word | undefined, right: Word | undefined): string {
  return text.slice(left?.end ?? 0, right?.start ?? text.length);
}

/** Puts the placeholders in; where two stretches overlap, the earlier and longer one is kept. */
export function applyRedactions(text: string, redactions: readonly Redaction[]): string {
  const sorted = [...redactions].sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let at = 0;
  for (const { start, end, by } of sorted) {
    if (end <= at) continue;
    out += start >= at ? text.slice(at, start) + by : '';
    at = end;
  }
  return out + text.slice(at);
}
