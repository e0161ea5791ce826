import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PUBLICS_REPRIS, THEMATIQUES } from '../../../knowledge/vocabulary/data-inclusion.ts';
import { decodeSnapshot } from '../../../src/knowledge/exchange/snapshot.ts';
import { demandOf } from '../../../src/matching/demand.ts';
import { RULES } from '../../../src/matching/rules.ts';
import { importRecords, PLACES, service, structure } from '../../fixtures/imported.ts';
import { NOW, situation } from '../../fixtures/toy.ts';

const official = (name: string): string[] =>
  JSON.parse(
    readFileSync(path.join(__dirname, '..', '..', 'fixtures', 'data-inclusion', `${name}.json`), 'utf8'),
  ).map(({ value }: { value: string }) => value);
const entryOf = (fields: object, home: object = {}) =>
  importRecords([structure('a', home as never), service('a', fields as never)]).imported.entryAt(0);

const ROOF = 'logement-hebergement--rechercher-une-solution-dhebergement-temporaire';

describe('what is taken over of a file', () => {
  test.each([
    ['thématiques', Object.keys(THEMATIQUES), official('thematiques')],
    ['publics', Object.keys(PUBLICS_REPRIS), official('publics')],
  ])(
    'given the official list of %s, when mapped, then none is missing and none is ours alone',
    (_, ours, list) => {
      expect([...ours].sort()).toEqual([...list].sort());
    },
  );

  test('given an open service, when imported, then its address, way in, source and date are kept, and its free text is not', () => {
    const entry = entryOf({ adresse: '5 rue Ouverte', code_insee: '59512', description: 'Du texte libre.' });
    expect([entry.service.adresse, entry.lieu?.commune, entry.service.description]).toEqual([
      '5 rue Ouverte',
      '59512',
      '',
    ]);
    expect(entry.organisation.sources).toEqual([
      { titre: 'data·inclusion', editeur: 'data·inclusion, test', date: '2026-05-04' },
    ]);
    expect([entry.verifieLe, entry.confiance]).toEqual([null, 'moyenne']);
    expect(JSON.stringify(entry.service)).not.toContain('texte libre');
  });

  test('given a file last changed before 2023, when imported, then its confidence is low', () => {
    expect(entryOf({ date_maj: '2022-12-31' }).confiance).toBe('basse');
  });

  test.each([
    ['usagers alone', { mobilisable_par: ['usagers'] }, true],
    ['professionnels alone', { mobilisable_par: ['professionnels'] }, false],
    [
      'nobody said, and a referral in words',
      { mobilisable_par: null, conditions_acces: 'Sur orientation du SIAO.' },
      false,
    ],
    [
      'nobody said, and publics on referral',
      { mobilisable_par: null, publics_precisions: 'Personnes orientées par le SIAO.' },
      false,
    ],
    [
      'nobody said, and a demand of their own',
      { mobilisable_par: null, conditions_acces: 'Sur demande des familles, à leur adresse.' },
      true,
    ],
    ['usagers, and publics on referral', { publics_precisions: 'Personnes orientées par le SIAO.' }, true],
    ['nobody said, and no condition', { mobilisable_par: null }, true],
    ['only a term that is none', { mobilisable_par: ['prescripteurs'] }, false],
    ['usagers, beside a term that is none', { mobilisable_par: ['usagers', 'usagers-orientes'] }, false],
    ['what is no list', { mobilisable_par: { professionnels: true } }, false],
    [
      'a hidden place whose referral tells where',
      { thematiques: [ROOF], mobilisable_par: null, conditions_acces: 'Sur orientation, 17 rue Cachée.' },
      false,
    ],
  ])('given « %s », when a person asks, then the service is open: %#', (_, fields, open) => {
    const demand = demandOf(situation(), 'public', PLACES, NOW);
    expect(RULES.orientation(entryOf(fields), demand)).toBe(open);
  });

  test.each([
    'Sur demande d’une assistante sociale.',
    "Sur demande d'un travailleur social",
    'Être adressé par un professionnel.',
    'Orientation SIAO ou 115.',
  ])(
    'given « %s » in a condition, the publics or the way in, when nobody said who, then it is on referral',
    (text) => {
      const demand = demandOf(situation(), 'public', PLACES, NOW);
      for (const field of ['conditions_acces', 'publics_precisions', 'mobilisation_precisions']) {
        expect(RULES.orientation(entryOf({ mobilisable_par: null, [field]: text }), demand)).toBe(false);
      }
    },
  );

  test('given conditions of access and of referral, when imported, then each is kept as written, and what is no condition is not', () => {
    const entry = entryOf({
      conditions_acces: 'Avoir 18 ans.',
      publics_precisions: 'Personnes orientées par le SIAO.',
      mobilisation_precisions: 'Sur prescription médicale.',
    });
    expect(entry.service.conditions_acces).toBe(
      'Avoir 18 ans.\nPersonnes orientées par le SIAO.\nSur prescription médicale.',
    );
    const { imported, perdus } = importRecords([
      structure('a'),
      service('a', { publics_precisions: 'Familles du quartier.', mobilisation_precisions: 'Sonnez.' }),
    ]);
    expect(imported.entryAt(0).service.conditions_acces).toBeNull();
    expect(perdus.map(({ champ }) => champ)).toEqual(
      expect.arrayContaining(['service.publics_precisions', 'service.mobilisation_precisions']),
    );
  });

  test.each([
    [['tous-publics'], 'inconditionnel', []],
    [['femmes'], 'exclusif', ['femme']],
    [['jeunes'], 'exclusif', ['mineur', 'jeune']],
    [['femmes', 'actifs'], 'preferentiel', ['femme']],
    [['actifs'], 'inconditionnel', []],
    [null, 'inconditionnel', []],
  ])('given the publics %j, when imported, then the welcome is %s for %j', (publics, accueil, kept) => {
    const { service: s } = entryOf({ publics });
    expect([s.accueil, s.publics]).toEqual([accueil, kept]);
  });

  test.each([
    ['a family mediation', { nom: 'Médiation familiale' }, false],
    ['a marriage counsellor', { description: 'Une conseillère conjugale vous reçoit.' }, false],
    ['a work on the couple', { description: 'Un espace pour apaiser les conflits du couple.' }, false],
    ['help for its victims', { description: 'Accueil des victimes de violence conjugale.' }, true],
    ['help to leave', { description: 'Quitter le domicile conjugal, préparer son départ.' }, true],
    [
      'help named by its law',
      { description: 'Violences psychologiques ou physiques au sein du couple.' },
      true,
    ],
    ['a lodging that mediates', { thematiques: [ROOF], description: 'Suivi et médiation familiale.' }, true],
    ['a mediation by name, near a roof', { thematiques: [ROOF], nom: 'Médiation familiale' }, false],
  ])('given %s, when imported and there is violence, then it is open: %#', (_, fields, open) => {
    const demand = demandOf(
      situation({ signaux: [{ id: 'violences', force: 'possible' }] }),
      'public',
      PLACES,
      NOW,
    );
    expect(RULES.mediation(entryOf(fields), demand)).toBe(open);
  });

  test.each([
    ['leaving the home', { description: 'Pour quitter le domicile conjugal.' }],
    ['violence', { description: 'Pour les victimes de violence conjugale.' }],
    ['mediation', { description: 'Avec une médiation familiale.' }],
  ])('given a lodging that speaks of %s, when imported, then it is a lodging', (_, fields) => {
    expect(entryOf({ nom: 'CHRS', ...fields }).service.type).toBe('hebergement');
  });

  test('given a snapshot that is cut, of another version, or no snapshot, when opened, then the remedy is told', () => {
    for (const bytes of [
      Buffer.from(''),
      Buffer.from('PASSDI99aaaaaaaaaaaaaaaa'),
      Buffer.from('PASSDI03\u0010\0\0\0\0\0\0\0{}'),
    ]) {
      expect(() => decodeSnapshot(bytes, 's')).toThrow(/knowledge import/);
    }
  });
});
