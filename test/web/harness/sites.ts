import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** As curated; tests and benches run from the project's folder. */
const KNOWLEDGE = path.resolve('knowledge');

/** A copy of the project's knowledge with these sites added, each a YAML text by its id. */
export interface SitesFolder {
  readonly folder: string;
  readonly remove: () => void;
}

/** Writes such a copy in a temporary folder. */
export function knowledgeWithSites(sites: Readonly<Record<string, string>>): SitesFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'knowledge-'));
  cpSync(KNOWLEDGE, folder, { recursive: true });
  for (const [id, yaml] of Object.entries(sites)) {
    writeFileSync(path.join(folder, 'sites', `${id}.yaml`), `id: ${id}\n${yaml}`);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
