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

/** Nothing but ASCII: most words, which have no accent to lose. */
const ASCII = /^[\0-\x7f]*$/;

/** A word in small letters, without accents and ligatures. */
export function plain(word: string): string {
  const small = word.toLowerCase();
  if (ASCII.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL, (char) => LIGATURES.get(char) ?? char);
}

/** A word without case, accents, ligatures and doubled letters: the form in which words are compared. */
export function fold(word: string): string {
  return collapse(plain(word));
}

/** A rewriting, and the letters without any of which it changes nothing. */
type Sound = readonly [letters: RegExp, sound: string, needs: string];

/** Each step rewrites letters that sound alike; order matters, nasal vowels come before single letters. */
const SOUNDS: readonly Sound[] = [
  [/ph/g, 'f', 'p'],
  [/ch|sh/g, '9', 'h'],
  [/qu|q/g, 'k', 'q'],
  [/gu(?=[eiy])/g, 'g', 'g'],
  [/g(?=[eiy])/g, 'j', 'g'],
  [/c(?=[eiy])/g, 's', 'c'],
  [/c/g, 'k', 'c'],
  [/h/g, '', 'h'],
  [/eau|au/g, 'o', 'u'],
  [/oeu|eu/g, '8', 'u'],
  [/ou|w/g, '7', 'uw'],
  [/(?:ai|ei)(?=[nm](?![aeiouy]))/g, 'i', 'nm'],
  [/oi/g, '7a', 'o'],
  [/ai|ei|ay|ey/g, 'e', 'iy'],
  [/y/g, 'i', 'y'],
  [/[ae][nm](?![aeiou])/g, '1', 'nm'],
  [/[iu][nm](?![aeiou])/g, '2', 'nm'],
  [/o[nm](?![aeiou])/g, '3', 'nm'],
  [/(?:er|ez|et|es|ers)$/g, 'e', 'e'],
  [/z/g, 's', 'z'],
  [/[sxtdp]{1,3}$/g, '', 'sxtdp'],
  [/e$/g, '', 'e'],
];

/** The letters of a word, one bit each. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) - A);
  return bits;
}

const A = 'a'.charCodeAt(0);
const STEPS = SOUNDS.map(([letters, sound, needs]) => ({ letters, sound, needs: lettersIn(needs) }));
/** What a step may write: « y » becomes « i », « z » becomes « s ». */
const WRITTEN = lettersIn('fkgjsoiae');

/** How a folded word sounds, roughly: « couteau », « kouto » and « couto » share a key. */
export function soundOf(folded: string): string {
  let key = folded;
  const held = lettersIn(folded);
  let written = 0;
  for (const { letters, sound, needs } of STEPS) {
    if (((held | written) & needs) === 0) continue;
    const next = key.replace(letters, sound);
    if (next !== key) written = WRITTEN;
    key = next;
  }
  return collapse(key);
}
