import path from 'node:path';
import { CURATOR_KEYS } from '../../dialogs/curator-keys.ts';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { loadCuratorTexts } from '../../src/knowledge/load-texts.ts';
import { tell } from '../../src/knowledge/report.ts';
import { filesOf } from '../dialogs/curated-words.ts';
import { stringsOf } from '../dialogs/source-strings.ts';
import { knowledgeFolder, TODAY, VALID } from '../fixtures/knowledge-folder.ts';
import { product } from '../fixtures/product.ts';

const ROOT = path.join(__dirname, '..', '..');
const texts = loadCuratorTexts(path.join(ROOT, 'dialogs', 'texts'));
let kept: ReturnType<typeof knowledgeFolder>;
beforeEach(() => {
  kept = knowledgeFolder();
});
afterEach(() => kept.remove());

const check = (folder: string) =>
  checkKnowledge(folder, { places: product().places, today: TODAY, besoin: (id) => id }).findings.filter(
    // A folder of toys has no emergency line: that is said too, and not what is looked at here.
    ({ constat }) => constat !== 'ligne-urgence',
  );
/** Level, sentence, line and last field of each finding about `a.yaml`. */
const found = () =>
  check(kept.folder)
    .filter(({ fichier }) => fichier.endsWith('a.yaml'))
    .map(({ niveau, constat, ligne, chemin }) =>
      `${niveau} ${constat} ${ligne} ${chemin.at(-1) ?? ''}`.trim(),
    );
const of = (from: string, to: string) => VALID.replace(from, to);
const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);

