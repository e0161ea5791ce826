import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const BIOME = path.join(ROOT, 'node_modules', '.bin', 'biome');

/** Whether the linter accepts a file that would stand at a path; from standard input it says only yes or no. */
function accepts(file: string, source: string): boolean {
  return spawnSync(BIOME, ['lint', `--stdin-file-path=${file}`], { cwd: ROOT, input: source }).status === 0;
}

describe('the floors', () => {
  test.each([
    ['dialogs/x.ts', '../src/log.ts'],
    ['knowledge/vocabulary/x.ts', 'node:fs'],
    ['src/conversation/x.ts', 'node:fs'],
    ['src/conversation/x.ts', '../knowledge/load.ts'],
    ['src/conversation/x.ts', 'botbuilder'],
    ['src/matching/x.ts', '../bot/phrases.ts'],
    ['src/geography/x.ts', '../understanding/fold.ts'],
    ['src/knowledge/schema/x.ts', 'js-yaml'],
    ['src/sessions/x.ts', 'botbuilder'],
    ['src/understanding/x.ts', '../channels/page/page.tsx'],
    ['src/view/x.ts', 'restify'],
    ['src/bot/x.ts', '../server.ts'],
    ['src/channels/x.ts', '../cli/chat.ts'],
  ])('given %s, when it imports %s, then the linter refuses it', (file, target) => {
    expect(accepts(file, `import { x } from '${target}';\n\nx();\n`)).toBe(false);
    expect(accepts(file, "import { x } from './y.ts';\n\nx();\n")).toBe(true);
  });

  test('given a file of the core, when it imports its own floor and the vocabulary, then the linter lets it', () => {
    const source =
      "import { BESOINS } from '../../knowledge/vocabulary/besoins.ts';\nimport { match } from '../matching/match.ts';\n\nmatch(BESOINS);\n";
    expect(accepts('src/conversation/x.ts', source)).toBe(true);
  });
});
