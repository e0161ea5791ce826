import { createLexicon } from '../../src/understanding/lexicon.ts';
import { createSpelling, normalise } from '../../src/understanding/normalise.ts';
import { compilePattern, match, read } from '../../src/understanding/patterns.ts';

const CONCEPTS = new Map([
  ['couleur', ['rouge', 'bleu ciel', 'vert*']],
  ['negation', ['pas', 'plus']],
  ['fausse-negation', ['plus fort', 'sais pas']],
  ['negation-avant', ['sans']],
  ['sujet', ['il', 'je']],
  ['transparent', ['ne', 'a', 'la', 'une', 'pas', 'plus', 'encore']],
]);
const SPELLING = createSpelling({
  abreviations: new Map([
    ['jé', "j'ai"],
    ['pr', 'pour'],
    ['mme', 'madame'],
    ['ke', 'que'],
  ]),
  sigles: new Map([['MAL', "mise à l'abri"]]),
  coupures: ['mais'],
  avantMa: ['il'],
  apresMa: ['mère'],
});

function matches(source: string, text: string) {
  const lexicon = createLexicon(CONCEPTS, ['maison']);
  const guards = {
    negation: lexicon.classOf('@negation'),
    fausseNegation: lexicon.classOf('@fausse-negation'),
    negationAvant: lexicon.classOf('@negation-avant'),
    sujet: lexicon.classOf('@sujet'),
    transparent: lexicon.classOf('@transparent'),
  };
  const patterns = compilePattern(source, lexicon);
  const reading = read(normalise(text, SPELLING), lexicon, guards);
  return patterns.flatMap((pattern) => match(pattern, reading));
}

describe('what a pattern matches', () => {
  test.each([
    ['peint rouge', 'il peint rouge', true],
    ['peint rouge', 'il peint en rouge', false],
    ['peint ~1 rouge', 'il peint en rouge', true],
    ['peint ~1 rouge', 'il peint en beau rouge', false],
    ['peint rouge', 'il peint encore une rouge', true],
    ['peint ~3 rouge', 'il peint. le mur est rouge', false],
    ['peint ~3 rouge', 'il peint, le mur, rouge', true],
    ['peint @couleur', 'il peint bleu ciel', true],
    ['peint @couleur', 'il peint bleu', false],
    ['peint @couleur', 'il peint verdâtre', false],
    ['peint @couleur', 'il peint vertement', true],
    ['peint bien? rouge', 'il peint rouge', true],
    ['peint bien? rouge', 'il peint bien rouge', true],
    ['peint rouge|noir', 'il peint noir', true],
    ['#5-17 ans', '12 ans', true],
    ['#5-17 ans', '18 ans', false],
    ['peint rouge', 'IL PEINT ROUGÉÉÉ', true],
    ['peindre', 'il aime paindre', true],
    ['aquarelle', 'une acquarelle', true],
    ['aquarelle', 'une aquarele', true],
    ['peinture', 'une peimture', true],
    ['avocat', 'besoin davocat', true],
    ['maizon', 'la maison', false],
  ])('given the pattern « %s », when « %s » is read, then it matches: %s', (source, text, expected) => {
    expect(matches(source, text).length > 0).toBe(expected);
  });

  test.each([
    ['il peint rouge', 'il ne peint pas rouge', true],
    ['il peint', 'il peint plus', true],
    ['il peint', 'il peint plus fort', false],
    ['il peint', 'je sais pas il peint', false],
    ['il peint', 'je vois pas il peint', false],
    ['peint', 'il n’a pas peint', true],
    ['rouge', 'sans rouge', true],
    ['peint', 'il peint mais pas rouge', false],
    ['il peint pas', 'il peint pas', false],
  ])('given the pattern « %s », when « %s » is read, then it is denied: %s', (source, text, expected) => {
    expect(matches(source, text).map(({ negated }) => negated)).toEqual([expected]);
  });

  test.each(['@inconnu', '@couleur|@inconnu', ''])(
    'given the unreadable pattern « %s », when it is compiled, then it throws',
    (source) => {
      expect(() => compilePattern(source, createLexicon(CONCEPTS, []))).toThrow(
        /unknown concept|no element|no word/,
      );
    },
  );
});

describe('how a text becomes words', () => {
  test.each([
    ['jé peur', 'je ai peur'],
    ['Je t’aime, j’ai l’air', 'je te aime je ai le air'],
    ['s’il vient', 'si il vient'],
    ['mme me parle', 'madame me parle'],
    ['il ma tapé, ma mère', 'il me a tape ma mere'],
    ['il ma mère', 'il ma mere'],
    ['jveux', 'je veux'],
    ['2enfants', '2 enfants'],
    ['F + 2', 'f avec 2'],
    ['cherche MAL', 'cherche mise a le abri'],
    ['CHERCHE MAL', 'cherche mal'],
    ['[nom] parle', 'parle'],
    ['beau-père', 'beau pere'],
    ['nooooon', 'non'],
    ['œuf', 'oeuf'],
    ['mdr 😂', 'mdr lol'],
  ])('given « %s », when it is normalised, then it reads « %s »', (text, expected) => {
    expect(normalise(text, SPELLING).mots.join(' ')).toBe(expected);
  });
});
