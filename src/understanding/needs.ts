import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import type { PatternData } from './compile-patterns.ts';
import type { NeedRule } from './pattern-files.ts';
import type { Match, Reading } from './patterns.ts';

/** The needs a message names, those it refuses, and the rules that spoke. */
export interface Needs {
  readonly besoins: BesoinId[];
  readonly besoins_refuses: BesoinId[];
  readonly raisons: string[];
}

type Verdict = 'need' | 'refused' | 'none';

/** How far back from a need its « je ne veux pas » may stand, in words. */
const REACH = 8;
/** How far a negation may stand from what it denies: « pas besoin », « ne veux surtout pas ». */
const DENIAL = 3;

function isOf(reading: Reading, classe: number, at: number): boolean {
  return (reading.hits.get(classe) ?? []).some((span) => span.start <= at && at < span.end);
}

/** The first word of the clause a need stands in, at most `REACH` words back. */
function clauseStart(reading: Reading, match: Match): number {
  const { propositions } = reading.tokens;
  let at = match.start;
  while (at > 0 && propositions[at - 1] === propositions[match.start] && match.start - at < REACH) at--;
  return at;
}

function negationAround(reading: Reading, at: number, from: number, to: number): boolean {
  for (let near = Math.max(from, at - DENIAL); near < Math.min(to, at + DENIAL); near++) {
    if (reading.negation[near] === 1) return true;
  }
  return false;
}

/** The last wish of the clause before the need: wanted, denied, or none. */
function wish(reading: Reading, data: PatternData, match: Match): Verdict {
  const start = clauseStart(reading, match);
  for (let at = Math.min(match.end, reading.tokens.mots.length) - 1; at >= start; at--) {
    if (!isOf(reading, data.mots.vouloir, at)) continue;
    return negationAround(reading, at, start, match.end) ? 'refused' : 'need';
  }
  return 'none';
}

/** « pas d'avocat », « ni foyer ni 115 », « surtout pas la police »: a bare denial, without « je n'ai ». */
function bareDenial(reading: Reading, data: PatternData, match: Match): boolean {
  const start = clauseStart(reading, match);
  let denied = false;
  for (let at = match.start - 1; at >= start && match.start - at <= DENIAL; at--) {
    denied ||= reading.negation[at] === 1;
    if (isOf(reading, data.mots.posseder, at)) return false;
  }
  return denied && !isOf(reading, data.mots.posseder, start);
}

/** A refusal stands against something else: « juste parler, pas d'hébergement ». Alone, « pas de logement » is a lack. */
function standsAgainst(reading: Reading, data: PatternData): boolean {
  return (reading.hits.get(data.mots.contraste) ?? []).length > 0;
}

/** « j'ai un logement », « j'ai déjà une avocate »: there already, so not sought. */
function alreadyThere(reading: Reading, data: PatternData, match: Match): boolean {
  const { mots, propositions } = reading.tokens;
  for (let at = match.start - 1; at >= 0 && match.start - at <= 3; at--) {
    if (propositions[at] !== propositions[match.start] || reading.negation[at] === 1) return false;
    if (isOf(reading, data.mots.posseder, at)) return mots[at] !== 'reste' && mots[at - 1] !== 'y';
    if (!/^(?:un|une|mon|ma|mes|deja|le|la|des|bien|pris|vu)$/.test(mots[at] as string)) return false;
  }
  return false;
}

/** « non » or « non merci » right after: « un avocat, non merci ». */
function declined(reading: Reading, match: Match): boolean {
  return reading.tokens.mots[match.end] === 'non';
}

function judge(reading: Reading, data: PatternData, rule: NeedRule, match: Match): Verdict {
  if (rule.sorte === 'probleme') return 'need';
  const wished = wish(reading, data, match);
  if (wished !== 'none') return wished;
  if (declined(reading, match)) return 'refused';
  if (bareDenial(reading, data, match)) return standsAgainst(reading, data) ? 'refused' : 'need';
  return alreadyThere(reading, data, match) ? 'none' : 'need';
}

/** Reads the needs of a message. A need both sought and refused is sought; `isProfessional` opens the needs of professionals. */
export function readNeeds(reading: Reading, data: PatternData, isProfessional: boolean): Needs {
  const sought = new Set<BesoinId>();
  const refused = new Set<BesoinId>();
  const raisons: string[] = [];
  for (const { rule, matches } of data.besoins.find(reading)) {
    if (rule.professionnel && !isProfessional) continue;
    const verdicts = matches.map((match) => judge(reading, data, rule, match));
    if (verdicts.includes('refused')) refused.add(rule.besoin);
    if (verdicts.includes('need')) sought.add(rule.besoin);
    if (verdicts.some((verdict) => verdict !== 'none')) raisons.push(`${rule.besoin}:${rule.id}`);
  }
  const inOrder = (set: ReadonlySet<BesoinId>) =>
    (Object.keys(BESOINS) as BesoinId[]).filter((id) => set.has(id));
  for (const id of sought) if (refused.has(id)) sought.delete(id);
  return { besoins: inOrder(sought), besoins_refuses: inOrder(refused), raisons };
}
