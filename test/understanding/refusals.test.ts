import { readText } from '../../src/understanding/compile-patterns.ts';
import { prepare } from '../../src/understanding/prepare.ts';
import { splitRefusal } from '../../src/understanding/refusals.ts';
import { FRENCH } from './french.ts';

const split = (text: string) => {
  const found = splitRefusal(readText(prepare(text), FRENCH), FRENCH);
  return found && [found.refused.tokens.mots.join(' '), found.rest.tokens.mots.join(' ')];
};

test.each([
  ['je veux pas de foyer, juste parler', 'je veux pas de foyer', 'juste parler'],
  ['pas besoin d’un logement mais d’un avocat', 'pas besoin de un logement', 'mais de un avocat'],
  ['le logement ça va, c’est le bus qui manque', 'le logement ca va', 'ce est le bus qui manque'],
  ['ni police ni juge, je cherche un psy', 'ni police ni juge', 'je cherche un psy'],
  ['la police jamais, un avocat', 'la police jamais', 'un avocat'],
  [
    'non merci pour le club, un taxi pour voir ma sœur',
    'non merci pour le club',
    'un taxi pour voir ma soeur',
  ],
])('given « %s », when it is read, then what is refused is apart from the rest', (text, refused, rest) => {
  expect(split(text)).toEqual([refused, rest]);
});

test.each([
  'je cherche un hébergement, plus rien à manger depuis hier',
  'le 115 refuse de me prendre, je suis malade',
  'déjà 2 nuits dehors, je voudrais voir un médecin',
  'pas de logement',
  'je ne mange pas',
  'je cherche un avocat, un logement',
  'bonjour',
  '',
  'constructor',
])('given « %s », when it is read, then nothing is set apart', (text) => {
  expect(split(text)).toBeNull();
});

test('E5: given 500 characters of refusals, when they are read, then each word is in one part and one only', () => {
  const text = 'non, un lit. '.repeat(38);
  const words = readText(prepare(text), FRENCH).tokens.mots;
  const found = splitRefusal(readText(prepare(text), FRENCH), FRENCH);
  const parts = [...(found?.refused.tokens.mots ?? []), ...(found?.rest.tokens.mots ?? [])];
  expect(found).not.toBeNull();
  expect([...parts].sort()).toEqual([...words].sort());
});
