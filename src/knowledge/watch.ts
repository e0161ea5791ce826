import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Calls back when the YAML files of a folder have changed and then stayed still for one round; gives what stops it.
 *  It looks by itself: a folder mounted from elsewhere announces no change. */
export function watchFolder(folder: string, everyMs: number, changed: () => void): () => void {
  let told = signature(folder);
  let seen = told;
  const timer = setInterval(() => {
    const now = signature(folder);
    // Half-written files are left alone until the next round.
    if (now === seen && now !== told) {
      told = now;
      changed();
    }
    seen = now;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Names, sizes and times of every YAML file; empty when the folder cannot be listed. */
function signature(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const { size, mtimeMs } = statSync(path.join(folder, name));
        return `${name} ${size} ${mtimeMs}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}
