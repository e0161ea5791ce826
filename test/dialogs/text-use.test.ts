import { TEXT_KEYS } from '../../dialogs/text-keys.ts';
import { BESOINS, GROUPES_BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS } from '../../knowledge/vocabulary/publics.ts';
import { SIGNAUX } from '../../knowledge/vocabulary/signaux.ts';
import { CANAUX } from '../../src/knowledge/schema/contact.ts';
import { INCONNUS, RAISONS } from '../../src/matching/reasons.ts';
import { RULES } from '../../src/matching/rules.ts';
import { filesOf } from './curated-words.ts';
import { stringsOf } from './source-strings.ts';

const SOURCE = /\.tsx?$/;
/** Vocabulary whose rows name their text. */
const TABLES: Record<string, Record<string, { readonly label: string }>> = {
  BESOINS,
  GROUPES_BESOINS,
  PUBLICS,
  SIGNAUX,
};

const keys: readonly string[] = TEXT_KEYS;
const families = [...new Set(keys.filter((key) => key.includes('.')).map((key) => key.split('.')[0]))];
const FAMILY = `(?:${families.join('|')})`;
const KEY_LIKE = new RegExp(`^${FAMILY}(?:\\.[a-z0-9-]+)+$`);
const PREFIX_LIKE = new RegExp(`^${FAMILY}(?:\\.[a-z0-9-]+)*\\.$`);
const FILE_NAME = /\.(?:html|css|js|json|svg|tsx?|ya?ml)$/;

const src = filesOf(['src'], SOURCE).map(({ where, text }) => ({ where, ...stringsOf(where, text) }));
// The list of keys is not a use of them.
const dialogs = filesOf(['dialogs'], SOURCE)
  .filter(({ where }) => !where.endsWith('text-keys.ts'))
  .map(({ where, text }) => ({ where, ...stringsOf(where, text) }));
const all = [...src, ...dialogs];

describe('use of the texts', () => {
  test('F5: given src and dialogs, when a string looks like a text key, then that text exists', () => {
    const unknown = all.flatMap(({ where, literals }) =>
      literals
        .filter((text) => KEY_LIKE.test(text) && !FILE_NAME.test(text) && !keys.includes(text))
        .map((text) => `${where}: ${text}`),
    );
    expect(unknown).toEqual([]);
  });

  test('F5: given src and dialogs, when a template begins like a text key, then such texts exist', () => {
    const unknown = all.flatMap(({ where, prefixes }) =>
      prefixes
        .filter((prefix) => PREFIX_LIKE.test(prefix) && !keys.some((key) => key.startsWith(prefix)))
        .map((prefix) => `${where}: ${prefix}`),
    );
    expect(unknown).toEqual([]);
  });

  test('F5: given every text key, when src and dialogs are read, then each is used', () => {
    const named = new Set(all.flatMap(({ literals }) => literals));
    const prefixes = all.flatMap((file) => file.prefixes).filter((prefix) => PREFIX_LIKE.test(prefix));
    const labels = all
      .flatMap(({ labelled }) => labelled)
      .flatMap((table) => Object.values(TABLES[table] ?? {}).map(({ label }) => label));
    const used = (key: string) =>
      named.has(key) || labels.includes(key) || prefixes.some((prefix) => key.startsWith(prefix));
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });

  test.each([
    ['raison', RAISONS],
    ['inconnu', INCONNUS],
    ['exclus', Object.keys(RULES)],
    ['canal', CANAUX],
  ])(
    'F5: given the family %s, when its texts are listed, then there is one for each id and no other',
    (family, ids) => {
      const texts = keys.filter((key) => key.startsWith(`${family}.`));
      expect(texts.sort()).toEqual(ids.map((id) => `${family}.${id}`).sort());
    },
  );
});

describe('no wording in code', () => {
  const ACCENTED = /\p{L}[àâäçéèêëîïôöùûüÿœæ]|[àâäçéèêëîïôöùûüÿœæ]\p{L}/iu;
  const FRENCH = /(?<!\p{L})(?:vous|votre|vos|nous|notre|une|pour|dans|avec|chez|êtes|d’un|d'un)(?!\p{L})/iu;

  test('given src, when its strings are read, then none holds an accented word', () => {
    const found = src.flatMap(({ where, pieces }) =>
      pieces.filter((text) => ACCENTED.test(text)).map((text) => `${where}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('given src but what reads people’s words, when its strings are read, then none is a French sentence', () => {
    const found = src
      .filter(({ where }) => !/^src\/(?:understanding|geography)\//.test(where))
      .flatMap(({ where, pieces }) =>
        pieces
          .filter((text) => text.trim().includes(' ') && FRENCH.test(text))
          .map((text) => `${where}: ${text}`),
      );
    expect(found).toEqual([]);
  });

  test('given the components of the page, when the text between tags is read, then it holds no word', () => {
    const found = src.flatMap(({ where, betweenTags }) =>
      betweenTags.filter((text) => /\p{L}{2,}/u.test(text)).map((text) => `${where}: ${text.trim()}`),
    );
    expect(found).toEqual([]);
  });

  test('given a source with a comment, a string, a template and a tag, when it is read, then only the comment is left out', () => {
    const hole = '$' + '{a}';
    const strings = stringsOf(
      'season.tsx',
      `import a from "./été.ts";
// été
const b = ["hiver", \`mois.${hole}\`, G[a].label];
const c = <p>août</p>;`,
    );
    expect(strings.literals).toEqual(['hiver']);
    expect(strings.prefixes).toEqual(['mois.']);
    expect(strings.betweenTags).toEqual(['août']);
    expect(strings.labelled).toEqual(['G']);
  });
});
