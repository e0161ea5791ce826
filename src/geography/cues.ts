import { INDICES } from '../../knowledge/vocabulary/lieux.ts';
import type { Token } from './normalise.ts';
import { wordSet } from './word-lists.ts';

/** How surely the words around a name say that it is a place, weakest first. */
export const CUE = {
  none: 0,
  /** « de », « a » without its accent. */
  weak: 1,
  /** « à », « sur ». */
  preposition: 2,
  /** « je suis à », « près de ». */
  presence: 3,
  /** « j'habite ». */
  residence: 4,
  /** The name is the whole message. */
  whole: 5,
  /** « ville de », or the postcode or department beside it. */
  named: 6,
} as const;

export type Cue = (typeof CUE)[keyof typeof CUE];

const LIVE = wordSet(INDICES.habiter);
const BE = wordSet(INDICES.etre);
const SOUGHT = wordSet(INDICES.cherches);
const NAMING = wordSet(INDICES.nommer);
const NEAR = wordSet(INDICES.pres);
const PREPOSITIONS = wordSet(INDICES.prepositions);
const WEAK = wordSet(INDICES.faibles);
const BIRTH = wordSet(INDICES.naissance);
const STREETS = wordSet(INDICES.voies);
const STREETS_OF = wordSet(INDICES.voies_de);
const PATRONS = wordSet(INDICES.patronages);
const PERSONS = wordSet(INDICES.personnes);
const PRODUCTS = wordSet(INDICES.produits);
const PETS = wordSet(INDICES.betes);
const WATER = wordSet(INDICES.eau);
const COMPASS = wordSet(INDICES.points_cardinaux);
const INTERCOMMUNAL = wordSet(INDICES.intercommunalite);
const ARTICLES = wordSet(INDICES.articles);
const ASKING = wordSet(`${INDICES.cherches}, ${INDICES.demandes}`);
const OPENING = wordSet(`${INDICES.politesse}, ${INDICES.ouvrent}`);
const OTHERS = wordSet(INDICES.autrui);
const CARE = wordSet(INDICES.soins);
const SAINTS = wordSet(INDICES.saints);

/** Words between a verb and its preposition: « je suis seule avec eux à … » is the most that is followed. */
const VERB_REACH = 4;
const DE = /^(?:de|d)$/;
const DENIALS = wordSet(INDICES.refus);
/** What may stand before a denial that opens a clause. */
const OPENERS = wordSet(INDICES.ouvertures);

/** The word `back` places before `start`, unless punctuation stands between. */
function wordBefore(tokens: readonly Token[], start: number, back: number): string {
  for (let at = start; at > start - back; at--) {
    if (tokens[at]?.cut) return '';
  }
  return tokens[start - back]?.word ?? '';
}

/** The cue that the words before a name give. */
export function cueBefore(tokens: readonly Token[], start: number): Cue {
  const before = wordBefore(tokens, start, 1);
  if (LIVE.has(before)) return CUE.residence;
  if (DE.test(before)) return cueOfNoun(wordBefore(tokens, start, 2));
  if (before === 'a') return cueOfA(tokens, start - 1);
  if (PREPOSITIONS.has(before)) return cueOfVerb(tokens, start - 1) || CUE.preposition;
  return WEAK.has(before) ? CUE.weak : CUE.none;
}

/** « a » may be the verb, unless it was typed « à », opens the message, or follows what a place follows. */
function cueOfA(tokens: readonly Token[], at: number): Cue {
  const verb = cueOfVerb(tokens, at);
  if (verb !== CUE.none) return verb;
  if (SOUGHT.has(wordBefore(tokens, at, 1))) return CUE.presence;
  return tokens[at]?.preposition || at === 0 ? CUE.preposition : CUE.weak;
}

function cueOfNoun(noun: string): Cue {
  if (NAMING.has(noun)) return CUE.named;
  return NEAR.has(noun) ? CUE.presence : CUE.weak;
}

function cueOfVerb(tokens: readonly Token[], preposition: number): Cue {
  let cue: Cue = CUE.none;
  for (let back = 1; back <= VERB_REACH; back++) {
    const word = wordBefore(tokens, preposition, back);
    if (LIVE.has(word)) return CUE.residence;
    if (BE.has(word)) cue = CUE.presence;
  }
  return cue;
}

/** Whether the name is that of a person, a street, a hospital, a feast day or a birthplace. */
export function isNotPlace(tokens: readonly Token[], start: number): boolean {
  const before = wordBefore(tokens, start, 1);
  if (SAINTS.has(tokens[start]?.word ?? '') && PATRONS.has(before)) return true;
  if (isPerson(tokens, start) || PETS.has(before)) return true;
  if (DE.test(before) && PRODUCTS.has(wordBefore(tokens, start, 2))) return true;
  if (isDenied(tokens, start)) return true;
  if (before === 'a' && BIRTH.has(wordBefore(tokens, start, 2))) return true;
  return isStreet(tokens, start);
}

