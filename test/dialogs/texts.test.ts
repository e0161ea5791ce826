import { CONSIGNES } from '../../dialogs/emergency.ts';
import { QUESTIONS } from '../../dialogs/questions.ts';
import { TEXT_KEYS } from '../../dialogs/text-keys.ts';
import { GROUPES_BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import type { SignalId } from '../../knowledge/vocabulary/signaux.ts';
import { LANGUAGES, TEXTS, textsOf } from './curated-words.ts';
import { kandelMoles, sentencesOf, syllablesOf, wordsOf } from './readability.ts';

/** What a person sends in one go to the 114; its four sentences are the ones that service asks for. */
const SENT = 'urgence.sms-modele';
const ACRONYMS = ['SMS', 'VIH', 'HIV', 'LGBT'];

const french = textsOf('fr');
const holesOf = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([hole]) => hole).sort();
const numbersOf = (text: string) => (text.match(/\d+/g) ?? []).sort();

describe('completeness of dialogs/texts', () => {
  test.each(LANGUAGES)(
    'F5: given $language, when its keys are listed, then they are TEXT_KEYS and no other',
    ({ texts }) => {
      expect([...texts.keys()].sort()).toEqual([...TEXT_KEYS].sort());
    },
  );

  test.each(LANGUAGES)(
    'F5: given $language, when its keys are read in turn, then they stand in the order of the French ones',
    ({ texts }) => {
      expect([...texts.keys()]).toEqual([...french.keys()]);
    },
  );

  test.each(LANGUAGES)(
    'F5: given $language, when a text is read, then it is a sentence and not empty',
    ({ texts }) => {
      const empty = [...texts].filter(([, text]) => typeof text !== 'string' || wordsOf(text).length === 0);
      expect(empty).toEqual([]);
    },
  );

  test.each(LANGUAGES)(
    'F5: given $language, when a text has holes, then they are those of the French text',
    ({ texts }) => {
      const holes = (from: ReadonlyMap<string, string>) =>
        TEXT_KEYS.map((key) => [key, holesOf(from.get(key) ?? '')]);
      expect(holes(texts)).toEqual(holes(french));
    },
  );

  test.each(LANGUAGES)(
    'F5: given $language, when a text names numbers, then they are those of the French text',
    ({ texts }) => {
      const numbers = (from: ReadonlyMap<string, string>) =>
        TEXT_KEYS.map((key) => [key, numbersOf(from.get(key) ?? '')]);
      expect(numbers(texts)).toEqual(numbers(french));
    },
  );
});

describe('plain words', () => {
  test('F1: given any text, when its sentences are measured, then each has 15 words at most', () => {
    const long = TEXTS.filter(({ text }) => sentencesOf(text).some((one) => wordsOf(one).length > 15));
    expect(long).toEqual([]);
  });

  test('F1: given any text, when its sentences are counted, then there are three at most', () => {
    const long = TEXTS.filter(({ where, text }) => !where.endsWith(SENT) && sentencesOf(text).length > 3);
    expect(long).toEqual([]);
  });

  test.each([
    ['aide', 1],
    ['les', 1],
    ['que', 1],
    ['quelqu’un', 2],
    ['l’aide', 1],
    ['rien', 1],
    ['client', 2],
    ['situation', 4],
    ['enfermement', 4],
    ['orientation', 4],
    ['professionnel', 4],
    ['harcelée', 3],
    ['employeur', 3],
    ['réanimation', 5],
    ['sexuel', 3],
    ['accueil', 2],
    ['naïf', 2],
    ['SMS', 3],
    ['3919', 4],
  ])('F1: given the word « %s », when its syllables are counted, then there are %i', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables);
  });

  const measured = [...french]
    .filter(([, text]) => wordsOf(text).length >= 4)
    .map(([key, text]) => ({ key, score: kandelMoles(text) }));

  test('F1: given the French texts of four words or more, when read with Kandel and Moles, then each reaches 60', () => {
    expect(measured.filter(({ score }) => score < 60)).toEqual([]);
  });

  test('F1: given the French texts of four words or more, when read with Kandel and Moles, then the mean reaches 70', () => {
    const mean = measured.reduce((sum, { score }) => sum + score, 0) / measured.length;
    expect(mean).toBeGreaterThanOrEqual(70);
  });

  test('F1: given a hard sentence, when read with Kandel and Moles, then it falls below 60', () => {
    expect(kandelMoles('Sur orientation d’un professionnel.')).toBeLessThan(60);
  });

  test('F1: given the catalogue, when its answers are counted, then a question has five choices at most', () => {
    const asked = QUESTIONS.filter(({ choix }) => Array.isArray(choix) && choix.length > 5);
    expect(asked.map(({ id }) => id)).toEqual([]);
  });

  test.each(Object.entries(GROUPES_BESOINS))(
    'F1: given the group %s, when its needs are counted, then there are five at most',
    (_, { besoins }) => {
      expect(besoins.length).toBeLessThanOrEqual(5);
    },
  );

  test('F3: given any text, when it is read, then nothing is exclaimed', () => {
    expect(TEXTS.filter(({ text }) => text.includes('!'))).toEqual([]);
  });

  test('F3: given any text, when it is read, then no word but an acronym is in capitals', () => {
    const capitals = TEXTS.flatMap(({ where, text }) =>
      (text.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? [])
        .filter((word) => !ACRONYMS.includes(word))
        .map((word) => `${where}: ${word}`),
    );
    expect(capitals).toEqual([]);
  });
});

describe('safety in words', () => {
  const physical: SignalId[] = ['urgence-vitale', 'danger-immediat', 'arme', 'etranglement'];

  test.each(
    physical.flatMap((signal) => LANGUAGES.map(({ language, texts }) => ({ signal, language, texts }))),
  )(
    'D6: given $signal in $language, when the first instruction is read, then it is a call to 15, 17 or 112, and the silent 114',
    ({ signal, texts }) => {
      const first = CONSIGNES.find(({ si }) => si.signaux?.includes(signal));
      const text = texts.get(first?.texte ?? '') ?? '';
      expect(text).toMatch(/^(?:Appelez le|Call) (?:15|17|112)(?!\d)/);
      expect(text).toMatch(/(?<!\d)114(?!\d)/);
    },
  );

  test.each(
    LANGUAGES.map(({ language, texts }) => ({
      key: 'urgence.erreur',
      language,
      text: texts.get('urgence.erreur') ?? '',
    })),
  )(
    'D6: given $key in $language, when all else has failed, then 15, 17, 112 and SMS 114 are named',
    ({ text }) => {
      expect(numbersOf(text)).toEqual(['112', '114', '15', '17']);
      expect(text).toContain('SMS');
    },
  );

  test.each(LANGUAGES)(
    'D19: given $language, when the welcome is read, then it says it is a program and no person',
    ({ texts }) => {
      const welcome = texts.get('accueil.programme') ?? '';
      expect(welcome).toMatch(/je suis un programme, pas une personne|I am a program, not a person/i);
    },
  );

  test('D19: given any text, when it says what speaks, then it claims nothing human', () => {
    const human =
      /(?<!\p{L})(?:je suis (?!un programme)|I am (?!a program)|nous sommes là|notre équipe|our team)/iu;
    expect(TEXTS.filter(({ text }) => human.test(text))).toEqual([]);
  });
});
