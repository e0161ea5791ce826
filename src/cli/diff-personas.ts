import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../config.ts';
import { InvalidKnowledgeError } from '../knowledge/finding.ts';
import { knowledgeOf, readKnowledge } from '../knowledge/load.ts';
import { type CuratorTexts, sayToCurator } from '../knowledge/load-texts.ts';
import type { Organisation } from '../knowledge/schema/organisation.ts';
import { assemble, worldOf } from './assemble.ts';
import { BadLineError } from './lines.ts';
import { type Persona, readPersonas, shownTo } from './personas.ts';

/** Tells which personas get other results than with the knowledge of a git revision, and which referral was lost since.
 *  @throws {BadLineError} when the revision is unknown, or its files cannot be read any more */
export async function diffPersonas(
  rev: string,
  config: Config,
  texts: CuratorTexts,
  out: (text: string) => void,
): Promise<number> {
  const personas = readPersonas(config.personasDir);
  const { understanding, places, world, knowledge } = assemble(config);
  const before = knowledgeAt(rev, config.knowledgeDir, texts);
  for (const id of lostReferrals(before.partners, knowledge.partners)) {
    out(`${id} : ${sayToCurator(texts, 'orientation-retiree', { rev })}\n`);
  }
  const old = worldOf(before, places, world.directory.imported);
  let changed = 0;
  for (const persona of personas) {
    const was = await shownTo(persona, old, understanding);
    const is = await shownTo(persona, world, understanding);
    const lines = difference(was, is, texts);
    changed += lines.length > 0 ? 1 : 0;
    out(lines.length > 0 ? `${[title(persona, texts), ...lines].join('\n')}\n` : '');
  }
  if (changed === 0) {
    out(`${sayToCurator(texts, 'diff.identique', { total: personas.length, rev })}\n`);
  }
  return 0;
}

const title = ({ nom, fichier }: Persona, texts: CuratorTexts) =>
  sayToCurator(texts, 'diff.persona', { nom, fichier });

function difference(was: readonly string[], is: readonly string[], texts: CuratorTexts): string[] {
  const lines = [
    ...is.filter((id) => !was.includes(id)).map((id) => sayToCurator(texts, 'diff.ajoute', { id })),
    ...was.filter((id) => !is.includes(id)).map((id) => sayToCurator(texts, 'diff.retire', { id })),
  ];
  return lines.length === 0 && was.join() !== is.join() ? [sayToCurator(texts, 'diff.ordre')] : lines;
}

function knowledgeAt(rev: string, folder: string, texts: CuratorTexts) {
  const place = mkdtempSync(path.join(tmpdir(), 'passerelle-revision-'));
  try {
    extract(rev, folder, place, texts);
    for (const part of ['lines', 'partners']) {
      mkdirSync(path.join(place, part), { recursive: true });
    }
    const { filed, findings } = readKnowledge(place);
    if (findings.length > 0) {
      throw new BadLineError(
        `${sayToCurator(texts, 'diff.revision-illisible', { rev })}\n${new InvalidKnowledgeError(rev, findings).message}`,
      );
    }
    return knowledgeOf(filed);
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** The folder as git keeps it at a revision; a name that looks like an option is none. */
function extract(rev: string, folder: string, place: string, texts: CuratorTexts): void {
  try {
    const quiet = {
      stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    };
    const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], quiet);
    const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${rev}^{commit}`)
      .toString()
      .trim();
    const tar = git('archive', '--format=tar', commit, '.');
    execFileSync('tar', ['-x', '-C', place], { input: tar, stdio: ['pipe', 'ignore', 'ignore'] });
  } catch {
    throw new BadLineError(sayToCurator(texts, 'diff.revision-inconnue', { rev }));
  }
}

/** Services that asked for a referral or a condition, and ask for none any more. */
function lostReferrals(was: readonly Organisation[], is: readonly Organisation[]): string[] {
  const now = new Map(
    is.flatMap(({ id, services }) => services.map((service) => [`${id}/${service.id}`, service])),
  );
  return was.flatMap(({ id, services }) =>
    services
      .filter((before) => {
        const after = now.get(`${id}/${before.id}`);
        const referral =
          !before.mobilisable_par.includes('usagers') && after?.mobilisable_par.includes('usagers');
        return after && (referral || (before.conditions_acces !== null && after.conditions_acces === null));
      })
      .map((service) => `${id}/${service.id}`),
  );
}
