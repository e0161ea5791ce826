import { JOURS_FERIES, type JourFerie } from '../../knowledge/vocabulary/jours-feries.ts';

/** A day of the calendar, in some place. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

/** Whether a day is a public holiday in a department; `''` is the whole country. */
export function isHoliday(day: CalendarDay, departement: string): boolean {
  return holidaysOf(day.year, departement).has(day.month * 100 + day.date);
}

/** Two departments of the same calendar have the same holidays, every year. */
export function calendarOf(departement: string): string {
  return JOURS_FERIES.map(({ departements }) =>
    (departements?.includes(departement) ?? true) ? '1' : '0',
  ).join('');
}

const known = new Map<string, ReadonlySet<number>>();

/** One match asks for the same year hundreds of times. */
function holidaysOf(year: number, departement: string): ReadonlySet<number> {
  const key = `${departement} ${year}`;
  const found = known.get(key);
  if (found) {
    return found;
  }
  const made = new Set(
    JOURS_FERIES.filter(({ departements }) => departements?.includes(departement) ?? true).map((one) =>
      dateIn(one, year),
    ),
  );
  known.set(key, made);
  return made;
}

function dateIn(one: JourFerie, year: number): number {
  if ('mois' in one) {
    return one.mois * 100 + one.jour;
  }
  const easter = easterSunday(year);
  const day = new Date(Date.UTC(year, easter.month - 1, easter.date + one.paques));
  return (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
}

/** Butcher's algorithm, for the Gregorian calendar. */
function easterSunday(year: number): CalendarDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { year, month: Math.floor(n / 31), date: (n % 31) + 1 };
}