describe('knowledge check', () => {
  test('given a valid and fresh record, when it is checked, then nothing is said', () => {
    kept.put('partners/nord/a.yaml', VALID);
    expect(found()).toEqual([]);
  });

  test.each<[string, string | Buffer, string]>([
    ['a BOM', `\ufeff${VALID}`, 'erreur bom 1 id'],
    ['Latin-1', bytes(of('Organisation A', 'Organisé'), 'latin1'), 'erreur encodage 2 nom'],
    ['a tab', of('    nom:', '\t nom:'), 'erreur tabulation 10 nom'],
    ['a key twice', of('statut:', 'nom: B\nstatut:'), 'erreur syntaxe.double 3 nom'],
    ['a colon too many', of('Organisation A', 'A: B'), 'erreur syntaxe.deux-points 2 nom'],
    ['a quote left open', of('Organisation A', '"A'), 'erreur syntaxe.fermeture 2 nom'],
    ['a phone with letters', of('03 20 00', '03 20 AB'), 'erreur joindre.telephone 18 valeur'],
    ['a phone without spaces', of('03 20 00 00 01', '"0320000001"'), 'erreur joindre.telephone 18 valeur'],
    ['an unknown status', of('actif', 'ouvert'), 'erreur valeur-inconnue 3 statut'],
    ['an unknown need', of('[ecoute]', '[magie]'), 'erreur valeur-inconnue 13 0'],
    ['an unknown key', of('statut:', 'statuut: x\nstatut:'), 'erreur champ-inconnu 3 statuut'],
    ['a missing key', of('confiance: haute\n', ''), 'erreur manquant 1 confiance'],
    ['a code as a number', of('"59350"', '59350'), 'erreur type.string 14 0'],
    ['a postal code that is no commune', of('"59350"', '"59000"'), 'erreur code-inconnu 14 0'],
    [
      'a text too short',
      of('description: Service.', 'description: S'),
      'erreur texte.trop-peu 11 description',
    ],
    ['an empty list', of('[ecoute]', '[]'), 'erreur liste.trop-peu 13 besoins'],
    ['a date in French', of('"2026-11-01"', '"01/11/2026"'), 'erreur forme.verifie_le 6 verifie_le'],
    ['a date to come', of('"2026-11-01"', '"2026-12-01"'), 'erreur date-a-venir 6 verifie_le'],
    ['an unknown successor', of('confiance:', 'successeur: b\nconfiance:'), 'erreur id-inconnu 7 successeur'],
    ['a merger into nobody', of('actif', 'fusionne'), 'erreur successeur-manquant 3 statut'],
    [
      'a link that never opens',
      of('confiance:', 'site_web: https://exemple,fr\nconfiance:'),
      'erreur lien-mal-forme 7 site_web',
    ],
    [
      'a link that is not protected',
      of('confiance:', 'site_web: http://exemple.fr\nconfiance:'),
      'avertissement lien-http 7 site_web',
    ],
    [
      'a hidden place with a street',
      of('    type:', '    confidentialite: adresse-masquee\n    adresse: 1 rue X\n    type:'),
      'erreur lieu-cache 13 adresse',
    ],
    [
      'a hidden place with a street in a sentence',
      of('description: Service.', 'description: Au 12 bis, rue X.\n    confidentialite: adresse-masquee'),
      'erreur lieu-cache 11 description',
    ],
    [
      'a street without its number in a sentence of a hidden place',
      of('description: Service.', 'description: Sonnez rue de X.\n    confidentialite: adresse-masquee'),
      'erreur lieu-cache 11 description',
    ],
    [
      'a street in a sentence above a hidden service',
      of('    type:', '    confidentialite: adresse-masquee\n    type:').replace(
        'services:',
        'description: Au 12 bis, rue X.\nservices:',
      ),
      'erreur lieu-cache 8 description',
    ],
    [
      'a referral told and not kept',
      of('Service.', 'Sur orientation d’un travailleur social.'),
      'avertissement orientation-perdue 11 description',
    ],
    [
      'a referral told as an import reads it',
      of('Service.', 'Sur demande d’une assistante sociale.'),
      'avertissement orientation-perdue 11 description',
    ],
    [
      'hours that are not read',
      of('    contacts:', '    horaires_accueil: 9h-12h\n    contacts:'),
      'avertissement horaires-non-lus 16 horaires_accueil',
    ],
    [
      'a verification of seven months ago',
      of('2026-11-01', '2026-04-24'),
      'avertissement verification-ancienne 6 verifie_le',
    ],
    ['no verification', of('"2026-11-01"', 'null'), 'avertissement jamais-verifie 6 verifie_le'],
    ['a file that is a list', '- a\n', 'erreur type.object 1'],
  ])('given %s, when it is checked, then file, line and field are named', (_, content, expected) => {
    kept.put('partners/nord/a.yaml', content);
    expect(found()).toContain(expected);
  });

  test('given a line verified four months ago, when it is checked, then it is stale and a record of that date is not', () => {
    const old = of('2026-11-01', '2026-07-24');
    kept.put('lines/a.yaml', old);
    kept.put(
      'partners/nord/b.yaml',
      old.replace('id: a', 'id: b').replace('Organisation A', 'Organisation B').replace('01\n', '02\n'),
    );
    expect(check(kept.folder).map(({ fichier, constat }) => `${path.basename(fichier)} ${constat}`)).toEqual([
      'a.yaml verification-ancienne',
    ]);
  });

  const second = (from: string, to: string) => of('id: a', 'id: b').replace(from, to);
  test.each([
    ['a name', second('03 20 00 00 01', '03 20 00 00 02'), 'double-nom'],
    ['a phone', second('Organisation A', 'Organisation B'), 'double-telephone'],
  ])(
    'given two records of a territory that share %s, when checked, then the second names the first',
    (_, content, constat) => {
      kept.put('partners/nord/a.yaml', VALID);
      kept.put('partners/nord/b.yaml', content);
      const [item, ...rest] = check(kept.folder);
      expect([item?.constat, item?.niveau, rest]).toEqual([constat, 'avertissement', []]);
      expect(item?.valeurs.autre).toContain('a.yaml');
    },
  );

  test('given two records at one address, when checked, then the second names the first', () => {
    const placed = of(
      '    contacts:',
      '    adresse: 1 rue de l’Essai\n    code_insee: "59350"\n    contacts:',
    );
    kept.put('partners/nord/a.yaml', placed);
    kept.put(
      'partners/nord/b.yaml',
      placed
        .replace('id: a', 'id: b')
        .replace('Organisation A', 'Organisation B')
        .replace('00 01', '00 02')
        .replace('1 rue', '1, Rue'),
    );
    expect(check(kept.folder).map(({ constat }) => constat)).toEqual(['double-adresse']);
  });

  test('given a hidden record under another name with its street, when checked, then it is an error', () => {
    kept.put('partners/nord/a.yaml', of('confiance:', 'confidentialite: adresse-masquee\nconfiance:'));
    kept.put(
      'partners/nord/b.yaml',
      second('Organisation A', 'Autre nom').replace('    contacts:', '    adresse: 1 rue X\n    contacts:'),
    );
    expect(check(kept.folder).map(({ niveau, constat }) => `${niveau} ${constat}`)).toContain(
      'erreur copie-lieu-cache',
    );
  });

  test('given a folder without the emergency lines, when checked, then each missing one is an error', () => {
    kept.put('partners/nord/a.yaml', VALID);
    const { findings } = checkKnowledge(kept.folder, {
      places: product().places,
      today: TODAY,
      besoin: (id) => id,
    });
    expect(
      findings.filter(({ constat, niveau }) => constat === 'ligne-urgence' && niveau === 'erreur').length,
    ).toBeGreaterThan(4);
  });

  test('given the project’s own knowledge, when checked, then there is no error, and holes are told by commune', () => {
    const { findings } = checkKnowledge(path.join(ROOT, 'knowledge'), {
      places: product().places,
      today: TODAY,
      besoin: (id) => id,
    });
    expect(findings.filter(({ niveau }) => niveau === 'erreur').map((item) => tell(texts, item))).toEqual([]);
    expect(
      findings.filter(({ constat }) => constat === 'personne').map(({ valeurs }) => valeurs.lieu),
    ).toContain('Grenoble');
  });
});

