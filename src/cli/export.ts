import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { toDataInclusion } from '../knowledge/exchange/export-data-inclusion.ts';
import { toHsds } from '../knowledge/exchange/export-hsds.ts';
import { exportedEntries, isHidden } from '../knowledge/exchange/exported.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { loadPlaces } from '../knowledge/load-places.ts';
import { buildDirectory, type Directory } from '../matching/directory.ts';

type Files = Readonly<Record<string, readonly unknown[]>>;

/** The formats, and the files that each makes. */
const FORMATS = new Map<string, (directory: Directory, today: string) => Files>([
  ['data-inclusion', toDataInclusion],
  ['hsds', (directory, today) => ({ services: toHsds(directory, today) })],
]);

export const EXPORT_USAGE = `Usage: passerelle knowledge export --format ${[...FORMATS.keys()].join('|')} --out DIR`;
export const isExportFormat = (format: string | undefined): format is string => FORMATS.has(format ?? '');

/** What to export, and where to. */
export interface ExportRequest {
  readonly format: string;
  readonly out: string;
  readonly today: string;
}

/** Writes our own records in another standard; the last line says how many, and how many addresses were withheld. */
export function exportKnowledge(request: ExportRequest, config: Config, write: (text: string) => void): void {
  const directory = buildDirectory(loadKnowledge(config.knowledgeDir), loadPlaces(config.placesFile));
  const files = FORMATS.get(request.format)?.(directory, request.today) ?? {};
  mkdirSync(request.out, { recursive: true });
  for (const [name, records] of Object.entries(files)) {
    const file = path.join(request.out, `${name}.json`);
    writeFileSync(`${file}.tmp`, `${JSON.stringify(records, null, 2)}\n`);
    renameSync(`${file}.tmp`, file);
  }
  const written = Object.fromEntries(Object.entries(files).map(([name, records]) => [name, records.length]));
  const adresses_retenues = exportedEntries(directory).filter(isHidden).length;
  write(`${JSON.stringify({ bilan: { ...written, adresses_retenues } })}\n`);
}
