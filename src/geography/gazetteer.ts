import { EXPRESSIONS, INDICES, SURNOMS } from '../../knowledge/vocabulary/lieux.ts';
import { PREMIERS_MOTS_COURANTS } from '../../knowledge/vocabulary/lieux-ambigus.ts';
import { lieuCode } from '../conversation/understood.ts';
import { KNOWN, WELL_KNOWN } from './ambiguity.ts';
import { column, type PlacesFile } from './compact.ts';
import { fold, nameKey, nameKeys } from './normalise.ts';
import type { Registry } from './registry.ts';
import { phraseSet, wordSet } from './word-lists.ts';

/** A usual name and what it stands for. */
interface Surnom {
  codes: readonly string[];
  /** The cue it needs. */
  indice: 'none' | 'preposition' | 'presence';
}

/** Places by name. Keys come from `nameKey`; all is in Maps, so that « constructor » is an ordinary word. */
export interface Gazetteer {
  /** Words in the longest name that starts with this word, 0 when none does. */
  longest(word: string): number;
  /** Whether this is a set phrase that names no place. */
  isExpression(key: string): boolean;
  surnom(key: string): Surnom | undefined;
  /** Communes of this name; former ones only when no present commune has it. */
  communes(key: string): readonly string[];
  departement(key: string): string | undefined;
  epci(key: string): readonly string[];
  /** Communes, or municipal arrondissements, of a postcode. */
  postcode(digits: string): readonly string[];
  /** The department of this number, e.g. « 38 », « 2a », « 974 ». */
  departementNumber(word: string): string | undefined;
  /** The nth municipal arrondissement of a commune. */
  arrondissement(commune: string, nth: number): string | undefined;
}

/** Codes by name, joined by spaces: most names have one, and an array for each would cost more than the names. */
type Names = Map<string, string>;

const NONE: readonly string[] = [];
const ACRONYM = /\(([A-Z]{4,})\)/;
const EPCI_KIND = /^(?:CC|CA|CU) /;
const LINK = /^(?:de le|de la|de les|de l|de|d) /;
const ARTICLES = wordSet(INDICES.articles);
const ORDINARY_FIRST = wordSet(`${PREMIERS_MOTS_COURANTS} ${INDICES.saints}`);
/** Letters under which a first word alone is too little. */
const SHORTEST = 5;
const NTH = / (\d+)er? /;

/** Indexes every name of the file, once. */
export function createGazetteer(file: PlacesFile, registry: Registry): Gazetteer {
  const keys = nameKeys(file.communes.noms);
  const communes = communeNames(file, keys);
  const present = new Set(keys);
  // A former commune counts for little, however large the one it is part of.
  const largest = (key: string) => {
    const populations = codesOf(communes, key).map((code) => registry.get(code)?.population ?? 0);
    return present.has(key) ? Math.max(-1, ...populations) : Math.min(0, populations.length - 1);
  };
  const departements = departementNames(file, registry, communes);
  const shorts = shortNames(file, keys, (key) => (departements.has(key) ? Infinity : largest(key)));
  const epci = epciNames(file);
  const expressions = phraseSet(EXPRESSIONS);
  const surnoms = new Map<string, Surnom>(
    SURNOMS.map((row) => [
      nameKey(row.nom),
      { codes: row.codes, indice: 'indice' in row ? row.indice : 'none' },
    ]),
  );
  const longest = longestByWord([communes, shorts, departements, epci, surnoms, expressions]);
  // Built when a first postcode is typed: many conversations have none.
  let postcodes: Names | undefined;
  const numbers = new Map(departementCodes(file).map((code) => [fold(code), code]));
  const arrondissements = byNumber(file);
  return {
    longest: (word) => longest.get(word) ?? 0,
    isExpression: (key) => expressions.has(key),
    surnom: (key) => surnoms.get(key),
    communes: (key) => [...codesOf(communes, key), ...codesOf(shorts, key)],
    departement: (key) => departements.get(key),
    epci: (key) => codesOf(epci, key),
    postcode: (digits) => {
      postcodes ??= byPostcode(file);
      return codesOf(postcodes, digits);
    },
    departementNumber: (word) => numbers.get(word),
    arrondissement: (commune, nth) => arrondissements.get(`${commune}:${nth}`),
  };
}

function add(names: Names, key: string, code: string): void {
  const known = names.get(key);
  names.set(key, known === undefined ? code : `${known} ${code}`);
}

function codesOf(names: Names, key: string): readonly string[] {
  return names.get(key)?.split(' ') ?? NONE;
}

function byName(keys: readonly string[], codes: string): Names {
  const names: Names = new Map();
  column(codes).forEach((code, rank) => {
    add(names, keys[rank] ?? '', code);
  });
  return names;
}

