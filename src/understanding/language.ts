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

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const FUNCTION_WORDS: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'fr',
    words(
      'je tu il elle on nous vous ils le la les un une des du de et ou mais est suis ai pas que qui dans pour avec sur mon ma mes ne ce pa jai jé ki',
    ),
  ],
  [
    'en',
    words(
      'i my me the a an is am are was to of and in for with have has need help please he she you his her him it do not where what can cannot want',
    ),
  ],
  [
    'es',
    words(
      'yo mi me el la los un una es soy estoy de y en por para con tengo necesito ayuda no que mis donde quiero mi esposo marido hijos hola ella su',
    ),
  ],
  [
    'pt',
    words(
      'eu meu minha o os um uma é sou estou de e em por para com tenho preciso ajuda não que onde quero marido filhos ele ela',
    ),
  ],
  [
    'it',
    words(
      'io mio mia il lo gli un una è sono di e in per con ho bisogno aiuto non che dove voglio marito figli lui lei',
    ),
  ],
  [
    'de',
    words(
      'ich mein meine der die das ein eine ist bin und in für mit habe brauche hilfe nicht wo was mann kinder er sie',
    ),
  ],
  [
    'ro',
    words(
      'eu meu mea un o este sunt de și si în in pentru cu am nevoie ajutor nu unde ce vreau sotul copii el ea ma',
    ),
  ],
  [
    'tr',
    words('ben benim bir ve için ile var yok yardım lazım istiyorum kocam çocuk değil nerede bana bu ne'),
  ],
];

function scriptOf(text: string): string | undefined {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0 || (text.match(LATIN)?.length ?? 0) * 2 >= letters) return undefined;
  return SCRIPTS.find(([script]) => (text.match(script)?.length ?? 0) * 2 > letters)?.[1];
}

function latinLanguage(text: string): string {
  const found = text.toLowerCase().match(WORDS) ?? [];
  if (found.length < FEWEST_WORDS) return 'fr';
  const scores = FUNCTION_WORDS.map(
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
