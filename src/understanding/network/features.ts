import type { PatternData } from '../compile-patterns.ts';
import { soundOf } from '../fold.ts';
import type { Match, Reading } from '../patterns.ts';
import type { Themes } from './themes.ts';

/** Phonetic words, their pairs, those that stand apart, characters, concepts, their pairs, what is denied, rules that spoke, themes, their pairs. */
export const FEATURE_KINDS = ['w', 'b', 'k', 'c', 'p', 'q', 'n', 'r', 't', 'u'] as const;

/** What a feature is made of; the first letter of its name. */
export type FeatureKind = (typeof FEATURE_KINDS)[number];

/** How much each kind weighs before a message is brought to its length: characters overlap, words do not. */
export const KIND_VALUES: ReadonlyMap<string, number> = new Map([
  ['w', 1],
  ['b', 0.7],
  ['k', 0.5],
  ['c', 0.35],
  ['p', 1],
  ['q', 0.7],
  ['n', 1],
  ['r', 1],
  ['t', 0.7],
  ['u', 0.4],
]);

/** Hears the features of a message one by one; the same may be told twice. */
export type Tell = (kind: FeatureKind, name: string) => void;

/** Tells the features of a reading; holds nothing of any message. */
export type TellFeatures = (reading: Reading, tell: Tell) => void;

/** Turns a reading into the names of its features: their kind, a colon, what they are made of. */
export type Featurize = (reading: Reading) => ReadonlySet<string>;

/** What features are made from. */
export interface FeatureParts {
  readonly data: PatternData;
  /** The concepts of `concepts.yaml`, by name. */
  readonly concepts: readonly string[];
  readonly kinds: ReadonlySet<FeatureKind>;
}

/** A message is read to this many words: more is never typed in 500 characters. */
const MOST_WORDS = 260;
const LONGEST_WORD = 24;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
/** How far two words that stand apart may be from each other, in words. */
const APART_REACH = 3;
/** How far two concepts of a pair may stand from each other, and a negation from what it denies, in words. */
const PAIR_REACH = 6;
/** How far two themes of a pair may stand from each other, in words. */
const THEME_REACH = 5;
const DENIAL_BEFORE = 4;
const DENIAL_AFTER = 2;

/** Concepts that only guard others, or are everywhere. */
const SMALL = new Set(['negation', 'fausse-negation', 'negation-avant', 'sujet', 'transparent', 'tous']);

interface Standing {
  readonly classe: number;
  readonly name: string;
  readonly at: number;
}

function isDenied(reading: Reading, at: number): boolean {
  const { propositions } = reading.tokens;
  const to = Math.min(propositions.length, at + DENIAL_AFTER + 1);
  for (let near = Math.max(0, at - DENIAL_BEFORE); near < to; near++) {
    if (reading.negation[near] === 1 && propositions[near] === propositions[at]) return true;
  }
  return false;
}

/** How each word sounds, in order. */
function soundsOf(reading: Reading): string[] {
  return reading.tokens.mots.slice(0, MOST_WORDS).map((mot) => soundOf(mot.slice(0, LONGEST_WORD)));
}

function addSounds(tell: Tell, _reading: Reading, sounds: readonly string[]): void {
  for (const sound of sounds) tell('w', sound);
}

function addDenied(tell: Tell, reading: Reading, sounds: readonly string[]): void {
  for (const [at, sound] of sounds.entries()) if (isDenied(reading, at)) tell('n', `w:${sound}`);
}

/** Pairs of words of one clause; the first word of each is paired with its start. */
function addBigrams(tell: Tell, reading: Reading, sounds: readonly string[]): void {
  const { propositions } = reading.tokens;
  let before = '';
  for (const [at, sound] of sounds.entries()) {
    const isFirst = at === 0 || propositions[at] !== propositions[at - 1];
    tell('b', `${isFirst ? '^' : before} ${sound}`);
    before = sound;
  }
}

/** Pairs of words of one sentence with one or two others between them: « il » and « frappe » in « il me frappe ». */
function addApart(tell: Tell, { tokens }: Reading, sounds: readonly string[]): void {
  for (const [at, sound] of sounds.entries()) {
    for (let next = at + 2; next <= at + APART_REACH && next < sounds.length; next++) {
      if (tokens.phrases[next] === tokens.phrases[at]) tell('k', `${sound} ${sounds[next]}`);
    }
  }
}

function addCharacters(tell: Tell, reading: Reading): void {
  for (const mot of reading.tokens.mots.slice(0, MOST_WORDS)) {
    const word = ` ${mot.slice(0, LONGEST_WORD)} `;
    for (let length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
      for (let at = 0; at + length <= word.length; at++) tell('c', word.slice(at, at + length));
    }
  }
}

