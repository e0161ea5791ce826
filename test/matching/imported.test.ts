import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS } from '../../knowledge/vocabulary/publics.ts';
import { SIGNAUX } from '../../knowledge/vocabulary/signaux.ts';
import { CONTRAINTES, DELAIS } from '../../knowledge/vocabulary/situation.ts';
import type { Situation } from '../../src/conversation/situation.ts';
import { demandOf } from '../../src/matching/demand.ts';
import { buildDirectory, type Entry } from '../../src/matching/directory.ts';
import { BEST_PER_NEED, createImported } from '../../src/matching/imported/layer.ts';
import { match } from '../../src/matching/match.ts';
import { byCriteria, ranksOf } from '../../src/matching/order.ts';
import { brokenRule } from '../../src/matching/rules.ts';
import { dice, generated, importRecords, PLACES, service, structure } from '../fixtures/imported.ts';
import { generic, line, NOW, org, situation } from '../fixtures/toy.ts';

const NEEDS = Object.keys(BESOINS) as BesoinId[];
const LIEUX = [
  '59350',
  '75056',
  '75101',
  '38185',
  '97411',
  '23096',
  '200093201',
  '200040715',
  '59',
  '244900015',
  null,
];

/** Situations drawn over every facet that a rule or a criterion reads. */
function situations(count: number): Situation[] {
  const roll = dice(7);
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const maybe = <T>(share: number, list: readonly T[]): T[] => (roll() < share ? [one(list)] : []);
  return Array.from({ length: count }, () =>
    situation({
      besoins: [...new Set([one(NEEDS), one(NEEDS)])],
      lieu: one(LIEUX),
      publics: maybe(0.6, Object.keys(PUBLICS)) as never,
      contraintes: maybe(0.4, Object.keys(CONTRAINTES)) as never,
      delai: one(Object.keys(DELAIS)) as never,
      signaux: maybe(0.4, Object.keys(SIGNAUX)).map((id) => ({
        id,
        force: one(['sure', 'possible']),
      })) as never,
      locuteur: one(['personne', 'professionnel', 'inconnu']),
      publics_exclus: maybe(0.2, ['femme', 'avec-enfants']) as never,
    }),
  );
}

let layer: ReturnType<typeof generated> | undefined;
const france = () => {
  layer ??= generated(3000);
  return layer;
};
const everyEntry = (): Entry[] =>
  Array.from({ length: france().imported.size }, (_, row) => france().imported.entryAt(row));

describe('the index of imported services', () => {
  test('given 300 situations, when the index answers, then it gives what the rules give of every entry', () => {
    const { imported } = france();
    const entries = everyEntry();
    for (const s of situations(300)) {
      const demand = demandOf(s, 'public', PLACES, NOW);
      for (const need of demand.needs) {
        const found = imported.rows(need, demand).map((row) => imported.entryAt(row).id);
        const expected = entries
          .filter((entry) => entry.service.besoins.includes(need) && brokenRule(entry, demand) === null)
          .map(({ id }) => id);
        expect([s, found.sort()]).toEqual([s, expected.sort()]);
      }
    }
  });

  test('given 300 situations, when the best are asked, then they are the first by the criteria', () => {
    const { imported } = france();
    const entries = everyEntry();
    for (const s of situations(300)) {
      const demand = demandOf(s, 'public', PLACES, NOW);
      for (const need of demand.needs) {
        const expected = entries
          .filter((entry) => entry.service.besoins.includes(need) && brokenRule(entry, demand) === null)
          .map((entry) => ({ entry, ranks: ranksOf(entry, demand) }))
          .sort(byCriteria)
          .slice(0, BEST_PER_NEED)
          .map(({ entry }) => entry.id);
        expect([s, imported.best(need, demand).map(({ id }) => id)]).toEqual([s, expected]);
      }
    }
  });

  test('given every entry, when it is asked by its id, then it comes; when the id is nobody’s, then nothing does', () => {
    const { imported } = france();
    for (const entry of everyEntry()) {
      expect(imported.get(entry.id)?.id).toBe(entry.id);
    }
    expect(imported.get('di-000000000000/s-000000000000')).toBeUndefined();
    expect(imported.get('constructor/x')).toBeUndefined();
  });

  test('given a structure that is left out, when its services are asked, then none comes, by need or by id', () => {
    const { columns } = importRecords([structure('a'), service('a')]);
    const open = createImported(columns, PLACES);
    const closed = createImported(columns, PLACES, Uint8Array.of(1));
    const demand = demandOf(situation({ besoins: ['alimentation'], lieu: '59350' }), 'public', PLACES, NOW);
    const [entry] = open.best('alimentation', demand);
    expect(entry).toBeDefined();
    expect(closed.best('alimentation', demand)).toEqual([]);
    expect(closed.get(entry?.id ?? '')).toBeUndefined();
  });
});

