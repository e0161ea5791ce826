import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = path.join(__dirname, '..', 'dist', 'src', 'main.js');

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
  readonly listening: Promise<number>;
}

/** The built server in its own process, as `npm start` runs it. */
function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH ?? '', PORT: '0', ...env } });
  let out = '';
  let err = '';
  const listening = new Promise<number>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
      const port = /"event":"listening","port":(\d+)/.exec(out)?.[1];
      if (port) {
        resolve(Number(port));
      }
    });
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  return { child, out: () => out, err: () => err, ended, listening };
}

describe('starting and stopping', () => {
  test('E18: given a running server, when SIGTERM comes, then it stops with 0 and says so in codes', async () => {
    const server = run({});
    const port = await server.listening;
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.status).toBe(200);
    await page.text();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.out()).toContain('"event":"stopped"');
    expect(server.err()).toBe('');
  });

  test('E9: given invalid knowledge, when it starts, then it refuses and names the file and the field', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'knowledge-'));
    mkdirSync(path.join(folder, 'lines'));
    mkdirSync(path.join(folder, 'partners'));
    writeFileSync(path.join(folder, 'partners', 'x.yaml'), 'id: x\nnom: Xx\n');
    const server = run({ KNOWLEDGE_DIR: folder });
    expect(await server.ended).toBe(1);
    expect(server.err()).toMatch(/partners\/x\.yaml[\s\S]*statut/);
    rmSync(folder, { recursive: true });
  });

  test('given a port in use, when it starts, then it says what to do, without a stack', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const server = run({ PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.err()).toMatch(/already in use/);
    expect(server.err()).not.toContain('    at ');
    other.close();
  });

  test('given invalid variables, when it starts, then each is named and no value is shown', async () => {
    const server = run({ PORT: 'CANARI', SESSION_KEY: 'CANARI', EXIT_TARGET: 'http://CANARI' });
    expect(await server.ended).toBe(1);
    for (const name of ['PORT', 'SESSION_KEY', 'EXIT_TARGET']) {
      expect(server.err()).toContain(name);
    }
    expect(server.err() + server.out()).not.toContain('CANARI');
  });

  test('A26, A28: given the server under way, when it is talked to, then node-nlp’s main module, xlsx and lang-all are not loaded', async () => {
    const script = `require(${JSON.stringify(MAIN)}); setTimeout(() => { const names = Object.keys(require.cache).filter((f) => /node_modules.(node-nlp|xlsx|@e965.xlsx|@nlpjs.lang-all)./.test(f)); console.log(JSON.stringify(names)); process.exit(0); }, 1500);`;
    const child = spawn(process.execPath, ['-e', script], {
      env: { PATH: process.env.PATH ?? '', PORT: '0' },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    await new Promise((resolve) => child.on('exit', resolve));
    expect(out).toContain('"event":"listening"');
    expect(out.trim().split('\n').at(-1)).toBe('[]');
  });
});
