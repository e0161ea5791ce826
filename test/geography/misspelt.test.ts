import { createPlaces } from '../../src/geography/places.ts';
import { soundOf } from '../../src/understanding/fold.ts';
import { FRANCE } from './france.ts';

const places = createPlaces(FRANCE, soundOf);
const read = (text: string) => {
  const { lieu, possibles } = places.resolve(text);
  return lieu ? lieu.code : possibles;
};

describe('places a letter away from their name', () => {
  test.each([
    ['Grenobles', '38185'],
    ['j’habite vileneuve d asq', '59009'],
    ['je suis a tourcoin', '59599'],
    ['je vis a echirole', '38151'],
    ['je dors pres de roubais', '59512'],
    ['jabite a wasquehall', '59646'],
    ['logé a strasbour', '67482'],
    ['vileneuve d asq jcherche un foyer', '59009'],
    ['echirole, je cherche un repas', '38151'],
    ['moi roubais, pas dormir', '59512'],
    ['monpelier svp aide papié', '34172'],
    ['grenobl jcherche un foyer', '38185'],
    ['grenobe devan la gar', '38185'],
  ])('given « %s », when it is read, then the commune is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each([
    'à demain',
    'je suis à la gare',
    'je dors dans un camion',
    'je suis à l’accueil',
    'je reste à manger',
    'il va changer',
    'je vis dans une cabane',
    'pardon',
    'à la gare',
    'Damien me frappe',
    'mon marie, il crie',
    'Marguerite, ma mère, est tombée',
    'je suis dans le centre',
    'je sors de la commune',
    'Michele cherche ses clés',
    'couteau',
    'il est à côté de la vieille',
  ])('given « %s », when it is read, then no place is guessed at', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('given a place spelt right beside another that is not, when they are read, then nothing is guessed', () => {
    expect(read('je suis à Lille, je dors à roubais')).toBe('59350');
  });
});

test.each([
  ['je suis sur Rbx', '59512'],
  ['hébergement sur Tg', '59599'],
  ['sur gre', '38185'],
  ['VdA', '59009'],
])('given the shorthand of « %s », when it is read, then the commune is %s', (text, code) => {
  expect(read(text)).toBe(code);
});

test.each([
  ['pas à Lille, à Roubaix', '59512'],
  ['je ne suis plus à Grenoble mais à Voiron', '38563'],
  ['surtout pas à Lille', []],
  ['pas loin de Lille', '59350'],
])('given « %s », when it is read, then the place that is denied is left: %j', (text, code) => {
  expect(read(text)).toEqual(code);
});

test.each([
  'Damien me frappe',
  'Anthony m’a étranglée',
  'je dors sous les arbres',
  'il me casse les couilles',
])('given « %s », when it is read, then no place is guessed at: nothing announces one', (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ['j’ai fui à Lille avec mes enfants', '59350'],
  ['il m’a quittée à Grenoble', '38185'],
  ['un logement, surtout à Lille', '59350'],
  ['le 115 ne répond pas à Grenoble', '38185'],
  ['j’en peux plus à Lille', '59350'],
])('given « %s », when it is read, then the denial or the flight is not of the place', (text, code) => {
  expect(read(text)).toBe(code);
});