/** « elle s'appelle Florence », « il s'appelle Florent Guéret ». */
function isPerson(tokens: readonly Token[], start: number): boolean {
  const before = wordBefore(tokens, start, 1);
  if (PERSONS.has(before)) return true;
  const isLinked = before === 'a' || PREPOSITIONS.has(before) || DE.test(before) || LIVE.has(before);
  return !isLinked && PERSONS.has(wordBefore(tokens, start, 2));
}

/**
 * « pas à Lille », « je ne suis plus sur Lille »: a denial that opens the clause or bears on being there. In « le 115 ne répond
 * pas à Grenoble » it bears on something else.
 */
function isDenied(tokens: readonly Token[], start: number): boolean {
  const before = wordBefore(tokens, start, 1);
  const isPlaced = before === 'a' || PREPOSITIONS.has(before);
  if (!isPlaced || !DENIALS.has(wordBefore(tokens, start, 2))) return false;
  const denial = start - 2;
  const opens = wordBefore(tokens, denial, 1);
  if (opens === '' || OPENERS.has(opens)) return true;
  return Array.from({ length: VERB_REACH }, (_, back) => wordBefore(tokens, denial, back + 1)).some(
    (word) => BE.has(word) || LIVE.has(word),
  );
}

/** Whether a group of communes is meant: as a department is, or « sur la CAPI ». */
export function isAround(tokens: readonly Token[], start: number): boolean {
  const back = ARTICLES.has(wordBefore(tokens, start, 1)) ? 2 : 1;
  return isLocative(tokens, start) || (back === 2 && wordBefore(tokens, start, 2) === 'sur');
}

/** Whether a word alone begins the name of a saint. */
export function isSaint(word: string): boolean {
  return SAINTS.has(word);
}

/** Whether nothing but greetings stands before a word: « bonjour, moi … ». */
export function isFirst(tokens: readonly Token[], start: number): boolean {
  const opening = tokens.findIndex(({ word }) => !OPENING.has(word));
  return opening < 0 || start <= opening;
}

/** Whether a name heads the message, and what is asked follows: « Vienne, … », « grenobl cherche… », not « Albert, il… ». */
export function isHeading(tokens: readonly Token[], start: number, end: number): boolean {
  const next = tokens[end];
  if (next === undefined || OTHERS.has(next.word) || !isFirst(tokens, start)) return false;
  return next.cut || ASKING.has(next.word);
}

/** Whether the name is that of a hospital or of a service, as a saint's often is: « hospitalisé à saint Vincent ». */
export function isCare(tokens: readonly Token[], start: number): boolean {
  const before = wordBefore(tokens, start, 1);
  return (before === 'a' || DE.test(before)) && CARE.has(wordBefore(tokens, start, 2));
}

/** Whether another word follows, with no strong mark between. */
export function isFollowed(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1] !== undefined && !tokens[at + 1]?.cut;
}

function isStreet(tokens: readonly Token[], start: number): boolean {
  // « j'habite rue des Lilas »: a town may be called so too.
  if (STREETS.has(tokens[start]?.word ?? '') && isFollowed(tokens, start)) return true;
  let back = 1;
  while (ARTICLES.has(wordBefore(tokens, start, back))) back++;
  const of = DE.test(wordBefore(tokens, start, back));
  const noun = wordBefore(tokens, start, of ? back + 1 : back);
  if (of) return STREETS.has(noun) || STREETS_OF.has(noun);
  // « à la rue, Lille »: the street itself is where the person is.
  return STREETS.has(noun) && !ARTICLES.has(wordBefore(tokens, start, back + 1));
}

/** Whether a department is meant: « dans le », « en », « j'habite le », « département de ». */
export function isLocative(tokens: readonly Token[], start: number): boolean {
  const back = ARTICLES.has(wordBefore(tokens, start, 1)) ? 2 : 1;
  const before = wordBefore(tokens, start, back);
  if (before === 'en' && back === 1) return true;
  if (before === 'dans' || (back === 2 && LIVE.has(before))) return true;
  const noun = DE.test(before) ? wordBefore(tokens, start, back + 1) : before;
  return noun.startsWith('departement');
}

/** Whether the words around say a compass point or a river rather than the department of that name. */
export function isCompassOrRiver(tokens: readonly Token[], start: number, end: number): boolean {
  const after = tokens[end];
  if (after && !after.cut && (after.glued || DE.test(after.word) || COMPASS.has(after.word))) return true;
  for (let back = 1; back <= VERB_REACH; back++) {
    if (WATER.has(wordBefore(tokens, start, back))) return true;
  }
  return false;
}

/** Whether « agglo de », « métropole de »… stands before the name. */
export function isIntercommunal(tokens: readonly Token[], start: number): boolean {
  let back = 1;
  while (ARTICLES.has(wordBefore(tokens, start, back)) || DE.test(wordBefore(tokens, start, back))) back++;
  return INTERCOMMUNAL.has(wordBefore(tokens, start, back));
}
