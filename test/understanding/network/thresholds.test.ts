import { BESOINS, type BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../../knowledge/vocabulary/signaux.ts';
import type { Sentence } from '../../../src/understanding/corpus.ts';
import { NOTHING_PLAIN } from '../../../src/understanding/network/join.ts';
import type { Scored } from '../../../src/understanding/network/learn.ts';
import { type Activations, dangerOf, SPEAKERS } from '../../../src/understanding/network/network.ts';
import { chooseThresholds } from '../../../src/understanding/network/thresholds.ts';

const SIGNALS = Object.keys(SIGNAUX) as SignalId[];
const NEEDS = Object.keys(BESOINS) as BesoinId[];

/** A sentence whose every signal, need and danger is this likely. */
function scored(k: Sentence['k'], rank: number, chance: number): Scored {
  const holds = k === 'positif';
  const whole: Activations = {
    danger: chance,
    signaux: new Map(SIGNALS.map((id) => [id, chance / 2])),
    besoins: new Map(NEEDS.map((id) => [id, chance])),
    locuteurs: new Map(SPEAKERS.map((id) => [id, chance])),
  };
  const sentence = {
    t: `${k} ${rank}`,
    s: holds ? SIGNALS : [],
    b: k === 'besoin' ? NEEDS : [],
    r: [],
    k,
    author: '01',
  };
  return {
    sentence,
    example: { text: sentence.t, author: '01', features: new Set(), labels: [] },
    parts: null,
    clauses: [],
    rules: {
      signaux: [],
      besoins: [],
      besoins_refuses: [],
      locuteur: 'inconnu',
      manques: [],
      plain: NOTHING_PLAIN,
      pourSoi: false,
    },
    impression: { whole, parts: null, clauses: [] },
  };
}

const spread = (k: Sentence['k'], from: number, to: number): Scored[] =>
  Array.from({ length: 200 }, (_, rank) => scored(k, rank, from + ((to - from) * rank) / 200));

const ALL = [
  ...spread('positif', 0.05, 1),
  ...spread('piege', 0, 0.6),
  ...spread('besoin', 0, 0.2),
  ...spread('quotidien', 0, 0.1),
];
const seuils = chooseThresholds(ALL);
const share = (k: Sentence['k'], from: number) => {
  const of = ALL.filter(({ sentence }) => sentence.k === k);
  return of.filter(({ impression }) => dangerOf(impression.whole) >= from).length / of.length;
};

test('given hard negatives, when the gate is chosen, then at most a quarter of them pass, and it is no higher than that', () => {
  expect(share('piege', seuils.porte)).toBeLessThanOrEqual(0.25);
  expect(share('piege', seuils.porte)).toBeGreaterThan(0.2);
});

test('given hard negatives, when what is sure is chosen, then at most three in a hundred are, and no everyday message', () => {
  expect(share('piege', seuils.sur)).toBeLessThanOrEqual(0.03);
  expect(share('quotidien', seuils.sur)).toBe(0);
  expect(share('positif', seuils.sur)).toBeGreaterThan(0.3);
});

test('given the same chances, when what is clear is chosen, then suicide and a child are heard from further', () => {
  expect(seuils.nets.suicide).toBeLessThan(seuils.nets.arme as number);
  expect(seuils.nets['enfant-en-danger']).toBe(seuils.nets.suicide);
});

test('given needs, when their thresholds are chosen, then what is only to be confirmed is under what is said', () => {
  for (const id of NEEDS) expect(seuils.confirmer[id]).toBeLessThan(seuils.besoins[id] as number);
});
