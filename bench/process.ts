import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { report, round } from './report.ts';

const dist = path.join(__dirname, '..');
const required = (file: string) => JSON.stringify(path.join(dist, file));

/** Resident megabytes of a fresh process once it ran a script, after a collection. */
export function residentMegabytes(script: string): number {
  const measured = `(async () => { ${script}; for (let n = 0; n < 4; n += 1) { global.gc(); await new Promise((r) => setTimeout(r, 50)); } console.log(process.memoryUsage().rss); })()`;
  const printed = execFileSync(process.execPath, ['--expose-gc', '-e', measured], {
    encoding: 'utf8',
    cwd: path.join(dist, '..'),
  });
  return Number(printed.trim().split('\n').at(-1)) / 1024 / 1024;
}

const BARE = `require('botbuilder'); require('restify')`;
const PRODUCT = `${BARE}; const { assemble } = require(${required('src/cli/assemble.js')}); const { readConfig } = require(${required('src/config.js')}); globalThis.product = assemble(readConfig({})); const u = globalThis.product.understanding; for (let n = 0; n < 200; n += 1) { const p = u.prepare('je cherche un avocat à Lille ' + n); u.redFlags(p); await u.understand(p); }`;
const CONVERSATIONS = `${BARE}; const { createMemorySessions } = require(${required('src/sessions/memory.js')}); const { newSecret } = require(${required('src/sessions/sealing.js')}); const s = require(${required('src/conversation/session.js')}); globalThis.sessions = createMemorySessions({ schema: s.session, now: Date.now });`;
const FILL = `const base = s.newSession({ langue: 'fr', acces: 'public', site: null }); const step = { ...s.EMPTY_STEP, situation: { ...s.EMPTY_STEP.situation, besoins: ['ecoute', 'droits'], lieu: '59350' }, montres: ['solfa/rosa', '3919/3919', 'ccas/ccas'], resultats: true }; for (let n = 0; n < 10000; n += 1) { const secret = newSecret(); await globalThis.sessions.save(secret, { ...base, pas: Array.from({ length: 6 }, () => step) }); }`;

/** Memory above a process that only loaded botbuilder and restify; best of three, since pages are shared and noisy. */
export function benchMemory(): void {
  const best = (script: string) => Math.min(...[0, 1, 2].map(() => residentMegabytes(script)));
  const bare = best(BARE);
  const product = best(PRODUCT);
  report('memory-understanding-and-places', {
    bare_mb: round(bare),
    above_mb: round(product - bare),
    aim_mb: 90,
  });
  const empty = best(CONVERSATIONS);
  const full = best(`${CONVERSATIONS} ${FILL}`);
  report('memory-10000-conversations', { above_mb: round(full - empty), aim_mb: 40 });
}

/** From starting the process to its first answered request. */
export async function benchStart(): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    times.push(await startOnce(4100 + n));
  }
  report('start-to-first-answer', { best_ms: round(Math.min(...times)), aim_ms: 1000 });
}

async function startOnce(port: number): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(dist, 'src', 'main.js')], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  try {
    for (let n = 0; n < 2000; n += 1) {
      const answered = await fetch(`http://127.0.0.1:${port}/`).then(
        (r) => r.ok,
        () => false,
      );
      if (answered) {
        return performance.now() - started;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('The server did not answer within ten seconds.');
  } finally {
    child.kill('SIGTERM');
  }
}
