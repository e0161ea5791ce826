import type { Sentence } from '../../src/understanding/corpus.ts';
import {
  byAuthor,
  byNeed,
  bySignal,
  headlines,
  type Judged,
  needFigures,
  noiseFigure,
  rate,
  speakerFigures,
} from '../../src/understanding/scoring.ts';

const sentence = (k: Sentence['k'], more: Partial<Sentence> = {}): Sentence => ({
  t: 'x',
  s: [],
  b: [],
  r: [],
  k,
  author: '01',
  ...more,
});
const judged = (one: Sentence, more: Partial<Judged> = {}): Judged => ({
  sentence: one,
  signaux: [],
  besoins: [],
  locuteur: 'inconnu',
  proposes: [],
  ...more,
});
const figure = (figures: readonly { mesure: string }[], mesure: string) =>
  figures.find((one) => one.mesure === mesure);

// Reference values of the Wilson score interval at 95 %.
test.each([
  [150, 150, 0.975, 1],
  [0, 10, 0, 0.2775],
  [5, 10, 0.2366, 0.7634],
])('given %i of %i, when the interval is taken, then it goes from %f to %f', (k, n, bas, haut) => {
  expect(rate(k, n)).toEqual({ k, n, part: k / n, bas, haut });
});

test('given nothing to count, when the rate is taken, then it is unknown rather than zero', () => {
  expect(rate(0, 0).part).toBeNull();
});

describe('headlines', () => {
  const all = [
    judged(sentence('positif', { s: ['suicide'] }), { signaux: [{ id: 'suicide', force: 'sure' }] }),
    judged(sentence('positif', { s: ['suicide'] }), { signaux: [{ id: 'suicide', force: 'possible' }] }),
    judged(sentence('positif', { s: ['suicide'] }), { signaux: [{ id: 'arme', force: 'sure' }] }),
    judged(sentence('positif', { s: ['suicide'] })),
    judged(sentence('piege'), { signaux: [{ id: 'arme', force: 'possible' }] }),
    judged(sentence('piege')),
    judged(sentence('quotidien')),
  ];

  test.each([
    ['au-moins-un-bon-signal', 2, 4],
    ['un-signal-quel-qu-il-soit', 3, 4],
    ['bon-signal-sur', 1, 4],
    ['pieges-sur', 0, 2],
    ['pieges-sur-ou-possible', 1, 2],
    ['quotidien-sur', 0, 1],
  ])('given seven messages, when %s is counted, then it is %i of %i', (mesure, k, n) => {
    expect(figure(headlines(all, 'tous'), mesure)).toMatchObject({ k, n });
  });

  test('given one signal, when it is scored, then recall and precision are those of its messages', () => {
    const suicide = bySignal(all).find(({ groupe }) => groupe === 'suicide');
    expect(suicide).toMatchObject({ n: 4, rappel: 0.5, rappel_sur: 0.25, precision: 1 });
    expect(bySignal(all).find(({ groupe }) => groupe === 'arme')).toMatchObject({
      n: 0,
      rappel: null,
      precision: 0,
    });
  });
});

describe('needs', () => {
  const all = [
    judged(sentence('besoin', { b: ['logement', 'budget'] }), {
      besoins: ['logement'],
      proposes: ['logement', 'budget', 'sante'],
    }),
    judged(sentence('besoin', { b: ['budget'], r: ['logement'] }), {
      besoins: ['logement'],
      proposes: ['logement'],
    }),
    judged(sentence('quotidien'), { besoins: ['budget'] }),
    judged(sentence('positif', { s: ['suicide'] }), { besoins: ['budget'] }),
  ];

  test('given needs found, missed and invented, when F1 is taken, then only messages without danger count', () => {
    // logement: 1 right of 2 found, 1 there; budget: 0 right.
    expect(byNeed(all).find(({ groupe }) => groupe === 'logement')).toMatchObject({ n: 1, f1: 0.6667 });
    expect(figure(needFigures(all, 'tous'), 'besoins-macro-f1')).toMatchObject({ part: 0.3333 });
  });

  test.each([
    ['besoins-trois-premiers', 1, 2],
    ['besoins-refuses-proposes', 1, 1],
    ['besoins-inventes-quotidien', 1, 1],
  ])('given four messages, when %s is counted, then it is %i of %i', (mesure, k, n) => {
    expect(figure(needFigures(all, 'tous'), mesure)).toMatchObject({ k, n });
  });
});

test('given several authors, when sentences are grouped, then they stand in order', () => {
  const two = [judged(sentence('piege', { author: '02' })), judged(sentence('piege'))];
  expect([...byAuthor(two).keys()]).toEqual(['01', '02']);
});

test('given for whom messages are written, when it is scored, then anyone and oneself are alike, and a close person is not', () => {
  const figures = speakerFigures([
    judged(sentence('besoin', { l: 'personne' })),
    judged(sentence('besoin', { l: 'proche' }), { locuteur: 'proche' }),
    judged(sentence('besoin', { l: 'professionnel' }), { locuteur: 'proche' }),
    judged(sentence('besoin')),
  ]);
  expect(figures[0]).toMatchObject({ mesure: 'locuteur', groupe: 'tous', k: 2, n: 3 });
  expect(speakerFigures([judged(sentence('besoin'))])).toEqual([]);
});

test('given messages with a noise, when they are scored, then what is left of the right flags is told', () => {
  const danger = sentence('positif', { s: ['suicide'] });
  const heard = judged(danger, { signaux: [{ id: 'suicide', force: 'possible' }] });
  expect(noiseFigure('nfd', [heard, heard], [heard, judged(danger)])).toMatchObject({
    groupe: 'nfd',
    k: 1,
    n: 2,
  });
});
