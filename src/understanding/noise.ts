/** Ways in which the same message reaches us; deterministic, so that figures can be compared. */

const SHORTEST_TYPED_WRONG = 5;
/** One word in this many is typed wrong. */
const WRONG_EVERY = 3;
const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/\bc['’ ]est\b/giu, 'c'],
  [/\bj['’]ai\b/giu, 'jai'],
  [/\bje\b/giu, 'j'],
  [/\bque\b/giu, 'ke'],
  [/\bqui\b/giu, 'ki'],
  [/\bquand\b/giu, 'kan'],
  [/\bpas\b/giu, 'pa'],
  [/\bavec\b/giu, 'avc'],
  [/\bdans\b/giu, 'ds'],
  [/\btout\b/giu, 'tt'],
  [/\bpour\b/giu, 'pr'],
  [/\bparce que\b/giu, 'pcq'],
  [/\bmaintenant\b/giu, 'mtn'],
  [/\btoujours\b/giu, 'tjrs'],
  [/\bvous\b/giu, 'vs'],
  [/\bbeaucoup\b/giu, 'bcp'],
];

/** A letter dropped, doubled or swapped with the next, in turn. */
function mistyped(word: string, turn: number): string {
  const at = 2 + (turn % 2);
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  if (turn % 3 === 0) return `${before}${next}${after}`;
  return turn % 3 === 1 ? `${before}${here}${here}${next}${after}` : `${before}${next}${here}${after}`;
}

function typos(text: string): string {
  let turn = 0;
  let seen = 0;
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length < SHORTEST_TYPED_WRONG || seen++ % WRONG_EVERY !== 0) return word;
    return mistyped(word, turn++);
  });
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Each noise by its name. */
export const NOISES: ReadonlyMap<string, (text: string) => string> = new Map([
  ['fautes', typos],
  ['sans-accents', withoutAccents],
  ['capitales', (text) => text.toUpperCase()],
  ['sms', (text) => SHORTHAND.reduce((out, [word, short]) => out.replace(word, short), withoutAccents(text))],
  ['nfd', (text) => text.normalize('NFD')],
  ['largeur-nulle', (text) => text.replace(/(\p{L}{3})/gu, '$1\u200b')],
  [
    'pleine-chasse',
    (text) => text.replace(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)),
  ],
]);
