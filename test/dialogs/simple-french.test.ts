import { DRAWINGS } from '../../dialogs/drawings.ts';
import { QUESTIONS } from '../../dialogs/questions.ts';
import { BESOINS, GROUPES_BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import { SHOWN_COMMANDS } from '../../src/conversation/replies.ts';
import { ownTextsOf, textsOf } from './curated-words.ts';
import { kandelMoles, sentencesOf, wordsOf } from './readability.ts';

/** Partners' and curious people's pages stay in plain French. */
const ELSEWHERE = /^(?:apropos|integration|vie-privee|exclus)\./;

const french = textsOf('fr');
const simple = [...textsOf('fr-simple')].filter(([key]) => !ELSEWHERE.test(key));
const measured = simple
  .filter(([, text]) => wordsOf(text).length >= 4)
  .map(([key, text]) => ({ key, score: kandelMoles(text) }));

describe('simple French', () => {
  test('F1: given its texts of four words or more, when read with Kandel and Moles, then each reaches 80', () => {
    expect(measured.filter(({ score }) => score < 80)).toEqual([]);
  });

  test('F1: given French and simple French, when read with Kandel and Moles, then the simple one is easier', () => {
    const mean = (keys: ReadonlyMap<string, string>) => {
      const scores = measured.map(({ key }) => kandelMoles(keys.get(key) ?? ''));
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    };
    expect(mean(textsOf('fr-simple'))).toBeGreaterThan(mean(french) + 5);
  });

  test('F1: given its texts, when their sentences are counted, then each has twelve words at most', () => {
    const long = simple.filter(([, text]) => sentencesOf(text).some((one) => wordsOf(one).length > 12));
    expect(long).toEqual([]);
  });

  test('given its own texts, when they are compared with the French ones, then none repeats it', () => {
    const repeated = [...ownTextsOf('fr-simple')].filter(([key, text]) => text === french.get(key));
    expect(repeated).toEqual([]);
  });
});

describe('the drawings of simple French', () => {
  const choices = [
    ...Object.values(GROUPES_BESOINS).map(({ label }) => label),
    ...Object.values(BESOINS).map(({ label }) => label),
    ...QUESTIONS.flatMap(({ choix }) => (typeof choix === 'string' ? [] : choix.map(({ texte }) => texte))),
    ...SHOWN_COMMANDS.map((id) => `commande.${id}` as const),
    'choix.oui',
    'choix.non',
    'choix.passer',
    'choix.ne-sais-pas',
    'question.lieu',
  ] as const;

  test('given every group, need, answer and command, when its drawing is sought, then there is one', () => {
    expect(choices.filter((key) => DRAWINGS[key] === undefined)).toEqual([]);
  });

  test('given every drawing, when it is weighed, then it is under 1 kB, and no two are the same', () => {
    const paths = Object.values(DRAWINGS);
    expect(paths.filter((path) => path.length > 900)).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('E15: given every drawing, when its path is read, then it holds nothing but the letters and numbers of a path', () => {
    expect(Object.values(DRAWINGS).filter((path) => !/^M[\dMmLlHhVvCcSsAaZz .-]+$/.test(path))).toEqual([]);
  });
});
