/** Marks that decompose from letters, dropped so that « frappé », « frappe » and « FRAPPÉ » are one word. */
const MARKS = /\p{M}/gu;
const LIGATURES = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
]);
const SPECIAL = /[œæßøł]/g;

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** Letters repeated are written once: elongation (« aideeez ») and missing or extra doubles (« frape ») disappear. */
function collapse(word: string): string {
  let out = '';
  let last = '';
  for (const char of word) {
    if (char !== last || isDigit(char)) out += char;
    last = char;
  }
  return out;
}

/** « jaiiii » is « jai »: three letters alike or more are one, two stay. */
export function calm(word: string): string {
  let out = '';
  for (let at = 0; at < word.length; at++) {
    const char = word[at] as string;
    const isElongated = char === word[at - 1] && (char === word[at - 2] || char === word[at + 1]);
    if (!isElongated || isDigit(char)) out += char;
  }
  return out;
}

/** A word in small letters, without accents and ligatures. */
export function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL, (char) => LIGATURES.get(char) ?? char);
}

/** A word without case, accents, ligatures and doubled letters: the form in which words are compared. */
export function fold(word: string): string {
  return collapse(plain(word));
}

/** Each step rewrites letters that sound alike; order matters, nasal vowels come before single letters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ch|sh/g, '9'],
  [/qu|q/g, 'k'],
  [/gu(?=[eiy])/g, 'g'],
  [/g(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/h/g, ''],
  [/eau|au/g, 'o'],
  [/oeu|eu/g, '8'],
  [/ou|w/g, '7'],
  [/(?:ai|ei)(?=[nm](?![aeiouy]))/g, 'i'],
  [/oi/g, '7a'],
  [/ai|ei|ay|ey/g, 'e'],
  [/y/g, 'i'],
  [/[ae][nm](?![aeiou])/g, '1'],
  [/[iu][nm](?![aeiou])/g, '2'],
  [/o[nm](?![aeiou])/g, '3'],
  [/(?:er|ez|et|es|ers)$/g, 'e'],
  [/z/g, 's'],
  [/[sxtdp]{1,3}$/g, ''],
  [/e$/g, ''],
];

/** How a folded word sounds, roughly: « couteau », « kouto » and « couto » share a key. */
export function soundOf(folded: string): string {
  let key = folded;
  for (const [letters, sound] of SOUNDS) key = key.replace(letters, sound);
  return collapse(key);
}
