import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const BIOME = path.join(ROOT, 'node_modules', '.bin', 'biome');

/** Imports that go upward, or out of their room. */
const REFUSED = [
  ['dialogs', '../src/log.ts'],
  ['knowledge/vocabulary', 'node:fs'],
  ['src/conversation', 'node:fs'],
  ['src/conversation', '../knowledge/load.ts'],
  ['src/conversation', 'botbuilder'],
  ['src/matching', '../bot/phrases.ts'],
  ['src/geography', '../understanding/fold.ts'],
  ['src/knowledge/schema', 'js-yaml'],
  ['src/sessions', 'botbuilder'],
  ['src/understanding', '../channels/page/page.tsx'],
  ['src/view', 'restify'],
  ['src/bot', '../server.ts'],
  ['src/bot', '../understanding/fold.ts'],
  ['src/channels', '../cli/chat.ts'],
  ['src/channels', 'xlsx'],
  ['src/knowledge/exchange', 'xlsx'],
  ['src/knowledge/exchange', '../../cli/import.ts'],
  ['src/matching/imported', 'node:fs'],
  ['src/matching/imported', '../../knowledge/exchange/keys.ts'],
  ['src/widget', '../conversation/resolved.ts'],
  ['src/widget', 'zod'],
  ['src/embed', '../conversation/resolved.ts'],
] as const;

const ALLOWED = [
  ['src/conversation', '../../knowledge/vocabulary/besoins.ts'],
  ['src/conversation', '../matching/match.ts'],
  ['src/bot', '../conversation/turn.ts'],
  ['src/bot', 'botbuilder'],
  ['src/channels', '../bot/bot.ts'],
  ['src/cli', 'xlsx'],
  ['src/widget', '../view/replies.tsx'],
  ['src/widget', './conversation.ts'],
  ['src/embed', '../widget/shift.ts'],
  ['src/embed', '../view/embed-config.ts'],
] as const;

let folder = '';
let said = '';

/** The linter, with our configuration, on a project made of one file an import. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'floors-'));
  copyFileSync(path.join(ROOT, 'biome.jsonc'), path.join(folder, 'biome.jsonc'));
  for (const [room, target] of [...REFUSED, ...ALLOWED]) {
    mkdirSync(path.join(folder, room), { recursive: true });
    writeFileSync(path.join(folder, fileOf(room, target)), `import { x } from '${target}';\n\nx();\n`);
  }
  const { stdout, stderr } = spawnSync(BIOME, ['lint', '--max-diagnostics=200', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  said = stdout + stderr;
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (room: string, target: string) => `${room}/from-${target.replaceAll(/[^a-z]+/g, '-')}.ts`;
const refuses = (room: string, target: string) =>
  new RegExp(`${fileOf(room, target)}:\\d+:\\d+ lint/style/noRestrictedImports`).test(said);

describe('the floors', () => {
  test.each(REFUSED)('given a file of %s, when it imports %s, then the linter refuses it', (room, target) => {
    expect(refuses(room, target)).toBe(true);
  });

  test.each(ALLOWED)('given a file of %s, when it imports %s, then the linter lets it', (room, target) => {
    expect(refuses(room, target)).toBe(false);
  });
});
