import { fold, plain } from './fold.ts';
import { CIVILITIES, FIRST_NAMES, NOT_NAMES, PARTICLES, RELATIONS } from './redact-words.ts';
import { between, type Redaction, type Word, wordsOf } from './redaction.ts';

const UPPER_START = /^\p{Lu}/u;
const INITIAL = /^\p{Lu}$/u;
const LOWER = /\p{Ll}/u;
const CALLED = /^(?:apel|mapel|jmapel)/;
const MAX_NAME_WORDS = 4;

/** A text seen word by word; without any capital, the lack of one says nothing. */
interface View {
  readonly text: string;
  readonly all: readonly Word[];
  readonly folded: readonly string[];
  readonly hasCapitals: boolean;
}

function isCapital(view: View, at: number): boolean {
  const word = view.all[at];
  return word !== undefined && UPPER_START.test(word.text);
}

/** « Marie Dubois », « je m'appelle marie »; elsewhere « mariée » and « marié » fold to the same word. */
function isFirstNameMarie(view: View, at: number): boolean {
  return (isCapital(view, at) && isCapital(view, at + 1)) || CALLED.test(view.folded[at - 1] ?? '');
}

/** A word that may be a name: an initial, or letters that make no everyday word. */
function isNameable(view: View, at: number): boolean {
  const word = view.all[at];
  if (!word || /\d/.test(word.text)) return false;
  if (INITIAL.test(word.text) && view.text[word.end] === '.') return true;
  if (view.folded[at] === 'marie' && isFirstNameMarie(view, at)) return true;
  return !NOT_NAMES.has(view.folded[at] as string);
}

/** Only spaces, a hyphen, an apostrophe, a dot after an initial may stand inside a name. */
function holdsTogether(view: View, at: number): boolean {
  const gap = between(view.text, view.all[at - 1], view.all[at]);
  return /^[ '’-]{1,2}$/.test(gap) || (gap.startsWith('.') && INITIAL.test((view.all[at - 1] as Word).text));
}

function isLast(view: View, at: number): boolean {
  const gap = between(view.text, view.all[at], view.all[at + 1]);
  return at + 1 >= view.all.length || /[.,;:!?\n)]/.test(gap) || view.folded[at + 1] === 'et';
}

function continuesName(view: View, at: number): boolean {
  if (at >= view.all.length || !holdsTogether(view, at)) return false;
  const folded = view.folded[at] as string;
  if (PARTICLES.has(folded)) return isNameable(view, at + 1) && isCapital(view, at + 1);
  if (!isNameable(view, at)) return false;
  const glued = between(view.text, view.all[at - 1], view.all[at]) === '-';
  return glued || isCapital(view, at) || FIRST_NAMES.has(folded) || isLast(view, at);
}

function nameFrom(view: View, from: number): Redaction {
  let end = from;
  while (end - from < MAX_NAME_WORDS && continuesName(view, end + 1)) end++;
  return { start: (view.all[from] as Word).start, end: (view.all[end] as Word).end, by: '[nom]' };
}

function folds(view: View, at: number, ...expected: readonly string[]): boolean {
  return expected.every((words, back) => words.split('|').includes(view.folded[at - back] as string));
}

/** « je m'appelle », « il s'appelle », « mon prénom c'est »…: the place of the word after, or -1. */
function introduced(view: View, at: number): number {
  if (folds(view, at, 'apele|apel|apelle|mapel|mapele|mapelle|jmapel|jmapele')) return afterCalled(view, at);
  if (folds(view, at, 'nom|prenom|nomme')) return afterNoun(view, at);
  if (folds(view, at, 'signe|signee')) return isCapital(view, at + 1) ? at + 1 : -1;
  return -1;
}

function afterCalled(view: View, at: number): number {
  if (folds(view, at, 'mapel|mapele|jmapel|jmapele')) return at + 1;
  const subject = view.folded[at - 2];
  if (folds(view, at - 1, 'm')) return subject === 'je' || subject === 'j' || subject === 'moi' ? at + 1 : -1;
  if (folds(view, at - 1, 's')) return /^(?:ca|sa|cela|coment|coman|ce)$/.test(subject ?? '') ? -1 : at + 1;
  return -1;
}

function afterNoun(view: View, at: number): number {
  if (!/^(?:mon|son|le|de|se|me|m)$/.test(view.folded[at - 1] ?? '')) return -1;
  if (folds(view, at + 1, 'est')) return at + 2;
  if (folds(view, at + 2, 'est', 'c')) return at + 3;
  return isCapital(view, at + 1) ? at + 1 : -1;
}

/** « Mme Dupont », « M. Martin », « Mme D. »; « Mme, 32 ans » and « bonjour madame je » name nobody. */
function afterCivility(view: View, at: number): number {
  const word = view.all[at] as Word;
  if (!CIVILITIES.has(plain(word.text))) return -1;
  const gap = between(view.text, word, view.all[at + 1]);
  if (!/^\.? ?$/.test(gap) || !isNameable(view, at + 1)) return -1;
  if (word.text.length === 1) return word.text === 'M' && isCapital(view, at + 1) ? at + 1 : -1;
  return isCapital(view, at + 1) || !view.hasCapitals ? at + 1 : -1;
}

/** « je suis Sophie Martin », « moi c'est Karim »: two words in capitals, or a known first name. */
function afterBeing(view: View, at: number): number {
  const being =
    folds(view, at, 'suis|sui|chuis', 'je|j') ||
    folds(view, at, 'est', 'c', 'moi|ici') ||
    folds(view, at, 'jsuis|jsui|chuis');
  if (!being || !isNameable(view, at + 1)) return -1;
  const firstName = FIRST_NAMES.has(view.folded[at + 1] as string);
  const twoCapitals =
    isCapital(view, at + 1) &&
    isCapital(view, at + 2) &&
    isNameable(view, at + 2) &&
    holdsTogether(view, at + 2);
  return firstName || twoCapitals ? at + 1 : -1;
}

/** « mon mari Karim », « ma fille Léa »: a known first name right after. */
function afterRelation(view: View, at: number): number {
  const named = RELATIONS.has(view.folded[at] as string) && FIRST_NAMES.has(view.folded[at + 1] ?? '');
  return named && /^[, (]{1,2}$/.test(between(view.text, view.all[at], view.all[at + 1])) ? at + 1 : -1;
}

/** A first name followed by a family name, both in capitals, wherever they stand. */
function fullName(view: View, at: number): number {
  const both = isCapital(view, at) && isCapital(view, at + 1) && FIRST_NAMES.has(view.folded[at] as string);
  return both && isNameable(view, at + 1) && holdsTogether(view, at + 1) ? at : -1;
}

const FINDERS = [introduced, afterCivility, afterBeing, afterRelation, fullName] as const;

/** Names that someone gives: their own, a relative's, after a civility. A town or a nationality is no name. */
export function redactNames(text: string): Redaction[] {
  const all = wordsOf(text);
  const view: View = {
    text,
    all,
    folded: all.map((word) => fold(word.text)),
    hasCapitals: LOWER.test(text) && all.some((word) => UPPER_START.test(word.text)),
  };
  const out: Redaction[] = [];
  for (let at = 0; at < all.length; at++) {
    const name = FINDERS.map((find) => find(view, at)).find((found) => found >= 0 && isNameable(view, found));
    if (name !== undefined) out.push(nameFrom(view, name));
  }
  return out;
}
