/**
 * Public holidays of France. Everywhere: code du travail, art. L3133-1; Alsace-Moselle: art. L3134-13; end of slavery overseas: loi
 * n° 83-550 du 30 juin 1983 and its decree; the other local days as the npm package `opening_hours` 3.15 lists them. A day kept in some
 * communes only counts in its whole department, and Saint-Martin has the two dates that sources give: a day too many can only make
 * hours unknown, or told closed by a record that says so of holidays.
 */
export const JOURS_FERIES: readonly JourFerie[] = [
  { mois: 1, jour: 1 },
  { paques: 1 },
  { mois: 5, jour: 1 },
  { mois: 5, jour: 8 },
  { paques: 39 },
  { paques: 50 },
  { mois: 7, jour: 14 },
  { mois: 8, jour: 15 },
  { mois: 11, jour: 1 },
  { mois: 11, jour: 11 },
  { mois: 12, jour: 25 },
  { paques: -2, departements: ['57', '67', '68', '971', '972', '977', '987'] },
  { mois: 12, jour: 26, departements: ['57', '67', '68'] },
  { mois: 5, jour: 27, departements: ['971'] },
  { mois: 5, jour: 22, departements: ['972'] },
  { mois: 6, jour: 10, departements: ['973'] },
  { mois: 12, jour: 20, departements: ['974'] },
  { mois: 4, jour: 27, departements: ['976'] },
  { mois: 10, jour: 9, departements: ['977'] },
  { mois: 5, jour: 27, departements: ['978'] },
  { mois: 5, jour: 28, departements: ['978'] },
  { mois: 7, jour: 21, departements: ['971', '972'] },
  { mois: 4, jour: 28, departements: ['986'] },
  { mois: 6, jour: 29, departements: ['986'] },
  { mois: 7, jour: 29, departements: ['986'] },
  { mois: 3, jour: 5, departements: ['987'] },
  { mois: 11, jour: 20, departements: ['987'] },
  { mois: 9, jour: 24, departements: ['988'] },
];

/** A date of each year, or days after Easter Sunday; of some departments only when they are named. */
export type JourFerie = { readonly departements?: readonly string[] } & (
  | { readonly mois: number; readonly jour: number }
  | { readonly paques: number }
);
