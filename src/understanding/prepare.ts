import { redactAddresses } from './redact-address.ts';
import { redactIds } from './redact-ids.ts';
import { redactNames } from './redact-names.ts';
import { redactNumbers } from './redact-numbers.ts';
import { applyRedactions } from './redaction.ts';

/** A message as understanding receives it: bounded, clean, and without what would tell who writes. */
export interface Prepared {
  readonly text: string;
  /** Something was beyond the cap and was not read. */
  readonly cut: boolean;
  /** Something that looks like an identity was taken out: the person can be told. */
  readonly redacted: boolean;
}

/** What understanding reads of a message, in code points. */
const CAP = 500;
/** What is cleaned before the cap: enough for a message padded with invisible characters. */
const WINDOW = 4 * CAP;

/** Control, bidirectional, zero-width, variation and tag characters, and lone surrogates; line ends are kept. */
const INVISIBLE = /(?!\n)\p{Cc}|\p{Cf}|\p{Cs}|\p{Default_Ignorable_Code_Point}/gu;
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g;
const BLANKS = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

function clean(text: string): string {
  const visible = text.replace(LINE_ENDS, '\n').replace(BLANKS, ' ').replace(INVISIBLE, '');
  // Compatibility forms may turn into blanks or invisible characters, and what these parted may compose.
  return visible.normalize('NFKC').replace(BLANKS, ' ').replace(INVISIBLE, '').normalize('NFKC');
}

function firstCodePoints(text: string, count: number): string {
  if (text.length <= count) return text;
  let at = 0;
  for (let taken = 0; taken < count && at < text.length; taken++)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, at);
}

/** Identities first: they are read before the cap, so that none is cut in two and let through. */
function redact(text: string): string {
  const withoutIds = applyRedactions(text, redactIds(text));
  const withoutNumbers = applyRedactions(withoutIds, redactNumbers(withoutIds));
  const withoutAddresses = applyRedactions(withoutNumbers, redactAddresses(withoutNumbers));
  return applyRedactions(withoutAddresses, redactNames(withoutAddresses));
}

/** Cleans, redacts and bounds what a person typed. Linear in the part that is read; never throws. */
export function prepare(raw: string): Prepared {
  const cleaned = clean(raw.slice(0, WINDOW));
  const scoped = firstCodePoints(cleaned, WINDOW);
  const safe = redact(scoped);
  const text = firstCodePoints(safe, CAP);
  return { text, cut: raw.length > WINDOW || text.length < safe.length, redacted: safe !== scoped };
}
