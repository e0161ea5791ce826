import { type CalendarDay, isHoliday } from './holidays.ts';
import { DAY_MINUTES, type Hours, type HoursRule } from './parse-hours.ts';

export type Ouverture = 'oui' | 'non' | 'inconnu';

/** Whose clock and calendar hours are read with. */
export interface Zone {
  /** IANA. */
  readonly fuseau: string;
  /** Its public holidays; `''` for what serves the whole country. */
  readonly departement: string;
}

/** A wall-clock moment in some time zone. */
export interface LocalTime extends CalendarDay {
  /** 0 = Monday. */
  readonly day: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
}

/** The last moments read: one match asks for the same few hundreds of times. */
const lastRead = new Map<string, LocalTime>();
const MOMENTS_KEPT = 64;

/** The wall-clock time of an instant in an IANA zone. */
export function localTime(instant: Date, zone: string): LocalTime {
  const key = `${zone} ${instant.getTime()}`;
  const last = lastRead.get(key);
  if (last) {
    return last;
  }
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = {
    ...dayOf(part('year'), part('month'), part('day')),
    minute: part('hour') * 60 + part('minute'),
  };
  if (lastRead.size >= MOMENTS_KEPT) {
    lastRead.clear();
  }
  lastRead.set(key, local);
  return local;
}

type Day = CalendarDay & { readonly day: number };

/** A day, normalised: the 0th of May is the 30th of April. */
function dayOf(year: number, month: number, date: number): Day {
  const utc = new Date(Date.UTC(year, month - 1, date));
  return {
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    date: utc.getUTCDate(),
    day: (utc.getUTCDay() + 6) % 7,
  };
}

const shift = ({ year, month, date }: CalendarDay, days: number): Day => dayOf(year, month, date + days);

/** Whether hours are open at a moment; null hours are unknown. One function for badge, order and filter. By appointment
 *  only, or on a public holiday of which nothing is said, it is unknown when it would be open. */
export function openAt(hours: Hours | null, instant: Date, zone: Zone): Ouverture {
  return hours ? stateAt(hours, localTime(instant, zone.fuseau), zone.departement) : 'inconnu';
}

function stateAt(hours: Hours, here: LocalTime, departement: string): Ouverture {
  const today = ruleOn(hours, here, departement);
  return today && holds(today, here.minute)
    ? certainty(today, here, departement)
    : nightBefore(hours, here, today, departement);
}

const holds = ({ ranges }: HoursRule, minute: number) =>
  ranges.some(([from, to]) => minute >= from && minute < to);

/** Open since the evening before. When another rule speaks of one of the two days, readers of OSM differ: unknown. */
function nightBefore(
  hours: Hours,
  here: LocalTime,
  today: HoursRule | undefined,
  departement: string,
): Ouverture {
  const before = shift(here, -1);
  const rules = rulesOn(hours, before, departement);
  const yesterday = rules.at(-1);
  if (!yesterday || !rules.some((rule) => holds(rule, here.minute + DAY_MINUTES))) {
    return 'non';
  }
  const plain = rules.length === 1 && (today === undefined || today === yesterday);
  return plain ? certainty(yesterday, before, departement) : 'inconnu';
}

function certainty(rule: HoursRule, day: CalendarDay, departement: string): Ouverture {
  // Seven days out of seven says it of holidays too.
  const unsaid = !rule.feries && rule.jours.length < 7 && isHoliday(day, departement);
  return unsaid || rule.rendezVous ? 'inconnu' : 'oui';
}

const rulesOn = (hours: Hours, day: Day, departement: string) =>
  hours.filter((rule) => inSeason(rule, day) && (onDay(rule, day) || onHoliday(rule, day, departement)));

/** The last rule that names a day holds on it. */
const ruleOn = (hours: Hours, day: Day, departement: string) => rulesOn(hours, day, departement).at(-1);

function inSeason({ saison }: HoursRule, { month, date }: Day): boolean {
  if (!saison) {
    return true;
  }
  const [from, to] = saison;
  const at = month * 100 + date;
  return from <= to ? at >= from && at <= to : at >= from || at <= to;
}

const onDay = ({ jours, rangs }: HoursRule, { day, date }: Day) =>
  jours.includes(day) && (rangs.length === 0 || rangs.includes(Math.ceil(date / 7)));

const onHoliday = ({ feries }: HoursRule, day: Day, departement: string) =>
  feries && isHoliday(day, departement);

/** Minutes until the next opening within a week, 0 when open; null when unknown, none, or not certain. */
export function minutesToOpening(hours: Hours | null, instant: Date, zone: Zone): number | null {
  if (!hours) {
    return null;
  }
  const here = localTime(instant, zone.fuseau);
  const state = stateAt(hours, here, zone.departement);
  if (state === 'non') {
    return nextStart(hours, here, zone.departement);
  }
  return state === 'oui' ? 0 : null;
}

function nextStart(hours: Hours, here: LocalTime, departement: string): number | null {
  for (let offset = 0; offset <= 7; offset += 1) {
    const day = shift(here, offset);
    const rule = ruleOn(hours, day, departement);
    const wait = firstStart(rule, here.minute - offset * DAY_MINUTES);
    if (rule && wait !== null) {
      return certainty(rule, day, departement) === 'oui' ? wait : null;
    }
  }
  return null;
}

/** Minutes to the first opening of a day after a minute of it, which may be before its midnight. */
function firstStart(rule: HoursRule | undefined, after: number): number | null {
  const waits = (rule?.ranges ?? []).map(([from]) => from - after).filter((wait) => wait > 0);
  return waits.length > 0 ? Math.min(...waits) : null;
}