const NEEDED = { besoins: ['alimentation'], lieu: '59350' } as const;
const imported = importRecords([structure('a'), service('a')]).imported;
const proposed = (
  facets: Partial<Situation>,
  partners: ReturnType<typeof org>[],
  lines: ReturnType<typeof line>[] = [],
) =>
  match(
    situation({ ...(NEEDED as object), ...facets }),
    buildDirectory({ partners: [...partners, generic('mairie', ['alimentation'])], lines }, PLACES, imported),
    { acces: 'public', now: NOW },
  ).suggestions;

describe('the imported layer', () => {
  test('given no curated partner, when a need is asked, then an imported one covers it before what exists everywhere', () => {
    const [first] = proposed({}, []);
    expect([first?.rang, first?.id.startsWith('di-')]).toEqual(['plan', true]);
  });

  test('given a curated partner, when a need is asked, then it covers it, and the imported one is an alternative', () => {
    const found = proposed({}, [org('a', { besoins: ['alimentation'], zone_eligibilite: ['59'] })]);
    expect(found.map(({ rang, id }) => [rang, id.split('/')[0]?.slice(0, 3)]).slice(0, 2)).toEqual([
      ['plan', 'a'],
      ['autre', 'di-'],
    ]);
  });

  test.each(
    Object.keys(SIGNAUX).flatMap(
      (id) =>
        [
          [id, 'sure'],
          [id, 'possible'],
        ] as const,
    ),
  )(
    'given the signal %s, %s, when several needs are asked, then nothing imported precedes a curated entry or a line',
    (id, force) => {
      const found = proposed(
        { besoins: ['alimentation', 'droits', 'ecoute'], signaux: [{ id, force }] as never },
        [org('a', { besoins: ['droits'], zone_eligibilite: ['59'] })],
        [line('l', { besoins: ['ecoute'] }), line('m', { besoins: ['droits'] })],
      );
      const layers = found.map((suggestion) => suggestion.id.startsWith('di-'));
      expect(layers).toEqual([...layers].sort((a, b) => Number(a) - Number(b)));
      expect(found.length).toBeGreaterThan(2);
    },
  );

  test('given an imported lodging, when a roof is asked, then it never stands for the line that opens doors', () => {
    const roof = importRecords([
      structure('a'),
      service('a', {
        thematiques: ['logement-hebergement--rechercher-une-solution-dhebergement-temporaire'],
      }),
    ]).imported;
    const lines = [line('l', { besoins: ['hebergement-urgence'] })];
    const { suggestions } = match(
      situation({ besoins: ['hebergement-urgence'], lieu: '59350' }),
      buildDirectory({ partners: [], lines }, PLACES, roof),
      { acces: 'public', now: NOW },
    );
    expect(suggestions.map(({ rang, id }) => [rang, id.slice(0, 2)])).toEqual([
      ['plan', 'l/'],
      ['autre', 'di'],
    ]);
  });
});
