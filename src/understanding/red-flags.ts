import { FORCES, type Force, SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import type { Signal } from '../conversation/understood.ts';
import { clausesOf, partOf } from './clauses.ts';
import { type PatternData, readText } from './compile-patterns.ts';
import { type Plain, withPossible } from './network/join.ts';
import type { Heard, Network } from './network/network.ts';
import { once } from './once.ts';
import type { SignalRule } from './pattern-files.ts';
import { type Match, type Reading, withoutWords } from './patterns.ts';
import { isIntroduction, readCommand } from './people.ts';
import type { Prepared } from './prepare.ts';
import type { Found } from './rules.ts';

/** A signal that a rule raised. */
export interface SignalHit extends Signal {
  /** `violences:me-frappe` */
  readonly raison: string;
  /** The writer is the one hurt. */
  readonly victime: boolean;
  /** It keeps its force however calm the message sounds. */
  readonly franc: boolean;
  /** The rule would be sure, and every time it is denied. */
  readonly denied: boolean;
}

/** The words from a context (« je regarde un film où… ») to the end of its sentence, unless the writer stands in them. */
function fictionEnd(reading: Reading, data: PatternData, span: Match): number {
  const { phrases } = reading.tokens;
  let end = span.end;
  while (end < phrases.length && phrases[end] === phrases[span.start]) end++;
  const writerInside = (reading.hits.get(data.mots.me) ?? []).some(
    (me) => me.start >= span.end && me.start < end,
  );
  return writerInside ? span.start : end;
}

/** Hides idioms, fiction and topics of study: « ce travail me tue » raises nothing. */
function withoutIdioms(reading: Reading, data: PatternData): Reading {
  const blank = new Uint8Array(reading.tokens.mots.length);
  for (const { matches } of data.idiomes.find(reading)) {
    for (const span of matches) blank.fill(1, span.start, span.end);
  }
  for (const { matches } of data.contextes.find(reading)) {
    for (const span of matches) blank.fill(1, span.start, fictionEnd(reading, data, span));
  }
  return withoutWords(reading, blank);
}

/** How the whole message is told. */
interface Tone {
  /** « quand j'étais petite », « il y a dix ans ». */
  readonly isPast: boolean;
  /** « lol », « pour rire »: people also laugh at what hurts, so this only lowers what is sure. */
  readonly isLaughing: boolean;
}

function forceOf({ rule, matches }: Found<SignalRule>, tone: Tone): Force {
  if (rule.force === 'possible' || tone.isLaughing) return 'possible';
  if (tone.isPast && rule.passe === 'possible') return 'possible';
  return matches.every((found) => found.negated) ? 'possible' : 'sure';
}

function hitsOf(found: Found<SignalRule>, tone: Tone): SignalHit[] {
  const { rule } = found;
  const force = forceOf(found, tone);
  const isWeak = tone.isLaughing || found.matches.every((one) => one.negated);
  const raison = `${rule.signal}:${rule.id}`;
  const victime = rule.victime === 'moi' && force === 'sure';
  const also = Object.entries(rule.aussi ?? {}).map(([id, strength]) => ({
    id: id as SignalId,
    force: isWeak ? ('possible' as const) : (strength as Force),
    raison,
    victime: rule.victime === 'moi' && !isWeak && strength === 'sure',
    franc: false,
    denied: false,
  }));
  // « il m'a mis une claque mdr »: laughing lowers what is sure, and never silences it.
  const isLaughed = tone.isLaughing && rule.force === 'sure' && found.matches.some((one) => !one.negated);
  const franc = rule.franc === true || isLaughed;
  const denied = rule.force === 'sure' && found.matches.every((one) => one.negated);
  return [{ id: rule.signal, force, raison, victime, franc, denied }, ...also];
}

/** Someone who hits back while being hit is not made an author: one question is asked instead. */
function withoutSureAuthorWhoSuffers(hits: readonly SignalHit[]): SignalHit[] {
  const suffers = hits.some((hit) => hit.victime && hit.force === 'sure');
  return hits.map((hit) => (suffers && hit.id === 'auteur' ? { ...hit, force: 'possible' } : hit));
}

/** Every signal that the rules raise in a reading, with the rules that spoke. */
export const signalHits = once((reading: Reading, data: PatternData): SignalHit[] => {
  const cleared = withoutIdioms(reading, data);
  const found = data.signaux.find(cleared);
  if (found.length === 0) return [];
  const tone: Tone = {
    isPast: data.passe.find(reading).length > 0,
    isLaughing: data.rire.find(reading).length > 0,
  };
  return withoutSureAuthorWhoSuffers(found.flatMap((one) => hitsOf(one, tone)));
});

/** The clauses in which a rule is sure, each on its own: what stands around may hide how plain it is. */
export function sureClauses(reading: Reading, data: PatternData): Reading[] {
  if (!signalHits(reading, data).some(({ force }) => force === 'sure')) return [];
  return clausesOf(reading)
    .map((clause) => partOf(reading, data, [clause]))
    .filter((part) => signalHits(part, data).some(({ force }) => force === 'sure'));
}

/** Up to this many words, a message that a rule is sure of is taken at its word: « je vais me tuer ». */
const SHORT_MESSAGE = 6;

/** Whether the writer surely says that they hit: « je frappe ma femme », not « je ne l'ai jamais frappée ». */
export function saysTheyStrike(hits: readonly SignalHit[]): boolean {
  return hits.some(({ raison, force }) => raison.startsWith('auteur:je') && force === 'sure');
}

/** What no calm of the message takes back: what the writer suffers, what a rule marks, and what is said in a few words. */
export function plainly(reading: Reading, data: PatternData): Plain {
  const hits = signalHits(reading, data);
  const isShort = reading.tokens.mots.length <= SHORT_MESSAGE;
  const isPlain = ({ force, victime, franc }: SignalHit) =>
    franc || (force === 'sure' && (victime || isShort));
  return {
    francs: hits.filter(isPlain).map(({ id }) => id),
    denied: hits.filter(({ denied }) => denied).map(({ id }) => id),
    isHurt: hits.some(({ force, victime }) => force === 'sure' && victime),
  };
}

/** One signal an id, at its strongest, in the order of the vocabulary. */
function strongest(hits: readonly SignalHit[]): Signal[] {
  const forces = new Map<SignalId, Force>();
  for (const { id, force } of hits) {
    const known = forces.get(id);
    if (known === undefined || FORCES.indexOf(force) < FORCES.indexOf(known)) forces.set(id, force);
  }
  return (Object.keys(SIGNAUX) as SignalId[]).flatMap((id) => {
    const force = forces.get(id);
    return force ? [{ id, force }] : [];
  });
}

/** The layer of danger: synchronous, and depends on nothing but the patterns it was given; a network may add to it. */
export type RedFlags = (prepared: Prepared) => Signal[];

/** « Je frappe ma femme » tells of violence, but not of violence suffered by who writes. */
function withoutEcho(hits: readonly SignalHit[]): Signal[] {
  const signaux = strongest(hits);
  return saysTheyStrike(hits) && !hits.some(({ victime }) => victime)
    ? signaux.filter(({ id, force }) => id !== 'violences' || force === 'sure')
    : signaux;
}

/** What the network hears, or null when there is none or it fails: the rules then stand alone. */
export function hear(reading: Reading, network: Network | null): Heard | null {
  try {
    return network ? heardOnce(reading, network) : null;
  } catch {
    return null;
  }
}

const heardOnce = once((reading: Reading, network: Network) => network(reading) ?? null);

/** Builds the layer of danger from the pattern data, and a network if there is one. */
export function createRedFlags(data: PatternData, network: Network | null = null): RedFlags {
  return (prepared) => {
    const reading = readText(prepared, data);
    const signaux = withoutEcho(signalHits(reading, data));
    // « recommencer » is a button typed, not a danger that begins again.
    // Nor does « je suis une femme » tell of a danger, however the network takes it.
    const isMute = readCommand(reading, data) !== null || isIntroduction(reading, data);
    const heard = isMute ? null : hear(reading, network);
    return heard ? withPossible(signaux, heard, plainly(reading, data)) : signaux;
  };
}
