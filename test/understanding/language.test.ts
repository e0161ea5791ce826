import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isCardLanguage } from '../../src/conversation/languages.ts';
import { countWords, languageOf } from '../../src/understanding/language.ts';
import { LATER, MESSAGES, OTHERS } from './language-messages.ts';

test.each([
  ['mon mari me frappe', 'fr'],
  ['jé pa ou dormir', 'fr'],
  ['help', 'fr'],
  ['my husband beats me and I need help', 'en'],
  ['I have no place to sleep tonight', 'en'],
  ['mi marido me pega y no tengo donde dormir', 'es'],
  ['preciso de ajuda para a minha mãe e os meus filhos', 'pt'],
  ['ho bisogno di aiuto per mio figlio e non so dove', 'it'],
  ['ich brauche hilfe und habe keine wohnung für meine kinder', 'de'],
  ['زوجي يضربني', 'ar'],
  ['شوهرم مرا می‌زند و کمک می‌خواهم', 'fa'],
  ['мой муж бьет меня', 'ru'],
  ['мій чоловік б’є мене', 'uk'],
  ['我丈夫打我', 'zh'],
  ['ქმარი მცემს', 'ka'],
  ['ամուսինս ծեծում է ինձ', 'hy'],
  ['ባለቤቴ ይመታኛል', 'am'],
  ['আমার স্বামী আমাকে মারে', 'bn'],
  ['மணவர் அடிக்கிறார்', 'ta'],
  ['ο άντρας μου με χτυπάει', 'el'],
  ['انا ما عندي مكان انام فيه', 'ar'],
  ['та женщина мне не помогла', 'ru'],
  ['chồng em đã đánh em', 'vi'],
  ['tôi không có gì ăn', 'vi'],
  ['', 'fr'],
  ['12345 !!!', 'fr'],
  ['😭😭😭', 'fr'],
])('D17: given « %s », when its language is guessed, then it is %s', (text, expected) => {
  expect(languageOf(text)).toBe(expected);
});

const CORPUS = path.join(__dirname, '..', '..', 'dialogs', 'understanding', 'fr', 'corpus', 'train');
const corpus = readdirSync(CORPUS).flatMap((name) =>
  readFileSync(path.join(CORPUS, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): string => JSON.parse(line).t),
);
const wrong = (langue: string, messages: readonly string[] = []) =>
  messages.filter((text) => languageOf(text) !== langue);

describe('the language of short messages', () => {
  test.each(Object.keys(MESSAGES))(
    'D17: given messages in %s, when their language is guessed, then one of the first and two of the later are wrong at most',
    (langue) => {
      expect(wrong(langue, MESSAGES[langue]).length).toBeLessThanOrEqual(1);
      expect(wrong(langue, LATER[langue]).length).toBeLessThanOrEqual(2);
    },
  );

  test('D17: given all the messages, when their language is wrong, then it is French, or a neighbour in the same script', () => {
    const all = [MESSAGES, LATER].flatMap((set) => Object.entries(set));
    const taken = all.flatMap(([langue, messages]) =>
      wrong(langue, messages).map((text) => `${langue} ${languageOf(text)}`),
    );
    expect(taken.filter((pair) => !/ fr$|^uk ru$/.test(pair))).toEqual([]);
    expect(taken.length).toBeLessThanOrEqual(8);
  });

  test('D17: given the French sentences of the training corpora, when their language is guessed, then one in a thousand is another', () => {
    const others = corpus.filter((text) => languageOf(text) !== 'fr');
    expect(corpus.length).toBeGreaterThan(12_000);
    expect(others.length).toBeLessThanOrEqual(corpus.length / 1000);
  });

  test.each(OTHERS)(
    'D17: given « %s », when its language is guessed, then it is neither French nor one that has a card',
    (text) => {
      expect(languageOf(text)).not.toBe('fr');
      expect(isCardLanguage(languageOf(text))).toBe(false);
    },
  );

  test.each([
    ['ayuda por favor', 3],
    ['l’ami de ma mère', 5],
    ['救命', 2],
    ['', 0],
  ])('given « %s », when its words are counted, then there are %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
