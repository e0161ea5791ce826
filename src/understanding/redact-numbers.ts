import type { Redaction } from './redaction.ts';

/** One group of digits, with the few separators that join it to the next: « 06 12 34 56 78 » has five. */
interface Group {
  readonly start: number;
  readonly end: number;
  /** Its digits, letters read as digits included (« O6 »). */
  readonly digits: string;
}

/** Numbers that help, never that of a person. */
const SHORT_NUMBERS = new Set('15 17 18 112 114 115 116 119 006 191 196 197 000'.split(' '));
const FOUR_DIGIT_LINE = /^3\d{3}$/;
const POSTCODE = /^\d{5}$/;
/** Phone numbers, as their digits alone. */
const FRENCH_PHONE = /^(?:0|0033|33|330|00330)[1-9]\d{8}$/;
/** Social security, 13 digits or 15 with its key. */
const NIR = /^[12]\d{12}(?:\d{2})?$/;
const JOINERS = new Set([' ', '.', '-', '_', '/', '(', ')', '\u00a0', '*']);
/** A number this long is nobody's age, amount, year or postcode. */
const LONG = 7;

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{M}]/u.test(char);
}

/** « O6 12 »: the letter O typed for a zero, and the « 2A » of Corsica inside a social security number. */
function readAsDigit(text: string, at: number): string {
  const char = text[at] as string;
  if (isDigit(char)) return char;
  const next = text[at + 1];
  if ((char === 'o' || char === 'O') && isDigit(next) && !isLetter(text[at - 1])) return '0';
  const corsica = (char === 'A' || char === 'B') && text[at - 1] === '2' && !isLetter(next);
  return corsica ? '0' : '';
}

function groupAt(text: string, at: number): Group | undefined {
  let end = at;
  let digits = '';
  for (let digit = ''; end < text.length; end++, digits += digit) {
    digit = readAsDigit(text, end);
    if (digit === '') break;
  }
  return digits === '' ? undefined : { start: at, end, digits };
}

/** Whether what separates two groups may stand inside one number: at most three joiners. */
function joined(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at++) if (!JOINERS.has(text[at] as string)) return false;
  return true;
}

function isPhoneComma(text: string, from: number, to: number, groups: readonly Group[]): boolean {
  return text.slice(from, to).trim() === ',' && (groups.at(-1) as Group).digits.length === 2;
}

/** The runs of groups of a text, each a candidate number. */
function runs(text: string): Group[][] {
  const out: Group[][] = [];
  let current: Group[] = [];
  for (let at = 0; at < text.length; ) {
    const group = groupAt(text, at);
    if (!group) {
      at++;
      continue;
    }
    const last = current.at(-1);
    const goesOn = last && (joined(text, last.end, at) || isPhoneComma(text, last.end, at, current));
    if (!goesOn) {
      current = [];
      out.push(current);
    }
    current.push(group);
    at = group.end;
  }
  return out;
}

const digitsOf = (groups: readonly Group[]): string => groups.map((group) => group.digits).join('');

/** « 12/03/1990 », « 2026-11-24 »: a day, unless it is said to be a birth. */
function isDate(groups: readonly Group[]): boolean {
  const sizes = groups.map((group) => group.digits.length).join('-');
  return (
    sizes === '2-2-4' || sizes === '1-2-4' || sizes === '2-1-4' || sizes === '1-1-4' || sizes === '4-2-2'
  );
}

const BIRTH = /(?:n[ée]e?s?|naissance|naiss|ddn)[ :(le]{0,6}$/i;

/** Numbers that people write side by side without making one: « 15 18 112 », « 59000 59100 », « 800 1200 ». */
function areApart(groups: readonly Group[]): boolean {
  return groups.every(
    ({ digits }) => SHORT_NUMBERS.has(digits) || FOUR_DIGIT_LINE.test(digits) || POSTCODE.test(digits),
  );
}

function phoneLength(groups: readonly Group[], from: number): number {
  let digits = '';
  for (let at = from; at < groups.length && digits.length < 14; at++) {
    digits += (groups[at] as Group).digits;
    if (FRENCH_PHONE.test(digits)) return at - from + 1;
  }
  return 0;
}

/** A run whose groups are all short may still be a phone whose first zero is missing: « 6 12 34 56 78 ». */
function isLongNumber(groups: readonly Group[]): boolean {
  return digitsOf(groups).length >= LONG && !areApart(groups);
}

/** A social security number holds what looks like a phone: it is taken whole. */
function isNir(groups: readonly Group[]): boolean {
  return groups.length <= 8 && NIR.test(digitsOf(groups)) && !areApart(groups);
}

function redactRun(text: string, groups: readonly Group[], out: Redaction[]): void {
  if (isNir(groups)) {
    out.push({ start: (groups[0] as Group).start, end: (groups.at(-1) as Group).end, by: '[numero]' });
    return;
  }
  let rest: Group[] = [];
  const flush = (): void => {
    const first = rest[0];
    const last = rest.at(-1);
    if (first && last && shouldGo(text, rest))
      out.push({ start: first.start, end: last.end, by: '[numero]' });
    rest = [];
  };
  for (let at = 0; at < groups.length; ) {
    const length = phoneLength(groups, at);
    if (length === 0) {
      rest.push(groups[at] as Group);
      at++;
      continue;
    }
    flush();
    const last = groups[at + length - 1] as Group;
    out.push({ start: (groups[at] as Group).start, end: last.end, by: '[tel]' });
    at += length;
  }
  flush();
}

function shouldGo(text: string, groups: readonly Group[]): boolean {
  const start = (groups[0] as Group).start;
  if (isDate(groups)) return BIRTH.test(text.slice(Math.max(0, start - 24), start));
  return isLongNumber(groups);
}

/** Phones, social security, bank and file numbers. Short helplines, ages, years, amounts and postcodes stay. */
export function redactNumbers(text: string): Redaction[] {
  const out: Redaction[] = [];
  for (const groups of runs(text)) redactRun(text, groups, out);
  return out;
}