describe('the curators’ sentences', () => {
  test('given every key, when the file is read, then its sentence is there and no other', () => {
    expect([...texts.keys()].sort()).toEqual([...CURATOR_KEYS].sort());
  });

  test('given a finding deep in a file, when it is told, then file, line and field are in French and count from one', () => {
    const told = tell(texts, {
      niveau: 'erreur',
      constat: 'joindre.telephone',
      valeurs: { lu: '04 76 AB' },
      fichier: 'knowledge/partners/isere/p.yaml',
      chemin: ['services', 0, 'contacts', 1, 'valeur'],
      ligne: 12,
    });
    expect(told).toMatch(
      /^ERREUR knowledge\/partners\/isere\/p\.yaml, ligne 12, champ services n° 1 › contacts n° 2 › valeur : « 04 76 AB »/,
    );
  });

  test('given every key, when src is read, then each is used', () => {
    const strings = filesOf(['src'], /\.tsx?$/).map(({ where, text }) => stringsOf(where, text));
    const literals = new Set(strings.flatMap((file) => file.literals));
    const prefixes = strings.flatMap((file) => file.prefixes).filter((prefix) => prefix.endsWith('.'));
    // Two are made of a kind and a direction.
    const made = /^(?:texte|liste|nombre)\.trop/;
    const unused = CURATOR_KEYS.filter(
      (key) => !literals.has(key) && !made.test(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

describe('E9: knowledge check, for the sites', () => {
  const SITE = `id: mairie
actif: true
origines: [https://www.mairie.example]
couleurs: { fond: "#ffffff", texte: "#1c2230", accent: "#1d4e63" }
titre: Informations utiles
sortie: https://meteofrance.com/
`;
  const told = (site: string) => {
    kept.put('sites/mairie.yaml', site);
    kept.put('exit-targets.yaml', '- https://meteofrance.com/\n');
    return check(kept.folder).map((item) => `${item.constat} ${tell(texts, item)}`);
  };

  test('given a valid site, when it is checked, then nothing is said', () => {
    expect(told(SITE)).toEqual([]);
  });

  test.each([
    ['https://www.mairie.example', 'http://www.mairie.example', 'forme.origines', 3, 'origines n° 1'],
    ['"#ffffff"', 'white', 'forme.fond', 4, 'couleurs › fond'],
    ['#1c2230', '#767676', 'contraste', 4, 'couleurs › texte'],
    ['Informations utiles', 'Aide aux victimes', 'mot-qui-dit', 5, 'titre'],
    ['https://meteofrance.com/', 'https://www.mairie.example/', 'sortie-hors-liste', 6, 'sortie'],
    ['https://meteofrance.com/', 'http://meteofrance.com/', 'forme.sortie', 6, 'sortie'],
    ['actif: true', 'zone: "59999"\nactif: true', 'code-inconnu', 2, 'zone'],
    ['actif: true', 'zone: Lille\nactif: true', 'forme.zone', 2, 'zone'],
    ['id: mairie', 'id: ville', 'nom-de-fichier', 1, 'id'],
    ['titre:', 'tittre:', 'champ-inconnu', 5, 'tittre'],
    ['titre: Informations', 'titre: A: B', 'syntaxe.deux-points', 5, 'titre'],
  ])(
    'given a site with « %s » made « %s », when it is checked, then it is told in French: %s, line %i, field %s',
    (from, to, constat, line, field) => {
      const all = told(SITE.replace(from, to));
      expect(all).toHaveLength(1);
      expect(all[0]).toMatch(
        new RegExp(`^${constat} ERREUR \\S+/sites/mairie\\.yaml, ligne ${line}, champ ${field} : `),
      );
    },
  );

  test('given a list of exits that cannot be read, when it is checked, then the list alone is told', () => {
    kept.put('sites/mairie.yaml', SITE);
    kept.put('exit-targets.yaml', '- http://meteofrance.com/\n');
    expect(
      check(kept.folder).map(({ fichier, constat, ligne }) => [path.basename(fichier), constat, ligne]),
    ).toEqual([['exit-targets.yaml', 'forme', 1]]);
  });
});
