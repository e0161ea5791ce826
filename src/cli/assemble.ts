import path from 'node:path';
import { CARTE, CONSIGNES, REGLES, STATIQUE } from '../../dialogs/emergency.ts';
import { QUESTIONS } from '../../dialogs/questions.ts';
import type { Understanding } from '../bot/reading.ts';
import type { Config } from '../config.ts';
import type { World } from '../conversation/world.ts';
import type { Places } from '../geography/places.ts';
import { emergencyFindings } from '../knowledge/emergency-lines.ts';
import { findOverlaps } from '../knowledge/exchange/overlap.ts';
import { InvalidKnowledgeError } from '../knowledge/finding.ts';
import { type Knowledge, knowledgeOf, loadFiled } from '../knowledge/load.ts';
import { loadCards } from '../knowledge/load-cards.ts';
import { loadPlaces } from '../knowledge/load-places.ts';
import { zoneFindings } from '../knowledge/load-sites.ts';
import { loadDenyList, loadSnapshot } from '../knowledge/load-snapshot.ts';
import { loadTexts } from '../knowledge/load-texts.ts';
import { buildDirectory } from '../matching/directory.ts';
import type { ImportedColumns } from '../matching/imported/columns.ts';
import { createImported, type Imported } from '../matching/imported/layer.ts';
import { isBrief } from '../understanding/language.ts';
import { loadPatterns } from '../understanding/load-patterns.ts';
import { loadNetwork } from '../understanding/network/load-network.ts';
import { prepare } from '../understanding/prepare.ts';
import { createRedFlags } from '../understanding/red-flags.ts';
import { createUnderstand } from '../understanding/understand.ts';

/** The world of a knowledge: its directory, the catalogue of questions, the emergency rules, the zones of its sites. */
export function worldOf(knowledge: Knowledge, places: Places, imported: Imported | null = null): World {
  return {
    directory: buildDirectory(knowledge, places, imported),
    questions: QUESTIONS,
    urgence: { statique: STATIQUE, carte: CARTE, regles: REGLES, consignes: CONSIGNES },
    zones: new Map(knowledge.sites.flatMap(({ id, zone }) => (zone === null ? [] : [[id, zone] as const]))),
  };
}

/** Everything that is read once at start.
 *  @throws {InvalidDataError} when curated data must be mended */
export function assemble(config: Config) {
  const places = loadPlaces(config.placesFile);
  const snapshot = config.importSnapshot ? loadSnapshot(config.importSnapshot) : null;
  const { knowledge, world } = readWorld(config.knowledgeDir, places, snapshot);
  const texts = loadTexts(config.textsDir);
  const cards = loadCards(path.join(config.textsDir, 'cards'));
  const understanding = loadUnderstanding(config.understandingDir, places);
  return { places, snapshot, knowledge, texts, cards, understanding, world };
}

/** Reads a knowledge folder and makes its world, over what was imported.
 *  @throws {InvalidKnowledgeError} when a file must be mended, when an emergency line is missing, or when a site's
 *  zone is no place */
export function readWorld(
  folder: string,
  places: Places,
  snapshot: ImportedColumns | null = null,
): { knowledge: Knowledge; world: World } {
  const { filed, sites } = loadFiled(folder);
  const findings = [...emergencyFindings(filed, folder), ...zoneFindings(sites, places)];
  if (findings.length > 0) {
    throw new InvalidKnowledgeError(path.basename(folder), findings);
  }
  const knowledge = knowledgeOf(filed, sites);
  const imported = snapshot && importedOf(snapshot, knowledge, { folder, places });
  return { knowledge, world: worldOf(knowledge, places, imported) };
}

/** The imported layer, without what the curated one already says or refuses. */
function importedOf(
  snapshot: ImportedColumns,
  { partners, lines }: Knowledge,
  { folder, places }: { readonly folder: string; readonly places: Places },
): Imported {
  const { left } = findOverlaps(snapshot, [...lines, ...partners], loadDenyList(folder));
  return createImported(snapshot, places, left);
}

/** The French understanding; its red flags stand alone when there is no network. */
function loadUnderstanding(folder: string, places: Places): Understanding {
  const data = loadPatterns(folder);
  const network = loadNetwork(folder, data);
  const redFlags = createRedFlags(data, network);
  return { prepare, redFlags, isBrief, understand: createUnderstand({ data, places, redFlags, network }) };
}
