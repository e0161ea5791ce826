import { existsSync, readFileSync } from 'node:fs';

/** Reads a script that the build made for browsers.
 *  @throws when it was not built */
export function loadBundle(file: string): string {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: run npm run build.`);
  }
  return readFileSync(file, 'utf8');
}
