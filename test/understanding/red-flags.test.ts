import { SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import type { Signal } from '../../src/conversation/understood.ts';
import { prepare } from '../../src/understanding/prepare.ts';
import { createRedFlags } from '../../src/understanding/red-flags.ts';
import { CALM } from './calm-sentences.ts';
import { AT_LEAST_POSSIBLE, SURE } from './danger-sentences.ts';
import { FRENCH } from './french.ts';

const redFlags = createRedFlags(FRENCH);
const flagsOf = (text: string): Signal[] => redFlags(prepare(text));
const forceOf = (text: string, id: string) => flagsOf(text).find((signal) => signal.id === id)?.force;

describe('sure signals', () => {
  test.each(SURE)('D13: given « %s », when it is read, then %s is sure', (text, ...ids) => {
    for (const id of ids) expect([id, forceOf(text, id)]).toEqual([id, 'sure']);
  });

  test.each(Object.keys(SIGNAUX))(
    'D1: given the table of danger, when %s is looked for, then it has at least 7 messages',
    (id) => {
      expect(SURE.filter(([, ...ids]) => ids.includes(id as SignalId)).length).toBeGreaterThanOrEqual(7);
    },
  );
});

test.each(AT_LEAST_POSSIBLE)('given « %s », when it is read, then %s is at least possible', (text, id) => {
  expect(forceOf(text, id)).toBeDefined();
});

describe('hard negatives', () => {
  test.each(CALM.map((text) => [text]))(
    'D2: given « %s », when it is read, then no signal is sure',
    (text) => {
      expect(flagsOf(text).filter(({ force }) => force === 'sure')).toEqual([]);
    },
  );

  test('D2: given the everyday messages, when they are read, then few raise even a possible signal', () => {
    expect(CALM.filter((text) => flagsOf(text).length > 0).length / CALM.length).toBeLessThan(0.05);
  });
});

describe('what changes the force of a signal', () => {
  test.each([
    ['il me frappe', 'il ne me frappe plus', 'violences'],
    ['je veux mourir', 'je ne veux pas mourir', 'suicide'],
    ['il m’a violée', 'il ne m’a pas violée', 'violences-sexuelles'],
    ['il m’a étranglée', 'il ne m’a jamais étranglée', 'etranglement'],
    ['j’ai avalé des cachets', 'je n’ai pas avalé de cachets', 'suicide'],
    ['il va me tuer', 'il ne va pas me tuer', 'danger-immediat'],
  ] as const)(
    'given « %s » is sure, when it is denied as « %s », then %s is possible, never nothing',
    (said, denied, id) => {
      expect([forceOf(said, id), forceOf(denied, id)]).toEqual(['sure', 'possible']);
    },
  );

  test.each([
    'il n’arrête pas de me frapper',
    'il me frappe de plus en plus fort',
    'il me frappe plus fort qu’avant',
    'je sais pas quoi faire il me frappe',
    'il ne fait pas que crier, il me frappe',
    'il me frappe sans raison',
  ])('given « %s », when its « pas » or « plus » denies nothing, then violence stays sure', (text) => {
    expect(forceOf(text, 'violences')).toBe('sure');
  });

  test.each([
    ['mon mari me frappe', 'mon mari me frappe lol', 'violences'],
    ['je veux mourir', 'je veux mourir 😂', 'suicide'],
  ] as const)(
    'given « %s » is sure, when it is laughed at as « %s », then %s is possible, never nothing',
    (said, laughed, id) => {
      expect([forceOf(said, id), forceOf(laughed, id)]).toEqual(['sure', 'possible']);
    },
  );

  test('given an old suicide attempt, when it is told as past, then it is possible', () => {
    expect(forceOf('j’ai avalé des cachets il y a 10 ans', 'suicide')).toBe('possible');
  });

  test.each(['je l’ai frappé pour me défendre, il me bat', 'mon mari me frappe et je lui ai mis une gifle'])(
    'given « %s », when the writer is hit and hits back, then violence is sure and auteur only possible',
    (text) => {
      expect([forceOf(text, 'violences'), forceOf(text, 'auteur')]).toEqual(['sure', 'possible']);
    },
  );

  test.each([
    ['il me frappe et j’ai deux enfants', 'enfant-en-danger'],
    ['j’ai 80 ans et je cherche un club de tricot', 'maltraitance'],
    ['mon fils de 15 ans me frappe', 'enfant-en-danger'],
    ['je frappe ma femme', 'violences-sexuelles'],
    ['mon mari me frappe', 'auteur'],
  ] as const)('given « %s », when it is read, then %s is not sure', (text, id) => {
    expect(forceOf(text, id)).not.toBe('sure');
  });
});

test('D4: given nothing but the pattern data, when a message is read twice, then the answer is immediate and the same', () => {
  const first = createRedFlags(FRENCH)(prepare('mon mari me frappe'));
  expect(first).toEqual(createRedFlags(FRENCH)(prepare('mon mari me frappe')));
  expect(first).not.toBeInstanceOf(Promise);
});

test('given several signals, when they are read, then each stands once, in the order of the vocabulary', () => {
  const ids = flagsOf('il m’a étranglée et menacée avec un couteau, je veux mourir').map(({ id }) => id);
  expect(ids).toEqual((Object.keys(SIGNAUX) as SignalId[]).filter((id) => ids.includes(id)));
  expect(ids).toEqual(expect.arrayContaining(['arme', 'etranglement', 'violences', 'suicide']));
});
