import { importRecords, service, structure } from '../../fixtures/imported.ts';

const ROOF = 'logement-hebergement--rechercher-une-solution-dhebergement-temporaire';
const STREET = '17 rue Cachée';
const WHERE = { adresse: STREET, code_insee: '59512', lien_mobilisation: 'https://lieu.example/venir' };
const HOME = { adresse: STREET, site_web: 'https://lieu.example', latitude: 50.1, longitude: 3.1 };
const SIRET = '12345678901234';
const NUMBER = '+33320112233';

/** The streets that are shown after an import, by row. */
const streetsOf = (records: Record<string, unknown>[]) => {
  const { imported } = importRecords(records);
  return Array.from({ length: imported.size }, (_, row) => imported.entryAt(row).service.adresse);
};

describe('what an import hides', () => {
  test.each([
    ['a lodging', { thematiques: [ROOF] }, {}],
    ['a lodging by its name', { nom: 'Foyer pour jeunes' }, {}],
    ['a lodging by its network', {}, { reseaux_porteurs: ['chrs'] }],
    ['a place for victims', { description: 'Accueil des femmes victimes de violences.' }, {}],
    ['a place for victims by the name of its structure', {}, { nom: 'Stop Violences' }],
    [
      'a place for victims by the description of its structure',
      {},
      { description: 'Lieu d’écoute des victimes de violences.' },
    ],
    [
      'a place about prostitution by the description of its structure',
      {},
      { description: 'Pour sortir de la prostitution.' },
    ],
    ['a place about prostitution', { description: 'Sortir de la prostitution, avec nous.' }, {}],
    [
      'a service of conflict, separation and violence',
      { thematiques: ['famille--surmonter-conflits-separation-violence'] },
      {},
    ],
  ])(
    'D15: given %s, when imported, then no street, coordinates, site or link is in the snapshot',
    (_, own, home) => {
      const { columns, imported } = importRecords([
        structure('a', { ...HOME, ...home }),
        service('a', { ...WHERE, ...own }),
      ]);
      const { organisation, service: s, lieu } = imported.entryAt(0);
      const said = JSON.stringify([organisation, s]);
      expect([said.includes('Cachée'), said.includes('lieu.example'), lieu]).toEqual([false, false, null]);
      expect(organisation.confidentialite).toBe('adresse-masquee');
      const strings = Array.from({ length: 30 }, (_n, rank) => columns.text(rank)).join('|');
      expect([strings.includes('Cachée'), strings.includes('lieu.example')]).toEqual([false, false]);
    },
  );

  test.each([
    ['its structure', {}, {}, { ...service('b', WHERE), structure_id: 'test--a' }],
    ['its SIRET', { siret: SIRET }, {}, structure('c', { telephone: null, siret: SIRET })],
    ['the number of its structure', { telephone: NUMBER }, {}, structure('c', { telephone: NUMBER })],
    ['its number', {}, { telephone: NUMBER }, structure('c', { telephone: NUMBER })],
  ])(
    'D15: given a hidden service and another by %s, when imported, then both lose the street',
    (_, home, own, near) => {
      const streets = streetsOf([
        structure('a', home),
        service('a', { ...WHERE, ...own, thematiques: [ROOF] }),
        near,
        ...('structure_id' in near ? [] : [service('c', WHERE)]),
      ]);
      expect(streets).toEqual([null, null]);
    },
  );

  test.each([
    ['the same number', NUMBER, false],
    ['another number', '+33320445566', true],
  ])(
    'D15: given a hidden service and a service elsewhere of %s, when imported, then the street stays: %#',
    (_, telephone, stays) => {
      const streets = streetsOf([
        structure('a'),
        service('a', { ...WHERE, telephone: NUMBER, thematiques: [ROOF] }),
        structure('c', { telephone: null }),
        service('c', { ...WHERE, telephone }),
      ]);
      expect(streets.includes(STREET)).toBe(stays);
    },
  );

  test.each([
    ['its own name', { nom: 'CHRS 12 rue des Lilas' }, {}],
    ['its number', { nom: 'Accueil, 12 rue des Lilas', telephone: NUMBER }, { nom: 'Permanence' }],
    ['its network', { nom: 'Le 12, rue des Lilas', reseaux_porteurs: ['chrs'] }, { nom: '12 rue des Lilas' }],
  ])(
    'D15: given a structure hidden by %s and a name that tells where, when imported, then it is refused with its services, and told',
    (_, home, own) => {
      const shelter = [structure('h', { telephone: NUMBER }), service('h', { thematiques: [ROOF] })];
      const { columns, imported, problems } = importRecords([
        ...shelter,
        structure('a', home),
        service('a', own),
      ]);
      expect([imported.size, columns.structures.nom.length]).toEqual([1, 1]);
      expect([1, 2, 3].map(columns.text).join('|')).not.toContain('Lilas');
      expect(problems.map(({ endroit, champ, refus }) => [endroit, champ, refus])).toEqual([
        ['record 3', 'nom', 'fiche'],
        ['record 4', 'structure_id', 'fiche'],
      ]);
    },
  );

  test.each([
    ['an open service', {}, {}, '59512'],
    ['a hidden service', { thematiques: [ROOF] }, {}, '59'],
    ['a service hidden by its structure', {}, { reseaux_porteurs: ['chrs'] }, '59'],
  ])(
    'D15: given %s that gives no zone, when imported, then it serves what does not tell where: %#',
    (_, own, home, zone) => {
      const { imported } = importRecords([
        structure('a', home),
        service('a', { ...WHERE, zone_eligibilite: null, ...own }),
      ]);
      expect(imported.entryAt(0).service.zone_eligibilite).toEqual([zone]);
    },
  );

  test('D15: given a hidden service whose name tells where, when imported, then its structure’s name stands for it, and all the structure is hidden', () => {
    const { columns, imported, problems } = importRecords([
      structure('a', { nom: 'Association A' }),
      service('a', { ...WHERE, nom: `CHRS ${STREET}` }),
      { ...service('b', WHERE), structure_id: 'test--a' },
    ]);
    const shown = [0, 1].map((row) => imported.entryAt(row).service);
    expect(shown.map(({ nom }) => nom).sort()).toEqual(['Association A', 'Service b']);
    expect(shown.map(({ adresse }) => adresse)).toEqual([null, null]);
    expect(Array.from({ length: 30 }, (_n, rank) => columns.text(rank)).join('|')).not.toContain('Cachée');
    expect(problems.map(({ champ, refus }) => [champ, refus])).toEqual([['nom', 'champ']]);
  });
});
