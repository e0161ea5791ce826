import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import type { PatternData } from './compile-patterns.ts';
import type { Span } from './lexicon.ts';
import type { NeedRule } from './pattern-files.ts';
import type { Match, Reading } from './patterns.ts';

/** The needs a message names, those it refuses, and the rules that spoke. */
export interface Needs {
  readonly besoins: BesoinId[];
  readonly besoins_refuses: BesoinId[];
  /** Those whose lack is told: what someone lacks is never what they refuse. */
  readonly manques: BesoinId[];
  readonly raisons: string[];
}

/** `wanted`: a help is asked for; `told`: a lack is told; `lacking`: « pas de logement », a lack or a refusal. */
type Verdict = 'wanted' | 'told' | 'lacking' | 'refused' | 'none';

interface Judged {
  readonly rule: NeedRule;
  readonly match: Match;
  readonly verdict: Verdict;
}

/** How far back from a need its « je ne veux pas » may stand, in words. */
const REACH = 8;
/** How far a negation may stand from what it denies: « pas besoin », « ne veux surtout pas ». */
const DENIAL = 3;
const HAVE = new Set(['ai', 'as', 'a', 'avons', 'avez', 'ont', 'avait', 'avais']);
const BEFORE_OWNED = new Set(['un', 'une', 'mon', 'ma', 'mes', 'deja', 'le', 'la', 'les', 'bien']);

function isOf(reading: Reading, classe: number, at: number): boolean {
  return (reading.hits.get(classe) ?? []).some((span) => span.start <= at && at < span.end);
}

function negatedWithin(reading: Reading, from: number, to: number): boolean {
  return reading.negation.subarray(Math.max(0, from), to).includes(1);
}

/** The first word of the clause a need stands in, at most `REACH` words back. */
function clauseStart(reading: Reading, match: Match): number {
  const { propositions } = reading.tokens;
  let at = match.start;
  while (at > 0 && propositions[at - 1] === propositions[match.start] && match.start - at < REACH) at--;
  return at;
}

/** The last wish of the clause before the need: wanted, refused, or none. */
function wish(reading: Reading, data: PatternData, match: Match): Verdict {
  const start = clauseStart(reading, match);
  for (let at = match.end - 1; at >= start; at--) {
    if (!isOf(reading, data.mots.vouloir, at)) continue;
    const denied = negatedWithin(reading, Math.max(start, at - DENIAL), Math.min(match.end, at + DENIAL));
    return denied ? 'refused' : 'wanted';
  }
  return 'none';
}

/** « pas d'avocat », « ni foyer ni 115 », « surtout pas la police »: a bare denial, without « je n'ai ». */
function bareDenial(reading: Reading, data: PatternData, match: Match): boolean {
  const start = clauseStart(reading, match);
  if (!negatedWithin(reading, Math.max(start, match.start - DENIAL), match.start)) return false;
  for (let at = start; at < match.start; at++) if (isOf(reading, data.mots.posseder, at)) return false;
  return true;
}

/** « j'ai un logement », « j'ai déjà une avocate »: there already, so not sought. */
function alreadyThere(reading: Reading, match: Match): boolean {
  const { mots, propositions } = reading.tokens;
  for (let at = match.start - 1; at >= 0 && match.start - at <= 3; at--) {
    if (propositions[at] !== propositions[match.start] || reading.negation[at] === 1) return false;
    const mot = mots[at] as string;
    if (HAVE.has(mot)) return mots[at - 1] !== 'y' && match.start - at > 1;
    if (!BEFORE_OWNED.has(mot)) return false;
  }
  return false;
}

/** A match that runs over a clause and meets a denial reads two things as one: « pas d'avocat, plutôt une écoute ». */
function straddles(reading: Reading, match: Match): boolean {
  const { propositions } = reading.tokens;
  const crosses = propositions[match.start] !== propositions[match.end - 1];
  return crosses && negatedWithin(reading, match.start, match.end);
}

function judge(reading: Reading, data: PatternData, rule: NeedRule, match: Match): Verdict {
  if (rule.sorte === 'probleme') return 'told';
  if (straddles(reading, match)) return 'none';
  const wished = wish(reading, data, match);
  if (wished !== 'none') return wished;
  if (reading.tokens.mots[match.end] === 'non') return 'refused';
  if (reading.negation[match.start] === 1) return 'told';
  if (bareDenial(reading, data, match)) return 'lacking';
  return alreadyThere(reading, match) ? 'none' : 'wanted';
}

/** What a professional says of their work is no need of the person: « éducatrice en CHRS », « une formation sur… ». */
function overlapsAny(match: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => match.start < span.end && span.start < match.end);
}

function judgeAll(reading: Reading, data: PatternData, professional: readonly Span[] | null): Judged[] {
  const found = data.besoins.find(reading).filter(({ rule }) => professional !== null || !rule.professionnel);
  const ofWork = found.filter(({ rule }) => rule.professionnel).flatMap(({ matches }) => matches);
  const taken = [...(professional ?? []), ...ofWork];
  return found.flatMap(({ rule, matches }) =>
    matches
      .filter((match) => rule.professionnel || !overlapsAny(match, taken))
      .map((match) => ({ rule, match, verdict: judge(reading, data, rule, match) })),
  );
}

/** « pas de foyer, juste parler » refuses; « j'ai un travail mais pas de logement » lacks: something else must be wanted. */
function settle(judged: readonly Judged[], hasContrast: boolean): Judged[] {
  const wanted = new Set(judged.filter(({ verdict }) => verdict === 'wanted').map(({ rule }) => rule.besoin));
  return judged.map((one) => {
    if (one.verdict !== 'lacking') return one;
    const elseWanted = [...wanted].some((besoin) => besoin !== one.rule.besoin);
    return { ...one, verdict: hasContrast && elseWanted ? 'refused' : 'told' };
  });
}

/**
 * Reads the needs of a message. A help that is wanted is sought, even when something like it is refused; a lack alone is not
 * sought against a refusal. `professional`: where a professional tells who they are, null when nobody does.
 */
export function readNeeds(reading: Reading, data: PatternData, professional: readonly Span[] | null): Needs {
  const hasContrast = reading.hits.has(data.mots.contraste);
  const judged = settle(judgeAll(reading, data, professional), hasContrast);
  const having = (verdict: Verdict) =>
    new Set(judged.filter((one) => one.verdict === verdict).map(({ rule }) => rule.besoin));
  const wanted = having('wanted');
  const told = having('told');
  const refused = having('refused');
  const all = Object.keys(BESOINS) as BesoinId[];
  return {
    besoins: all.filter((id) => wanted.has(id) || (told.has(id) && !refused.has(id))),
    besoins_refuses: all.filter((id) => refused.has(id) && !wanted.has(id)),
    manques: all.filter((id) => told.has(id) && !refused.has(id)),
    raisons: judged
      .filter(({ verdict }) => verdict !== 'none')
      .map(({ rule }) => `${rule.besoin}:${rule.id}`),
  };
}
