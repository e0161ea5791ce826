import { createPlaces } from '../../src/geography/places.ts';
import { soundOf } from '../../src/understanding/fold.ts';
import { FRANCE } from './france.ts';

const places = createPlaces(FRANCE, soundOf);
/** The code of the place, or the codes to choose from. */
const read = (text: string) => {
  const { lieu, possibles } = places.resolve(text);
  return lieu ? lieu.code : possibles;
};

describe('one place', () => {
  test.each([
    ['Roubaix', '59512'],
    ['à Roubaix', '59512'],
    ['bonjour je suis a echirolles je cherche un hebergement', '38151'],
    ['St-Martin-d’Hères', '38421'],
    ['saint martin d heres', '38421'],
    ['Marcq en Baroeul', '59378'],
    ['je vis au Havre', '76351'],
    ['aux Lilas', '93045'],
    ['j’habite L’Isle-d’Abeau', '38193'],
    ['isle d’abeau', '38193'],
    ['je suis vers Bourgoin', '38053'],
    ['jsui a chamonix', '74056'],
    ['I live in Lille', '59350'],
    ['logement rennes', '35238'],
    ['au nord de Lille', '59350'],
    ['maison d’arrêt de Fleury-Mérogis', '91235'],
  ])('given « %s », when it is read, then the commune is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each([
    ['38100', '38185'],
    ['75011', '75111'],
    ['75116 Paris', '75116'],
    ['38350 La Mure', '38269'],
    ['59160 Lomme', '59350'],
    ['75011 rue Oberkampf', '75111'],
    ['59777', '59350'],
    ['59999', '59'],
  ])('given the postcode of « %s », when it is read, then the place is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each([
    ['Paris 11', '75111'],
    ['paris 11e', '75111'],
    ['Lyon 3e', '69383'],
    ['lyon 7eme arrondissement', '69387'],
    ['marseille 1er', '13201'],
    ['11e arrondissement de Paris', '75111'],
    ['Paris, dans le 18e', '75118'],
    ['je suis à Lyon 3 avec mes enfants', '69383'],
    ['Paris 75', '75056'],
    ['Lyon 69', '69123'],
    ['Marseille 13', '13055'],
    ['Marseille (13)', '13055'],
    ['Paris 21', '75056'],
    ['Paris 3 enfants à charge', '75056'],
    ['je suis à Paris 15 ans', '75056'],
    ['Paris 8 rue de Rome', '75056'],
    ['je suis au 3e étage à Lyon', '69123'],
  ])('given « %s », when it is read, then the arrondissement or commune is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each([
    ['dans le 59', '59'],
    ['ds le 59', '59'],
    ['département 38', '38'],
    ['je suis du 93', '93'],
    ['j’habite dans le 974', '974'],
    ['38', '38'],
    ['2a', '2A'],
    ['dans le Nord', '59'],
    ['en Isère', '38'],
    ['Nord-Isère', '38'],
    ['je vis en guadeloupe', '971'],
    ['La Réunion', '974'],
    ['je vis à la Réunion', '974'],
    ['dans la Vienne', '86'],
    ['j’habite le Lot', '46'],
    ['le 38, en montagne', '38'],
    ['ds le 9-3', '93'],
    ['je suis dans le Doubs', '25'],
    ['Conseil départemental de la Creuse', '23'],
  ])('given « %s », when it is read, then the department is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each([
    ['la MEL', '200093201'],
    ['dans la métropole lilloise', '200093201'],
    ['la Métro', '200040715'],
    ['l’agglo grenobloise', '200040715'],
    ['Grenoble Alpes Métropole', '200040715'],
    ['métropole de Lyon', '200046977'],
    ['l’agglo de Chambéry', '200069110'],
    ['dans le Grésivaudan', '200018166'],
    ['dans le Diois', '242600534'],
    ['je cherche sur la CAPI', '243800604'],
    ['sur la CUB', '243300316'],
    ['communauté de communes du Pays des Écrins', '240500462'],
    ['Wazemmes', '59350'],
    ['j’habite Fives', '59350'],
    ['à Lille-Sud', '59350'],
    ['Lomme', '59350'],
    ['Hellemmes', '59350'],
    ['je vis à Planoise', '25056'],
    ['courcouronnes', '91228'],
  ])('given the usual name « %s », when it is read, then the place is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test('given a place, when it is read, then its name and kind come with its code', () => {
    expect(places.resolve('paris 11').lieu).toEqual({
      code: '75111',
      nom: 'Paris 11e Arrondissement',
      type: 'arrondissement',
    });
  });
});

describe('homonyms', () => {
  test.each([
    ['Saint-Denis', ['97411', '93066', '11339', '30247']],
    ['La Rochelle', ['17300', '70450']],
    ['38350', ['38269', '38499', '38396', '38273', '38413']],
    ['Mantes', ['78361', '78362']],
    ['Vienne', ['86', '38544']],
    ['Corse', ['2B', '2A']],
  ])(
    'given « %s », when it is read, then its places are offered, five at most, largest first',
    (text, codes) => {
      expect(places.resolve(text)).toEqual({ lieu: null, possibles: codes });
    },
  );

  test.each([
    ['saint denis 93', '93066'],
    ['Saint-Denis, dans le 93', '93066'],
    ['Saint-Denis (La Réunion)', '97411'],
    ['saint denis en seine saint denis', '93066'],
    ['93200 Saint-Denis', '93066'],
    ['valence drôme', '26362'],
    ['Fontaine (38)', '38169'],
    ['à Croix dans le Nord', '59163'],
    ['je suis près de Vienne', '38544'],
    ['à Vienne', '38544'],
    ['Vienne, c’est pour un repas', '38544'],
  ])('given « %s », when it is read, then what stands beside the name decides for %s', (text, code) => {
    expect(read(text)).toBe(code);
  });
});

describe('two places', () => {
  test.each([
    ['Lille et Grenoble', ['59350', '38185']],
    ['je suis à Grenoble mais ma mère vit à Lille', ['38185', '59350']],
    ['Roubaix-Tourcoing', ['59512', '59599']],
    ['entre Lille et Roubaix', ['59350', '59512']],
  ])('given « %s », when it is read, then both are offered in order', (text, codes) => {
    expect(places.resolve(text)).toEqual({ lieu: null, possibles: codes });
  });

  test.each([
    ['Grenoble, en Isère', '38185'],
    ['Villeneuve-d’Ascq dans la MEL', '59009'],
    ['75011 Paris', '75111'],
    ['né à Lyon, j’habite Lille', '59350'],
    ['j’habite rue de Paris à Lille', '59350'],
    ['sur la route de Lyon, à Vienne', '38544'],
  ])('given « %s », when it is read, then only the place where help is sought stays: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });
});
