import { readFileSync } from 'node:fs';
import { compact, type PlacesFile, type PlacesSource } from '../../src/geography/compact.ts';

const table = (name: string) =>
  JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'));

/** The official lists, as the package ships them. */
export const SOURCE: PlacesSource = {
  communes: table('communes'),
  epci: table('epci'),
  departements: table('departements'),
};

/** The places of France as the build writes them. */
export const FRANCE: PlacesFile = compact(SOURCE);
