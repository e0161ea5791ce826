import { column, compact, type PlacesSource, placesFile } from '../../src/geography/compact.ts';
import { FRANCE, SOURCE } from './france.ts';

const TOY: PlacesSource = {
  communes: [
    { code: '01001', nom: 'Aa', type: 'commune-actuelle', population: 10, codesPostaux: ['01400', '01410'] },
    { code: '01002', nom: 'Bb|b', type: 'commune-actuelle' },
    { code: '01003', nom: 'Cc', type: 'commune-deleguee', chefLieu: '01001' },
    { code: '01001', nom: 'Aa', type: 'commune-deleguee', chefLieu: '01001' },
    { code: '01004', nom: 'Dd', type: 'commune-associee', chefLieu: '01999' },
  ],
  epci: [{ code: '200000001', nom: 'CC des Aa', populationMunicipale: 10, membres: [{ code: '01001' }] }],
  departements: [{ code: '01', nom: 'Ain', region: '84' }],
};

test('given two communes, when they are compacted, then each column holds both in the same order', () => {
  expect(compact(TOY).communes).toEqual({
    codes: '01001|01002',
    noms: 'Aa|Bb b',
    populations: [10, 0],
    codes_postaux: '01400 01410|',
    epci: [0, -1],
  });
});

test('given former communes, when they are compacted, then only those that add a name to a living commune stay', () => {
  expect(compact(TOY).anciennes).toEqual({ codes: '01003', noms: 'Cc', communes: '01001' });
});

test('given the official lists, when they are compacted, then all communes, arrondissements, EPCI and departments are there', () => {
  const rows = (joined: string) => column(joined).length;
  const ofType = (type: string) => SOURCE.communes.filter((row) => row.type === type).length;
  expect(rows(FRANCE.communes.codes)).toBe(ofType('commune-actuelle'));
  expect(rows(FRANCE.communes.codes)).toBeGreaterThan(34_900);
  expect(rows(FRANCE.arrondissements.codes)).toBe(45);
  expect(rows(FRANCE.epci.codes)).toBe(SOURCE.epci.length);
  expect(rows(FRANCE.departements.codes)).toBe(SOURCE.departements.length);
});

test('given the official lists, when they are compacted, then every column of a table has the same length', () => {
  for (const { codes, ...columns } of [FRANCE.communes, FRANCE.arrondissements, FRANCE.epci]) {
    for (const cells of Object.values(columns)) {
      expect((typeof cells === 'string' ? column(cells) : cells).length).toBe(column(codes).length);
    }
  }
});

test('given the official lists, when they are written as JSON, then the file is valid and at most 1.4 MB', () => {
  const json = JSON.stringify(FRANCE);
  expect(placesFile.safeParse(JSON.parse(json)).success).toBe(true);
  expect(Buffer.byteLength(json)).toBeLessThan(1_400_000);
});
