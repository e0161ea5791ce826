import { SEPARATOR } from './compact.ts';

/** One word of a text, with what surrounds it. */
export interface Token {
  word: string;
  /** A strong punctuation mark stands before it. */
  cut: boolean;
  /** A hyphen ties it to the word before. */
  glued: boolean;
  /** An opening parenthesis stands before it. */
  parenthesis: boolean;
  /** It was typed « à », or stands for it in « au », « aux »: never the verb. */
  preposition: boolean;
}

const MARKS = /\p{M}+/gu;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const STRONG = /[.,;:!?\n()/]/;

/** Abbreviations in full, and contractions undone, so that « au Havre » holds « Le Havre ». */
const EXPANDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['st', ['saint']],
  ['ste', ['sainte']],
  ['ds', ['dans']],
  ['au', ['a', 'le']],
  ['aux', ['a', 'les']],
  ['du', ['de', 'le']],
  ['des', ['de', 'les']],
]);

const NOT_IN_KEYS = /[^a-z0-9|]+/g;
const SHORTENED = /\b(?:ste?|ds|aux?|du|des)\b/g;

/** Lower case, without accents or ligatures. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/** The key under which a name is found: its words, folded, expanded and joined by spaces. */
export function nameKey(nom: string): string {
  return nameKeys(nom)[0] ?? '';
}

/** The keys of a column of names. All at once: 37,000 of them are read at start. */
export function nameKeys(noms: string): string[] {
  return fold(noms)
    .replace(NOT_IN_KEYS, ' ')
    .replaceAll(` ${SEPARATOR}`, SEPARATOR)
    .replaceAll(`${SEPARATOR} `, SEPARATOR)
    .trim()
    .replace(SHORTENED, (word) => EXPANDED.get(word)?.join(' ') ?? word)
    .split(SEPARATOR);
}

/** The words of a text, folded and expanded, in order. */
export function tokenize(text: string): Token[] {
  const composed = text.normalize('NFC').toLowerCase();
  const tokens: Token[] = [];
  let end = 0;
  for (const match of composed.matchAll(WORDS)) {
    const gap = composed.slice(end, match.index);
    end = match.index + match[0].length;
    push(tokens, match[0], gap);
  }
  return tokens;
}

function push(tokens: Token[], raw: string, gap: string): void {
  const word = fold(raw);
  const expanded = EXPANDED.get(word) ?? [word];
  expanded.forEach((part, rank) => {
    const first = rank === 0;
    tokens.push({
      word: part,
      cut: first && STRONG.test(gap),
      glued: first && gap === '-',
      parenthesis: first && gap.includes('('),
      preposition: part === 'a' && (raw === 'à' || expanded.length > 1),
    });
  });
}
