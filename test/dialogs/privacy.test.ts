import { ENGAGEMENTS } from '../../dialogs/privacy.ts';
import { filesOf } from './curated-words.ts';

/** A name such as « A1, A2: given… », or a group of tests that carries them. */
const NAME = /(?:test|describe|\))\(\s*['"`]((?:[A-I]\d{1,2}(?:, )?)+):/g;

/** The checks that some test is named after. */
const tested = new Set(
  filesOf(['test'], /\.(?:test|web)\.ts$/).flatMap(({ text }) =>
    [...text.matchAll(NAME)].flatMap(([, ids = '']) => ids.split(', ')),
  ),
);

describe('A27: what is said of traces', () => {
  test.each(ENGAGEMENTS.flatMap(({ lignes }) => lignes))(
    'A27: given $texte, when its checks $essais are looked for, then a test is named after each',
    ({ essais }) => {
      expect(essais.length).toBeGreaterThan(0);
      expect(essais.filter((id) => !tested.has(id))).toEqual([]);
    },
  );

  test('A27: given a check that nothing tests, when it is looked for, then it is not found', () => {
    expect(tested.has('A99')).toBe(false);
    expect(tested.size).toBeGreaterThan(50);
  });
});
