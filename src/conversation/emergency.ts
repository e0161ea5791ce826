import type { Condition } from '../../dialogs/emergency.ts';
import type { TextKey } from '../../dialogs/text-keys.ts';
import { SUBIES } from '../matching/demand.ts';
import type { Entry } from '../matching/directory.ts';
import { minutesToOpening, type Ouverture, openAt } from '../matching/hours.ts';
import { hasSignal, type Situation, values } from './situation.ts';
import type { World } from './world.ts';

/** At most this many lines are shown for a signal, and this many instructions. */
const MAX_LINES = 5;
const MAX_CONSIGNES = 3;

/** A line as it is shown: an id of knowledge, and whether it answers now. */
export interface LineRef {
  readonly id: string;
  readonly ouvert: Ouverture;
  /** Minutes until it opens; null when open, unknown, or never. */
  readonly rouvreDans: number | null;
}

/** What is put on top: instructions, lines in the order of calling, and voice lines folded away. */
export interface Urgence {
  readonly consignes: readonly TextKey[];
  readonly lignes: readonly LineRef[];
  readonly replie: readonly LineRef[];
  /** What can be written to 114 as it is. */
  readonly sms: TextKey;
}

/** The lines that stand first on every page and in every channel. */
export function staticEmergency(s: Situation, world: World, now: Date): Urgence {
  return arrange(s, world.urgence.statique, world, now, []);
}

/** The lines and instructions that fit the sure signals of a situation; the static block when there is none. */
export function emergencyOf(s: Situation, world: World, now: Date): Urgence {
  const { statique, regles, consignes } = world.urgence;
  const fitting = inTurn(regles.filter(({ si }) => holds(si, s)).map(({ lignes }) => lignes));
  const texts = consignes.filter(({ si }) => holds(si, s)).map(({ texte }) => texte);
  const ids = fitting.length > 0 ? [...new Set(fitting)].slice(0, MAX_LINES) : statique;
  return arrange(s, ids, world, now, texts.slice(0, MAX_CONSIGNES));
}

/** The first line of each rule in the order of calling, then their second ones: no danger hides another's line. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
}

function arrange(
  s: Situation,
  ids: readonly string[],
  world: World,
  now: Date,
  consignes: readonly TextKey[],
): Urgence {
  const entries = ids.flatMap((id) => world.directory.byId.get(id) ?? []);
  const silent = needsSilence(s);
  const shown = silent ? textFirst(entries, world) : entries;
  const folded = silent ? entries.filter((entry) => !speaksByText(entry)) : [];
  const refs = shown.map((entry) => refOf(entry, now));
  // A closed line stands below an open one.
  const closed = (ref: LineRef) => ref.ouvert === 'non';
  return {
    consignes,
    sms: smsOf(s),
    lignes: [...refs.filter((ref) => !closed(ref)), ...refs.filter(closed)],
    replie: folded.map((entry) => refOf(entry, now)),
  };
}

/** Someone who is hurt by nobody must not write « Violences ». */
function smsOf(s: Situation): TextKey {
  const sure = s.signaux.filter(({ force }) => force === 'sure').map(({ id }) => id);
  const hurt = sure.some((id) => SUBIES.includes(id));
  return sure.length > 0 && !hurt ? 'urgence.sms-modele-vitale' : 'urgence.sms-modele';
}

function needsSilence(s: Situation): boolean {
  const contraintes = values(s.contraintes);
  return (
    contraintes.includes('sans-voix') ||
    contraintes.includes('ne-peut-pas-parler') ||
    values(s.langues).includes('lsf')
  );
}

const speaksByText = (entry: Entry) =>
  entry.service.contacts.some(({ canal }) => canal !== 'telephone' && canal !== 'site');

/** The SMS line of the static block first, then the fitting lines that can be written to. */
function textFirst(entries: readonly Entry[], world: World): Entry[] {
  const standing = world.urgence.statique.flatMap((id) => world.directory.byId.get(id) ?? []);
  return [...new Set([...standing, ...entries].filter(speaksByText))];
}

/** Lines in the order they are named. */
export function linesOf(ids: readonly string[], { directory }: World, now: Date): LineRef[] {
  return ids.flatMap((id) => directory.byId.get(id) ?? []).map((entry) => refOf(entry, now));
}

function refOf(entry: Entry, now: Date): LineRef {
  const ouvert = openAt(entry.hours, now, entry.zone);
  return {
    id: entry.id,
    ouvert,
    rouvreDans: ouvert === 'non' ? minutesToOpening(entry.hours, now, entry.zone) : null,
  };
}

/** Violent, with no sign of violence suffered. */
export function isAuthorOnly(s: Situation): boolean {
  return hasSignal(s, 'auteur') && !SUBIES.some((id) => hasSignal(s, id, 'possible'));
}

function holds(c: Condition, s: Situation): boolean {
  // « Non » never removes a line from view; only who is violent can be corrected.
  const sure = s.signaux
    .filter(({ id, force }) => force === 'sure' && (id !== 'auteur' || hasSignal(s, 'auteur')))
    .map(({ id }) => id);
  const publics = values(s.publics);
  return (
    some(c.signaux, sure) &&
    none(c.sauf, sure) &&
    some(c.publics, publics) &&
    none(c.saufPublics, publics) &&
    some(c.locuteurs, [s.locuteur]) &&
    none(c.saufLocuteurs, [s.locuteur]) &&
    (c.silencieux === undefined || c.silencieux === needsSilence(s)) &&
    (c.auteurSeul === undefined || c.auteurSeul === isAuthorOnly(s))
  );
}

const some = <T>(wanted: readonly T[] | undefined, had: readonly T[]) =>
  !wanted || wanted.some((x) => had.includes(x));
const none = <T>(barred: readonly T[] | undefined, had: readonly T[]) =>
  !barred?.some((x) => had.includes(x));
