import type { Config } from '../config.ts';
import type { World } from '../conversation/world.ts';
import type { Places } from '../geography/places.ts';
import { InvalidKnowledgeError } from '../knowledge/finding.ts';
import type { Site } from '../knowledge/schema/site.ts';
import { watchFolder } from '../knowledge/watch.ts';
import type { Log } from '../log.ts';
import type { ImportedColumns } from '../matching/imported/columns.ts';
import { readWorld } from './assemble.ts';

/** How often the folder is looked at: a mended number is shown within ten seconds. */
const EVERY_MS = 5000;

/** What a world is kept fresh with. */
export interface Freshening {
  readonly config: Pick<Config, 'knowledgeDir'>;
  readonly places: Places;
  /** What was imported; it stays while the curated folder changes. */
  readonly snapshot?: ImportedColumns | null;
  readonly log: Log;
  /** Makes again what was made from the world before; when it fails, the world before stays. */
  readonly replaced?: () => void;
  readonly everyMs?: number;
}

type Read = Pick<ReturnType<typeof readWorld>, 'knowledge' | 'world'>;

/** What was last read whole: a turn takes the world once; the sites are one array until they are replaced. */
export interface LiveWorld {
  readonly world: () => World;
  readonly sites: () => readonly Site[];
  readonly stop: () => void;
}

/** A world that follows its files: valid, they replace it whole; invalid, the last good one stays. A turn under way keeps
 *  the world it took. */
export function createLiveWorld(first: Read, parts: Freshening): LiveWorld {
  let current = first;
  const reload = () => {
    const started = performance.now();
    const before = current;
    try {
      current = readWorld(parts.config.knowledgeDir, parts.places, parts.snapshot);
      parts.replaced?.();
      const { partners, lines } = current.knowledge;
      const durationMs = Math.round(performance.now() - started);
      parts.log({
        event: 'knowledge-replaced',
        organisations: partners.length,
        lines: lines.length,
        durationMs,
      });
    } catch (error) {
      current = before;
      const findings = error instanceof InvalidKnowledgeError ? error.findings : [];
      parts.log({ event: 'knowledge-refused', files: [...new Set(findings.map(({ fichier }) => fichier))] });
    }
  };
  const stop = watchFolder(parts.config.knowledgeDir, parts.everyMs ?? EVERY_MS, reload);
  return { world: () => current.world, sites: () => current.knowledge.sites, stop };
}
