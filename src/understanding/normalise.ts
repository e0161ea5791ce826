import { calm, fold, plain } from './fold.ts';

/** The words of a message, folded, each with the sentence and the clause it stands in. */
export interface Tokens {
  readonly mots: readonly string[];
  /** Number of the sentence (. ! ? ; new line): a pattern never crosses it. */
  readonly phrases: readonly number[];
  /** Number of the clause (commas, « mais », « par contre »…): a negation never crosses it. */
  readonly propositions: readonly number[];
}

/** How people spell: tables read from `sms.yaml`, keys already prepared by `createSpelling`. */
export interface Spelling {
  /** Written with accents: « jé ». */
  readonly accentues: ReadonlyMap<string, readonly string[]>;
  readonly abreviations: ReadonlyMap<string, readonly string[]>;
  /** In capitals only: « MAL » is not « mal ». */
  readonly sigles: ReadonlyMap<string, readonly string[]>;
  /** Words that open a clause: « mais », « plutôt ». */
  readonly coupures: ReadonlySet<string>;
  /** « il ma frappé »: the words before « ma » that make it « m'a »… */
  readonly avantMa: ReadonlySet<string>;
  /** …unless one of these nouns follows: « il frappe, ma mère ». */
  readonly apresMa: ReadonlySet<string>;
}

interface RawWord {
  /** As typed. */
  brut: string;
  elide: boolean;
  phrase: number;
  proposition: number;
}

const HARD = new Set(['.', '!', '?', ';', '\n', '…', '؟', '。']);
const SOFT = new Set([',', ':', '(', ')', '/', '«', '»', '"', '–', '—', '•', '|', '،']);
const LAUGHS = new Set(['😂', '🤣', '😹', '😅']);
const APOSTROPHES = new Set(["'", '’', '‘', '`', '´', 'ʼ', '′']);
const LETTER = /[\p{L}\p{M}]/u;
const VOWEL = /[aeiouyh]/;
const UPPER = /^\p{Lu}[\p{Lu}\d]*$/u;
const LOWER = /\p{Ll}/u;
/** What elided words were: « j' » is « je ». « s'il » is seen apart. */
const ELISIONS = new Map([
  ['j', 'je'],
  ['m', 'me'],
  ['t', 'te'],
  ['s', 'se'],
  ['d', 'de'],
  ['l', 'le'],
  ['n', 'ne'],
  ['c', 'ce'],
  ['qu', 'que'],
  ['k', 'que'],
  ['g', 'je'],
  ['jusqu', 'jusque'],
  ['lorsqu', 'lorsque'],
  ['puisqu', 'puisque'],
  ['quelqu', 'quelque'],
  ['presqu', 'presque'],
] as const);

type CharKind = 'letter' | 'digit' | 'other';

function kindOf(char: string): CharKind {
  if ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')) return 'letter';
  if (char >= '0' && char <= '9') return 'digit';
  return char > '\u007f' && LETTER.test(char) ? 'letter' : 'other';
}

/** A placeholder left by `prepare`, such as `[nom]`: it ends here, or is none and one character long. */
function bracketEnd(text: string, at: number): number {
  const close = text.slice(at, at + 12).indexOf(']');
  return close > 0 ? at + close + 1 : at + 1;
}

interface Cutting {
  readonly out: RawWord[];
  phrase: number;
  proposition: number;
}

/** Reads what stands between two words: boundaries, « + », placeholders. Returns where it ends. */
function separate(text: string, at: number, cutting: Cutting): number {
  const char = text[at] as string;
  const { out, phrase, proposition } = cutting;
  if (char === '+') out.push({ brut: 'avec', elide: false, phrase, proposition });
  if (LAUGHS.has(text.slice(at, at + 2))) out.push({ brut: 'lol', elide: false, phrase, proposition });
  if (HARD.has(char)) cutting.phrase++;
  if (HARD.has(char) || SOFT.has(char)) cutting.proposition++;
  return char === '[' ? bracketEnd(text, at) : at + 1;
}

function isWordChar(char: string | undefined): boolean {
  const kind = char === undefined ? 'other' : kindOf(char);
  return kind === 'letter' || kind === 'digit';
}

/** Cuts a text into words as typed, with the numbers of their sentence and clause. */
function words(text: string): RawWord[] {
  const cutting: Cutting = { out: [], phrase: 0, proposition: 0 };
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (isWordChar(text[end])) end++;
    if (end === at) {
      at = separate(text, at, cutting);
      continue;
    }
    const elide = APOSTROPHES.has(text[end] ?? '') && kindOf(text[end - 1] as string) === 'letter';
    const { out, phrase, proposition } = cutting;
    out.push({ brut: text.slice(at, end), elide, phrase, proposition });
    at = end;
  }
  return cutting.out;
}

