import {
  FUNCTION_WORDS,
  PERSIAN_WORDS,
  UKRAINIAN_WORDS,
  VIETNAMESE_WORDS,
} from '../../dialogs/understanding/function-words.ts';

/** Scripts and the language they point to, crudely; the first that holds most letters wins. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
];

/** What only one language of a script writes: letters, then words; the first that is found wins. */
const MARKS: readonly (readonly [script: string, found: (text: string) => boolean, langue: string])[] = [
  ['ar', (text) => /[ټډړښې]/.test(text), 'ps'],
  ['ar', (text) => /[ٹڈڑے]/.test(text), 'ur'],
  // Persian keyboards write ک and ی, Arabic ones ك and ي; a word settles what a keyboard does not.
  ['ar', wordFinder(PERSIAN_WORDS), 'fa'],
  ['ar', (text) => /[پچژکی]/.test(text) && !/[كيىةأإ]/.test(text), 'fa'],
  ['ru', (text) => /[іїєґ]/i.test(text), 'uk'],
  ['ru', (text) => /[ђћљњџ]/i.test(text), 'sr'],
  ['ru', (text) => !/[ыэъё]/i.test(text) && wordFinder(UKRAINIAN_WORDS)(text), 'uk'],
];

/** Letters that one language in Latin letters uses and French does not: as good as two words of its own. */
const LATIN_MARKS: readonly (readonly [RegExp, string])[] = [
  [/[ñ¿¡]/u, 'es'],
  [/[ãõ]/u, 'pt'],
  [/[șțăşţ]/u, 'ro'],
  [/[ğışİ]/u, 'tr'],
  [/[ßä]/u, 'de'],
  [/[łżźśćńąę]/u, 'pl'],
];
/** Vietnamese also writes ã, õ and ă: where it is sure, these say nothing. */
const VIETNAMESE = /[đơư]|[\u1ea0-\u1ef9]/u;
const isVietnamese = (text: string): boolean => VIETNAMESE.test(text) || hasVietnameseWord(text);
/** Turkish says in endings what others say in small words. */
const TURKISH_ENDINGS =
  /(?:[iıuü]yor(?:um|uz|lar|sun)?|siniz|imiz|umuz|lar[iı]m|ler[iı]m|daki|deki|acak|ecek)$/u;

const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
const WORDS = /[\p{L}\p{M}]+/gu;
/** Under this many words a language written in Latin letters is not guessed, and no language is changed for another. */
const FEWEST_WORDS = 4;

/** A word of one language alone is worth this much, a word of several one. */
const OWN_WORD = 2;
const MARK = 4;
/** What a language must reach to be another than French, and by how much it must pass it. */
const ENOUGH = 3;
const MARGIN = 2;

const worths = wordWorths();
const hasVietnameseWord = wordFinder(VIETNAMESE_WORDS);

function wordWorths(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const languages = new Map<string, string[]>();
  for (const [langue, mots] of FUNCTION_WORDS) {
    for (const mot of new Set(mots.split(/\s+/).map(bare))) {
      languages.set(mot, [...(languages.get(mot) ?? []), langue]);
    }
  }
  return new Map(
    [...languages].map(([mot, all]) => [
      mot,
      new Map(all.map((langue) => [langue, all.length === 1 ? OWN_WORD : 1])),
    ]),
  );
}

function wordFinder(words: string): (text: string) => boolean {
  const known = new Set(words.split(' '));
  return (text) => wordsOf(text).some((word) => known.has(word));
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORDS) ?? [];
}

/** How many words a message has; a script without spaces counts its signs. */
export function countWords(text: string): number {
  return wordsOf(text.replace(/\p{Script=Han}/gu, ' $& ')).length;
}

/** Whether a message has too few words to tell its language. */
export const isBrief = (text: string): boolean => countWords(text) < FEWEST_WORDS;

function scriptOf(text: string): string | undefined {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0 || (text.match(LATIN)?.length ?? 0) * 2 >= letters) return undefined;
  return SCRIPTS.find(([script]) => (text.match(script)?.length ?? 0) * 2 > letters)?.[1];
}

/** The languages whose own letters are in a text. */
function marksOf(text: string): string[] {
  if (isVietnamese(text)) return ['vi'];
  return LATIN_MARKS.filter(([letters]) => letters.test(text)).map(([, langue]) => langue);
}

function latinScores(text: string, found: readonly string[]): Map<string, number> {
  const scores = new Map<string, number>();
  const add = (langue: string, worth: number) => scores.set(langue, (scores.get(langue) ?? 0) + worth);
  for (const word of new Set(found.map(bare))) {
    for (const [langue, worth] of worths.get(word) ?? []) add(langue, worth);
    if (TURKISH_ENDINGS.test(word)) add('tr', OWN_WORD);
  }
  for (const langue of marksOf(text)) add(langue, MARK);
  return scores;
}

function latinLanguage(text: string): string {
  const found = wordsOf(text);
  if (found.length < FEWEST_WORDS) return 'fr';
  const scores = latinScores(text.toLowerCase(), found);
  const french = scores.get('fr') ?? 0;
  const [best, score] = [...scores].reduce((top, one) => (one[1] > top[1] ? one : top), ['fr', french]);
  return score >= ENOUGH && score >= french + MARGIN ? best : 'fr';
}

/** The language a message is written in: by script, then by its small words; French when in doubt. */
export function languageOf(text: string): string {
  const script = scriptOf(text);
  if (!script) return latinLanguage(text);
  return MARKS.find(([family, found]) => family === script && found(text))?.[2] ?? script;
}
