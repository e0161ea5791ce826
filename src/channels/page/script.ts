import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** The page's script, as it is served. */
export interface Script {
  /** Holds a hash of the content: a page never runs the script of another version. */
  readonly path: string;
  readonly body: Buffer;
}

/** Reads the script that the build made.
 *  @throws when it was not built */
export function loadScript(file: string): Script {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: run npm run build.`);
  }
  const body = readFileSync(file);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/p.${hash}.js`, body };
}
