import fc from 'fast-check';
import { prepare } from '../../src/understanding/prepare.ts';

/** What must be gone: each row is a message, and the words that may not survive. */
const HIDDEN: readonly (readonly [string, ...string[]])[] = [
  // Phones.
  ['06 12 34 56 78', '12 34'],
  ['0612345678', '0612345678'],
  ['06.12.34.56.78', '12.34'],
  ['06-12-34-56-78', '12-34'],
  ['06/12/34/56/78', '12/34'],
  ['06_12_34_56_78', '12_34'],
  ['06,12,34,56,78', '12,34'],
  ['O6 12 34 56 78', '12 34'],
  ['6 12 34 56 78', '12 34'],
  ['07 98 76 54 32 appelez moi', '98 76'],
  ['mon numero 0798765432 merci', '0798765432'],
  ['tel:0320123456', '0320123456'],
  ['03 20 12 34 56', '20 12'],
  ['+33612345678', '612345678'],
  ['+33 6 12 34 56 78', '12 34'],
  ['+33 (0)6 12 34 56 78', '12 34'],
  ['0033 6 12 34 56 78', '12 34'],
  ['0033612345678', '612345678'],
  ['06 1234 5678', '1234'],
  ['0 6 1 2 3 4 5 6 7 8', '1 2 3'],
  ['06\u00a012\u00a034\u00a056\u00a078', '12'],
  ['０６１２３４５６７８', '0612345678'],
  ['06\u200b12\u200b34\u200b56\u200b78', '0612345678'],
  ['appelle 0612345678 ou 0798765432', '0612345678', '0798765432'],
  ['75011 06 12 34 56 78', '12 34'],
  ['+213 555 12 34 56', '555'],
  ['+212661234567', '661234567'],
  ['CANARI-Ségolène-0612345678-7rue', '0612345678', '7rue'],
  // E-mails, links, pseudonyms.
  ['sophie.martin@gmail.com', 'sophie', 'gmail'],
  ['écris à jean_paul+1@orange.fr.', 'jean_paul', 'orange'],
  ['(lea@laposte.net)', 'lea', 'laposte'],
  ['sophie arobase gmail.com', 'sophie', 'gmail'],
  ['sophie at gmail point com', 'sophie', 'gmail'],
  ['mon insta @sophie_59', 'sophie_59'],
  ['www.facebook.com/jean.dupont', 'dupont'],
  ['https://snapchat.com/add/leila', 'leila'],
  // Social security.
  ['1 84 05 59 350 123 45', '350', '84 05'],
  ['184055935012345', '184055935012345'],
  ['2840559350123', '2840559350123'],
  ['2 84 05 2A 123 456 78', '123 456'],
  ['284052A12345678', '12345678'],
  ['sécu 2-84-05-59-350-123-45', '350'],
  ['n° 2 84 05 59 350 123', '350'],
  // Banks and files.
  ['FR76 3000 6000 0112 3456 7890 189', '3000', '189'],
  ['FR7630006000011234567890189', '3000600001'],
  ['fr76 3000 6000 0112 3456 7890 189', '3000'],
  ['BE68 5390 0754 7034', '5390'],
  ['carte 4970 1234 5678 9012', '4970', '9012'],
  ['numéro allocataire 1234567', '1234567'],
  ['passeport 12AB34567', '12AB34567'],
  ['titre de séjour 7503123456', '7503123456'],
  ['CNI 880692310285', '880692310285'],
  ['dossier 99-1234-5678', '1234'],
  ['plaque AB-123-CD', 'AB-123'],
  ['né le 12/03/1990', '1990'],
  ['date de naissance : 12/03/1990', '1990'],
  ['née le 1-2-2001', '2001'],
  // Addresses.
  ['7 rue des Lilas', 'Lilas', '7'],
  ['7 rue des Lilas à Lille', 'Lilas'],
  ['7, rue des Lilas', 'Lilas'],
  ['7 RUE DES LILAS', 'LILAS'],
  ['j’habite 12 bis avenue du Général de Gaulle', 'Gaulle', '12'],
  ['12 avenue jean jaures 59000 Lille', 'jaures'],
  ['3 place de la Mairie', 'Mairie'],
  ['au 14 impasse de l’Église', 'glise'],
  ['45 bd Victor Hugo', 'Hugo', '45'],
  ['8 allée des Cerisiers bat B', 'Cerisiers'],
  ['22 chemin du Moulin', 'Moulin'],
  ['j’habite rue des Lilas', 'Lilas'],
  ['2 quai Rambaud', 'Rambaud'],
  ['5 résidence Les Oliviers', 'Oliviers'],
  ['10 cité Blanche', 'Blanche'],
  ['118 faubourg de Béthune', 'thune'],
  ['9 square Mozart', 'Mozart'],
  // Names.
  ['je m’appelle Sophie', 'Sophie'],
  ['je m’appelle Sophie Martin et mon mari me tape', 'Sophie', 'Martin'],
  ['je m’appelle sophie martin, j’ai peur', 'sophie', 'martin'],
  ['je m appelle Ndeye Fatou', 'Ndeye', 'Fatou'],
  ['je m’appelle marie', 'marie'],
  ['Je m’appelle Jean-Baptiste Lefèvre', 'Baptiste', 'Lef'],
  ['jmapel leila', 'leila'],
  ['je mappelle Kevin', 'Kevin'],
  ['moi c’est Karim', 'Karim'],
  ['mon nom est Lefèvre', 'Lef'],
  ['mon prénom c’est Inès', 'In\u00e8s'],
  ['je me nomme Oumou Diallo', 'Oumou', 'Diallo'],
  ['je suis Sophie', 'Sophie'],
  ['je suis Jean DUPONT', 'Jean', 'DUPONT'],
  ['Je suis Marie DUBOIS-LEROY', 'DUBOIS', 'LEROY'],
  ['je suis Zofia Kowalska', 'Zofia', 'Kowalska'],
  ['il s’appelle Mohamed Ali', 'Mohamed', 'Ali'],
  ['elle s’appelle Léa', 'L\u00e9a'],
  ['mon mari s’appelle karim', 'karim'],
  ['mon mari Karim me frappe', 'Karim'],
  ['ma fille Léa et mon fils Enzo', 'Enzo'],
  ['Mme Dupont, 32 ans', 'Dupont'],
  ['Mme Ben Salah est hébergée', 'Salah'],
  ['M. Martin est violent', 'Martin'],
  ['M. D. est violent', 'D.'],
  ['Mr Traoré cherche un foyer', 'Traor'],
  ['Monsieur Nguyen', 'Nguyen'],
  ['Madame LEROY demande un logement', 'LEROY'],
  ['Mlle Petit', 'Petit'],
  ['mme dupont cherche un logement', 'dupont'],
  ['Fatima Benali a deux enfants', 'Fatima', 'Benali'],
];

