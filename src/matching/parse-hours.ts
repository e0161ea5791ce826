/** One rule of opening hours: on which days, and at what times. A later rule replaces an earlier one on the days it names. */
export interface HoursRule {
  /** 0 = Monday. */
  readonly jours: readonly number[];
  /** Holds on public holidays, whatever their day. */
  readonly feries: boolean;
  /** 1 to 5: the days of that rank in the month only, e.g. the second Wednesday; empty: all. */
  readonly rangs: readonly number[];
  /** First and last day, as month × 100 + day, both included; may pass the end of the year. Null: all year. */
  readonly saison: readonly [number, number] | null;
  /** Minutes since that day's midnight; an end may pass 1440. Empty: closed. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Only by appointment. */
  readonly rendezVous: boolean;
}

/** Opening hours that are read with certainty. */
export type Hours = readonly HoursRule[];

export const DAY_MINUTES = 24 * 60;
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const EVERY_DAY = DAYS.map((_, day) => day);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads the subset of OSM `opening_hours` that is shown as certain; `docs/horaires.md` lists it. Anything else is null:
 *  shown as unknown. */
export function parseHours(text: string): Hours | null {
  const rules = text.split(';').map((rule) => parseRule(rule.trim()));
  return rules.every((rule) => rule !== null) ? rules : null;
}

/** `[season] [days] times|off ["sur rendez-vous"]`, or `24/7`. */
function parseRule(rule: string): HoursRule | null {
  const { rest, rendezVous } = appointment(rule);
  if (rest === '24/7' || (rest === '' && rendezVous)) {
    return {
      jours: EVERY_DAY,
      feries: true,
      rangs: [],
      saison: null,
      ranges: [[0, DAY_MINUTES]],
      rendezVous,
    };
  }
  const [season, afterSeason] = take(rest, SEASON);
  const saison = season === null ? null : parseSeason(season);
  const [days, times] = take(afterSeason, DAY_LIST);
  const when = days === null ? { jours: EVERY_DAY, feries: true, rangs: [] } : parseDays(days);
  const ranges = times === 'off' ? [] : parseRanges(times);
  const isSeasonBad = season !== null && saison === null;
  return !when || !ranges || isSeasonBad ? null : { ...when, saison, ranges, rendezVous };
}

function appointment(rule: string): { rest: string; rendezVous: boolean } {
  const match = /^(.*?) ?"(?:uniquement )?sur (?:rendez-vous|RDV)"$/i.exec(rule);
  return match ? { rest: match[1] ?? '', rendezVous: true } : { rest: rule, rendezVous: false };
}

const SEASON =
  /^((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{2})?(?:-(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{2})?|\d{2}))?):? /;
const DAY_LIST = /^((?:Mo|Tu|We|Th|Fr|Sa|Su|PH)[^ ]*) /;

/** What a rule begins with, and the rest. */
function take(text: string, pattern: RegExp): [string | null, string] {
  const match = pattern.exec(text);
  return match ? [match[1] ?? null, text.slice(match[0].length).trim()] : [null, text];
}

/** « Aug », « Jul-Aug », « Aug 01-31 », « Jul 15-Aug 20 ». */
function parseSeason(text: string): readonly [number, number] | null {
  const [from = '', to = from] = text.split('-');
  const first = parseDate(from, 1);
  // « Aug 01-31 » ends in its own month; « Aug 15 » is one day.
  const last = /^\d/.test(to) ? parseDate(`${from.slice(0, 3)} ${to}`, 1) : parseDate(to, null);
  // « Jul 15-Aug »: OSM does not say where it ends.
  const mixed = text.includes('-') && !/^\d/.test(to) && from.includes(' ') !== to.includes(' ');
  return first === null || last === null || mixed ? null : [first, last];
}

/** `otherwise` is the day of a month alone; null is its last. */
function parseDate(text: string, otherwise: 1 | null): number | null {
  const [name = '', day] = text.split(' ');
  const month = MONTHS.indexOf(name);
  const length = MONTH_LENGTHS[month];
  if (length === undefined) {
    return null;
  }
  const date = day === undefined ? (otherwise ?? length) : Number(day);
  return date >= 1 && date <= length ? (month + 1) * 100 + date : null;
}

function parseDays(text: string): Pick<HoursRule, 'jours' | 'feries' | 'rangs'> | null {
  const ranked = /^(Mo|Tu|We|Th|Fr|Sa|Su)\[([1-5](?:,[1-5])*)\]$/.exec(text);
  if (ranked) {
    const [, day = '', ranks = ''] = ranked;
    return { jours: [DAYS.indexOf(day)], feries: false, rangs: ranks.split(',').map(Number) };
  }
  const parts = text.split(',');
  const jours = parts.filter((part) => part !== 'PH').map(parseDayRange);
  return jours.every((days) => days !== null)
    ? { jours: jours.flat(), feries: parts.includes('PH'), rangs: [] }
    : null;
}

function parseDayRange(part: string): number[] | null {
  const [from, to, more] = part.split('-').map((name) => DAYS.indexOf(name));
  if (from === undefined || from < 0 || to === -1 || more !== undefined) {
    return null;
  }
  const length = to === undefined ? 1 : ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, offset) => (from + offset) % 7);
}

function parseRanges(text: string): [number, number][] | null {
  const ranges = text.split(',').map((range) => parseRange(range.trim()));
  return ranges.every((range) => range !== null) ? ranges : null;
}

function parseRange(text: string): [number, number] | null {
  const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
  if (!match) {
    return null;
  }
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = match.slice(1).map(Number);
  const from = h1 * 60 + m1;
  const end = h2 * 60 + m2;
  // « 20:00-02:00 » ends the next day, as « 20:00-26:00 ».
  const to = end <= from ? end + DAY_MINUTES : end;
  const valid = m1 < 60 && m2 < 60 && from < DAY_MINUTES && to <= 2 * DAY_MINUTES;
  return valid ? [from, to] : null;
}

/** All day long. */
export const isWhole = ({ ranges: [first, ...more] }: HoursRule) =>
  more.length === 0 && first?.[0] === 0 && first[1] === DAY_MINUTES;

/** Holds day after day, all year. */
export const isWeekly = ({ saison, rangs, jours }: HoursRule) =>
  !saison && rangs.length === 0 && jours.length > 0;

/** Day and night, every day. */
export const isAlways = (hours: Hours): boolean =>
  hours.length === 1 &&
  hours.every((rule) => isWeekly(rule) && isWhole(rule) && rule.jours.length === 7 && !rule.rendezVous);
