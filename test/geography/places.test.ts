import { lieuCode } from '../../src/conversation/understood.ts';
import { column } from '../../src/geography/compact.ts';
import { createPlaces, type PlaceChain } from '../../src/geography/places.ts';
import { timeZone } from '../../src/geography/time-zone.ts';
import { soundOf } from '../../src/understanding/fold.ts';
import { FRANCE } from './france.ts';

const places = createPlaces(FRANCE, soundOf);

test.each([
  ['59512', 'Roubaix', 'commune'],
  ['75111', 'Paris 11e Arrondissement', 'arrondissement'],
  ['200093201', 'Métropole Européenne de Lille', 'epci'],
  ['38', 'Isère', 'departement'],
  ['2A', 'Corse-du-Sud', 'departement'],
])('given the code %s, when its place is asked, then it is %s, a %s', (code, nom, type) => {
  expect(places.get(code)).toMatchObject({ code, nom, type });
});

test('given an associated commune, when its place is asked, then it is the commune that took it in', () => {
  expect(places.get('59355')).toMatchObject({ code: '59350', nom: 'Lille' });
  expect(places.chain('59355')?.commune).toBe('59350');
});

const CHAINS: [string, PlaceChain][] = [
  [
    '59512',
    { commune: '59512', arrondissement: null, epci: '200093201', departements: ['59'], region: '32' },
  ],
  [
    '75111',
    { commune: '75056', arrondissement: '75111', epci: '200054781', departements: ['75'], region: '11' },
  ],
  ['29155', { commune: '29155', arrondissement: null, epci: null, departements: ['29'], region: '53' }],
  ['38', { commune: null, arrondissement: null, epci: null, departements: ['38'], region: '84' }],
  [
    '200040715',
    { commune: null, arrondissement: null, epci: '200040715', departements: ['38'], region: '84' },
  ],
  [
    '97411',
    { commune: '97411', arrondissement: null, epci: '249740119', departements: ['974'], region: '04' },
  ],
];

test.each(CHAINS)(
  'given the place %s, when its zones are asked, then each is there or null',
  (code, chain) => {
    expect(places.chain(code)).toEqual(chain);
  },
);

test('given an EPCI over several departments, when its zones are asked, then the most populated comes first', () => {
  // Métropole du Grand Paris: Paris, its three neighbours, and communes of two others.
  const departements = places.chain('200054781')?.departements ?? [];
  expect(departements[0]).toBe('75');
  expect(departements).toEqual(expect.arrayContaining(['92', '93', '94']));
});

test.each(['', 'constructor', '__proto__', 'toString', '99999', '59 350'])(
  'E14: given the unknown code « %s », when its place is asked, then there is none',
  (code) => {
    expect(places.get(code)).toBeUndefined();
    expect(places.chain(code)).toBeUndefined();
  },
);

test('given every commune, when its department is asked, then the department exists and has people', () => {
  const orphans = column(FRANCE.communes.codes).filter((code) => {
    const departement = places.chain(code)?.departements[0] ?? '';
    return places.get(departement)?.type !== 'departement' || !lieuCode.safeParse(code).success;
  });
  expect(orphans).toEqual([]);
  expect(places.get('75')?.population).toBe(places.get('75056')?.population);
});

test.each([
  ['59', 'Europe/Paris'],
  ['2A', 'Europe/Paris'],
  ['971', 'America/Guadeloupe'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['988', 'Pacific/Noumea'],
])('D12: given the department %s, when its time zone is asked, then it is %s', (departement, zone) => {
  expect(timeZone(departement)).toBe(zone);
});

test('D12: given every department, when its time zone is asked, then the runtime knows it', () => {
  for (const departement of column(FRANCE.departements.codes)) {
    expect(() => new Intl.DateTimeFormat('fr', { timeZone: timeZone(departement) })).not.toThrow();
  }
});
