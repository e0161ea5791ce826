import { createHash } from 'node:crypto';
import { SEPARATOR } from '../../geography/compact.ts';
import { nameKey as wordsKey } from '../../geography/normalise.ts';

/** 48 bits of the SHA-256 of a text, as a whole number; 0 is kept for what is absent. */
export function keyOf(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6) || 1;
}

const FOREIGN_PREFIXES = ['262', '590', '594', '596'];

/** A French number as ten digits, or a short one; null for anything else. */
export function phoneDigits(text: string): string | null {
  const typed = text.replace(/[\s.\-()/]/g, '');
  const plus = typed.startsWith('00') ? `+${typed.slice(2)}` : typed;
  const overseas = FOREIGN_PREFIXES.find((prefix) => plus.startsWith(`+${prefix}`) && plus.length === 13);
  const digits = overseas ? `0${plus.slice(4)}` : plus.replace(/^\+33(?:0)?/, '0');
  return /^(?:0\d{9}|1\d|11\d|116\d{3}|3\d{3})$/.test(digits) ? digits : null;
}

/** Digits as they are printed: « 01 23 45 67 89 », « 116 006 », « 3919 ». */
export function printedPhone(digits: string): string {
  if (digits.length === 10) {
    return digits.replace(/(\d{2})(?=\d)/g, '$1 ');
  }
  return digits.length === 6 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits;
}

/** A SIRET's key. */
export const siretKey = (siret: string | null): number => (siret ? keyOf(`siret ${siret}`) : 0);

/** A number's key. A short number belongs to nobody in particular: it has none. */
export const phoneKey = (digits: string | null): number =>
  digits && digits.length === 10 ? keyOf(digits) : 0;

/** The same key from the whole SHA-256, as a deny-list holds it. */
export const hashedPhoneKey = (sha256: string): number => Number.parseInt(sha256.slice(0, 12), 16) || 1;

/** The key of a name in a commune, as names of places are compared: « Ste-Marie » is « Sainte Marie ». */
export const nameKey = (nom: string, commune: string | null): number =>
  commune ? keyOf(`nom ${wordsKey(nom.replaceAll(SEPARATOR, ' '))} ${commune}`) : 0;
