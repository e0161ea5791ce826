import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Places } from '../geography/places.ts';
import { type Finding, finding } from './finding.ts';
import { readCurated } from './read-record.ts';
import { yamlFiles } from './read-yaml.ts';
import { exitTargets, type Site, site } from './schema/site.ts';

/** A site, and the file it stands in. */
export interface FiledSite {
  readonly fichier: string;
  readonly site: Site;
}

/** The sites that may embed the assistant, none when there is no such folder, and every error in them. */
export function readSites(folder: string): { sites: FiledSite[]; findings: Finding[] } {
  const parent = path.join(folder, 'sites');
  if (!existsSync(parent)) return { sites: [], findings: [] };
  const name = (full: string) => path.join(path.basename(folder), path.relative(folder, full));
  const targets = readTargets(path.join(folder, 'exit-targets.yaml'), name);
  const findings = [...targets.findings];
  const sites = yamlFiles(parent).flatMap((full): FiledSite[] => {
    const fichier = name(full);
    const result = readCurated(full, site, fichier);
    if ('findings' in result) {
      findings.push(...result.findings);
      return [];
    }
    findings.push(...misplaced({ fichier, site: result.record }, targets.allowed));
    return [{ fichier, site: result.record }];
  });
  return { sites, findings };
}

/** The zones of sites that are no place. */
export function zoneFindings(sites: readonly FiledSite[], places: Places): Finding[] {
  return sites.flatMap(({ fichier, site: { zone } }) =>
    zone === null || places.get(zone)
      ? []
      : [finding('erreur', 'code-inconnu', fichier, { chemin: ['zone'], valeurs: { lu: zone } })],
  );
}

/** What may be an exit; null when the list cannot be read, which is said once. */
function readTargets(full: string, name: (full: string) => string) {
  if (!existsSync(full)) return { allowed: [], findings: [] };
  const result = readCurated(full, exitTargets, name(full));
  return 'record' in result
    ? { allowed: result.record, findings: [] }
    : { allowed: null, findings: result.findings };
}

/** What the schema of one file cannot see. */
function misplaced(
  { fichier, site: { id, sortie } }: FiledSite,
  allowed: readonly string[] | null,
): Finding[] {
  const misnamed = path.basename(fichier, '.yaml') !== id;
  const elsewhere = sortie !== null && allowed !== null && !allowed.includes(sortie);
  return [
    ...(misnamed
      ? [
          finding('erreur', 'nom-de-fichier', fichier, {
            chemin: ['id'],
            valeurs: { attendu: `${id}.yaml` },
          }),
        ]
      : []),
    ...(elsewhere
      ? [finding('erreur', 'sortie-hors-liste', fichier, { chemin: ['sortie'], valeurs: { lu: sortie } })]
      : []),
  ];
}
