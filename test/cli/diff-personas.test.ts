import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffPersonas } from '../../src/cli/diff-personas.ts';
import { readConfig } from '../../src/config.ts';
import { loadCuratorTexts } from '../../src/knowledge/load-texts.ts';
import { newFolder } from '../fixtures/knowledge-folder.ts';

const ROOT = path.join(__dirname, '..', '..');
const texts = loadCuratorTexts(path.join(ROOT, 'dialogs', 'texts'));
const PERSONAS = `- nom: Une femme sans toit à Lille
  texte: je suis une femme sans toit ce soir à Lille
  quand: "2026-11-24T21:00:00+01:00"
- nom: Un avocat à Lille
  situation: { besoins: [droits], lieu: "59350" }
  quand: "2026-11-24T15:00:00+01:00"
  attend: []
`;

let root = '';
beforeAll(() => {
  root = newFolder('diff');
  for (const part of ['lines', 'partners']) {
    cpSync(path.join(ROOT, 'knowledge', part), path.join(root, 'knowledge', part), { recursive: true });
  }
  mkdirSync(path.join(root, 'personas'));
  writeFileSync(path.join(root, 'personas', 'p.yaml'), PERSONAS);
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=Test', '-c', 'user.email=test@exemple.fr', 'commit', '-qm', 'Start');
});
afterAll(() => rmSync(root, { recursive: true }));

async function diff(rev: string): Promise<string> {
  const config = {
    ...readConfig({ KNOWLEDGE_DIR: path.join(root, 'knowledge') }),
    personasDir: path.join(root, 'personas'),
  };
  let said = '';
  await diffPersonas(rev, config, texts, (text) => {
    said += text;
  });
  return said;
}

describe('knowledge check --diff', () => {
  test('given nothing changed, when compared with the last revision, then every persona is told the same', async () => {
    expect(await diff('HEAD')).toBe('Les 2 situations d’essai donnent les mêmes résultats qu’à HEAD.\n');
  });

  test('given a partner that closes, when compared, then the personas it changes are named, with what they lose, and no other', async () => {
    const file = path.join(root, 'knowledge', 'partners', 'nord', 'maison-de-l-avocat-lille.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('statut: actif', 'statut: ferme'));
    const said = await diff('HEAD');
    writeFileSync(file, before);
    expect(said).toContain('Un avocat à Lille (p.yaml)');
    expect(said).toMatch(/− maison-de-l-avocat-lille\//);
    expect(said).not.toContain('Une femme sans toit');
  });

  test('given a condition that goes away, when compared, then it is told', async () => {
    const file = path.join(root, 'knowledge', 'partners', 'nord', 'secours-populaire-nord.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/^ +conditions_acces: .*\n/m, ''));
    const said = await diff('HEAD');
    writeFileSync(file, before);
    expect(said).toMatch(/^secours-populaire-nord\/.*ce service demandait une orientation ou une condition/m);
  });

  test.each(['inconnue', '--upload-pack=x', 'HEAD~9'])(
    'given the revision « %s », when compared, then it is refused in French',
    async (rev) => {
      await expect(diff(rev)).rejects.toThrow('n’existe pas');
    },
  );
});
