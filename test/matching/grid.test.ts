import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS, type PublicId } from '../../knowledge/vocabulary/publics.ts';
import { SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import {
  CONTRAINTES,
  type ContrainteId,
  DELAIS,
  type DelaiId,
  LOCUTEURS,
  type LocuteurId,
} from '../../knowledge/vocabulary/situation.ts';
import { EMPTY_SITUATION, type Situation } from '../../src/conversation/situation.ts';
import type { Entry } from '../../src/matching/directory.ts';
import { type MatchResult, match } from '../../src/matching/match.ts';
import { product } from '../fixtures/product.ts';

const CASES = 20_000;
const INSTANTS = ['2026-11-24T15:00:00+01:00', '2026-11-22T03:00:00+01:00', '2026-07-14T20:00:00+02:00'].map(
  (iso) => new Date(iso),
);

/** In and out of the curated territories, an EPCI, departments, an arrondissement, overseas; none, declined. */
const PLACES: readonly Situation['lieu'][] = [
  '38185',
  '38544',
  '38053',
  '38269',
  '38563',
  '38151',
  '59350',
  '59512',
  '59599',
  '59183',
  '59295',
  '59009',
  '59017',
  '200093201',
  '200040715',
  '38',
  '59',
  '29019',
  '13055',
  '13201',
  '75111',
  '69123',
  '31555',
  '67482',
  '2A004',
  '97411',
  '97302',
  '976',
  '48095',
  '23096',
  null,
  'decline',
];

const NEEDS = (Object.keys(BESOINS) as BesoinId[]).filter((id) => id !== 'appui-professionnel');
const WHO = [null, ...(Object.keys(PUBLICS) as PublicId[])];
const LIMITS = [null, ...(Object.keys(CONTRAINTES) as ContrainteId[])];
const SPEAKERS = Object.keys(LOCUTEURS) as LocuteurId[];
const SIGNALS = [null, ...(Object.keys(SIGNAUX) as SignalId[])];
const HORIZONS = Object.keys(DELAIS) as DelaiId[];

/** A small seeded generator: the same 20,000 cases everywhere. The first test counts the pairs they meet. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Case {
  readonly situation: Situation;
  readonly now: Date;
}

function cases(): Case[] {
  const roll = dice(38_59);
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const some = <T>(list: readonly (T | null)[]): T[] => [one(list)].flatMap((value) => value ?? []);
  return Array.from({ length: CASES }, () => ({
    now: one(INSTANTS),
    situation: {
      ...EMPTY_SITUATION,
      besoins: roll() < 0.2 ? [...new Set([one(NEEDS), one(NEEDS), one(NEEDS)])] : [one(NEEDS)],
      publics: some(WHO),
      contraintes: some(LIMITS),
      lieu: one(PLACES),
      locuteur: one(SPEAKERS),
      delai: one(HORIZONS),
      signaux: some(SIGNALS).map((id) => ({ id, force: roll() < 0.7 ? 'sure' : 'possible' })),
    },
  }));
}

const GRID = cases();

interface Found {
  readonly s: Situation;
  readonly suggestions: MatchResult['suggestions'];
  readonly couverture: MatchResult['couverture'];
  readonly entries: readonly Entry[];
}

let found: Found[] | undefined;

/** The grid, matched once. */
function matched(): Found[] {
  const { directory } = product().world;
  found ??= GRID.map(({ situation, now }) => {
    const { suggestions, couverture } = match(situation, directory, { acces: 'public', now });
    return {
      s: situation,
      suggestions,
      couverture,
      entries: suggestions.flatMap(({ id }) => directory.byId.get(id) ?? []),
    };
  });
  return found;
}

const hidden = ({ organisation, service }: Entry) =>
  [organisation.confidentialite, service.confidentialite].some((level) => level !== 'publique');
const located = ({ organisation, service }: Entry) =>
  [service.adresse, service.commune, service.code_insee, service.latitude, organisation.site_web].some(
    (value) => value !== null,
  ) || service.contacts.some(({ canal }) => canal === 'site');
const weak = (entry: Entry) => entry.confiance === 'basse' && entry.origine !== 'generique';
const net = (entry: Entry) => entry.origine !== 'partenaire' && entry.confiance !== 'basse';
const victims = (entry: Entry) =>
  entry.origine === 'partenaire' && entry.service.signaux.some((id) => SIGNAUX[id].subie);

/** What must never come out. */
const FAULTS: readonly (readonly [string, (f: Found) => boolean])[] = [
  ['is empty, or longer than eight', ({ suggestions }) => suggestions.length === 0 || suggestions.length > 8],
  ['leaves a need that nobody covers', ({ couverture }) => [...couverture.values()].includes('personne')],
  [
    'shows a closed organisation',
    ({ entries }) =>
      entries.some(({ organisation: { statut } }) => statut !== 'actif' && statut !== 'renomme'),
  ],
  [
    'shows where a hidden place is',
    ({ entries }) => entries.some((entry) => hidden(entry) && located(entry)),
  ],
  ['is without a reason', ({ suggestions }) => suggestions.some(({ raisons }) => raisons.length === 0)],
  [
    'gives a man a place closed to him',
    ({ s, entries }) =>
      s.publics.includes('homme' as never) &&
      entries.some(({ service }) => service.accueil === 'exclusif' && !service.publics.includes('homme')),
  ],
  [
    'gives a minor a place for adults',
    ({ s, entries }) =>
      s.publics.includes('mineur' as never) && entries.some(({ service }) => (service.age_min ?? 0) >= 18),
  ],
  ['shows a weak source alone', ({ entries }) => entries.some(weak) && !entries.some(net)],
  [
    'shows someone violent where victims are received',
    ({ s, entries }) =>
      s.signaux.some(({ id, force }) => id === 'auteur' && force === 'sure') && entries.some(victims),
  ],
  [
    'opens a professionals’ service to the public',
    ({ s, entries }) =>
      s.locuteur !== 'professionnel' &&
      entries.some(({ service }) => !service.mobilisable_par.includes('usagers')),
  ],
];

/** Each pair of values of two facets. */
function pairsOf(s: Situation): string[] {
  const values = [s.besoins[0], s.publics[0], s.contraintes[0], s.lieu, s.locuteur].map(
    (value, index) => `${index}:${value}`,
  );
  return values.flatMap((a, index) => values.slice(index + 1).map((b) => `${a}|${b}`));
}

describe('the grid', () => {
  test('given the generated cases, when the pairs of need, public, constraint, place and speaker are counted, then each is met', () => {
    const met = new Set(GRID.flatMap(({ situation }) => pairsOf(situation)));
    const sizes = [NEEDS.length, WHO.length, LIMITS.length, PLACES.length, SPEAKERS.length];
    const pairs = sizes
      .flatMap((a, i) => sizes.slice(i + 1).map((b) => a * b))
      .reduce((sum, count) => sum + count, 0);
    expect(met.size).toBe(pairs);
  });

  test.each(FAULTS)('given 20,000 situations, when each is matched, then none %s', (_, isFault) => {
    const wrong = GRID.filter((_case, index) => isFault(matched()[index] as Found));
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('given the same situation, when matched again, then the result is the same', () => {
    const { directory } = product().world;
    for (const { situation, now } of GRID.filter((_case, index) => index % 97 === 0)) {
      const run = () => match(situation, directory, { acces: 'public', now });
      expect(run()).toEqual(run());
    }
  });
});
