import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readRecord } from '../../src/knowledge/read-record.ts';
import { knowledgeFolder, VALID } from '../fixtures/knowledge-folder.ts';

const CLI = path.join(__dirname, '..', '..', 'dist', 'src', 'cli', 'passerelle.js');

function passerelle(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { lines: stdout.trim().split('\n').filter(Boolean), stdout, stderr, status };
}

const KEYS = [
  'besoins',
  'besoins_refuses',
  'signaux',
  'publics',
  'lieu',
  'lieux_possibles',
  'locuteur',
  'delai',
  'contraintes',
  'langues',
  'commande',
  'langue',
  'raisons',
];
const SUGGESTION = [
  'rang',
  'organisation',
  'service',
  'nom',
  'nom_service',
  'besoins',
  'contacts',
  'adresse',
  'ouvert',
  'raisons',
  'inconnus',
  'source',
  'verifie_le',
];

describe('the command line', () => {
  test('given lines of text, when understood, then one line of the contract comes out for each, in order', () => {
    const { lines, status } = passerelle(
      ['understand'],
      '{"text":"je cherche un avocat à Roubaix"}\n\n{"text":"constructor"}\n',
    );
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect([Object.keys(first), Object.keys(second)]).toEqual([KEYS, KEYS]);
    expect(first).toMatchObject({
      besoins: ['droits'],
      lieu: { code: '59512', nom: 'Roubaix', type: 'commune' },
    });
  });

  test('given what understand prints, when matched, then suggestions, widening and emergency come in the contract’s shape', () => {
    const understood = passerelle(['understand'], '{"text":"mon mari me frappe, je suis à Lille"}\n').stdout;
    const { lines } = passerelle(['match'], understood);
    const result = JSON.parse(lines[0] ?? '{}');
    expect(Object.keys(result)).toEqual(['suggestions', 'elargi', 'urgence']);
    expect(Object.keys(result.suggestions[0])).toEqual(SUGGESTION);
    expect(result.urgence.map(({ valeur }: { valeur: string }) => valeur)).toEqual(
      expect.arrayContaining(['3919', '17', '114']),
    );
  });

  test.each([
    ['a bare signal and a bare code', { signaux: ['violences'], lieu: '59350' }],
    ['null and declined', { besoins: 'decline', lieu: null, publics: null, langues: 'decline' }],
    [
      'access and instant',
      { besoins: ['droits'], acces: 'professionnel', quand: '2026-11-24T15:00:00+01:00' },
    ],
    ['nothing', {}],
  ])('given %s by hand, when matched, then it is taken', (_, line) => {
    const { lines, status } = passerelle(['match'], JSON.stringify(line));
    expect(status).toBe(0);
    expect(JSON.parse(lines[0] ?? '{}').suggestions.length).toBeGreaterThan(0);
  });

  test.each([
    ['understand', 'CANARI', 'Line 2'],
    ['understand', '{"texte":"CANARI"}', 'Line 2'],
    ['match', '{"besoins":["CANARI"]}', 'Line 2: not valid: besoins'],
    ['match', '{"lieu":"99999"}', 'Line 2'],
  ])(
    'given %s with a bad second line %s, when run, then it exits 1 with « %s » and quotes nothing',
    (command, bad, expected) => {
      const good = command === 'match' ? '{}' : '{"text":"bonjour"}';
      const { stderr, status, lines } = passerelle([command], `${good}\n${bad}\n`);
      expect(status).toBe(1);
      expect(lines.length).toBe(1);
      expect(stderr).toContain(expected);
      expect(stderr).not.toContain('CANARI');
    },
  );

  test('given no command, when run, then the commands are named and it exits 1', () => {
    const { stderr, status } = passerelle([]);
    expect(status).toBe(1);
    for (const name of ['understand', 'match', 'chat', 'draw', 'knowledge']) {
      expect(stderr).toContain(name);
    }
  });

  test('given a conversation in the terminal, when lines are typed, then the emergency is first and a number picks a choice', () => {
    const { stdout, status } = passerelle(['chat'], '2\n1\nLille\n');
    expect(status).toBe(0);
    expect(stdout.trim().startsWith('En danger maintenant')).toBe(true);
    expect(stdout).toContain('Voici qui peut aider');
  });

  test('given the catalogue, when drawn, then the policy was run: needs, then the place, then results', () => {
    const { stdout } = passerelle(['draw']);
    for (const edge of ['debut --> groupe', 'groupe --> besoin', 'besoin --> lieu']) {
      expect(stdout).toContain(edge);
    }
  });

  test('given the knowledge, when checked, then it is counted', () => {
    const { lines } = passerelle(['knowledge', 'check']);
    expect(JSON.parse(lines[0] ?? '{}').organisations).toBeGreaterThan(100);
  });

  test('given a knowledge folder with an error, when checked, then file, line and field are named in French and it exits 1', () => {
    const kept = knowledgeFolder();
    kept.put('partners/nord/a.yaml', VALID.replace('03 20 00', '03 20 AB'));
    const { stderr, status } = passerelle(['knowledge', 'check'], '', { KNOWLEDGE_DIR: kept.folder });
    kept.remove();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /ERREUR \S+partners\/nord\/a\.yaml, ligne 18, champ services n° 1 › contacts n° 1 › valeur : « 03 20 AB 00 01 »/,
    );
  });

  test('given the schema, when printed, then editors find the fields and their values, and the model is valid', () => {
    const { stdout } = passerelle(['knowledge', 'schema']);
    const { properties } = JSON.parse(stdout);
    expect(properties.statut.enum).toContain('fusionne');
    expect(properties.services.items.properties.besoins.items.enum).toContain('ecoute');
    const model = path.join(__dirname, '..', '..', 'knowledge', 'modele.yaml');
    expect(readRecord(model, 'modele.yaml')).toMatchObject({ record: { id: 'association-exemple' } });
  });

  test.each([['check', '--diff'], ['calendar', '--imprimer'], ['']])(
    'given « knowledge %s %s », when run, then the usage is told in French and it exits 1',
    (...args) => {
      const { stderr, status } = passerelle(['knowledge', ...args.filter(Boolean)]);
      expect([status, stderr.startsWith('Usage : passerelle knowledge check')]).toEqual([1, true]);
    },
  );
});
