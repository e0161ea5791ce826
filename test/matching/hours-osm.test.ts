import path from 'node:path';
import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { isHoliday } from '../../src/matching/holidays.ts';
import { type Ouverture, openAt } from '../../src/matching/hours.ts';
import { parseHours } from '../../src/matching/parse-hours.ts';

/** Departments with their own holidays, as the library names them. */
const STATES: Readonly<Record<string, string>> = {
  '59': 'Nord',
  '67': 'Bas-Rhin',
  '971': 'Guadeloupe',
  '972': 'Martinique',
  '973': 'Guyane',
  '974': 'La Réunion',
  '976': 'Mayotte',
  '977': 'Saint-Barthélemy',
  '986': 'Wallis-et-Futuna',
  '987': 'Polynésie française',
  '988': 'Nouvelle-Calédonie',
};
const HOUR = 3_600_000;
const YEAR = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

/** The library reads the process's own clock: a date whose local fields are the UTC ones of an instant. */
function local(at: number): Date {
  const utc = new Date(at);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
  );
}

function library(text: string, departement: string): OpeningHours {
  const address = { country_code: 'fr', state: STATES[departement] };
  return new OpeningHours(text, { lat: 50, lon: 3, address } as never);
}

/** What the library says of each moment, read once from its intervals. */
function theirs(text: string, departement: string, { from, to }: typeof YEAR) {
  const intervals = library(text, departement).getOpenIntervals(
    local(from - 24 * HOUR),
    local(to + 24 * HOUR),
  );
  let next = 0;
  return (at: number): Ouverture => {
    const moment = local(at).getTime();
    while ((intervals[next]?.[1].getTime() ?? Number.POSITIVE_INFINITY) <= moment) {
      next += 1;
    }
    const interval = intervals[next];
    if (!interval || interval[0].getTime() > moment) {
      return 'non';
    }
    return interval[2] ? 'inconnu' : 'oui';
  };
}

/** Moments at which ours and the library's do not say the same. */
function disagreements(text: string, departement: string, moments: readonly number[]): string[] {
  const hours = parseHours(text);
  const zone = { fuseau: 'UTC', departement };
  const said = theirs(text, departement, { from: moments[0] ?? 0, to: moments.at(-1) ?? 0 });
  return moments.flatMap((at) => {
    const expected = said(at);
    const ours = openAt(hours, new Date(at), zone);
    // Ours says « inconnu » on a holiday of which nothing is said, and in the night between two rules; never otherwise.
    const holiday = expected === 'oui' && nearHoliday(at, departement);
    const night = (hours ?? []).length > 1 && text.includes('20:00-02:00') && new Date(at).getUTCHours() < 2;
    const doubt = ours === 'inconnu' && (holiday || night);
    return ours === expected || doubt ? [] : [`${new Date(at).toISOString()}: ${ours}, not ${expected}`];
  });
}

/** A night that began on a holiday ends the next morning. */
const nearHoliday = (at: number, departement: string) =>
  [0, 24].some((hours) => isHoliday(calendarDay(at - hours * HOUR), departement));

function calendarDay(at: number) {
  const day = new Date(at);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate() };
}

/** A minute past a quarter, all year: the step meets each quarter of each hour in turn. */
const MOMENTS: number[] = [];
for (let at = YEAR.from + 60_000; at < YEAR.to; at += 1.25 * HOUR) {
  MOMENTS.push(at);
}

const { partners, lines } = loadKnowledge(path.join(__dirname, '..', '..', 'knowledge'));
const WRITTEN = [
  ...new Set(
    [...partners, ...lines].flatMap(({ services }) =>
      services.flatMap(({ horaires_accueil, contacts }) => [
        horaires_accueil,
        ...contacts.map(({ horaires }) => horaires),
      ]),
    ),
  ),
].filter((text) => text !== null);

/** Forms that docs/horaires.md lists and that no record may use yet. */
const LISTED = [
  'Mo-Fr 09:00-17:00; PH off',
  'Mo-Fr 09:00-17:00; Su,PH 10:00-12:00',
  'Mo-Fr,PH 09:00-12:00',
  'Mo-Fr 09:00-17:00; Aug off',
  'Mo-Fr 09:00-17:00; Jul 15-Aug 20 off; PH off',
  'Mo-Fr 09:00-17:00; Aug 01-15 off',
  'Mo-Sa 10:00-12:00; Dec 24-Jan 02 off',
  'Sep-Jun Mo-Fr 09:00-12:00',
  'Mo[1,3] 09:00-12:00; Th 14:00-17:00',
  'Mo-Fr 09:00-17:00 "sur rendez-vous"',
  'Mo-Fr 09:00-12:00; Sa 09:00-12:00 "sur rendez-vous"',
];

describe('opening hours beside the npm package opening_hours', () => {
  test.each(WRITTEN)(
    'D12: given « %s » of some record, when all of 2026 is asked, then both say the same',
    (text) => {
      expect(disagreements(text, '59', MOMENTS).slice(0, 3)).toEqual([]);
    },
  );

  test.each(LISTED.flatMap((text) => ['59', '67'].map((departement) => [text, departement] as const)))(
    'D12: given « %s » in department %s, when all of 2026 is asked, then both say the same',
    (text, departement) => {
      expect(disagreements(text, departement, MOMENTS).slice(0, 3)).toEqual([]);
    },
  );

  test.each(Object.keys(STATES))(
    'D12: given department %s, when each day of six years is asked, then both know the same holidays',
    (departement) => {
      const years = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2031, 0, 1) };
      const said = theirs('PH 09:00-10:00', departement, years);
      const found: string[] = [];
      for (let at = years.from + 9.5 * HOUR; at < years.to; at += 24 * HOUR) {
        if (isHoliday(calendarDay(at), departement) !== (said(at) === 'oui')) {
          found.push(new Date(at).toISOString().slice(0, 10));
        }
      }
      expect(found).toEqual([]);
    },
  );

  const days = fc.constantFrom('Mo', 'Tu-Th', 'Fr,Sa', 'Mo-Fr', 'Sa-Su', 'We[1,3]', 'Mo,PH', 'PH', 'Fr-Mo');
  const times = fc.constantFrom(
    '09:00-12:00',
    '09:00-12:30,13:30-17:00',
    '08:00-20:00',
    '20:00-02:00',
    'off',
  );
  const season = fc.constantFrom('', '', 'Jul-Aug ', 'Dec 20-Jan 05 ', 'Sep-Jun ', 'May 01-15 ');
  const rule = fc.tuple(season, days, times).map(([when, day, time]) => `${when}${day} ${time}`);
  const written = fc.array(rule, { minLength: 1, maxLength: 3 }).map((rules) => rules.join('; '));
  const week = fc.integer({ min: 0, max: 51 });

  test('D12: given any hours of the subset, when any week of 2026 is asked, then both say the same', () => {
    fc.assert(
      fc.property(written, week, fc.constantFrom('59', '67', '974'), (text, number, departement) => {
        expect(parseHours(text)).not.toBeNull();
        const moments = MOMENTS.slice(number * 134, (number + 1) * 134);
        expect({ text, found: disagreements(text, departement, moments).slice(0, 3) }).toEqual({
          text,
          found: [],
        });
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});
