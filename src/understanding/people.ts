import { PRESENTATION, PUBLICS, type PublicId } from '../../knowledge/vocabulary/publics.ts';
import {
  COMMANDES,
  CONTRAINTES,
  type CommandeId,
  type ContrainteId,
  type DelaiId,
  LANGUES,
  type LangueId,
  type LocuteurId,
} from '../../knowledge/vocabulary/situation.ts';
import type { PatternData } from './compile-patterns.ts';
import { fold } from './fold.ts';
import type { Span } from './lexicon.ts';
import type { PublicRule, SpeakerRule } from './pattern-files.ts';
import type { Reading } from './patterns.ts';
import type { Found } from './rules.ts';

/** Who writes and for whom, when, with what limits. */
export interface People {
  readonly publics: PublicId[];
  readonly locuteur: LocuteurId;
  readonly delai: DelaiId;
  readonly contraintes: ContrainteId[];
  readonly langues: LangueId[];
  /** Where a professional tells who they are; null when nobody does. */
  readonly metier: readonly Span[] | null;
  readonly raisons: string[];
}

const SPEAKERS: readonly LocuteurId[] = ['professionnel', 'proche', 'personne'];
/** Soonest first: « maintenant, pas demain » is now. */
const DELAYS: readonly DelaiId[] = ['plus-tard', 'maintenant', 'ce-soir', 'semaine'];

/** What words say, and what a network hears: a profession told stands, and someone hurt speaks for herself or himself. */
export function joinSpeaker(said: LocuteurId, isForSelf: boolean, heard: LocuteurId | null): LocuteurId {
  if (said === 'professionnel' || isForSelf) return said;
  return heard ?? said;
}

/** Someone hurt who writes « me » speaks for herself or himself, whoever else is named. */
function speakerOf(found: readonly Found<SpeakerRule>[], isForSelf: boolean): LocuteurId {
  const said = new Set(found.map(({ rule }) => rule.locuteur));
  if (said.has('professionnel')) return 'professionnel';
  if (isForSelf) return 'personne';
  return SPEAKERS.find((id) => said.has(id)) ?? 'inconnu';
}

function affirmed<R>(found: readonly Found<R>[]): R[] {
  return found.filter(({ matches }) => matches.some(({ negated }) => !negated)).map(({ rule }) => rule);
}

/** Those who write of someone else and are to be helped themselves: a prisoner's family, a couple. */
const WITH_ANOTHER: ReadonlySet<PublicId> = new Set(['proche-detenu', 'couple']);

function publicsOf(found: readonly PublicRule[], locuteur: LocuteurId): PublicRule[] {
  const subject = locuteur === 'proche' || locuteur === 'professionnel' ? 'autre' : 'moi';
  return found.filter(({ sujet }) => sujet === 'tous' || sujet === subject);
}

/** What a rule concluded, in the order of the vocabulary. */
function ordered<Id extends string>(order: readonly Id[], found: readonly Id[]): Id[] {
  return order.filter((id) => found.includes(id));
}

function spansOf(found: readonly Found<SpeakerRule>[], id: string): Span[] {
  return found.filter(({ rule }) => rule.id === id).flatMap(({ matches }) => matches);
}

/** Reads who is to be helped. `writerIsHurt`: a sure signal says that the writer is the one hurt; `heard`: what a network hears. */
export function readPeople(
  reading: Reading,
  data: PatternData,
  writerIsHurt: boolean,
  heard: LocuteurId | null = null,
): People {
  const speakers = data.locuteurs.find(reading);
  const named = affirmed(data.publics.find(reading));
  const isForSelf = writerIsHurt || named.some((rule) => WITH_ANOTHER.has(rule.public));
  const locuteur = joinSpeaker(speakerOf(speakers, isForSelf), isForSelf, heard);
  const publics = publicsOf(named, locuteur);
  const delais = data.delais.find(reading).map(({ rule }) => rule);
  const contraintes = data.contraintes.find(reading).map(({ rule }) => rule);
  const langues = affirmed(data.langues.find(reading));
  const delai = DELAYS.find((id) => delais.some((rule) => rule.delai === id)) ?? 'inconnu';
  return {
    locuteur,
    publics: ordered(
      Object.keys(PUBLICS) as PublicId[],
      publics.map((rule) => rule.public),
    ),
    delai,
    contraintes: ordered(
      Object.keys(CONTRAINTES) as ContrainteId[],
      contraintes.map((rule) => rule.contrainte),
    ),
    metier: locuteur === 'professionnel' ? spansOf(speakers, 'metier') : null,
    langues: ordered(
      LANGUES,
      langues.map((rule) => rule.langue),
    ),
    raisons: [
      ...publics.map((rule) => `${rule.public}:${rule.id}`),
      ...delais.filter((rule) => rule.delai === delai).map((rule) => `${rule.delai}:${rule.id}`),
      ...contraintes.map((rule) => `${rule.contrainte}:${rule.id}`),
      ...langues.map((rule) => `langue:${rule.id}`),
    ],
  };
}

const INTRODUCING = new Set(PRESENTATION.split(', ').map(fold));
const AGE = /^\d{1,3}$/;
/** Words that say who someone is, side by side: what stands between others may say more. */
const SIDE_BY_SIDE = 2;

/**
 * Whether a message only says who writes: « je suis une femme » answers a question. Any other word says more: « je suis battue »,
 * « mes enfants ne sont plus là ».
 */
export function isIntroduction(reading: Reading, data: PatternData): boolean {
  const found = data.publics.find(reading);
  const spans = found
    .flatMap(({ matches }) => matches)
    .filter(({ start, end }) => end - start <= SIDE_BY_SIDE);
  const isPublic = (at: number) => spans.some(({ start, end }) => start <= at && at < end);
  const isSmall = (mot: string) => INTRODUCING.has(mot) || AGE.test(mot);
  return found.length > 0 && reading.tokens.mots.every((mot, at) => isSmall(mot) || isPublic(at));
}

/** Words that may surround a command without making it a sentence. */
const POLITE = new Set(['svp', 'sil', 'merci', 'plait', 'si', 'il', 'te', 'vous', 'please', 'stp']);
/** A command is (almost) the whole message: « retour svp », never « je veux un retour à l'emploi ». */
export function readCommand(reading: Reading, data: PatternData): CommandeId | null {
  const { mots } = reading.tokens;
  if (mots.length === 0 || mots.length > 8) return null;
  const whole =
    data.commandes.get(mots.join(' ')) ?? data.commandes.get(mots.filter((m) => !POLITE.has(m)).join(' '));
  return COMMANDES.find((id) => id === whole) ?? null;
}