/** The folded words of a phrase of the pattern data, elisions undone; no spelling table applies. */
export function foldPhrase(phrase: string): string[] {
  return words(phrase).map((word) => undoElision(word, fold(word.brut)));
}

function undoElision(word: RawWord, folded: string): string {
  return (word.elide ? ELISIONS.get(folded as 'j') : undefined) ?? folded;
}

/** « jveux », « jsui »: no French word starts with j and a consonant. */
function unglue(folded: string): readonly string[] {
  if (folded.length < 4 || folded[0] !== 'j' || VOWEL.test(folded[1] as string)) return [folded];
  return ['je', folded.slice(1)];
}

/** « 2enfants » is two words; « 2 » and « enfants » alone stay. */
function splitDigits(brut: string): readonly string[] {
  let end = 0;
  while (end < brut.length && kindOf(brut[end] as string) === 'digit') end++;
  return end === 0 || end === brut.length ? [brut] : [brut.slice(0, end), brut.slice(end)];
}

function spell(word: RawWord, spelling: Spelling, mixedCase: boolean): readonly string[] {
  if (mixedCase && UPPER.test(word.brut)) {
    const sigle = spelling.sigles.get(word.brut);
    if (sigle) return sigle;
  }
  const folded = fold(word.brut);
  if (word.elide) return [undoElision(word, folded)];
  const known = spelling.accentues.get(word.brut.toLowerCase()) ?? abbreviation(word.brut, spelling);
  if (known) return known;
  const parts = splitDigits(word.brut);
  if (parts.length === 1) return unglueKnown(folded, spelling);
  return parts.flatMap((part) => abbreviation(part, spelling) ?? [fold(part)]);
}

/** « mme » is an abbreviation, « me » is not: doubled letters count here, three in a row do not. */
function abbreviation(brut: string, spelling: Spelling): readonly string[] | undefined {
  return spelling.abreviations.get(calm(plain(brut)));
}

function unglueKnown(folded: string, spelling: Spelling): readonly string[] {
  const parts = unglue(folded);
  if (parts.length === 1) return parts;
  return [parts[0] as string, ...(spelling.abreviations.get(parts[1] as string) ?? [parts[1] as string])];
}

interface Building {
  mots: string[];
  phrases: number[];
  propositions: number[];
}

/** « il ma frappé » → « il me a frappé »; « s'il » → « si il ». Words already pushed stay; only the last changes. */
function repair(build: Building, mot: string, spelling: Spelling): void {
  const last = build.mots.length - 1;
  const previous = build.mots[last];
  if (previous === 'se' && (mot === 'il' || mot === 'ils')) build.mots[last] = 'si';
  if (previous !== 'ma' && previous !== 'mon') return;
  const before = build.mots[last - 1];
  const isVerb = previous === 'ma' ? !spelling.apresMa.has(mot) : mot.endsWith('e') && before === 'ils';
  if (before === undefined || !spelling.avantMa.has(before) || !isVerb) return;
  build.mots[last] = 'me';
  build.mots.push(previous === 'ma' ? 'a' : 'ont');
  build.phrases.push(build.phrases[last] as number);
  build.propositions.push(build.propositions[last] as number);
}

/** Folds a text into tokens, with SMS spelling, acronyms and elisions written out. Linear in the text's length. */
export function normalise(text: string, spelling: Spelling): Tokens {
  const build: Building = { mots: [], phrases: [], propositions: [] };
  const mixedCase = LOWER.test(text);
  let shift = 0;
  for (const word of words(text)) {
    for (const mot of spell(word, spelling, mixedCase)) {
      if (mot === '') continue;
      if (spelling.coupures.has(mot)) shift++;
      repair(build, mot, spelling);
      build.mots.push(mot);
      build.phrases.push(word.phrase);
      build.propositions.push(word.proposition + shift);
    }
  }
  return build;
}

/** The tables of `sms.yaml`, as written. */
export interface SpellingSource {
  readonly abreviations: ReadonlyMap<string, string>;
  readonly sigles: ReadonlyMap<string, string>;
  readonly coupures: readonly string[];
  readonly avantMa: readonly string[];
  readonly apresMa: readonly string[];
}

/** Prepares the spelling tables: a key with an accent only matches words typed with it. */
export function createSpelling(source: SpellingSource): Spelling {
  const accentues = new Map<string, readonly string[]>();
  const abreviations = new Map<string, readonly string[]>();
  for (const [key, value] of source.abreviations) {
    const isPlain = plain(key) === key;
    (isPlain ? abreviations : accentues).set(key, foldPhrase(value));
  }
  return {
    accentues,
    abreviations,
    sigles: new Map([...source.sigles].map(([key, value]) => [key, foldPhrase(value)])),
    coupures: new Set(source.coupures.map(fold)),
    avantMa: new Set(source.avantMa.map(fold)),
    apresMa: new Set(source.apresMa.map(fold)),
  };
}
