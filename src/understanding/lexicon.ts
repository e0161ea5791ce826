import { fold, soundOf } from './fold.ts';
import { foldPhrase, type Tokens } from './normalise.ts';

/** Where the words of a class stand in a message: start and end (excluded) of each occurrence, by class. */
export type Hits = ReadonlyMap<number, readonly Span[]>;

/** Positions of tokens, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Classes of words (concepts, stems, plain words of patterns), each known by a number. */
export interface Lexicon {
  /** The class of an element such as `@frapper|coups`, made when it is new. @throws {Error} on an unknown concept */
  classOf(element: string): number;
  scan(tokens: Tokens): Hits;
}

interface Phrase {
  readonly rest: readonly string[];
  readonly classe: number;
}

interface Index {
  readonly words: Map<string, number[]>;
  readonly stems: Map<string, number[]>;
  readonly phrases: Map<string, Phrase[]>;
  readonly numbers: { from: number; to: number; classe: number }[];
  /** Known words by sound and by spelling with one letter missing: for words that nothing else knows. */
  readonly sounds: Map<string, string[]>;
  readonly typos: Map<string, string[]>;
  readonly common: Set<string>;
  longestStem: number;
}

const SHORTEST_STEM = 2;
const SHORTEST_SOUND = 4;
const SHORTEST_TYPO = 7;
const NUMBER = /^#(\d{1,3})-(\d{1,3})$/;
const GLUED = /^(?:qu|[dljmnstc])(?=[aeiouh])/;

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** A word with each of its letters left out in turn, and the word itself. */
function deletions(word: string): string[] {
  const out = [word];
  for (let at = 1; at < word.length; at++) out.push(word.slice(0, at) + word.slice(at + 1));
  return out;
}

function addWord(index: Index, word: string, classe: number): void {
  const isNew = !index.words.has(word);
  add(index.words, word, classe);
  if (!isNew) return;
  const sound = soundOf(word);
  if (sound.length >= SHORTEST_SOUND) add(index.sounds, sound, word);
  if (word.length >= SHORTEST_TYPO) for (const variant of deletions(word)) add(index.typos, variant, word);
}

function classesOf(index: Index, words: readonly string[]): number[] {
  return words.flatMap((word) => index.words.get(word) ?? []);
}

function addStem(index: Index, stem: string, classe: number): void {
  add(index.stems, stem, classe);
  index.longestStem = Math.max(index.longestStem, stem.length);
  for (const ending of ['', 'e', 'er', 's']) addWord(index, stem + ending, classe);
}

/** Adds one entry of a class: a word, a stem (`menac*`), a phrase (`beau père`) or a range of numbers (`#0-17`). */
function addEntry(index: Index, entry: string, classe: number): void {
  const number = NUMBER.exec(entry);
  if (number) {
    index.numbers.push({ from: Number(number[1]), to: Number(number[2]), classe });
    return;
  }
  const isStem = entry.endsWith('*');
  const [first, ...rest] = foldPhrase(isStem ? entry.slice(0, -1) : entry);
  if (first === undefined) throw new Error(`"${entry}" holds no word`);
  if (rest.length > 0 && isStem) throw new Error(`"${entry}": a phrase cannot end with *`);
  if (rest.length > 0) add(index.phrases, first, { rest, classe });
  else if (isStem) addStem(index, first, classe);
  else addWord(index, first, classe);
}

function exact(index: Index, word: string): number[] {
  const found = [...(index.words.get(word) ?? [])];
  for (let length = Math.min(word.length, index.longestStem); length >= SHORTEST_STEM; length--) {
    const stem = index.stems.get(word.slice(0, length));
    if (stem) found.push(...stem);
  }
  return found;
}

/** « davocat », « lhopital »: an elided word glued to the next, when the next is known. */
function glued(index: Index, word: string): number[] {
  const rest = word.replace(GLUED, '');
  return rest.length >= 4 && rest !== word ? exact(index, rest) : [];
}