/** What must stay word for word. */
const KEPT: readonly string[] = [
  'j’ai appelé le 17',
  'le 15 ou le 112 ou le 18',
  'le 114 par SMS',
  'le 115 ne répond pas',
  'j’ai fait le 119',
  'le 3919 est occupé',
  'le 39 19 est occupé',
  'appeler le 3114',
  'le 116 006',
  'le 116006',
  '15 18 112 115 119',
  'j’ai 15 ans',
  'femme 45 ans, 2 enfants de 3 et 5 ans',
  'enfants 3 4 7 9 12 ans',
  'j’habite à 59000 Lille',
  '59000 59100',
  'je touche 1 200 euros',
  'une dette de 12000 euros',
  'rendez-vous le 12/03/2026',
  'depuis 2019',
  'je dors à la rue',
  '15 jours à la rue avec 2 enfants',
  '3 places en foyer',
  '1 place en crèche',
  '2 cours de français par semaine',
  'je suis Française',
  'je suis sourd',
  'je suis enceinte',
  'Je suis Perdue',
  'JE SUIS PERDUE AIDEZ MOI',
  'il m’appelle tout le temps',
  'il m’appelle salope',
  'ça s’appelle un viol ?',
  'bonjour madame je cherche un logement',
  'Mme, 32 ans, hébergée chez un tiers',
  'Mme est hébergée',
  'il va me tuer',
  'mon mari me frappe',
  'AS de secteur, F + 2 enf, VVC, cherche MAL',
  'je vis à Saint-Étienne',
];

