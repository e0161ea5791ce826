import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const VALID = `id: a
nom: Organisation A
statut: actif
role: orientation
sources: [{ titre: Fiche, editeur: test, date: "2026" }]
verifie_le: null
confiance: haute
services:
  - id: s
    nom: Service A
    description: Service.
    type: accueil
    besoins: [ecoute]
    zone_eligibilite: ["59350"]
    modes_accueil: [en-presentiel]
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'knowledge-'));
  mkdirSync(path.join(folder, 'lines'));
  mkdirSync(path.join(folder, 'partners'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Buffer) =>
  writeFileSync(path.join(folder, 'partners', name), content);
const fault = (): string => {
  try {
    loadKnowledge(folder);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('E9: loading knowledge', () => {
  test('given a valid file, when it is loaded, then the record is there', () => {
    put('a.yaml', VALID);
    expect(loadKnowledge(folder).partners[0]?.id).toBe('a');
  });

  test('given several bad fields in two files, when loaded, then every file and field is named', () => {
    put(
      'a.yaml',
      VALID.replace('statut: actif', 'statut: ouvert').replace('confiance: haute', 'confiance: sûre'),
    );
    put('b.yaml', `${VALID.replace('id: a', 'id: b')}inconnu: 1\n`);
    const message = fault();
    for (const part of [
      'partners/a.yaml',
      'statut (',
      'confiance (',
      'partners/b.yaml',
      'inconnu (champ-inconnu)',
    ]) {
      expect(message).toContain(part);
    }
  });

  test.each([
    [
      'a phone with letters',
      VALID.replace(
        'modes_accueil: [en-presentiel]',
        'modes_accueil: [en-presentiel]\n    contacts: [{ canal: telephone, valeur: 04 76 AB 50 10 }]',
      ),
      'contacts[0].valeur',
    ],
    [
      '114 as a voice number is not refused by form but a phone as an address is',
      VALID.replace(
        'modes_accueil: [en-presentiel]',
        'modes_accueil: [en-presentiel]\n    contacts: [{ canal: courriel, valeur: "3919" }]',
      ),
      'contacts[0].valeur',
    ],
    ['an unknown need', VALID.replace('[ecoute]', '[magie]'), 'besoins[0]'],
    ['a region code', VALID.replace('"59350"', '"R32"'), 'zone_eligibilite[0]'],
    ['a key twice', `${VALID}nom: B\n`, 'a.yaml:16 nom (syntaxe)'],
    [
      'an exclusive welcome of nobody',
      VALID.replace('modes_accueil', 'accueil: exclusif\n    modes_accueil'),
      'publics',
    ],
    [
      'a hidden place with a street',
      VALID.replace(
        'modes_accueil',
        'confidentialite: adresse-masquee\n    adresse: 1 rue X\n    modes_accueil',
      ),
      'services[0].adresse (lieu-cache)',
    ],
    [
      'an unknown successor',
      VALID.replace('statut: actif', 'statut: fusionne\nsuccesseur: personne'),
      'successeur',
    ],
    ['another file name', VALID.replace('id: a', 'id: z'), 'nom-de-fichier'],
    ['not YAML', 'a: [', 'a.yaml'],
  ])('given %s, when loaded, then it is refused and the field is named', (_, content, expected) => {
    put('a.yaml', content);
    expect(fault()).toContain(expected);
  });

  test('given a file that is not UTF-8, when loaded, then it is refused by name', () => {
    put('a.yaml', Buffer.from(VALID.replace('Organisation A', 'Organisé'), 'latin1'));
    expect(fault()).toContain('a.yaml');
  });

  test('given the same id twice, when loaded, then both files are named', () => {
    put('a.yaml', VALID);
    mkdirSync(path.join(folder, 'partners', 'x'));
    put('x/a.yaml', VALID);
    expect(fault()).toMatch(/x\/a\.yaml id: \S*partners\/a\.yaml \(id-double\)/);
  });
});