/** Same sound, or one letter wrong, for words that no table knows; everyday words are never guessed at. */
function guessed(index: Index, word: string): readonly number[] {
  if (word.length < SHORTEST_SOUND || index.common.has(word)) return [];
  const unglued = glued(index, word);
  if (unglued.length > 0) return unglued;
  const sound = soundOf(word);
  const alike = sound.length >= SHORTEST_SOUND ? index.sounds.get(sound) : undefined;
  if (alike) return classesOf(index, alike);
  if (word.length < SHORTEST_TYPO || word.length > 20) return [];
  for (const variant of deletions(word)) {
    const near = index.typos.get(variant);
    if (near) return classesOf(index, near);
  }
  return [];
}

function numberClasses(index: Index, word: string): number[] {
  const value = word.length <= 3 ? Number(word) : Number.NaN;
  return index.numbers.filter((n) => value >= n.from && value <= n.to).map((n) => n.classe);
}

function phraseEnd(tokens: Tokens, at: number, phrase: Phrase): number {
  let end = at + 1;
  for (const word of phrase.rest) {
    if (tokens.mots[end] !== word || tokens.phrases[end] !== tokens.phrases[at]) return -1;
    end++;
  }
  return end;
}

/** The classes of one word: numbers by range, known words, then what a misspelt word may be. */
function classesAt(index: Index, word: string): readonly number[] {
  if (word.charCodeAt(0) < 58) return [...numberClasses(index, word), ...(index.words.get(word) ?? [])];
  const known = exact(index, word);
  // A word known only by its stem (« hebergemen ») may still be another one misspelt.
  const isSpelt = index.phrases.has(word) || index.words.has(word);
  return isSpelt ? known : [...known, ...guessed(index, word)];
}

function record(hits: Map<number, Span[]>, classe: number, start: number, end: number): void {
  const spans = hits.get(classe);
  if (!spans) {
    hits.set(classe, [{ start, end }]);
    return;
  }
  const last = spans.at(-1);
  if (last?.start !== start || last.end !== end) spans.push({ start, end });
}

function scan(index: Index, tokens: Tokens): Hits {
  const hits = new Map<number, Span[]>();
  for (const [at, word] of tokens.mots.entries()) {
    for (const classe of classesAt(index, word)) record(hits, classe, at, at + 1);
    for (const phrase of index.phrases.get(word) ?? []) {
      const end = phraseEnd(tokens, at, phrase);
      if (end > 0) record(hits, phrase.classe, at, end);
    }
  }
  return hits;
}

/** Every entry behind an alternative: a concept gives its own entries, and those of the concepts it names. */
function entriesOf(
  alternative: string,
  concepts: ReadonlyMap<string, readonly string[]>,
  depth = 0,
): readonly string[] {
  if (!alternative.startsWith('@')) return [alternative.replaceAll('_', ' ')];
  const entries = concepts.get(alternative.slice(1));
  if (!entries || depth > 4) throw new Error(`unknown concept "${alternative}"`);
  return entries.flatMap((entry) => entriesOf(entry, concepts, depth + 1));
}

/** Builds the lexicon of `concepts`; `common` lists everyday words that must never be taken for a misspelling. */
export function createLexicon(
  concepts: ReadonlyMap<string, readonly string[]>,
  common: readonly string[],
): Lexicon {
  const index: Index = {
    words: new Map(),
    stems: new Map(),
    phrases: new Map(),
    numbers: [],
    sounds: new Map(),
    typos: new Map(),
    common: new Set(common.map(fold)),
    longestStem: 0,
  };
  const classes = new Map<string, number>();
  return {
    classOf(element) {
      const known = classes.get(element);
      if (known !== undefined) return known;
      const classe = classes.size;
      for (const alternative of element.split('|')) {
        for (const entry of entriesOf(alternative, concepts)) addEntry(index, entry, classe);
      }
      classes.set(element, classe);
      return classe;
    },
    scan: (tokens) => scan(index, tokens),
  };
}
