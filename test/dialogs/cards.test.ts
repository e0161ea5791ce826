import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CARTE, STATIQUE } from '../../dialogs/emergency.ts';
import { CARD_LANGUAGES, LANGUAGE_NAMES } from '../../dialogs/languages.ts';
import { card, loadCards } from '../../src/knowledge/load-cards.ts';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { organisations } from './curated-words.ts';

const FOLDER = path.join(__dirname, '..', '..', 'dialogs', 'texts', 'cards');
const model = readYaml(path.join(FOLDER, 'fr.yaml'), card, 'fr.yaml');
const cards = [...loadCards(FOLDER)].map(([langue, read]) => ({ langue, read }));

/** Every sentence of a card by its place. */
const sentences = ({ lignes, ...rest }: typeof model): [string, string][] => [
  ...Object.entries(rest),
  ...Object.entries(lignes),
];
const numbersOf = (text: string) => (text.match(/\d+/g) ?? []).sort();
const numbered = (read: typeof model) =>
  Object.fromEntries(sentences(read).map(([place, text]) => [place, numbersOf(text)]));

/** The script in which each language is written; Latin letters elsewhere are names, SMS and what is to be said in French. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  fa: /[پچژگکی]/u,
  ru: /[ыэъё]/u,
  uk: /[іїєґ]/u,
  zh: /\p{Script=Han}/u,
};

describe('the emergency cards', () => {
  test('F5: given the languages offered, when the cards are counted, then there are ten', () => {
    expect(cards).toHaveLength(10);
    expect(Object.keys(LANGUAGE_NAMES)).toEqual(['fr', 'fr-simple', ...CARD_LANGUAGES]);
  });

  test.each(cards)(
    'F5: given the card $langue, when its numbers are read, then each sentence has those of the French model',
    ({ read }) => {
      expect(numbered(read)).toEqual(numbered(model));
    },
  );

  test.each(cards)(
    'F5: given the card $langue, when it says what to do first, then 17, 112 and SMS 114 are named',
    ({ read }) => {
      expect(numbersOf(read.action)).toEqual(['112', '114', '17']);
      expect(read.action).toContain('SMS');
    },
  );

  test.each(cards)(
    'F5: given the card $langue, when its sentences are compared with the model, then none is left in French but what is said in French',
    ({ read }) => {
      const french = new Map(sentences(model));
      expect(sentences(read).filter(([place, text]) => text === french.get(place))).toEqual([]);
      expect(read.dire_francais).toMatch(/^Je parle \p{Ll}+\. Aidez-moi\.$/u);
    },
  );

  test.each(Object.entries(SCRIPTS))(
    'F5: given the card %s, when its sentences are read, then they are in its script',
    (langue, script) => {
      const read = cards.find((one) => one.langue === langue)?.read;
      const own = Object.entries(read ?? {}).filter(
        ([place]) => place !== 'dire_francais' && place !== 'lignes',
      );
      expect(own.map(([, text]) => String(text)).join(' ')).toMatch(script);
      const letters =
        own
          .map(([, text]) => String(text).replace(/\{quitter\}|SMS/g, ''))
          .join('')
          .match(/\p{L}/gu) ?? [];
      expect(
        langue.match(/ar|fa|ru|uk|zh/) && letters.filter((letter) => /\p{Script=Latin}/u.test(letter)),
      ).toEqual([]);
    },
  );

  test.each(cards)(
    'F3: given the card $langue, when it is read, then nothing is exclaimed or asked',
    ({ read }) => {
      expect(sentences(read).filter(([, text]) => /[!?！？؟¡¿]/u.test(text))).toEqual([]);
    },
  );

  test('D12: given « free, day and night », when the lines of the card are read in knowledge, then it is said of each', () => {
    const services = organisations().flatMap(({ id, services: all }) =>
      all.map((service) => ({ id: `${id}/${service.id}`, service })),
    );
    const unsaid = CARTE.filter((line) => {
      const service = services.find(({ id }) => id === line)?.service;
      return (
        service?.frais !== 'gratuit' ||
        service.horaires_accueil !== '24/7' ||
        service.contacts[0]?.cout !== 'gratuit'
      );
    });
    expect(unsaid).toEqual([]);
  });

  test('D6: given the lines of the card, when their order is read, then the standing ones come first', () => {
    expect(CARTE.slice(0, STATIQUE.length)).toEqual(STATIQUE);
  });

  test('given a card without a sentence, when it is read, then it is refused', () => {
    const { suite, ...rest } = model;
    expect(card.safeParse(rest).success).toBe(false);
    expect(card.safeParse({ ...rest, suite, autre: suite }).success).toBe(false);
  });

  test.each(cards)(
    'F5: given the card $langue, when docs/langues.md is read, then each sentence stands there with what it means',
    ({ read }) => {
      const rows = readFileSync(path.join(FOLDER, '..', '..', '..', 'docs', 'langues.md'), 'utf8');
      const untold = sentences(read).filter(
        ([place, text]) => place !== 'dire_francais' && !rows.includes(`| ${text} | `),
      );
      expect(untold).toEqual([]);
    },
  );
});
