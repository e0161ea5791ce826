import { readText } from '../../../src/understanding/compile-patterns.ts';
import { createFeaturize, FEATURE_KINDS, lengthScale } from '../../../src/understanding/network/features.ts';
import { prepare } from '../../../src/understanding/prepare.ts';
import { FRENCH } from '../french.ts';

const featurize = createFeaturize({
  data: FRENCH,
  concepts: ['frapper', 'partenaire', 'arme'],
  kinds: new Set(FEATURE_KINDS),
});
const featuresOf = (text: string) => featurize(readText(prepare(text), FRENCH));

test.each([
  ['mon mari me frappe', 'p:frapper'],
  ['mon mari me frappe', 'q:partenaire frapper'],
  ['il ne me frappe pas', 'n:p:frapper'],
  ['un couteau', 'c:cout'],
  ['il a un couto', 't:arme-large'],
  ['la peur du couteau', 'u:arme-large peur'],
])('given « %s », when it is read, then %s is among its features', (text, feature) => {
  expect(featuresOf(text)).toContain(feature);
});

test.each([
  ['mon mari me frappe', 'n:p:frapper'],
  ['il ne vient pas, mon mari me frappe', 'n:p:frapper'],
  ['il me frappe. un couteau', 'q:frapper arme'],
])('given « %s », when it is read, then %s is not among its features', (text, feature) => {
  expect(featuresOf(text)).not.toContain(feature);
});

test('given two spellings of one sound, when they are read, then they share their word', () => {
  const words = (text: string) => [...featuresOf(text)].filter((feature) => feature.startsWith('w:'));
  expect(words('kouto')).toEqual(words('couteau'));
});

test.each([
  'constructor',
  '__proto__',
  'hasOwnProperty toString',
  '',
  '🙂🙂',
  '123 456',
  '<b>',
  'ça va',
  'مرحبا',
])('E14: given « %s », when it is read, then every feature bears the name of its kind', (text) => {
  for (const feature of featuresOf(text)) expect(feature).toMatch(/^[wbcpqnrtu]:/);
});

test('given only one kind, when a message is read, then no other kind is there', () => {
  const words = createFeaturize({ data: FRENCH, concepts: [], kinds: new Set(['w'] as const) });
  const features = [...words(readText(prepare('mon mari me frappe'), FRENCH))];
  expect(features).toHaveLength(4);
  expect(features.every((feature) => feature.startsWith('w:'))).toBe(true);
});

test('given a concept that no file defines, when features are built, then it is an error', () => {
  const build = () => createFeaturize({ data: FRENCH, concepts: ['inconnu'], kinds: new Set(FEATURE_KINDS) });
  expect(build).toThrow('unknown concept');
});

test('given a long message, when its scale is read, then it is smaller than that of a short one', () => {
  expect(lengthScale(100)).toBeLessThan(lengthScale(10));
  expect(lengthScale(0)).toBe(lengthScale(1));
});

test.each([
  ['one word a letter', 'a '.repeat(250)],
  ['one endless word', 'a'.repeat(500)],
  ['words that all hit', 'mari frappe '.repeat(41)],
  ['denials', 'pas '.repeat(125)],
  ['words with a letter missing', 'hebergemnt '.repeat(45)],
])(
  'E5: given 500 characters of %s, when they are read, then their features are bounded by their length',
  (_, text) => {
    expect([...featuresOf(text)].length).toBeLessThanOrEqual(20 * text.length);
  },
);
