/** `npm run bench`: every figure that is asked for, one JSON line each. Name some to run only these. */
import { benchCore } from './core.ts';
import { benchDirectLine } from './direct-line.ts';
import { benchGrid } from './grid.ts';
import { benchMatching } from './matching.ts';
import { benchMemory, benchStart } from './process.ts';
import { benchUnderstanding } from './understanding.ts';
import { benchWeb } from './web.ts';

const BENCHES = new Map<string, () => Promise<void> | void>([
  ['core', benchCore],
  ['understanding', benchUnderstanding],
  ['direct-line', benchDirectLine],
  ['grid', benchGrid],
  ['memory', benchMemory],
  ['start', benchStart],
  ['matching', benchMatching],
  ['web', benchWeb],
]);

async function main(names: readonly string[]): Promise<void> {
  for (const [name, run] of BENCHES) {
    if (names.length === 0 || names.includes(name)) {
      await run();
    }
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'fault'}\n`);
  process.exitCode = 1;
});
