import {
  DEPARTEMENTS_COURANTS,
  MOTS_COURANTS,
  NOMS_COURANTS,
  NOMS_JAMAIS_SEULS,
  PRESQUE_DES_LIEUX,
} from '../../knowledge/vocabulary/lieux-ambigus.ts';
import { CUE, type Cue } from './cues.ts';
import { phraseSet, wordSet } from './word-lists.ts';

/** Inhabitants from which a name is known well enough to be said without any cue. */
export const KNOWN = 2_000;
/** Inhabitants from which even a very short or a shortened name is. */
export const WELL_KNOWN = 10_000;
const SHORT = 3;
const ARTICLE = /^(?:le|la|les|l) /;

const WORDS = wordSet(MOTS_COURANTS);
const PHRASES = phraseSet(NOMS_COURANTS);
const NEVER_ALONE = phraseSet(NOMS_JAMAIS_SEULS.split(','));
const NEARLY = wordSet(PRESQUE_DES_LIEUX);
const DEPARTEMENTS = phraseSet(DEPARTEMENTS_COURANTS.split(','));

/** The cue without which a name is taken for an ordinary word; `population` is that of its largest place. */
export function cueNeeded(key: string, population: number): Cue {
  if (NEVER_ALONE.has(key)) return CUE.named;
  if (PHRASES.has(key)) return CUE.presence;
  const core = key.replace(ARTICLE, '');
  if (core.includes(' ')) return CUE.none;
  if (!isOrdinary(core, population)) return population < KNOWN ? CUE.weak : CUE.none;
  if (core !== key) return CUE.residence;
  return population < KNOWN ? CUE.presence : CUE.preposition;
}

/** Whether a word is an ordinary one before it is a place, or a misspelt one. */
export function isOrdinaryWord(word: string): boolean {
  if (NEARLY.has(word)) return true;
  return [word, `le ${word}`, `la ${word}`, `les ${word}`, `l ${word}`].some(
    (key) => WORDS.has(key) || NEVER_ALONE.has(key) || DEPARTEMENTS.has(key),
  );
}

function isOrdinary(word: string, population: number): boolean {
  if (word.length <= SHORT && population < WELL_KNOWN) return true;
  return WORDS.has(word) || DEPARTEMENTS.has(word);
}

/** Whether the name of a department is also an ordinary word, a river or a town. */
export function isOrdinaryDepartement(key: string): boolean {
  return DEPARTEMENTS.has(key);
}
