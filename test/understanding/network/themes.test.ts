import { createThemes } from '../../../src/understanding/network/themes.ts';

const themes = createThemes({ themes: { arme: ['couteau', 'fusil*'], peur: ['trembl*', 'fusil'] } });

test.each([
  ['couteau', ['arme']],
  ['kouto', ['arme']],
  ['fusils', ['arme']],
  ['fusil', ['peur', 'arme']],
  ['tremblait', ['peur']],
  ['maison', []],
  ['', []],
  ['constructor', []],
  ['__proto__', []],
])('given « %s », when its themes are looked up, then they are %j', (mot, found) => {
  expect(themes(mot)).toEqual(found);
});

test('given a short word, when it is in no list, then its sound is not asked: too many short words sound alike', () => {
  expect(createThemes({ themes: { eau: ['seau'] } })('so')).toEqual([]);
});
