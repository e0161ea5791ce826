import { localTime, minutesToOpening, openAt } from '../../src/matching/hours.ts';
import { parseHours } from '../../src/matching/parse-hours.ts';

const at = (iso: string) => new Date(iso);
const PARIS = { fuseau: 'Europe/Paris', departement: '59' };

describe('opening hours', () => {
  test.each([
    ['24/7', '2026-11-22T03:00:00+01:00', 'oui'],
    ['Mo-Fr 09:00-12:30,13:30-17:00', '2026-11-24T12:29:00+01:00', 'oui'],
    ['Mo-Fr 09:00-12:30,13:30-17:00', '2026-11-24T12:30:00+01:00', 'non'],
    ['Mo-Fr 09:00-12:30,13:30-17:00', '2026-11-22T10:00:00+01:00', 'non'],
    ['Mo-Su 08:00-26:00', '2026-11-24T01:30:00+01:00', 'oui'],
    ['Mo-Su 20:00-02:00', '2026-11-24T01:59:00+01:00', 'oui'],
    ['Mo-Su 20:00-02:00', '2026-11-24T02:00:00+01:00', 'non'],
    ['Sa 22:00-03:00', '2026-11-22T02:00:00+01:00', 'oui'],
    ['Mo,We,Fr 09:00-17:00; Tu 13:30-19:00', '2026-11-24T13:30:00+01:00', 'oui'],
    ['Mo-Fr 09:00-17:00; We off', '2026-11-25T10:00:00+01:00', 'non'],
    ['Fr-Mo 10:00-11:00', '2026-11-22T10:30:00+01:00', 'oui'],
    ['09:00-10:00', '2026-11-22T09:30:00+01:00', 'oui'],
  ])('D12: given « %s », when it is %s, then open is %s', (hours, instant, expected) => {
    expect(openAt(parseHours(hours), at(instant), PARIS)).toBe(expected);
  });

  test.each([
    ['Mo-Fr 09:00-17:00', '2026-12-25T10:00:00+01:00', '59', 'inconnu'],
    ['Mo-Fr 09:00-17:00', '2026-12-25T20:00:00+01:00', '59', 'non'],
    ['Mo-Fr 09:00-17:00; PH off', '2026-12-25T10:00:00+01:00', '59', 'non'],
    ['Mo-Fr 09:00-17:00; PH off', '2026-04-03T10:00:00+02:00', '67', 'non'],
    ['Mo-Fr 09:00-17:00; PH off', '2026-04-03T10:00:00+02:00', '59', 'oui'],
    ['Mo-Su 09:00-23:00', '2026-12-25T10:00:00+01:00', '59', 'oui'],
    ['24/7', '2026-12-25T10:00:00+01:00', '59', 'oui'],
    ['Mo-Fr 09:00-17:00; Jul 15-Aug 20 off', '2026-08-20T10:00:00+02:00', '59', 'non'],
    ['Mo-Fr 09:00-17:00; Jul 15-Aug 20 off', '2026-08-21T10:00:00+02:00', '59', 'oui'],
    ['Mo-Fr 09:00-17:00; Dec 24-Jan 02 off', '2027-01-01T10:00:00+01:00', '59', 'non'],
    ['Mo-Fr 09:00-17:00; Dec 24-Jan 02 off', '2027-01-04T10:00:00+01:00', '59', 'oui'],
    ['We[2,4] 13:30-16:30', '2026-11-25T14:00:00+01:00', '59', 'oui'],
    ['We[2,4] 13:30-16:30', '2026-11-18T14:00:00+01:00', '59', 'non'],
    ['Mo-Fr 09:00-17:00 "sur rendez-vous"', '2026-11-24T10:00:00+01:00', '59', 'inconnu'],
    ['Mo-Fr 09:00-17:00 "sur rendez-vous"', '2026-11-22T10:00:00+01:00', '59', 'non'],
    ['"sur rendez-vous"', '2026-11-24T10:00:00+01:00', '59', 'inconnu'],
  ])(
    'D12: given « %s », when it is %s in department %s, then open is %s: holidays, seasons, ranks and appointments are known',
    (hours, instant, departement, expected) => {
      expect(openAt(parseHours(hours), at(instant), { ...PARIS, departement })).toBe(expected);
    },
  );

  test('D12: given a holiday of La Réunion, when it is ten there, then a desk closed on holidays is closed', () => {
    const reunion = { fuseau: 'Indian/Reunion', departement: '974' };
    const hours = parseHours('Mo-Su 09:00-17:00; PH off');
    expect(openAt(hours, at('2026-12-20T10:00:00+04:00'), reunion)).toBe('non');
    expect(openAt(hours, at('2026-12-20T10:00:00+04:00'), { ...reunion, departement: '973' })).toBe('oui');
  });

  test('given a Christmas of which nothing is said, when it is the evening before, then no time of reopening is told', () => {
    expect(
      minutesToOpening(parseHours('Mo-Fr 09:00-17:00'), at('2026-12-24T18:00:00+01:00'), PARIS),
    ).toBeNull();
    expect(
      minutesToOpening(parseHours('Mo-Fr 09:00-17:00; PH off'), at('2026-12-24T18:00:00+01:00'), PARIS),
    ).toBe((3 * 24 + 15) * 60);
  });

  test.each([
    '9h-12h',
    'Mo-Fr',
    'PH',
    'SH off',
    'Jul 15-Aug off',
    'Feb 30 off',
    'Mo-Fr 09:00-12:00 "entrée B"',
    'Mo-Fr 09:00-12:00 || "sur rendez-vous"',
    'week 01-10 Mo 09:00-12:00',
    'Mo-Fr sunrise-sunset',
    'Mo-Fr 9:00-12:00',
    'sur rendez-vous',
    'Mo[6] 09:00-12:00',
    'Mo[-1] 09:00-12:00',
    'Mo 25:00-26:00',
    'Mo 09:60-10:00',
    '',
  ])('given « %s », which is not read with certainty, when asked, then it is unknown', (hours) => {
    expect(parseHours(hours)).toBeNull();
    expect(openAt(parseHours(hours), at('2026-11-24T10:00:00+01:00'), PARIS)).toBe('inconnu');
  });

  test.each([
    ['Indian/Reunion', 14],
    ['America/Cayenne', 7],
    ['Europe/Paris', 11],
  ])('D12: given an instant, when it is read in %s, then the hour is %i', (zone, hour) => {
    expect(localTime(at('2026-11-24T10:00:00Z'), zone).minute).toBe(hour * 60);
  });

  test('D12: given the night the clocks go back, when a line is open until three, then the second two o’clock is still open', () => {
    const hours = parseHours('Su 00:00-03:00');
    expect(openAt(hours, at('2026-10-25T00:30:00Z'), PARIS)).toBe('oui');
    expect(openAt(hours, at('2026-10-25T01:30:00Z'), PARIS)).toBe('oui');
    expect(openAt(hours, at('2026-10-25T02:30:00Z'), PARIS)).toBe('non');
  });

  test('given a Friday evening, when a service opens on Monday at nine, then the wait is counted in minutes', () => {
    expect(minutesToOpening(parseHours('Mo-Fr 09:00-17:00'), at('2026-11-27T18:00:00+01:00'), PARIS)).toBe(
      63 * 60,
    );
  });
});
