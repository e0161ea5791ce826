import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { buildColumns } from '../knowledge/exchange/build-columns.ts';
import { type Collector, createCollector } from '../knowledge/exchange/collect.ts';
import { join } from '../knowledge/exchange/join.ts';
import { findOverlaps } from '../knowledge/exchange/overlap.ts';
import { createReport, type Report } from '../knowledge/exchange/problems.ts';
import { readCsv } from '../knowledge/exchange/read-csv.ts';
import { readJson } from '../knowledge/exchange/read-json.ts';
import { readNdjson } from '../knowledge/exchange/read-ndjson.ts';
import { ReadFault, type Sink } from '../knowledge/exchange/read-text.ts';
import { decodeSnapshot, encodeSnapshot } from '../knowledge/exchange/snapshot.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { loadPlaces } from '../knowledge/load-places.ts';
import { loadDenyList } from '../knowledge/load-snapshot.ts';
import { DRAPEAUX, type ImportedColumns } from '../matching/imported/columns.ts';
import { MAX_SERVICES } from '../matching/imported/ranking.ts';
import { BadLineError } from './lines.ts';
import { createThrift } from './thrift.ts';

const READERS = new Map<string, (file: string, sink: Sink) => Promise<void> | void>([
  ['.json', readJson],
  ['.ndjson', readNdjson],
  ['.jsonl', readNdjson],
  ['.csv', readCsv],
  // Loaded for a workbook only.
  ['.xlsx', async (file, sink) => (await import('./read-workbook.ts')).readWorkbook(file, sink)],
]);

export const IMPORT_USAGE =
  'Usage: passerelle knowledge import --format data-inclusion --out SNAPSHOT FILE…\n' +
  `FILE: ${[...READERS.keys()].join(', ')}`;

/** What to import, and where to. */
export interface ImportRequest {
  readonly files: readonly string[];
  readonly out: string;
  /** The day written in the snapshot. */
  readonly today: string;
}

/** Imports data·inclusion files into one snapshot. Each refusal is a line, the balance is the last one.
 *  @throws {BadLineError} when nothing could be imported: the snapshot in place is left as it is */
export async function importFiles(
  { files, out, today }: ImportRequest,
  config: Config,
  write: (text: string) => void,
): Promise<void> {
  const report = createReport((problem) => write(`${JSON.stringify(problem)}\n`));
  const { bytes, lues } = await snapshotOf(files, today, config, report);
  if (!bytes) {
    write(`${JSON.stringify({ bilan: { lues, ...report.summary() } })}\n`);
    throw new BadLineError('Nothing could be imported: no snapshot was written.');
  }
  writeWhole(out, bytes);
  const columns = decodeSnapshot(bytes, path.basename(out));
  const { partners, lines } = loadKnowledge(config.knowledgeDir);
  const curated = [...lines, ...partners];
  const { overlaps } = findOverlaps(columns, curated, loadDenyList(config.knowledgeDir));
  for (const { importe, nom, organisation, par } of overlaps) {
    // A refused place is not named again.
    write(
      `${JSON.stringify({ rapprochement: { importe, nom: organisation ? nom : null, organisation, par } })}\n`,
    );
  }
  write(`${JSON.stringify({ bilan: balance(columns, lues, overlaps.length, report) })}\n`);
}

/** The bytes of a snapshot of the files; null when no service could be kept. */
async function snapshotOf(files: readonly string[], today: string, config: Config, report: Report) {
  const { built, lues } = await builtFrom(files, today, config, report);
  return { bytes: built && encodeSnapshot(built), lues };
}

/** What was read is forgotten when this returns. */
async function builtFrom(files: readonly string[], today: string, config: Config, report: Report) {
  const collector = createCollector(loadPlaces(config.placesFile), report);
  const thrift = createThrift();
  const take: Collector['take'] = (found, fichier) => {
    collector.take(found, fichier);
    thrift();
  };
  for (const file of files) {
    await readInto(take, file, report);
  }
  const collected = collector.collected();
  const joint = join(collected, report);
  if (joint.joined.length > MAX_SERVICES) {
    throw new BadLineError(`More than ${MAX_SERVICES} services: import fewer files.`);
  }
  const built = joint.joined.length > 0 ? buildColumns(joint, collected.shelf, today) : null;
  return { built, lues: collected.lues };
}

async function readInto(take: Collector['take'], file: string, report: Report): Promise<void> {
  const fichier = path.basename(file);
  const read = READERS.get(path.extname(file).toLowerCase());
  const sink: Sink = {
    take: (found) => take(found, fichier),
    skip: (endroit, champ, motif) =>
      report.problem({ fichier, endroit, champ, motif, refus: champ ? 'champ' : 'fiche' }),
    lose: report.lose,
  };
  try {
    if (!read) {
      throw new ReadFault('file', `not one of ${[...READERS.keys()].join(', ')}`);
    }
    await read(file, sink);
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!absent && !(error instanceof ReadFault)) {
      throw error;
    }
    const endroit = error instanceof ReadFault ? error.at : null;
    const motif = error instanceof ReadFault ? error.message : 'no such file';
    report.problem({ fichier, endroit, champ: null, motif, refus: 'fichier' });
  }
}

/** Beside the place it takes, then in its place at once: a reader sees the old file or the new one. */
function writeWhole(out: string, bytes: Buffer): void {
  const temporary = `${out}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, out);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function balance(
  columns: ImportedColumns,
  lues: { readonly structures: number; readonly services: number },
  rapprochees: number,
  report: Report,
) {
  const count = (name: keyof typeof DRAPEAUX) =>
    columns.services.drapeaux.reduce((sum, flags) => sum + ((flags & DRAPEAUX[name]) === 0 ? 0 : 1), 0);
  return {
    structures: { lues: lues.structures, gardees: columns.structures.cle.length },
    services: { lus: lues.services, gardes: columns.services.cle.length },
    lieux_masques: count('sensible'),
    sur_orientation: count('orientation'),
    avec_conditions: columns.services.conditions.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1), 0),
    rapprochees,
    ...report.summary(),
  };
}
