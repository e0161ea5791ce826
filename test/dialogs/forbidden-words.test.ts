import { filesOf, organisations, ownWords, TEXTS, type Told } from './curated-words.ts';

/** A way of speaking that is never used, and one sentence that it must catch. */
interface Forbidden {
  readonly check: string;
  readonly pattern: RegExp;
  readonly example: string;
}

const word = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})`, 'iu');

const FORBIDDEN: readonly Forbidden[] = [
  { check: 'D9', pattern: word('promet|promis(?!cu)|promesse'), example: 'C’est promis.' },
  { check: 'D9', pattern: word('promis(?:e|ing)'), example: 'We promise it.' },
  {
    check: 'D9',
    pattern: word('(?:vous êtes|vous serez|tu es) en sécurité'),
    example: 'Ici, vous êtes en sécurité.',
  },
  {
    check: 'D9',
    pattern: word("you(?:’re|'re| are| will be) safe"),
    example: 'You are safe with us.',
  },
  { check: 'D9', pattern: word('garanti'), example: 'Anonymat garanti.' },
  { check: 'D9', pattern: word('guarant'), example: 'A guaranteed place.' },
  { check: 'D9', pattern: word('confront'), example: 'Confrontez cette personne.' },
  {
    check: 'D9',
    pattern: word('(?:parlez|dites|expliquez)-(?:lui|leur)|parlez-en à vos parents'),
    example: 'Parlez-lui calmement.',
  },
  { check: 'D9', pattern: word('(?:talk|speak) to (?:him|her|them|your parents)'), example: 'Talk to him.' },
  { check: 'D9', pattern: word('médiations? (?:familiale|conjugale)'), example: 'Une médiation familiale.' },
  { check: 'D9', pattern: word('family mediation'), example: 'Try family mediation.' },
  {
    check: 'D9',
    pattern: word('thérapies? (?:de couple|conjugale)'),
    example: 'Une thérapie de couple.',
  },
  { check: 'D9', pattern: word('(?:couples?|marriage) (?:therapy|counsel)'), example: 'Couples therapy.' },
  { check: 'D9', pattern: word('pourquoi'), example: 'Pourquoi restez-vous ?' },
  { check: 'D9', pattern: word('why(?!\\p{L})'), example: 'Why do you stay?' },
  {
    check: 'D9',
    pattern: word('(?:on a|nous avons|j’ai) (?:prévenu|alerté|appelé)'),
    example: 'Restez là, on a prévenu la police.',
  },
  {
    check: 'D9',
    pattern: word('(?:we|I)(?: have|’ve)? (?:warned|told|alerted|called)'),
    example: 'We have alerted the police.',
  },
  { check: 'D9', pattern: word('calmez-vous|restez calme|du calme'), example: 'Calmez-vous.' },
  { check: 'D9', pattern: word('calm down|(?:stay|keep) calm'), example: 'Please calm down.' },
  { check: 'D9', pattern: word('aucun résultat|pas de résultat'), example: 'Aucun résultat.' },
  { check: 'D9', pattern: word('no results?'), example: 'No result found.' },
  {
    check: 'D20',
    pattern: word(
      '(?<!n’)(?:vide[rz]|efface[rz]|supprime[rz]|nettoye[rz])(?!\\p{L})[^.]*(?<!\\p{L})(?:historique|traces?|journal|messages|appels|SMS|cache|cookies|téléphone|appareil)',
    ),
    example: 'Videz tout l’historique.',
  },
  {
    check: 'D20',
    pattern: word(
      '(?<!not )(?:clear|delete|erase|wipe)(?!\\p{L})[^.]*(?<!\\p{L})(?:history|traces?|messages|calls|cache|cookies|phone|device)',
    ),
    example: 'Delete all your history.',
  },
  {
    check: 'F2',
    pattern: word(
      '(?:votre|vos|ton|ta) (?:ex-)?(?:maris?|femmes?|épou[sx]e?|conjointe?|compagnon|compagne|copain|copine)',
    ),
    example: 'Est-ce que votre mari vous frappe ?',
  },
  {
    check: 'F2',
    pattern: word('your (?:ex-)?(?:husband|wife|boyfriend|girlfriend)'),
    example: 'Does your husband hit you?',
  },
  {
    check: 'F3',
    pattern: word(
      'tunnel|cauchemar|calvaire|enfer(?!\\p{L})|briser le silence|tourner la page|nightmare|hell(?!\\p{L})|break the silence|your journey',
    ),
    example: 'Vous verrez le bout du tunnel.',
  },
];

const SPOKEN: readonly Told[] = [...TEXTS, ...ownWords(organisations())];
const caught = (pattern: RegExp, told: readonly Told[]) => told.filter(({ text }) => pattern.test(text));

test('D9: given lines and partners, when our own words are gathered, then there is something to read', () => {
  expect(SPOKEN.length).toBeGreaterThan(TEXTS.length + 100);
});

test.each(FORBIDDEN)(
  '$check: given « $example », when it is read, then it is caught',
  ({ pattern, example }) => {
    expect(pattern.test(example)).toBe(true);
  },
);

test.each(FORBIDDEN)(
  '$check: given all texts and descriptions, when they are read, then none speaks like « $example »',
  ({ pattern }) => {
    expect(caught(pattern, SPOKEN)).toEqual([]);
  },
);

test('F3: given all descriptions, when they are read, then nothing is exclaimed', () => {
  expect(caught(/!/, SPOKEN)).toEqual([]);
});

test('D9: given a name that holds a forbidden word, when the words are gathered, then the name is exempt', () => {
  const [record] = organisations();
  const named = {
    ...record,
    nom: 'Médiation familiale 38',
    description: 'Accueil de Médiation familiale 38.',
  };
  expect(ownWords([named as NonNullable<typeof record>])[0]?.text).toBe('Accueil de .');
});

describe('numbers that are never given', () => {
  const curated = filesOf(['knowledge', 'dialogs'], /\.(?:yaml|ts|md)$/);

  test.each([
    ['3977', /(?<!\d ?)39 ?77(?! ?\d)/],
    ['3020', /(?<!\d ?)30 ?20(?! ?\d)/],
  ])('D11: given all curated files, when they are read, then %s appears nowhere', (_, pattern) => {
    expect(caught(pattern, curated).map(({ where }) => where)).toEqual([]);
  });

  test('D7: given all sources and curated files, when they are read, then the 114 is never a link to call', () => {
    const all = [...curated, ...filesOf(['src'], /\.tsx?$/)];
    expect(caught(/tel:\+?(?:33)?114(?!\d)/, all).map(({ where }) => where)).toEqual([]);
  });

  test('D7: given all contacts, when one is a telephone, then it is not the 114', () => {
    const contacts = organisations().flatMap(({ id, services }) =>
      services.flatMap((service) => service.contacts.map(({ canal, valeur }) => `${id} ${canal} ${valeur}`)),
    );
    expect(contacts.filter((contact) => / telephone 1 ?1 ?4$/.test(contact))).toEqual([]);
    expect(contacts).toContain('urgence-114 sms 114');
  });
});
