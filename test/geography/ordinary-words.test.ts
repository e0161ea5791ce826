import { createPlaces } from '../../src/geography/places.ts';
import { soundOf } from '../../src/understanding/fold.ts';
import { FRANCE } from './france.ts';

const places = createPlaces(FRANCE, soundOf);
const NOTHING = { lieu: null, possibles: [] };

test.each([
  'je suis sans papiers',
  'mon mari me frappe',
  'Albert, il me frappe',
  'mon ex s’appelle Florent Guéret',
  'il boit du vin de Cahors',
  'mon chien Brest est mort',
  'le médecin de sainte, je ne sais plus',
  'le 12, il m’a frappée',
  'depuis le rendez-vous du 9-3-2026',
  'il a mis la capuche',
  'hospitalisé à saint vincent',
  'dans le centre, pas loin de la place',
  'il m’a pris mon argent',
  'je dors dehors',
  'une amie',
  'ma mère',
  'nulle part',
  'je suis à la rue',
  'je suis enceinte de 5 mois',
  'il est violent quand il boit',
  'il a changé',
  'elle a change de numéro',
  'je suis marié',
  'mon mari est maçon',
  'j’ai la garde de mon fils',
  'à la garde de son père',
  'mon fils a douze ans',
  'ma fille est en danger',
  'mon frère sort de prison en avril',
  'depuis mars',
  'entre mars et juin',
  'le 12 mars',
  'on est le 15',
  'j’ai 38 ans',
  'je dois 15000 euros',
  'les jeunes (16-25 ans)',
  'ça n’a aucun sens',
  'il y a eu des cris',
  'les nerfs à vif',
  'je travaille sur les VIF',
  'je mens parce que j’ai honte',
  'il boit du cognac',
  'j’ai mal au corps',
  'il a une grenade',
  'on m’a volé mes papiers dans le bus',
  'j’ai besoin de cours de français',
  'je cherche un job',
  'je suis à l’hôpital',
  'je vis à la montagne',
  'je dors au parc',
  'on dort dans le bois',
  'je suis à l’école',
  'il m’a mis à la porte',
  'à côté de son travail',
  'appartement à louer',
  'on a deux jumeaux',
  'la croix rouge',
  'association Saint-Vincent-de-Paul',
  'hôpital Saint-Louis',
  'j’habite rue des Lilas',
  'rue de Lyon',
  'sur la route de Lyon',
  'ma sœur Marie',
  'j’ai parlé à François',
  'je m’appelle Nancy',
  'je fais la manche',
  'il perd tout aux paris sportifs',
  'je suis à charge',
  'on est à force de crier',
  'c’est trop cher',
  'en somme je suis seul',
  'à l’aube',
  'dans le nord de la France',
  'dans le Nord-Est',
  'avant qu’on en vienne aux mains',
  'je veux me jeter dans la Loire',
  'je reste à la réunion de service',
  'jé pa ou dormir',
  'g pa mangé depuis 2 jours',
  'sete pas ma faute',
  'have a nice day',
  'my husband hits me, please help me',
  'ich brauche auch Hilfe',
  'estoy en la calle con mis hijos',
])('given the ordinary sentence « %s », when it is read, then no place is seen', (text) => {
  expect(places.resolve(text)).toEqual(NOTHING);
});

test.each([
  'aide',
  'hommes',
  'fille',
  'mère',
  'école',
  'bus',
  'change',
  'dangers',
  '15',
  '17',
  '18',
  '',
  '?',
])('given the lone word « %s », when it is read, then no place is seen', (text) => {
  expect(places.resolve(text)).toEqual(NOTHING);
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'je suis à constructor'])(
  'E14: given « %s », when it is read, then no place is seen and nothing fails',
  (text) => {
    expect(places.resolve(text)).toEqual(NOTHING);
  },
);

test.each([
  ['Tours', '37261'],
  ['Sens', '89387'],
  ['Nice', '06088'],
  ['Vif', '38545'],
  ['à Vif', '38545'],
  ['Eu', '76255'],
  ['Die', '26113'],
  ['Rue', '80688'],
  ['Mâcon', '71270'],
])(
  'given the ordinary word « %s » as a whole answer, when it is read, then it is the commune %s',
  (text, code) => {
    expect(places.resolve(text).lieu?.code).toBe(code);
  },
);

test.each([
  ['je suis à Tours', '37261'],
  ['jsuis a tours', '37261'],
  ['j’habite Nice', '06088'],
  ['logement a nice', '06088'],
  ['on est sur Sens', '89387'],
  ['la ville de Vif', '38545'],
  ['j’habite Eu', '76255'],
  ['une association à Mens', '38226'],
  ['mairie de Die', '26113'],
  ['Contes 06', '06048'],
  ['j’habite à La Garde (83)', '83062'],
])(
  'given the ordinary word of « %s » with a cue, when it is read, then it is the commune %s',
  (text, code) => {
    expect(places.resolve(text).lieu?.code).toBe(code);
  },
);

test('given texts of odd characters, when they are read, then nothing fails', () => {
  for (const text of ['\u0000', '\ud800', 'Lille\u202e', '💥'.repeat(200), 'à '.repeat(400), '١٢٣٤٥']) {
    expect(() => places.resolve(text)).not.toThrow();
  }
});
