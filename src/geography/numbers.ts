import { INDICES } from '../../knowledge/vocabulary/lieux.ts';
import { isFirst } from './cues.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import type { Token } from './normalise.ts';
import { departementOf } from './registry.ts';
import { phraseSet, wordSet } from './word-lists.ts';

const QUANTITIES = wordSet(INDICES.quantites);
const DATES_AND_STREETS = wordSet(INDICES.dates_et_adresses);
const CUES = phraseSet(INDICES.departement);
const LONGEST_CUE = 3;
const POSTCODE = /^\d{5}$/;
const NTH = /^(\d{1,2})(?:er?|ere|eme|ieme|nd|nde|arr)$/;
const BARE = /^\d{1,2}$/;
const SUFFIX = /^(?:e|er|eme|ieme|arr|ardt|arrondissement)$/;
const LAST_DAY = 31;
/** Words between a commune and its arrondissement, on either side: « dans le 3e à », « , dans le ». */
const REACH = 4;

/** Whether the number is an amount or an age, or, when it is short, a date or the start of an address. */
export function isQuantity(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after === undefined || after.cut) return false;
  const short = !POSTCODE.test(tokens[at]?.word ?? '');
  return QUANTITIES.has(after.word) || (short && DATES_AND_STREETS.has(after.word));
}

/** Postcodes, and departments by number when something says that they are. */
export function readNumbers(tokens: readonly Token[], gazetteer: Gazetteer): Mention[] {
  return tokens.flatMap((token, at) => {
    if (isQuantity(tokens, at)) return [];
    const codes = POSTCODE.test(token.word)
      ? gazetteer.postcode(token.word)
      : departement(tokens, at, gazetteer);
    return codes.length > 0 ? [{ start: at, end: at + 1, codes }] : [];
  });
}

function departement(tokens: readonly Token[], at: number, gazetteer: Gazetteer): readonly string[] {
  const token = tokens[at];
  const code = gazetteer.departementNumber(token?.word ?? '');
  if (!token || code === undefined) return [];
  return isParenthesised(tokens, at) || isHead(tokens, at) || hasCue(tokens, at) ? [code] : [];
}

/** « (38) », but neither « (09/2025) » nor « (16-25 ans) ». */
function isParenthesised(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  const closed = after === undefined || (after.cut && !/^\d/.test(after.word));
  return closed && (tokens[at]?.parenthesis ?? false);
}

/** « le 38, en montagne » heads the message; up to 31 it may be a date. */
function isHead(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.word === 'le' && isFirst(tokens, at - 1) && !(Number(tokens[at]?.word) <= LAST_DAY);
}

function hasCue(tokens: readonly Token[], at: number): boolean {
  let phrase = '';
  for (let back = 1; back <= LONGEST_CUE; back++) {
    const token = tokens[at - back];
    if (!token || tokens[at - back + 1]?.cut) return false;
    phrase = phrase === '' ? token.word : `${token.word} ${phrase}`;
    if (CUES.has(phrase)) return true;
  }
  return false;
}

/** The municipal arrondissement that a number beside the commune's name gives, instead of the commune. */
export function withArrondissement(
  mention: Mention,
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): Mention {
  const commune = mention.codes[0];
  if (mention.codes.length !== 1 || commune === undefined) return mention;
  if (gazetteer.arrondissement(commune, 1) === undefined) return mention;
  const nth = nthBeside(mention, tokens);
  // « Marseille 13 » says the department as well: the wider meaning loses nothing.
  if (nth && tokens[nth.at]?.word === departementOf(commune)) return mention;
  const code = nth && gazetteer.arrondissement(commune, nth.number);
  if (!nth || code === undefined) return mention;
  return {
    start: Math.min(mention.start, nth.at),
    end: Math.max(mention.end, nth.at + 1),
    codes: [code],
  };
}

function nthBeside(mention: Mention, tokens: readonly Token[]): { number: number; at: number } | undefined {
  const bare = tokens[mention.end];
  if (bare && !bare.cut && BARE.test(bare.word) && !isCounted(tokens, mention.end)) {
    return { number: Number(bare.word), at: mention.end };
  }
  for (let at = mention.end; at < mention.end + REACH; at++) {
    const number = nthAt(tokens, at);
    if (number !== undefined) return { number, at };
  }
  for (let at = mention.start - 1; at >= mention.start - REACH; at--) {
    const number = nthAt(tokens, at);
    if (number !== undefined) return { number, at };
  }
  return undefined;
}

/** « 11 e » and « 11 arrondissement » are no quantity. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  return isQuantity(tokens, at) && !SUFFIX.test(tokens[at + 1]?.word ?? '');
}

function nthAt(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.word ?? '';
  const suffixed = BARE.test(word) && SUFFIX.test(tokens[at + 1]?.word ?? '');
  const number = suffixed ? word : NTH.exec(word)?.[1];
  return number === undefined || (!suffixed && isQuantity(tokens, at)) ? undefined : Number(number);
}
