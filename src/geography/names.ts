import { cueNeeded, isOrdinaryDepartement, isOrdinaryWord, WELL_KNOWN } from './ambiguity.ts';
import { besideDepartement } from './beside.ts';
import {
  CUE,
  type Cue,
  cueBefore,
  isAround,
  isCare,
  isCompassOrRiver,
  isFollowed,
  isHeading,
  isIntercommunal,
  isLocative,
  isNotPlace,
  isSaint,
} from './cues.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import type { Token } from './normalise.ts';
import type { Registry } from './registry.ts';

/** What names are read with: the words, the numbers already read, and the places. */
export interface Reading {
  tokens: readonly Token[];
  numbers: readonly Mention[];
  gazetteer: Gazetteer;
  registry: Registry;
}

type Window = { key: string; start: number; end: number };

const NONE: readonly string[] = [];
const DIGITS = /^\d+$/;
/** An EPCI's own name says that it is one. */
const GROUPED = /\b(?:metropole|agglomeration|agglo|communaute)\b/;

/** Names of places, the longest first at each word, left to right. */
export function readNames(reading: Reading): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < reading.tokens.length) {
    const mention = longestAt(reading, at);
    if (mention) mentions.push(mention);
    at = mention?.end ?? at + 1;
  }
  return mentions.filter((mention) => mention.codes.length > 0);
}

function longestAt(reading: Reading, start: number): Mention | undefined {
  for (const window of windowsAt(reading, start)) {
    if (reading.gazetteer.isExpression(window.key)) return { start, end: window.end, codes: NONE };
    const codes = meaning(reading, window);
    if (codes.length > 0) return { start, end: window.end, codes };
  }
  return undefined;
}

/** The runs of words from `start` that a name may fill, longest first; none crosses a strong punctuation mark. */
function windowsAt({ tokens, gazetteer }: Reading, start: number): Window[] {
  const windows: Window[] = [];
  let key = '';
  const last = start + gazetteer.longest(tokens[start]?.word ?? '');
  for (let at = start; at < last; at++) {
    const token = tokens[at];
    if (!token || (at > start && token.cut)) break;
    key = at === start ? token.word : `${key} ${token.word}`;
    windows.unshift({ key, start, end: at + 1 });
  }
  return windows;
}

/** The places that the words mean here; none when they are ordinary words here. */
function meaning(reading: Reading, window: Window): readonly string[] {
  const { tokens, gazetteer } = reading;
  if (!isName(gazetteer, window.key) || isNotPlace(tokens, window.start)) return NONE;
  const surnom = isLonger(tokens, window) ? undefined : gazetteer.surnom(window.key);
  if (surnom) return cueAround(tokens, window) < CUE[surnom.indice] ? NONE : surnom.codes;
  const groups = isIntercommunal(tokens, window.start) ? intercommunalities(reading, window.key) : NONE;
  return groups.length > 0 ? groups : territoryMeant(reading, window);
}

/** « sainte Anne » is not short for Saint-Étienne, nor « du 9-3-2026 » for Seine-Saint-Denis. */
function isLonger(tokens: readonly Token[], { key, end }: Window): boolean {
  const next = tokens[end];
  return (isSaint(key) && isFollowed(tokens, end - 1)) || (next?.glued === true && DIGITS.test(next.word));
}

/** « en » and « dans le » make it the department; « à » makes it the commune. */
function territoryMeant(reading: Reading, window: Window): readonly string[] {
  const departement = departementMeant(reading, window);
  if (departement !== undefined && isLocative(reading.tokens, window.start)) return [departement];
  const communes = communesMeant(reading, window);
  if (departement !== undefined) return [...communes, departement];
  return communes.length > 0 ? communes : epciMeant(reading, window);
}

function isName(gazetteer: Gazetteer, key: string): boolean {
  return (
    gazetteer.communes(key).length > 0 ||
    gazetteer.departement(key) !== undefined ||
    gazetteer.epci(key).length > 0 ||
    gazetteer.surnom(key) !== undefined
  );
}

function departementMeant({ tokens, gazetteer }: Reading, { key, start, end }: Window): string | undefined {
  const code = gazetteer.departement(key);
  if (code === undefined || !isOrdinaryDepartement(key)) return code;
  return isLocative(tokens, start) && !isCompassOrRiver(tokens, start, end) ? code : undefined;
}

function communesMeant(reading: Reading, window: Window): readonly string[] {
  const { tokens, gazetteer, registry } = reading;
  const communes = gazetteer.communes(window.key);
  if (communes.length === 0) return NONE;
  const beside = besideDepartement(reading, window, communes);
  if (beside.length > 0) return beside;
  const population = Math.max(...communes.map((code) => registry.get(code)?.population ?? 0));
  const needed = cueNeeded(window.key, population);
  const compound = tokens[window.start]?.glued || tokens[window.end]?.glued;
  if (compound && needed >= CUE.preposition) return NONE;
  if (population < WELL_KNOWN && isCare(tokens, window.start)) return NONE;
  return cueAround(tokens, window) >= needed ? communes : NONE;
}

/** The cue that the words before a name give, or its place at the head of the message. */
function cueAround(tokens: readonly Token[], { start, end }: Window): Cue {
  const before = cueBefore(tokens, start);
  return before < CUE.preposition && isHeading(tokens, start, end) ? CUE.preposition : before;
}

/** The groups of communes of this name, or those of the communes of this name. */
function intercommunalities({ gazetteer, registry }: Reading, key: string): readonly string[] {
  const named = gazetteer.epci(key);
  if (named.length > 0) return named;
  const groups = gazetteer.communes(key).map((code) => registry.chain(code)?.epci ?? null);
  return [...new Set(groups.filter((code) => code !== null))];
}

function epciMeant({ tokens, gazetteer }: Reading, { key, start }: Window): readonly string[] {
  const groups = gazetteer.epci(key);
  const said = GROUPED.test(key) || (isAround(tokens, start) && !isOrdinaryWord(key));
  return said ? groups : NONE;
}
