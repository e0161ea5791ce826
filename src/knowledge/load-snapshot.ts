import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportedColumns } from '../matching/imported/columns.ts';
import { decodeSnapshot } from './exchange/snapshot.ts';
import { InvalidDataError, readYaml } from './read-yaml.ts';
import { type DenyList, denyList } from './schema/deny-list.ts';

const DENY_LIST = 'import-refuse.yaml';

/** Opens the snapshot that an import wrote.
 *  @throws {InvalidDataError} when it is absent, damaged or of another version; the remedy is to import again */
export function loadSnapshot(file: string): ImportedColumns {
  const shown = path.basename(file);
  if (!existsSync(file)) {
    throw new InvalidDataError(shown, '✖ It does not exist\nRun passerelle knowledge import to write it.');
  }
  return decodeSnapshot(aligned(readFileSync(file)), shown);
}

/** Columns are read where they lie: they must start on a whole word. */
const aligned = (bytes: Buffer): Buffer =>
  bytes.byteOffset % 8 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);

/** What is never taken from an imported file; nothing when the curators keep no such list. */
export function loadDenyList(knowledgeDir: string): DenyList {
  const file = path.join(knowledgeDir, DENY_LIST);
  return existsSync(file)
    ? readYaml(file, denyList, path.join(path.basename(knowledgeDir), DENY_LIST))
    : { refus: [] };
}
