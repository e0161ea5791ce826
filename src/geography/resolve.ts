import { INDICES, NUMEROS_URGENCE } from '../../knowledge/vocabulary/lieux.ts';
import { cueNeeded, isOrdinaryDepartement, isOrdinaryWord } from './ambiguity.ts';
import { CUE } from './cues.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import { type NearNames, readMisspelt } from './misspelt.ts';
import { readNames } from './names.ts';
import { nameKey, type Token, tokenize } from './normalise.ts';
import { readNumbers, withArrondissement } from './numbers.ts';
import type { Resolution } from './places.ts';
import { departementOf, type Registry } from './registry.ts';
import { wordSet } from './word-lists.ts';

/** Places offered at once. */
const MOST_CHOICES = 5;
const POLITE = wordSet(INDICES.politesse);
const TOWN_PREPOSITIONS = wordSet('a, sur, vers');
const EMERGENCY_NUMBERS = wordSet(NUMEROS_URGENCE);
const POSTCODE = /^\d{5}$/;

/** Reads the place that a text names. */
export function createResolver(
  gazetteer: Gazetteer,
  registry: Registry,
  near: NearNames,
): (text: string) => Resolution {
  return (text) => {
    const tokens = tokenize(text);
    const whole = wholeMessage(tokens, gazetteer, registry);
    const spelt = whole ? [whole] : mentionsIn(tokens, gazetteer, registry);
    return settle(withMisspelt(spelt, readMisspelt(tokens, near, isOrdinaryWord)), registry);
  };
}

/** A guess never stands beside what is spelt right, unless it holds it: « villeneuve dask » is more than Villeneuve. */
function withMisspelt(spelt: readonly Mention[], guessed: readonly Mention[]): readonly Mention[] {
  if (spelt.length === 0) return guessed;
  const holds = (outer: Mention, { start, end }: Mention) =>
    outer.start <= start && end <= outer.end && end - start < outer.end - outer.start;
  return spelt.map((mention) => guessed.find((guess) => holds(guess, mention)) ?? mention);
}

function mentionsIn(tokens: readonly Token[], gazetteer: Gazetteer, registry: Registry): Mention[] {
  const numbers = readNumbers(tokens, gazetteer);
  const names = readNames({ tokens, numbers, gazetteer, registry });
  const mentions = [...numbers, ...names.map((name) => withArrondissement(name, tokens, gazetteer))];
  return mentions.sort((a, b) => a.start - b.start);
}

/** The place when the message is its name and little else, as an answer to « Où ? » is. */
function wholeMessage(
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  registry: Registry,
): Mention | undefined {
  const words = tokens.map((token) => token.word);
  const start = words.findIndex((word) => !POLITE.has(word));
  const end = words.findLastIndex((word) => !POLITE.has(word)) + 1;
  // First with every word: « Vers » is also the name of communes.
  const keys = [words.join(' '), words.slice(Math.max(0, start), end).join(' ')];
  const town = TOWN_PREPOSITIONS.has(words[start - 1] ?? '');
  const codes = keys.map((key) => namedAlone(key, gazetteer, registry)).find((found) => found.length > 0);
  const kept = town ? townsAmong(codes ?? [], registry) : (codes ?? []);
  return kept.length > 0 ? { start: 0, end: tokens.length, codes: kept } : undefined;
}

/** « à Vienne » is the town; « à Mayotte » is still the department. */
function townsAmong(codes: readonly string[], registry: Registry): readonly string[] {
  const isTown = (code: string) => registry.get(code)?.type !== 'departement';
  const isOrdinary = (code: string) => isOrdinaryDepartement(nameKey(registry.get(code)?.nom ?? ''));
  const towns = codes.filter(isTown);
  return towns.length > 0 ? towns : codes.filter((code) => !isOrdinary(code));
}

function namedAlone(key: string, gazetteer: Gazetteer, registry: Registry): readonly string[] {
  if (gazetteer.isExpression(key)) return [];
  const surnom = gazetteer.surnom(key);
  if (surnom) return surnom.codes;
  const number = EMERGENCY_NUMBERS.has(key) ? undefined : gazetteer.departementNumber(key);
  if (number !== undefined) return [number];
  if (POSTCODE.test(key)) return postcodeAlone(key, gazetteer);
  const communes = gazetteer.communes(key);
  const population = Math.max(0, ...communes.map((code) => registry.get(code)?.population ?? 0));
  if (cueNeeded(key, population) > CUE.whole) return [];
  const departement =
    gazetteer.departement(key) ?? gazetteer.departement(key.replace(/^(?:le|la|les|l) /, ''));
  const found = departement === undefined ? communes : [...communes, departement];
  return found.length > 0 ? found : gazetteer.epci(key);
}

/** A postcode of nowhere, as those of post office boxes, still says the department. */
function postcodeAlone(digits: string, gazetteer: Gazetteer): readonly string[] {
  const codes = gazetteer.postcode(digits);
  if (codes.length > 0) return codes;
  const departement = gazetteer.departementNumber(departementOf(digits));
  return departement === undefined ? [] : [departement];
}

function settle(mentions: readonly Mention[], registry: Registry): Resolution {
  const narrowed = mentions.map((mention) => narrow(mention, mentions, registry));
  const kept = narrowed.filter((mention, rank) => !isTold(mention, rank, narrowed, registry));
  const codes = [...new Set(interleave(kept.map((mention) => byPopulation(mention.codes, registry))))];
  const place = registry.get(codes[0] ?? '');
  if (!place) return { lieu: null, possibles: [] };
  if (codes.length > 1) return { lieu: null, possibles: codes.slice(0, MOST_CHOICES) };
  return { lieu: { code: place.code, nom: place.nom, type: place.type }, possibles: [] };
}

/** Keeps the homonyms that another mention confirms: « Saint-Denis », with « dans le 93 » further on. */
function narrow(mention: Mention, mentions: readonly Mention[], registry: Registry): Mention {
  const others = mentions.filter((other) => other !== mention).flatMap((other) => other.codes);
  const codes = mention.codes.filter((code) =>
    others.some((other) => contains(other, code, registry) || contains(code, other, registry)),
  );
  return codes.length > 0 ? { ...mention, codes } : mention;
}

/** Whether another mention says the same, or more precisely. */
function isTold(mention: Mention, rank: number, mentions: readonly Mention[], registry: Registry): boolean {
  return mentions.some((other, otherRank) => {
    if (otherRank === rank) return false;
    const inside = isInside(other, mention, registry);
    return inside && (otherRank < rank || !isInside(mention, other, registry));
  });
}

function isInside(inner: Mention, outer: Mention, registry: Registry): boolean {
  return inner.codes.every((code) => outer.codes.some((zone) => contains(zone, code, registry)));
}

function contains(zone: string, code: string, registry: Registry): boolean {
  if (zone === code) return true;
  const chain = registry.chain(code);
  if (!chain || registry.get(code)?.type === 'departement') return false;
  return chain.commune === zone || chain.epci === zone || chain.departements.includes(zone);
}

function byPopulation(codes: readonly string[], registry: Registry): string[] {
  const population = (code: string) => registry.get(code)?.population ?? 0;
  return [...codes].sort((a, b) => population(b) - population(a));
}

/** The first of each list, then the second of each… so that no mention hides another. */
function interleave(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
}
