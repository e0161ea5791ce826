import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { contrastOf } from '../../src/knowledge/schema/contrast.ts';
import { newFolder } from '../fixtures/knowledge-folder.ts';

const VALID = `id: mairie
actif: true
origines: [https://www.mairie.example, "http://localhost:8080"]
zone: "59350"
langue: fr
couleurs: { fond: "#ffffff", texte: "#1c2230", accent: "#1d4e63" }
titre: Informations utiles
sortie: https://meteofrance.com/
`;

let folder = '';
beforeEach(() => {
  folder = newFolder('sites');
  for (const name of ['lines', 'partners', 'sites']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, 'exit-targets.yaml'), '- https://meteofrance.com/\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (content: string, name = 'mairie.yaml') =>
  writeFileSync(path.join(folder, 'sites', name), content);
const fault = (): string => {
  try {
    loadKnowledge(folder);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('sites that may embed the assistant', () => {
  test('given a valid site, when it is loaded, then it is there whole', () => {
    put(VALID);
    expect(loadKnowledge(folder).sites).toEqual([expect.objectContaining({ id: 'mairie', zone: '59350' })]);
  });

  test('given an id and origins alone, when it is loaded, then the rest is neutral', () => {
    put('id: mairie\nactif: true\norigines: []\n');
    expect(loadKnowledge(folder).sites[0]).toEqual({
      id: 'mairie',
      actif: true,
      origines: [],
      zone: null,
      langue: 'fr',
      couleurs: null,
      titre: null,
      sortie: null,
    });
  });

  test.each([
    ['A17', 'a star', 'https://www.mairie.example', '"*"', 'origines'],
    ['A17', 'a part of a name', 'https://www.mairie.example', '"https://*.mairie.example"', 'origines'],
    ['A17', 'plain http', 'https://www.mairie.example', 'http://www.mairie.example', 'origines'],
    ['A17', 'a path', 'https://www.mairie.example', 'https://www.mairie.example/aide', 'origines'],
    ['A17', 'null', 'https://www.mairie.example', '"null"', 'origines'],
    [
      'A17',
      'a policy after the origin',
      'https://www.mairie.example',
      '"https://a.example; script-src *"',
      'origines',
    ],
    ['C5', 'a pale text', '#1c2230', '#767676', 'couleurs.texte'],
    ['C5', 'a pale button', '#1d4e63', '#3b82f6', 'couleurs.accent'],
    ['A21', 'a title that tells', 'Informations utiles', 'Aide aux victimes', 'titre'],
    ['A21', 'a title that tells with accents', 'Informations utiles', 'Asile et détenus', 'titre'],
    ['A21', 'an address that tells', 'id: mairie', 'id: violences-59', 'id'],
    ['B12', 'an exit outside the list', 'https://meteofrance.com/', 'https://www.mairie.example/', 'sortie'],
    ['B12', 'an exit without https', 'https://meteofrance.com/', 'http://meteofrance.com/', 'sortie'],
    [
      'B12',
      'an exit that says from where',
      'https://meteofrance.com/',
      'https://meteofrance.com/?de=mairie',
      'sortie',
    ],
    ['E9', 'an unknown key', 'langue: fr', 'langage: fr', 'langage'],
  ])(
    '%s: given %s, when the site is loaded, then it is refused and the field is named',
    (_, __, from, to, field) => {
      expect(VALID).toContain(from);
      put(VALID.replace(from, to));
      expect(fault()).toContain('sites/mairie.yaml');
      expect(fault()).toContain(field);
    },
  );

  test('given a file that is not named after its id, when it is loaded, then it is refused', () => {
    put(VALID, 'autre.yaml');
    expect(fault()).toContain('sites/autre.yaml id (nom-de-fichier)');
  });

  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
  ])(
    'C5: given %s on %s, when their contrast is measured, then it is %f as WCAG computes it',
    (a, b, ratio) => {
      expect(contrastOf(a, b)).toBeCloseTo(ratio, 2);
    },
  );
});

test('A17: given the project’s own knowledge, when its sites are loaded, then none is active: each operator adds its own', () => {
  const { sites } = loadKnowledge(path.join(__dirname, '..', '..', 'knowledge'));
  expect(sites.filter(({ actif }) => actif)).toEqual([]);
});
