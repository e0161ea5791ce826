import { FUNCTION_WORDS } from '../../dialogs/understanding/function-words.ts';

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
/** Letters that only one language of a script uses. */
const LETTERS: readonly (readonly [string, RegExp, string])[] = [
  ['ar', /[ټډړښې]/, 'ps'],
  ['ar', /[ٹڈڑے]/, 'ur'],
  ['ar', /[پچژگکی]/, 'fa'],
  ['ru', /[іїєґ]/i, 'uk'],
  ['ru', /[ђћљњџ]/i, 'sr'],
];
const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
const WORDS = /[\p{L}\p{M}]+/gu;
/** Under this many words a language written in Latin letters is not guessed. */
const FEWEST_WORDS = 4;

const FUNCTION_WORD_SETS: readonly (readonly [string, ReadonlySet<string>])[] = FUNCTION_WORDS.map(
  ([langue, mots]) => [langue, new Set(mots.split(' '))],
);

function scriptOf(text: string): string | undefined {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0 || (text.match(LATIN)?.length ?? 0) * 2 >= letters) return undefined;
  return SCRIPTS.find(([script]) => (text.match(script)?.length ?? 0) * 2 > letters)?.[1];
}

function latinLanguage(text: string): string {
  const found = text.toLowerCase().match(WORDS) ?? [];
  if (found.length < FEWEST_WORDS) return 'fr';
  const scores = FUNCTION_WORD_SETS.map(
    ([id, known]) => [id, found.filter((word) => known.has(word)).length] as const,
  );
  const french = scores[0]?.[1] ?? 0;
  const best = scores.reduce((top, one) => (one[1] > top[1] ? one : top));
  return best[1] >= 2 && best[1] > french + 1 ? best[0] : 'fr';
}

/** The language a message is written in: by script, then by its small words; French when in doubt. */
export function languageOf(text: string): string {
  const script = scriptOf(text);
  if (!script) return latinLanguage(text);
  return LETTERS.find(([family, letters]) => family === script && letters.test(text))?.[2] ?? script;
}
