import path from 'node:path';
import type { Places } from '../geography/places.ts';
import { holes } from '../matching/coverage.ts';
import { buildDirectory } from '../matching/directory.ts';
import { duplicates } from './check-duplicates.ts';
import { recordFindings } from './check-record.ts';
import { emergencyFindings } from './emergency-lines.ts';
import { explain } from './explain.ts';
import { type Finding, finding } from './finding.ts';
import { type Filed, knowledgeOf, readKnowledge } from './load.ts';
import { readSites, zoneFindings } from './load-sites.ts';

/** What the check needs beside the folder. */
export interface CheckOptions {
  readonly places: Places;
  readonly today: Date;
  /** The name of a need, for the curator. */
  readonly besoin: (id: string) => string;
}

/** Everything wrong, and everything to look at, in a knowledge folder; located, errors last. */
export function checkKnowledge(
  folder: string,
  options: CheckOptions,
): { filed: Filed[]; findings: Finding[] } {
  const { filed, findings } = readKnowledge(folder);
  const embedding = readSites(folder);
  const broken = findings.length > 0;
  const all = [
    ...findings,
    ...embedding.findings,
    ...zoneFindings(embedding.sites, options.places),
    ...filed.flatMap((one) => recordFindings(one, options.places, options.today)),
    ...duplicates(filed),
    // What is missing can stand in a file that could not be read.
    ...(broken ? [] : [...emergencyFindings(filed, folder), ...coverage(filed, folder, options)]),
  ];
  const order = (item: Finding) => (item.niveau === 'erreur' ? 1 : 0);
  return { filed, findings: explain(all, folder).sort((a, b) => order(a) - order(b)) };
}

function coverage(filed: readonly Filed[], folder: string, { places, besoin }: CheckOptions): Finding[] {
  const fichier = path.join(path.basename(folder), 'partners');
  return holes(buildDirectory(knowledgeOf(filed), places)).map((hole) =>
    finding('avertissement', 'personne', fichier, {
      valeurs: { besoin: besoin(hole.besoin), lieu: places.get(hole.commune)?.nom ?? hole.commune },
    }),
  );
}
