import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compact, type PlacesSource } from '../geography/compact.ts';

/** Beside the build's output: dist/places.json when this runs as dist/src/cli/compact-places.js. */
const OUT = path.join(__dirname, '..', '..', 'places.json');

// The root of the package looks for its data in the working folder; its files are read one by one instead.
function read<Table extends keyof PlacesSource>(table: Table): PlacesSource[Table] {
  const file = require.resolve(`@etalab/decoupage-administratif/data/${table}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const places = compact({
  communes: read('communes'),
  epci: read('epci'),
  departements: read('departements'),
});
writeFileSync(OUT, JSON.stringify(places));
