import type { TextKey } from '../../dialogs/text-keys.ts';
import { localTime, type Ouverture } from '../matching/hours.ts';
import {
  DAY_MINUTES,
  type Hours,
  type HoursRule,
  isAlways,
  isWeekly,
  isWhole,
} from '../matching/parse-hours.ts';
import { isFrench, type Phrases, say } from './phrases.ts';

/** « 9 h 30 » in French, « 9:30 » elsewhere; past midnight counts on. */
function clock(minutes: number, phrases: Phrases): string {
  const hour = Math.floor((minutes % DAY_MINUTES) / 60);
  const minute = minutes % 60;
  const padded = String(minute).padStart(2, '0');
  if (isFrench(phrases)) {
    return minute === 0 ? `${hour} h` : `${hour} h ${padded}`;
  }
  return `${hour}:${padded}`;
}

const dayName = (phrases: Phrases, day: number) => say(phrases, `jour.${day}` as TextKey);

/** Hours in words, as sentences. */
export function hoursText(hours: Hours | null, phrases: Phrases): string {
  if (!hours) {
    return say(phrases, 'ouvert.inconnu');
  }
  if (isAlways(hours)) {
    return say(phrases, 'ouvert.toujours');
  }
  const horaires = timesText(hours, phrases);
  return sentences([
    horaires === '' ? null : say(phrases, 'ouvert.horaires', { horaires }),
    hours.some(({ rendezVous }) => rendezVous) ? say(phrases, 'ouvert.rendez-vous') : null,
  ]);
}

/** What follows a sentence is another one. */
export function sentences(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null);
  return said
    .map((part, rank) => (rank < said.length - 1 && !part.endsWith('.') ? `${part}.` : part))
    .join(' ');
}

/** The days and times alone: the week, then what departs from it. */
export function timesText(hours: Hours, phrases: Phrases): string {
  const weekly = hours.filter(isWeekly);
  const special = hours.filter((rule) => !isWeekly(rule));
  const feries = hours.findLast((rule) => rule.feries && !rule.saison && rule.jours.length < 7);
  return [
    weekText(weekly, phrases),
    ...special.filter((rule) => rule.jours.length > 0).map((rule) => specialText(rule, phrases)),
    feries ? say(phrases, 'horaires.feries', { heures: timesOf(feries, phrases) }) : '',
  ]
    .filter((text) => text !== '')
    .join(' ; ');
}

/** Days with the same times together. */
function weekText(rules: Hours, phrases: Phrases): string {
  const lines: { from: number; to: number; text: string }[] = [];
  for (let day = 0; day < 7; day += 1) {
    const rule = rules.findLast(({ jours }) => jours.includes(day));
    const text = rule && !(isWhole(rule) && rule.rendezVous) ? rangesText(rule, phrases) : '';
    const last = lines.at(-1);
    if (last && last.text === text) {
      last.to = day;
    } else {
      lines.push({ from: day, to: day, text });
    }
  }
  return lines
    .filter(({ text }) => text !== '')
    .map(({ from, to, text }) => `${daysText(from, to, phrases)} ${text}`)
    .join(' ; ');
}

/** « 2e et 4e mercredi du mois », « du 15 juillet au 20 août ». */
function specialText(rule: HoursRule, phrases: Phrases): string {
  const jours = daysOf(rule, phrases);
  const heures = timesOf(rule, phrases);
  if (!rule.saison) {
    return `${jours} ${heures}`;
  }
  const [du, au] = rule.saison.map((at) => dateText(at, phrases)) as [string, string];
  return say(phrases, 'horaires.saison', { du, au, heures: `${jours} ${heures}`.trim() });
}

/** The days of a rule; nothing when it holds on all. */
function daysOf({ jours, rangs }: HoursRule, phrases: Phrases): string {
  if (jours.length === 7) {
    return '';
  }
  const names = jours.map((day) => dayName(phrases, day)).join(', ');
  return rangs.length === 0
    ? names
    : say(phrases, 'horaires.rangs', {
        rangs: rangs.map((rang) => say(phrases, `rang.${rang}` as TextKey)).join(', '),
        jour: names,
      });
}

function dateText(at: number, phrases: Phrases): string {
  const mois = say(phrases, `mois.${Math.floor(at / 100)}` as TextKey);
  const jour = at % 100;
  return say(phrases, 'horaires.date', { jour: jour === 1 ? say(phrases, 'rang.1') : String(jour), mois });
}

const timesOf = (rule: HoursRule, phrases: Phrases) =>
  rule.ranges.length === 0 ? say(phrases, 'horaires.ferme') : rangesText(rule, phrases);

const rangesText = ({ ranges }: HoursRule, phrases: Phrases) =>
  ranges.map(([from, to]) => `${clock(from, phrases)}–${clock(to, phrases)}`).join(', ');

function daysText(from: number, to: number, phrases: Phrases): string {
  return from === to ? dayName(phrases, from) : `${dayName(phrases, from)}–${dayName(phrases, to)}`;
}

/** Whether it is open, in words, with the time of reopening when it is known. */
export function stateText(
  ouvert: Ouverture,
  reopensIn: number | null,
  zone: string,
  phrases: Phrases,
): string {
  if (ouvert !== 'non' || reopensIn === null) {
    return say(phrases, `ouvert.${ouvert}`);
  }
  const here = localTime(phrases.now, zone);
  const at = here.minute + reopensIn;
  const days = Math.floor(at / DAY_MINUTES);
  const heure = clock(at, phrases);
  if (days === 0) {
    return say(phrases, 'ouvert.rouvre', { heure });
  }
  const jour = dayName(phrases, (here.day + days) % 7);
  return days === 1
    ? say(phrases, 'ouvert.rouvre-demain', { heure })
    : say(phrases, 'ouvert.rouvre-jour', { jour, heure });
}
