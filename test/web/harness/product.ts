import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';

/** As built; tests and benches run from the project's folder. */
const MAIN = path.resolve('dist', 'src', 'main.js');

/** Where « Quitter vite » goes in tests: never asked for real, each test answers in its place. */
export const NEUTRAL = 'https://neutre.example/';

/** The built server in its own process, as `npm start` runs it. */
export interface Product {
  /** http://127.0.0.1:PORT, a secure context for browsers. */
  readonly origin: string;
  /** What it wrote, standard output and error together. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts the product on a free port, or on `PORT` when it is given (to come back where it was). */
export async function startProduct(env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const port = env.PORT ?? String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', EXIT_TARGET: NEUTRAL, PUBLIC_ORIGIN: origin, ...env, PORT: port },
  });
  const ended = once(child, 'exit');
  let output = '';
  const listening = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('"event":"listening"')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then(() => reject(new Error(`The product did not start:\n${output}`)));
  });
  await listening;
  return {
    origin,
    output: () => output,
    stop: async () => {
      // At once, as a crash would.
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
