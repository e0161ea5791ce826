import type { TextKey } from '../../dialogs/text-keys.ts';
import { type Hours, localTime, type Ouverture } from '../matching/hours.ts';
import { type Phrases, say } from './phrases.ts';

const DAY_MINUTES = 24 * 60;

/** « 9 h 30 » in French, « 9:30 » elsewhere; past midnight counts on. */
function clock(minutes: number, langue: Phrases['langue']): string {
  const hour = Math.floor((minutes % DAY_MINUTES) / 60);
  const minute = minutes % 60;
  const padded = String(minute).padStart(2, '0');
  if (langue === 'fr') {
    return minute === 0 ? `${hour} h` : `${hour} h ${padded}`;
  }
  return `${hour}:${padded}`;
}

const dayName = (phrases: Phrases, day: number) => say(phrases, `jour.${day}` as TextKey);

/** Day and night, every day. */
export const isAlways = (hours: Hours): boolean =>
  hours.every((ranges) => ranges.length === 1 && ranges[0]?.[0] === 0 && ranges[0][1] === DAY_MINUTES);

/** Weekly hours in words: days with the same ranges together. */
export function hoursText(hours: Hours | null, phrases: Phrases): string {
  if (!hours) {
    return say(phrases, 'ouvert.inconnu');
  }
  if (isAlways(hours)) {
    return say(phrases, 'ouvert.toujours');
  }
  return say(phrases, 'ouvert.horaires', { horaires: weekText(hours, phrases) });
}

/** The days and ranges alone. */
export function weekText(hours: Hours, phrases: Phrases): string {
  const lines: { from: number; to: number; text: string }[] = [];
  hours.forEach((ranges, day) => {
    const text = ranges
      .map(([from, to]) => `${clock(from, phrases.langue)}–${clock(to, phrases.langue)}`)
      .join(', ');
    const last = lines.at(-1);
    if (last && last.text === text) {
      last.to = day;
    } else {
      lines.push({ from: day, to: day, text });
    }
  });
  return lines
    .filter(({ text }) => text !== '')
    .map(({ from, to, text }) => `${daysText(from, to, phrases)} ${text}`)
    .join(' ; ');
}

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
  const heure = clock(at, phrases.langue);
  if (days === 0) {
    return say(phrases, 'ouvert.rouvre', { heure });
  }
  const jour = dayName(phrases, (here.day + days) % 7);
  return days === 1
    ? say(phrases, 'ouvert.rouvre-demain', { heure })
    : say(phrases, 'ouvert.rouvre-jour', { jour, heure });
}