/** Present communes, and former ones whose name no present commune has. */
function communeNames(file: PlacesFile, keys: readonly string[]): Names {
  const communes = byName(keys, file.communes.codes);
  for (const [key, heirs] of byName(nameKeys(file.anciennes.noms), file.anciennes.communes)) {
    if (!communes.has(key)) communes.set(key, [...new Set(heirs.split(' '))].join(' '));
  }
  return communes;
}

/** What people call the larger communes: « Bourgoin », « Isle-d'Abeau ». A village of that very name gives way to no small town. */
function shortNames(file: PlacesFile, keys: readonly string[], populationOf: (key: string) => number): Names {
  const names: Names = new Map();
  const codes = column(file.communes.codes);
  keys.forEach((key, rank) => {
    const population = file.communes.populations[rank] ?? 0;
    const short = population < KNOWN ? undefined : shortened(key);
    if (short === undefined) return;
    const namesake = populationOf(short);
    const prevails = namesake < KNOWN && population >= WELL_KNOWN;
    if (namesake < 0 || prevails) add(names, short, codes[rank] ?? '');
  });
  return names;
}

function shortened(key: string): string | undefined {
  const [first = '', ...others] = key.split(' ');
  if (others.length === 0) return undefined;
  if (ARTICLES.has(first)) return others.length > 1 ? others.join(' ') : undefined;
  return first.length >= SHORTEST && !ORDINARY_FIRST.has(first) ? first : undefined;
}

/** Departments that a situation can hold as a place. */
function departementCodes(file: PlacesFile): string[] {
  return column(file.departements.codes).filter((code) => lieuCode.safeParse(code).success);
}

/** A department that is one commune of the same name is that commune. */
function departementNames(file: PlacesFile, registry: Registry, communes: Names): Map<string, string> {
  const names = departementCodes(file).map((code) => [code, registry.get(code)] as const);
  const isTown = (code: string, key: string, population: number) =>
    codesOf(communes, key).some(
      (commune) =>
        registry.chain(commune)?.departements[0] === code && registry.get(commune)?.population === population,
    );
  return new Map(
    names.flatMap(([code, place]) => {
      const key = nameKey(place?.nom ?? '');
      return isTown(code, key, place?.population ?? 0) ? [] : [[key, code] as const];
    }),
  );
}

/** EPCI by the names people say: without « CC du » and what stands in parentheses, or the acronym that does (« CAPI »). */
function epciNames(file: PlacesFile): Names {
  const names: Names = new Map();
  const codes = column(file.epci.codes);
  column(file.epci.noms).forEach((nom, rank) => {
    const said = nom.replace(EPCI_KIND, '').replace(/\([^()]*\)/g, '');
    const acronym = ACRONYM.exec(nom)?.[1];
    add(names, nameKey(said).replace(LINK, ''), codes[rank] ?? '');
    if (acronym) add(names, nameKey(acronym), codes[rank] ?? '');
  });
  return names;
}

function longestByWord(tables: readonly { keys(): Iterable<string> }[]): Map<string, number> {
  const longest = new Map<string, number>();
  for (const table of tables) {
    for (const key of table.keys()) {
      const space = key.indexOf(' ');
      const first = space < 0 ? key : key.slice(0, space);
      const words = wordCount(key, space);
      if ((longest.get(first) ?? 0) < words) longest.set(first, words);
    }
  }
  return longest;
}

function wordCount(key: string, firstSpace: number): number {
  let count = 1;
  for (let space = firstSpace; space >= 0; space = key.indexOf(' ', space + 1)) count++;
  return count;
}

/** A commune that has municipal arrondissements leaves its postcodes to them. */
function byPostcode(file: PlacesFile): Names {
  const postcodes: Names = new Map();
  const divided = new Set(column(file.arrondissements.communes));
  for (const table of [file.communes, file.arrondissements]) {
    const codes = column(table.codes);
    column(table.codes_postaux).forEach((cell, rank) => {
      const code = codes[rank] ?? '';
      if (cell === '' || divided.has(code)) return;
      for (const digits of cell.split(' ')) add(postcodes, digits, code);
    });
  }
  return postcodes;
}

function byNumber(file: PlacesFile): Map<string, string> {
  const codes = column(file.arrondissements.codes);
  const communes = column(file.arrondissements.communes);
  const numbers = new Map<string, string>();
  column(file.arrondissements.noms).forEach((nom, rank) => {
    const nth = NTH.exec(nom)?.[1];
    if (nth) numbers.set(`${communes[rank]}:${Number(nth)}`, codes[rank] ?? '');
  });
  return numbers;
}
