/** Weekly opening times: for each day (0 = Monday), ranges in minutes since that day's midnight; an end may pass 1440. */
export type Hours = readonly (readonly (readonly [number, number])[])[];

export type Ouverture = 'oui' | 'non' | 'inconnu';

/** A wall-clock moment in some time zone. */
export interface LocalTime {
  /** 0 = Monday. */
  readonly day: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const DAY_MINUTES = 24 * 60;

/** Reads the subset of OSM `opening_hours` we show as certain: `24/7`, and weekly ranges such as
 *  `Mo-Fr 09:00-12:30,13:30-17:00; Sa 09:00-12:00`. Anything else is null: shown as unknown. */
export function parseHours(text: string): Hours | null {
  if (text === '24/7') {
    return DAYS.map(() => [[0, DAY_MINUTES]] as const);
  }
  const week: [number, number][][] = DAYS.map(() => []);
  for (const rule of text.split(';')) {
    const parsed = parseRule(rule.trim());
    if (!parsed) {
      return null;
    }
    // A later rule replaces the days it names, as in OSM.
    for (const day of parsed.days) {
      week[day] = parsed.ranges;
    }
  }
  return week;
}

function parseRule(rule: string): { days: number[]; ranges: [number, number][] } | null {
  const [first = '', ...rest] = rule.split(' ');
  const startsWithTime = /^\d/.test(first);
  const days = startsWithTime ? DAYS.map((_, day) => day) : parseDays(first);
  const times = startsWithTime ? rule : rest.join(' ');
  if (!days) {
    return null;
  }
  if (times === 'off') {
    return { days, ranges: [] };
  }
  const ranges = times.split(',').map((range) => parseRange(range.trim()));
  return ranges.every((range) => range !== null) ? { days, ranges } : null;
}

function parseDays(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [from, to] = part.split('-').map((name) => DAYS.indexOf(name));
    if (from === undefined || from < 0 || to === -1) {
      return null;
    }
    const length = to === undefined ? 1 : ((to - from + 7) % 7) + 1;
    for (let offset = 0; offset < length; offset += 1) {
      days.push((from + offset) % 7);
    }
  }
  return days;
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

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
}

/** The last moment read in each zone: one match asks for the same one hundreds of times. */
const lastRead = new Map<string, { readonly at: number; readonly local: LocalTime }>();

/** The wall-clock time of an instant in an IANA zone. */
export function localTime(instant: Date, zone: string): LocalTime {
  const last = lastRead.get(zone);
  const at = instant.getTime();
  if (last?.at === at) {
    return last.local;
  }
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  const day = DAYS.findIndex((name) => parts.get('weekday')?.startsWith(name));
  const local = { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
  lastRead.set(zone, { at, local });
  return local;
}

/** Whether hours are open at a moment; null hours are unknown. One function for badge, order and filter. */
export function openAt(hours: Hours | null, instant: Date, zone: string): Ouverture {
  if (!hours) {
    return 'inconnu';
  }
  return isOpen(hours, localTime(instant, zone)) ? 'oui' : 'non';
}

function isOpen(hours: Hours, { day, minute }: LocalTime): boolean {
  const today = hours[day] ?? [];
  const yesterday = hours[(day + 6) % 7] ?? [];
  return (
    today.some(([from, to]) => minute >= from && minute < to) ||
    yesterday.some(([, to]) => minute < to - DAY_MINUTES)
  );
}

/** Minutes until the next opening, 0 when open, null when unknown or never. */
export function minutesToOpening(hours: Hours | null, instant: Date, zone: string): number | null {
  if (!hours) {
    return null;
  }
  const here = localTime(instant, zone);
  if (isOpen(hours, here)) {
    return 0;
  }
  for (let offset = 0; offset <= 7; offset += 1) {
    const starts = (hours[(here.day + offset) % 7] ?? [])
      .map(([from]) => from + offset * DAY_MINUTES - here.minute)
      .filter((wait) => wait > 0);
    if (starts.length > 0) {
      return Math.min(...starts);
    }
  }
  return null;
}