/** Where each concept stands, in the order of the message. */
function standings(reading: Reading, names: ReadonlyMap<number, string>): Standing[] {
  const out: Standing[] = [];
  for (const [classe, spans] of reading.hits) {
    const name = names.get(classe);
    if (name === undefined) continue;
    for (const { start } of spans) if (start < MOST_WORDS) out.push({ classe, name, at: start });
  }
  return out.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

/** The concepts that stand after one, near it and in its sentence. */
function following(found: readonly Standing[], index: number, phrases: readonly number[]): Standing[] {
  const left = found[index] as Standing;
  const isNear = ({ at }: Standing) => at - left.at <= PAIR_REACH && phrases[at] === phrases[left.at];
  let end = index + 1;
  while (end < found.length && isNear(found[end] as Standing)) end++;
  return found.slice(index + 1, end).filter(({ at }) => at > left.at);
}

/** More than there are classes: two of them make one number. */
const CLASSES = 1 << 20;

/** Pairs of concepts in order; words said again and again pair up only once. */
function addPairs(tell: Tell, reading: Reading, found: readonly Standing[]): void {
  const told = new Set<number>();
  for (const [index, left] of found.entries()) {
    for (const right of following(found, index, reading.tokens.phrases)) {
      const pair = left.classe * CLASSES + right.classe;
      if (told.has(pair)) continue;
      told.add(pair);
      tell('q', `${left.name} ${right.name}`);
    }
  }
}

function addConcepts(
  tell: Tell,
  reading: Reading,
  names: ReadonlyMap<number, string>,
  kinds: ReadonlySet<FeatureKind>,
): void {
  const found = standings(reading, names);
  for (const { name, at } of found) {
    if (kinds.has('p')) tell('p', name);
    if (kinds.has('n') && isDenied(reading, at)) tell('n', `p:${name}`);
  }
  if (kinds.has('q')) addPairs(tell, reading, found);
}

function addRule(tell: Tell, subject: string, id: string, matches: readonly Match[]): void {
  const denial = matches.every(({ negated }) => negated) ? 'non ' : '';
  tell('r', `${denial}${subject}`);
  tell('r', `${denial}${subject}:${id}`);
}

/** The rules of the pattern data that speak in a message, idioms among them. */
function addRules(tell: Tell, reading: Reading, data: PatternData): void {
  for (const { rule, matches } of data.signaux.find(reading)) addRule(tell, rule.signal, rule.id, matches);
  for (const { rule, matches } of data.besoins.find(reading)) addRule(tell, rule.besoin, rule.id, matches);
  if (data.idiomes.find(reading).length > 0) tell('r', 'idiome');
  if (data.contextes.find(reading).length > 0) tell('r', 'contexte');
  if (data.passe.find(reading).length > 0) tell('r', 'passe');
}

/** The themes of each word of a reading. */
function themesIn(reading: Reading, themes: Themes): (readonly string[])[] {
  return reading.tokens.mots.slice(0, MOST_WORDS).map((mot) => themes(mot.slice(0, LONGEST_WORD)));
}

function addThemes(tell: Tell, reading: Reading, themes: Themes, kinds: ReadonlySet<FeatureKind>): void {
  const told = themesIn(reading, themes);
  if (kinds.has('t')) for (const theme of told.flat()) tell('t', theme);
  if (kinds.has('u')) addThemePairs(tell, reading, told);
}

/** Pairs of themes that stand near in a sentence, whatever their order. */
function addThemePairs(tell: Tell, { tokens }: Reading, told: readonly (readonly string[])[]): void {
  for (const [at, here] of told.entries()) {
    const near = told
      .slice(at + 1, at + THEME_REACH + 1)
      .filter((_, step) => tokens.phrases[at + 1 + step] === tokens.phrases[at])
      .flat();
    for (const left of here) for (const right of near) tell('u', pairOf(left, right));
  }
}

function pairOf(left: string, right: string): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}

type Step = (tell: Tell, reading: Reading, sounds: readonly string[]) => void;

function stepsOf({ data, concepts, kinds }: FeatureParts): Step[] {
  const kept = concepts.filter((name) => !SMALL.has(name));
  const names = new Map(kept.map((name) => [data.lexicon.classOf(`@${name}`), name]));
  const steps: [readonly FeatureKind[], Step][] = [
    [['w'], addSounds],
    [['b'], addBigrams],
    [['k'], addApart],
    [['n'], addDenied],
    [['c'], addCharacters],
    [['p', 'q', 'n'], (tell, reading) => addConcepts(tell, reading, names, kinds)],
    [['r'], (tell, reading) => addRules(tell, reading, data)],
    [['t', 'u'], (tell, reading) => addThemes(tell, reading, data.themes, kinds)],
  ];
  return steps.filter(([needed]) => needed.some((kind) => kinds.has(kind))).map(([, step]) => step);
}

/** Builds the reader of features. @throws {Error} on a concept that the pattern data does not know */
export function createTellFeatures(parts: FeatureParts): TellFeatures {
  const steps = stepsOf(parts);
  return (reading, tell) => {
    const sounds = soundsOf(reading);
    for (const step of steps) step(tell, reading, sounds);
  };
}

/** The same, named in a set: to learn from. @throws {Error} on a concept that the pattern data does not know */
export function createFeaturize(parts: FeatureParts): Featurize {
  const tellFeatures = createTellFeatures(parts);
  return (reading) => {
    const out = new Set<string>();
    tellFeatures(reading, (kind, name) => out.add(`${kind}:${name}`));
    return out;
  };
}

/** The length messages are brought to, in squared values of their known features. */
const LENGTH = 16;

const LENGTH_STEP = 4;

/** Brings messages of every length to comparable sums. In steps, so that an engine shares few arrays. */
export function lengthScale(squares: number): number {
  return Math.sqrt(LENGTH / (LENGTH_STEP * Math.max(1, Math.round(squares / LENGTH_STEP))));
}