test('A13: given the redaction tables, when they are counted, then they hold at least 100 rows', () => {
  expect(HIDDEN.length + KEPT.length).toBeGreaterThanOrEqual(100);
});

test.each(HIDDEN)(
  'A13: given « %s », when it is prepared, then %s is gone and the person can be told',
  (text, ...secrets) => {
    const prepared = prepare(text);
    for (const secret of secrets) expect(prepared.text).not.toContain(secret);
    expect(prepared.redacted).toBe(true);
  },
);

test.each(KEPT.map((text) => [text]))(
  'A13: given « %s », when it is prepared, then nothing is taken out',
  (text) => {
    expect(prepare(text)).toEqual({ text: text.normalize('NFKC'), cut: false, redacted: false });
  },
);

const PHONE = /(?:\+33|0033|0)[ .\-/]?[1-9](?:[ .\-/]?\d{2}){4}/;
const MAIL = /[\w.+-]+@[\w-]+\.\w+/;
const NIR = /[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3}(?: ?\d{2})?/;

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const secret = fc.oneof(
  digits(8).map((rest) => `06${rest}`),
  digits(8).map((rest) => `07 ${(rest.match(/../g) ?? []).join(' ')}`),
  digits(8).map((rest) => `+336${rest}`),
  digits(12).map((rest) => `2${rest}`),
  fc.emailAddress(),
);
const glue = fc.constantFrom(' ', ', ', '. ', ' : ', '\n', ' et ', ' (', ') ');
const around = fc.constantFrom(
  '',
  'mon mari me frappe',
  'j’ai 15 ans',
  '17',
  '59000',
  'le 3919',
  '😭',
  'appelez',
  '«',
  'é',
);

test('A13: given any text around phones, mails and social security numbers, when it is prepared, then none is left', () => {
  const texts = fc.tuple(around, glue, secret, glue, around, glue, secret).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const prepared = prepare(text).text;
      expect(prepared).not.toMatch(PHONE);
      expect(prepared).not.toMatch(MAIL);
      expect(prepared).not.toMatch(NIR);
    }),
    { numRuns: 1000 },
  );
});

test('A13: given any text, when it is prepared again, then nothing changes any more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const once = prepare(text).text;
      expect(prepare(once).text).toBe(once);
    }),
    { numRuns: 500 },
  );
});

describe('E15: what is not text', () => {
  test.each([
    ['a\u0000b\u0007c', 'abc'],
    ['\u202Ehello\u202C', 'hello'],
    ['t\u200bu\u200de\u2060r\ufeff', 'tuer'],
    ['mou\u00adrir', 'mourir'],
    ['\uD800seul', 'seul'],
    ['Ｊｅ ｖｅｕｘ', 'Je veux'],
    ['ﬁn', 'fin'],
    ['un\r\ndeux\u2028trois', 'un\ndeux\ntrois'],
    ['un\tdeux\u00a0trois', 'un deux trois'],
    ['e\u0301', 'é'],
    ['😭 👨‍👩‍👧', '😭 👨👩👧'],
  ])('given %j, when it is prepared, then it reads %j', (text, expected) => {
    expect(prepare(text).text).toBe(expected);
  });
});

describe('E5: the cap', () => {
  test('given 500 code points, when they are prepared, then nothing is cut', () => {
    expect(prepare('é'.repeat(500))).toEqual({ text: 'é'.repeat(500), cut: false, redacted: false });
  });

  test('given 501 code points, when they are prepared, then the last is cut and told', () => {
    expect(prepare('é'.repeat(501))).toEqual({ text: 'é'.repeat(500), cut: true, redacted: false });
  });

  test('given emoji, when they are capped, then none is cut in two', () => {
    const { text, cut } = prepare('😭'.repeat(600));
    expect([[...text].length, cut, /\p{Cs}/u.test(text)]).toEqual([500, true, false]);
  });

  test('given a phone across the cap, when it is prepared, then no part of it is left', () => {
    expect(prepare(`${'a '.repeat(247)}0612345678`).text).not.toMatch(/\d/);
  });

  test('given a huge message, when it is prepared, then it is bounded', () => {
    expect([...prepare('06 12 '.repeat(200_000)).text].length).toBeLessThanOrEqual(500);
  });
});
