import { INDICES } from '../../knowledge/vocabulary/lieux.ts';
import { WELL_KNOWN } from './ambiguity.ts';
import { column, type PlacesFile } from './compact.ts';
import { CUE, cueBefore, isFirst, isHeading, isNotPlace } from './cues.ts';
import type { Mention } from './mention.ts';
import { nameKeys, type Token } from './normalise.ts';
import { wordSet } from './word-lists.ts';

/** How letters sound, roughly: « kouto » and « couteau » share a key. */
export type SoundOf = (letters: string) => string;

/** The communes of some size whose name sounds like these letters, or is a letter away, and has at least as many words. */
export type NearNames = (letters: string, words: number, population?: number) => readonly string[];

/** Inhabitants from which a name is said often enough to be guessed at. */
const GUESSED = 4_000;
/** Names shorter than this, in letters, have too many neighbours. */
const SHORTEST = 6;
/** Names this long are rarely other words. */
const LONG = 9;
const SHORTEST_WORD = 4;
const LEADING_ARTICLE = /^(?:le|la|les|l) /;
/** « à la gare » is no misspelt « La Garde ». */
const ARTICLES = wordSet(INDICES.articles);
/** Words of the longest name that is read: « villeneuve d asq », « st martin d heres ». */
const MOST_WORDS = 5;
/** « logement grenobl »: what is sought, then where. */
const SOUGHT = wordSet(INDICES.cherches);
const POLITE = wordSet(INDICES.politesse);

/** The letters of a name, doubled ones written once: people forget them first. */
function lettersOf(key: string): string {
  return key.replace(/[^a-z]/g, '').replace(/(.)\1+/g, '$1');
}

function withoutOne(letters: string): string[] {
  return Array.from(letters, (_, at) => letters.slice(0, at) + letters.slice(at + 1));
}

/** The letters a name is typed with: « pont de clais » is Le Pont-de-Claix, but « porter » is no Le Portel. */
function formsOf(key: string): string[] {
  const whole = lettersOf(key);
  const bare = lettersOf(key.replace(LEADING_ARTICLE, ''));
  return [whole, ...(bare !== whole && bare.length >= LONG ? [bare] : [])].filter(
    (letters) => letters.length >= SHORTEST,
  );
}

function add(index: Map<string, Set<number>>, key: string, rank: number): void {
  index.set(key, (index.get(key) ?? new Set()).add(rank));
}

/** Indexes the names of communes that are known well enough to be guessed at, by their letters less one. */
export function createNearNames(file: PlacesFile, soundOf: SoundOf): NearNames {
  const index = new Map<string, Set<number>>();
  const sounds = new Map<string, Set<number>>();
  const codes = column(file.communes.codes);
  const words: number[] = [];
  nameKeys(file.communes.noms).forEach((key, rank) => {
    if ((file.communes.populations[rank] ?? 0) < GUESSED) return;
    words[rank] = key.split(' ').length;
    for (const letters of formsOf(key)) {
      for (const form of [letters, ...withoutOne(letters)]) add(index, form, rank);
      add(sounds, soundOf(letters), rank);
    }
  });
  return (letters, count, population = GUESSED) => {
    const ways = [[letters], withoutOne(letters)].map((forms) =>
      forms.flatMap((form) => [...(index.get(form) ?? [])]),
    );
    const found =
      [...ways, [...(sounds.get(soundOf(letters)) ?? [])]].find((ranks) => ranks.length > 0) ?? [];
    // « sa main » is no Somain: people glue the words of a name, they seldom part them.
    const fits = (rank: number) =>
      count <= (words[rank] ?? 0) && (file.communes.populations[rank] ?? 0) >= population;
    return [...new Set(found)].filter(fits).map((rank) => codes[rank] ?? '');
  };
}

/** Whether the words before say that a place follows: « Damien me frappe » names none. */
function isAnnounced(tokens: readonly Token[], start: number): boolean {
  if (ARTICLES.has(tokens[start]?.word ?? '') || isNotPlace(tokens, start)) return false;
  return cueBefore(tokens, start) >= CUE.weak || SOUGHT.has(tokens[start - 1]?.word ?? '');
}

/** Whether a guess is the whole message but for greetings, as an answer to « Où ? » is. */
function isAnswer(tokens: readonly Token[], { start, end }: Mention): boolean {
  if (start > 0 && ARTICLES.has(tokens[start]?.word ?? '')) return false;
  return tokens.every(({ word }, at) => (at >= start && at < end) || POLITE.has(word));
}

/** From this many letters on, several words that begin a message are a name: « vileneuve d asq jcherche un foyer ». */
const HEADING = 10;
/** And one word, when a town well known is a letter away: « grenobe devan la gar ». */
const HEADING_WORD = 7;

/** Whether a guess begins the message as one begins a letter: « echirole, je cherche… », but « Damien me frappe » tells of someone. */
function isHead(tokens: readonly Token[], { start, end }: Mention, near: NearNames): boolean {
  if (isHeading(tokens, start, end)) return true;
  if (!isFirst(tokens, start)) return false;
  const words = tokens.slice(start, end).map(({ word }) => word);
  const letters = lettersOf(words.join(''));
  return words.length > 1
    ? letters.length >= HEADING
    : letters.length >= HEADING_WORD && near(letters, 1, WELL_KNOWN).length > 0;
}

function nearAt(tokens: readonly Token[], start: number, near: NearNames): Mention | undefined {
  for (let end = Math.min(tokens.length, start + MOST_WORDS); end > start; end--) {
    const words = tokens.slice(start, end);
    if (words.some(({ cut }, rank) => rank > 0 && cut)) continue;
    const letters = lettersOf(words.map(({ word }) => word).join(''));
    const codes = letters.length < SHORTEST ? [] : near(letters, words.length);
    if (codes.length > 0) return { start, end, codes };
  }
  return undefined;
}

/** Names a letter away from that of a commune, where the words around announce a place; the longest first. */
export function readMisspelt(
  tokens: readonly Token[],
  near: NearNames,
  isOrdinary: (word: string) => boolean,
): Mention[] {
  // « à la mère » is no town: a word of its own must be unknown.
  const isStrange = tokens.map(({ word }) => word.length >= SHORTEST_WORD && !isOrdinary(word));
  return tokens.flatMap((_, start) => {
    const mayHead = isFirst(tokens, start);
    const isTold = isAnnounced(tokens, start);
    // Looking a name up costs the most: only where one may stand.
    if (!(mayHead || isTold) || !isStrange.slice(start, start + MOST_WORDS).includes(true)) return [];
    const guess = nearAt(tokens, start, near);
    if (!guess || !isStrange.slice(start, guess.end).includes(true)) return [];
    return isTold || isAnswer(tokens, guess) || isHead(tokens, guess, near) ? [guess] : [];
  });
}
