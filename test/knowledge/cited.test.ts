import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS, type PublicId } from '../../knowledge/vocabulary/publics.ts';
import { SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import { EMPTY_SITUATION } from '../../src/conversation/situation.ts';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { match } from '../../src/matching/match.ts';
import { product } from '../fixtures/product.ts';

const { knowledge, world } = product();
const records = [...knowledge.partners, ...knowledge.lines];
const root = path.join(__dirname, '..', '..');

const outOfScope = readYaml(
  path.join(root, 'knowledge', 'out-of-scope.yaml'),
  z.array(z.strictObject({ nom: z.string(), raison: z.string() })),
  'out-of-scope.yaml',
);

/** The names under which the first partner pages cite an organisation, one a line. */
const cited = readFileSync(path.join(root, 'test', 'fixtures', 'cited-organisations.txt'), 'utf8')
  .trim()
  .split('\n');

const fold = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
/** A name, and what it is without its note between brackets. */
const forms = (name: string) => [fold(name), fold(name.replace(/\([^)]*\)/g, ''))];

const known = new Map(
  [
    ...records.flatMap(({ id, nom, noms_alternatifs }) =>
      [nom, ...noms_alternatifs].map((name) => [name, id] as const),
    ),
    ...outOfScope.map(({ nom }) => [nom, 'hors-champ'] as const),
  ].flatMap(([name, id]) => forms(name).map((form) => [form, id] as const)),
);
const found = (name: string) => forms(name).flatMap((form) => known.get(form) ?? [])[0];

/** Closed, absorbed, funding, training, out of scope, or of unknown state. */
const NEVER = [
  'CIDFF de l’Isère',
  'Passible',
  'Génépi',
  'Eybens Accueil Urgence (EAU)',
  'Point Accueil Jeunes',
  'Planning familial de Dunkerque',
  'CAF de Roubaix-Tourcoing',
  'DDCS de l’Isère',
  'DDCS (Nord)',
  'FIPD',
  'Fondation de France',
  'Caisse d’Épargne Nord France Europe (fondation)',
  'DISP Nord–PdC–HN–Picardie',
  'Conseil Régional Nord–Pas-de-Calais',
  'IFTS d’Échirolles',
  'IUT carrières sociales de Grenoble',
  'ILEP',
  'INSTEP',
  'IRTS',
  'CNFPT',
  'CREAI',
  'Écoles supérieures et centres de formation',
  'Journée Nationale Prison',
  'Conseils départementaux',
  'Collectif des administrateurs',
];

const subset = <T>(list: readonly T[]) => fc.subarray([...list], { maxLength: 3 });
const anyone = fc.record({
  besoins: subset(Object.keys(BESOINS) as BesoinId[]),
  signaux: subset(Object.keys(SIGNAUX) as SignalId[]).map((ids) =>
    ids.map((id) => ({ id, force: 'sure' as const })),
  ),
  publics: subset(Object.keys(PUBLICS) as PublicId[]),
  lieu: fc.constantFrom(
    '38185',
    '38544',
    '38151',
    '38269',
    '59350',
    '59512',
    '59599',
    '59183',
    '29019',
    null,
  ),
  locuteur: fc.constantFrom('personne', 'proche', 'inconnu', 'professionnel'),
});
const now = new Date('2026-11-24T15:00:00+01:00');

describe('the organisations that the first partner pages cite', () => {
  test('given the pages, when their names are counted, then there are 157', () => {
    expect(cited).toHaveLength(157);
  });

  test.each(cited)(
    'given « %s », when it is looked for by name, then it has a record or stands out of scope',
    (name) => {
      expect([name, found(name)]).toEqual([name, expect.any(String)]);
    },
  );

  test('given what is closed, funds, trains or is out of scope, when anyone asks for anything, then it is never proposed', () => {
    const barred = new Set(NEVER.map((name) => found(name)));
    expect(barred.has(undefined)).toBe(false);
    fc.assert(
      fc.property(anyone, (facets) => {
        const { suggestions } = match({ ...EMPTY_SITUATION, ...facets } as never, world.directory, {
          acces: 'public',
          now,
        });
        const shown = suggestions.flatMap(({ id }) => world.directory.byId.get(id) ?? []);
        return shown.every(
          ({ organisation: { id, statut, role } }) =>
            !barred.has(id) && (statut === 'actif' || statut === 'renomme') && role !== 'financeur',
        );
      }),
      { numRuns: 3000, seed: 157 },
    );
  });

  test('given a person who is not a professional, when anyone asks for anything, then no professional resource is proposed', () => {
    fc.assert(
      fc.property(anyone, (facets) => {
        const { suggestions } = match(
          { ...EMPTY_SITUATION, ...facets, locuteur: 'personne' } as never,
          world.directory,
          { acces: 'public', now },
        );
        return suggestions.every(
          ({ id }) => world.directory.byId.get(id)?.organisation.role === 'orientation',
        );
      }),
      { numRuns: 2000, seed: 59 },
    );
  });

  test('given a kind of service that exists everywhere, when it receives people in a place, then it says how to find the nearest', () => {
    const silent = knowledge.partners
      .filter(({ generique, role }) => generique && role === 'orientation')
      .flatMap(({ id, services }) =>
        services
          .filter((s) => s.modes_accueil.includes('en-presentiel') && !(s.conditions_acces ?? s.acces_via))
          .map((s) => `${id}/${s.id}`),
      );
    expect(silent).toEqual([]);
  });

  test('given a service that may be proposed, when its sources are read, then one at least has a date', () => {
    const undated = world.directory.entries
      .filter(({ service, organisation }) =>
        (service.sources ?? organisation.sources).every(({ date }) => date === null),
      )
      .map(({ id }) => id);
    expect(undated).toEqual([]);
  });
});
