import type { Redaction } from './redaction.ts';

const CHUNK = /\S+/g;
const IBAN_START = /^[A-Z]{2}\d{2}[A-Z\d]*$/i;
const ALNUM = /^[A-Z\d]+$/i;
const PLATE = /^[A-Z]{2}-?\d{3}-?[A-Z]{2}$/i;
const OPENING = new Set('<("\'«[');
const CLOSING = new Set('>)"\'».,;:!?]');
const MAIL_HOST =
  /^(?:gmail|hotmail|outlook|yahoo|live|orange|wanadoo|free|sfr|laposte|icloud|protonmail)(?:\.[a-z]{2,4})?$/i;
const AT_WORD = /^(?:@|at|arobase|arobas|\(at\)|\[at\])$/i;
const LINK = /^(?:https?:|www\.)|(?:facebook|instagram|snapchat|tiktok|wa)\.(?:com|me)\//i;
const SHORTEST_IBAN = 14;
const LONGEST_IBAN = 34;

interface Chunk {
  readonly core: string;
  readonly start: number;
  readonly end: number;
}

/** The words between spaces, without the punctuation around them. */
function chunksOf(text: string): Chunk[] {
  return Array.from(text.matchAll(CHUNK), ({ 0: word, index }) => {
    let start = 0;
    let end = word.length;
    while (start < end && OPENING.has(word[start] as string)) start++;
    while (end > start && CLOSING.has(word[end - 1] as string)) end--;
    return { core: word.slice(start, end), start: index + start, end: index + end };
  });
}

function countOf(text: string, kind: RegExp): number {
  return text.match(kind)?.length ?? 0;
}

/** A file, passport or plate number: letters and many digits in one word. */
function isReference(core: string): boolean {
  if (PLATE.test(core)) return true;
  return ALNUM.test(core) && core.length >= 7 && countOf(core, /\d/g) >= 5 && countOf(core, /[a-z]/gi) >= 1;
}

/** « FR76 3000 6000… »: the number of chunks that make a bank account, 0 when there is none. */
function ibanLength(chunks: readonly Chunk[], from: number): number {
  if (!IBAN_START.test((chunks[from] as Chunk).core)) return 0;
  let length = 0;
  let at = from;
  for (; at < chunks.length && length < LONGEST_IBAN; at++) {
    const { core } = chunks[at] as Chunk;
    if (!ALNUM.test(core) || (at > from && !/\d/.test(core))) break;
    length += core.length;
  }
  return length >= SHORTEST_IBAN ? at - from : 0;
}

function mailLength(chunks: readonly Chunk[], at: number): { from: number; to: number } | undefined {
  const { core } = chunks[at] as Chunk;
  if (core.length > 1 && core.includes('@')) return { from: at, to: at };
  if (LINK.test(core)) return { from: at, to: at };
  if (!MAIL_HOST.test(core) || !AT_WORD.test(chunks[at - 1]?.core ?? '')) return undefined;
  return { from: Math.max(0, at - 2), to: spelledEnd(chunks, at) };
}

/** « gmail point com » */
function spelledEnd(chunks: readonly Chunk[], at: number): number {
  return chunks[at + 1]?.core.toLowerCase() === 'point' ? Math.min(at + 2, chunks.length - 1) : at;
}

/** E-mail addresses, links to a profile, bank accounts, file and plate numbers. */
export function redactIds(text: string): Redaction[] {
  const chunks = chunksOf(text);
  const out: Redaction[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const mail = mailLength(chunks, at);
    const iban = mail ? 0 : ibanLength(chunks, at);
    if (mail) {
      out.push({
        start: (chunks[mail.from] as Chunk).start,
        end: (chunks[mail.to] as Chunk).end,
        by: '[mail]',
      });
    } else if (iban > 0) {
      out.push({ start: chunk.start, end: (chunks[at + iban - 1] as Chunk).end, by: '[numero]' });
      at += iban - 1;
    } else if (isReference(chunk.core)) {
      out.push({ start: chunk.start, end: chunk.end, by: '[numero]' });
    }
  }
  return out;
}
