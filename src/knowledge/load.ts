import path from 'node:path';
import { type Finding, finding, InvalidKnowledgeError } from './finding.ts';
import { type FiledSite, readSites } from './load-sites.ts';
import { readRecord } from './read-record.ts';
import { yamlFiles } from './read-yaml.ts';
import type { Organisation } from './schema/organisation.ts';
import type { Site } from './schema/site.ts';

/** All that the curators wrote. */
export interface Knowledge {
  readonly partners: readonly Organisation[];
  readonly lines: readonly Organisation[];
  /** The web sites that may embed the assistant. */
  readonly sites: readonly Site[];
}

/** A record, and the file it stands in. */
export interface Filed {
  readonly fichier: string;
  readonly record: Organisation;
  readonly genre: 'ligne' | 'partenaire';
}

/** Reads and cross-checks a knowledge folder.
 *  @throws {InvalidKnowledgeError} with every error, so that all can be mended at once */
export function loadKnowledge(folder: string): Knowledge {
  const { filed, sites } = loadFiled(folder);
  return knowledgeOf(filed, sites);
}

/** As `loadKnowledge`, each record and each site with its file.
 *  @throws {InvalidKnowledgeError} with every error */
export function loadFiled(folder: string): { filed: Filed[]; sites: FiledSite[] } {
  const { filed, findings } = readKnowledge(folder);
  const { sites, findings: faults } = readSites(folder);
  const all = [...findings, ...faults];
  if (all.length > 0) {
    throw new InvalidKnowledgeError(path.basename(folder), all);
  }
  return { filed, sites };
}

/** The records, and the sites if they matter, without their files. */
export function knowledgeOf(filed: readonly Filed[], sites: readonly FiledSite[] = []): Knowledge {
  const of = (wanted: Filed['genre']) =>
    filed.filter(({ genre }) => genre === wanted).map(({ record }) => record);
  return { partners: of('partenaire'), lines: of('ligne'), sites: sites.map(({ site }) => site) };
}

/** Every record that can be read, and every error that keeps the folder from being used. */
export function readKnowledge(folder: string): { filed: Filed[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const read = (part: string, genre: Filed['genre']) =>
    yamlFiles(path.join(folder, part)).flatMap((full): Filed[] => {
      const fichier = path.join(path.basename(folder), path.relative(folder, full));
      const result = readRecord(full, fichier);
      if ('record' in result) {
        return [{ fichier, record: result.record, genre }];
      }
      findings.push(...result.findings);
      return [];
    });
  const filed = [...read('lines', 'ligne'), ...read('partners', 'partenaire')];
  // A successor may stand in a file that cannot be read: only what was read is crossed.
  return { filed, findings: [...findings, ...crossCheck(filed, findings.length > 0)] };
}

/** What no single file can show: ids, names of files, successors, and places that must stay hidden. */
function crossCheck(filed: readonly Filed[], incomplete: boolean): Finding[] {
  const ids = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { fichier, record } of filed) {
    const autre = ids.get(record.id);
    if (autre) {
      findings.push(finding('erreur', 'id-double', fichier, { chemin: ['id'], valeurs: { autre } }));
    }
    ids.set(record.id, fichier);
    if (path.basename(fichier, '.yaml') !== record.id) {
      const valeurs = { attendu: `${record.id}.yaml` };
      findings.push(finding('erreur', 'nom-de-fichier', fichier, { chemin: ['id'], valeurs }));
    }
    findings.push(...serviceFindings(fichier, record));
  }
  return incomplete ? findings : [...findings, ...successors(filed, ids)];
}

function successors(filed: readonly Filed[], ids: ReadonlyMap<string, string>): Finding[] {
  return filed.flatMap(({ fichier, record: { successeur } }) =>
    successeur && !ids.has(successeur)
      ? [finding('erreur', 'id-inconnu', fichier, { chemin: ['successeur'], valeurs: { lu: successeur } })]
      : [],
  );
}

const PLACE = [
  'adresse',
  'complement_adresse',
  'commune',
  'code_postal',
  'code_insee',
  'latitude',
  'longitude',
] as const;

function serviceFindings(fichier: string, { services, confidentialite }: Organisation): Finding[] {
  return services.flatMap((service, index) => {
    const hidden = confidentialite !== 'publique' || service.confidentialite !== 'publique';
    const placed = hidden ? PLACE.filter((field) => service[field] !== null) : [];
    const twice = services.findIndex(({ id }) => id === service.id) !== index;
    return [
      ...placed.map((field) =>
        finding('erreur', 'lieu-cache', fichier, { chemin: ['services', index, field] }),
      ),
      ...(twice ? [finding('erreur', 'service-double', fichier, { chemin: ['services', index, 'id'] })] : []),
    ];
  });
}
