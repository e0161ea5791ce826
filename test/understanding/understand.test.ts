import fc from 'fast-check';
import { type Lieu, NOTHING_UNDERSTOOD, understood as schema } from '../../src/conversation/understood.ts';
import { prepare } from '../../src/understanding/prepare.ts';
import { createRedFlags } from '../../src/understanding/red-flags.ts';
import { createUnderstand } from '../../src/understanding/understand.ts';
import { FRENCH } from './french.ts';

const LILLE: Lieu = { code: '59350', nom: 'Lille', type: 'commune' };
const redFlags = createRedFlags(FRENCH);
const understand = createUnderstand({
  data: FRENCH,
  places: {
    resolve: (text) => ({ lieu: /\blille\b/i.test(text) ? LILLE : null, possibles: [] }),
  },
  redFlags,
});
const read = (text: string) => understand(prepare(text));

describe('commands', () => {
  test.each([
    ['retour', 'retour'],
    ['Retour svp', 'retour'],
    ['revenir en arrière', 'retour'],
    ['passer', 'passer'],
    ['PASSER', 'passer'],
    ['recommencer', 'recommencer'],
    ['tout recommencer s’il vous plaît', 'recommencer'],
    ['effacer', 'effacer'],
    ['efface tout', 'effacer'],
    ['aide', 'aide'],
    ['pourquoi ?', 'pourquoi'],
    ['voir plus', 'voir-plus'],
    ['imprimer', 'imprimer'],
    ['autre besoin', 'autre-besoin'],
  ])('given « %s », when it is the whole message, then it is the command %s', async (text, commande) => {
    expect((await read(text)).commande).toBe(commande);
  });

  test.each([
    'j’ai besoin d’aide pour manger',
    'à l’aide',
    'je cherche un retour à l’emploi',
    'je veux passer le permis',
    'pourquoi il me frappe',
    'je veux effacer mes dettes',
    'je voudrais imprimer mon CV',
    'je veux recommencer ma vie',
  ])('given « %s », when the word stands inside a sentence, then there is no command', async (text) => {
    expect((await read(text)).commande).toBeNull();
  });

  test('given a command, when it is read, then nothing else is', async () => {
    expect(await read('retour')).toEqual({ ...NOTHING_UNDERSTOOD, commande: 'retour' });
  });
});

test('given a place, when it is resolved, then it is the place of the person to help', async () => {
  const { lieu, lieux_possibles } = await read('je cherche un foyer à Lille');
  expect([lieu, lieux_possibles]).toEqual([LILLE, []]);
});

test('given the red flags it was handed, when a message is read, then its signals are theirs', async () => {
  const deaf = createUnderstand({
    data: FRENCH,
    places: { resolve: () => ({ lieu: null, possibles: [] }) },
    redFlags: () => [{ id: 'arme', force: 'possible' }],
  });
  expect((await deaf(prepare('mon mari me frappe'))).signaux).toEqual([{ id: 'arme', force: 'possible' }]);
});

test('given a message, when it is read, then its reasons are the ids of the rules that spoke', async () => {
  const { raisons } = await read('mon mari me frappe, je cherche un foyer pour ce soir');
  expect(raisons).toEqual(
    expect.arrayContaining(['violences:me-frappe', 'hebergement-urgence:demande', 'ce-soir:ce-soir']),
  );
});

const STRANGE = [
  'constructor',
  '__proto__',
  'toString hasOwnProperty valueOf',
  'undefined null NaN',
  '123456',
  '0',
  '',
  ' ',
  '\n\n\n',
  '😭😭🔪',
  '<script>alert(1)</script>',
  '{{7*7}} #{7*7}',
  'SELECT * FROM usagers; --',
  '../../etc/passwd',
  'Ｊｅ ｖｅｕｘ',
  '\u0000\u0007\uD800',
  'z̸͔͝a̷l̴g̶o̵',
  '\u202Eerteh',
  '[nom] [tel',
  '....!!!???',
  "''''''",
];
const NEUTRAL = [
  'constructor',
  '__proto__',
  'toString hasOwnProperty valueOf',
  '123456',
  '',
  '<script>alert(1)</script>',
  '....!!!???',
];

test.each(STRANGE)(
  'E14: given the strange message %j, when it is read, then it gives an ordinary answer',
  async (text) => {
    expect(schema.safeParse(await read(text)).success).toBe(true);
  },
);

test.each(NEUTRAL)('E14: given %j, when it is read, then it says nothing', async (text) => {
  expect(await read(text)).toEqual(NOTHING_UNDERSTOOD);
});

test('E14: given any text, when it is read, then the answer keeps to the schema', async () => {
  const vocabulary = fc.constantFrom(
    'il',
    'me',
    'frappe',
    'pas',
    'je',
    'veux',
    'mourir',
    'foyer',
    ',',
    '.',
    'mais',
    '\n',
    '__proto__',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.array(vocabulary, { maxLength: 60 }).map((w) => w.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(schema.safeParse(await read(text)).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const ADVERSARIAL = [
  'il me frappe '.repeat(60),
  'je '.repeat(300),
  'il '.repeat(300),
  'pas plus jamais '.repeat(50),
  "l'".repeat(300),
  'é'.repeat(600),
  '1.'.repeat(300),
  '1 '.repeat(300),
  'a@'.repeat(300),
  'rue des '.repeat(100),
  'je m’appelle '.repeat(50),
  'M. '.repeat(200),
  'enfant '.repeat(100),
  'mon mari et moi et '.repeat(40),
  'FR76 1234 '.repeat(60),
  '\u0301'.repeat(2000),
  '\uFDFA'.repeat(2000),
  'jjjjjjj '.repeat(100),
  'tuer mourir suicide couteau '.repeat(30),
];

test.each(ADVERSARIAL.map((text) => [text.slice(0, 24), text]))(
  'E5: given an adversarial message that repeats « %s », when it grows fourfold, then no more of it is read',
  async (_, text) => {
    const grown = prepare(text.repeat(4));
    expect([...grown.text].length).toBeLessThanOrEqual(500);
    await expect(read(text.repeat(4))).resolves.toBeDefined();
  },
);

test.each([
  ['capitals', (text: string) => text.toUpperCase()],
  ['no accents', (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')],
  ['straight apostrophes', (text: string) => text.replaceAll('’', "'")],
  ['exclamation marks', (text: string) => `${text} !!!`],
  ['zero-width characters', (text: string) => [...text].join('\u200b')],
  ['a greeting', (text: string) => `bonjour. ${text}`],
  [
    'full width',
    (text: string) => text.replace(/[a-z]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
  ],
] as const)(
  'D3: given messages of danger, when they are rewritten with %s, then the same signals are sure',
  (_, rewrite) => {
    for (const text of [
      'mon mari me frappe',
      'il m’a étranglée',
      'je veux mourir',
      'il va me tuer',
      'j’ai été violée',
    ]) {
      const sure = (said: string) => redFlags(prepare(said)).filter(({ force }) => force === 'sure');
      expect([text, sure(rewrite(text))]).toEqual([text, sure(text)]);
    }
  },
);
