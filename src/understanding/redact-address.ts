import { fold } from './fold.ts';
import { between, type Redaction, type Word, wordsOf } from './redaction.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(fold));

/** Kinds of street that mean an address as soon as a number stands before. */
const STREETS = words(
  'rue rues avenue av ave bd bld blvd boulevard allee allees impasse ruelle venelle faubourg fbg square chemin lotissement sente rte',
);
/** Kinds that have other meanings: an address only when a name follows (« 3 place de la Mairie »). */
const UNSURE_STREETS = words(
  'place pl cours route quai passage cite residence villa mail clos voie montee esplanade hameau promenade',
);
const LINKS = words('de du des d la le les l aux au a et sur en');
const TITLES = words(
  'saint sainte st ste general docteur dr marechal president abbe capitaine colonel commandant professeur jean pierre paul victor henri louis charles jules emile anatole gabriel rene andre marcel maurice roger leon francois georges jacques albert edouard aristide gustave alphonse ferdinand marie rosa olympe simone lucie louise',
);
const NUMBER_SUFFIXES = words('bis ter quater b t');
/** « à la rue », « dans la rue »: no address. */
const NOT_A_NAME = words(
  'depuis avec et ou pour sans ce cette car mais je j il elle on nous mon ma mes deux trois en dans chez pres apres avant tous tout toute toutes urgence hebergement foyer creche',
);

const UPPER_START = /^\p{Lu}/u;
const MAX_LINKS = 3;

/** Index of the last word of the street's name, or -1 when no name follows. */
function nameEnd(text: string, all: readonly Word[], from: number, needsCapital: boolean): number {
  let at = from + 1;
  for (
    let links = 0;
    at < all.length && links < MAX_LINKS && LINKS.has(fold((all[at] as Word).text));
    links++
  )
    at++;
  const first = all[at];
  if (!first || /[.,;!?\n]/.test(between(text, all[from], first))) return -1;
  if (NOT_A_NAME.has(fold(first.text)) || (needsCapital && !UPPER_START.test(first.text))) return -1;
  return endOfName(text, all, at);
}

/** « Général de Gaulle », « Jean-Jaurès »: a title or a hyphen draws the next word in. */
function endOfName(text: string, all: readonly Word[], from: number): number {
  let at = from;
  for (let drawn = 0; drawn < 3; drawn++) {
    const gap = between(text, all[at], all[at + 1]);
    const draws =
      gap === '-' || (/^[ '’]$/.test(gap) && (TITLES.has(fold((all[at] as Word).text)) || isLink(all[at])));
    if (!draws || !all[at + 1]) break;
    at++;
  }
  return at;
}

function isLink(word: Word | undefined): boolean {
  return word !== undefined && LINKS.has(fold(word.text)) && word.text !== 'a';
}

/** Index of the number that stands before the street, or -1. */
function numberBefore(all: readonly Word[], street: number): number {
  const suffix = all[street - 1];
  const at = suffix && NUMBER_SUFFIXES.has(fold(suffix.text)) ? street - 2 : street - 1;
  return /^\d{1,4}$/.test(all[at]?.text ?? '') ? at : -1;
}

/** « j'habite rue des Lilas »: no number, but a name in capitals or after « des ». */
function isNamedStreet(all: readonly Word[], street: number): boolean {
  const before = fold(all[street - 1]?.text ?? '');
  if (/^(?:la|l|une|de|cete|ma|sa|les|des|dans)$/.test(before)) return false;
  const next = all[street + 1]?.text ?? '';
  return /^(?:de|du|des|d)$/.test(fold(next)) || UPPER_START.test(next);
}

function redactStreet(text: string, all: readonly Word[], street: number): Redaction | undefined {
  const kind = fold((all[street] as Word).text);
  const number = numberBefore(all, street);
  const sure = STREETS.has(kind);
  if (!sure && !UNSURE_STREETS.has(kind)) return undefined;
  if (number < 0 && !(sure && isNamedStreet(all, street))) return undefined;
  const end = nameEnd(text, all, street, !sure);
  if (end < 0 && !(sure && number >= 0)) return undefined;
  const first = all[number < 0 ? street : number] as Word;
  const last = all[end < 0 ? street : end] as Word;
  return { start: first.start, end: last.end, by: '[adresse]' };
}

/** Street addresses, number and name; a town or a postcode after them stays. */
export function redactAddresses(text: string): Redaction[] {
  const all = wordsOf(text);
  return all.flatMap((_, at) => redactStreet(text, all, at) ?? []);
}
