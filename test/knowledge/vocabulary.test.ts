import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BESOINS, GROUPES_BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS } from '../../knowledge/vocabulary/publics.ts';
import { SIGNAUX } from '../../knowledge/vocabulary/signaux.ts';
import { CONTRAINTES, DELAIS, LANGUES, LOCUTEURS } from '../../knowledge/vocabulary/situation.ts';

interface Term {
  readonly definition: string;
  readonly dataInclusion: string | readonly string[] | null;
  readonly raison?: string;
}

const official = (name: string): Set<string> => {
  const file = path.join(__dirname, '..', 'fixtures', 'data-inclusion', `${name}.json`);
  return new Set((JSON.parse(readFileSync(file, 'utf8')) as { value: string }[]).map(({ value }) => value));
};
const terms = (table: Record<string, Term>) => Object.entries(table);
const TABLES = { BESOINS, PUBLICS, SIGNAUX, CONTRAINTES, DELAIS, LOCUTEURS } as Record<
  string,
  Record<string, Term>
>;

describe('the vocabulary', () => {
  test.each([
    ['besoins', terms(BESOINS), official('thematiques')],
    ['publics', terms(PUBLICS), official('publics')],
  ] as const)(
    'given %s, when mapped to data·inclusion v1, then every target is in its official list',
    (_, table, list) => {
      const unknown = table.flatMap(([id, { dataInclusion }]) =>
        [dataInclusion ?? []]
          .flat()
          .filter((target) => !list.has(target))
          .map((target) => `${id}: ${target}`),
      );
      expect(unknown).toEqual([]);
    },
  );

  test.each(Object.entries(TABLES))(
    'given %s, when a term has no counterpart, then the reason is said, and each term is defined',
    (_, table) => {
      for (const [id, { dataInclusion, raison, definition }] of terms(table)) {
        expect([id, definition.length > 3, (dataInclusion === null) === (raison !== undefined)]).toEqual([
          id,
          true,
          true,
        ]);
      }
    },
  );

  test('given the groups of needs, when counted, then each need but the professionals’ is in one group of five at most', () => {
    const grouped = Object.values(GROUPES_BESOINS).flatMap(({ besoins }) => [...besoins]);
    expect([...grouped].sort()).toEqual(
      Object.keys(BESOINS)
        .filter((id) => id !== 'appui-professionnel')
        .sort(),
    );
    expect(
      Math.max(...Object.values(GROUPES_BESOINS).map(({ besoins }) => besoins.length)),
    ).toBeLessThanOrEqual(5);
  });

  test('given the closed lists of the design, when counted, then none is missing', () => {
    const sizes = [BESOINS, SIGNAUX, PUBLICS, LOCUTEURS, DELAIS, CONTRAINTES].map(
      (table) => Object.keys(table).length,
    );
    expect(sizes).toEqual([26, 15, 15, 4, 5, 10]);
    expect(LANGUES).toContain('lsf');
  });
});
