import type { Config } from '../config.ts';
import { isLive, oldestVerification } from '../knowledge/check-record.ts';
import { type Filed, loadFiled } from '../knowledge/load.ts';
import type { CuratorTexts } from '../knowledge/load-texts.ts';
import { daysSince, FRESH_DAYS, FRESH_LINE_DAYS } from '../matching/coverage.ts';
import { callList } from './call-list.ts';

/** One record to verify, and how late it is. */
export interface Due {
  readonly filed: Filed;
  readonly verifieLe: string | null;
  /** Null when it was never verified. */
  readonly jours: number | null;
  readonly limite: number;
}

/** `knowledge calendar`: what must be verified, the latest first. Gives 1 when something is late, so that a
 *  scheduled job fails; printing the call list gives 0. */
export function calendar(
  config: Pick<Config, 'knowledgeDir' | 'publisherName'>,
  texts: CuratorTexts,
  now: Date,
  { out, print }: { out: (text: string) => void; print: boolean },
): number {
  const dues = loadFiled(config.knowledgeDir)
    .filed.filter(({ record }) => isLive(record))
    .map((filed) => dueOf(filed, now))
    .sort(byUrgency);
  const late = dues.filter(isLate);
  if (print) {
    out(callList(late, texts, now, config.publisherName));
    return 0;
  }
  for (const due of dues) {
    out(`${JSON.stringify(lineOf(due))}\n`);
  }
  return late.length > 0 ? 1 : 0;
}

function dueOf(filed: Filed, now: Date): Due {
  const verifieLe = oldestVerification(filed.record);
  return {
    filed,
    verifieLe,
    jours: verifieLe === null ? null : daysSince(verifieLe, now),
    limite: filed.genre === 'ligne' ? FRESH_LINE_DAYS : FRESH_DAYS,
  };
}

const isLate = ({ jours, limite }: Due) => jours === null || jours > limite;

/** Days left: fewest first; never verified before all, and lines before records. */
function byUrgency(a: Due, b: Due): number {
  const left = ({ jours, limite }: Due) => (jours === null ? Number.NEGATIVE_INFINITY : limite - jours);
  const [x, y] = [left(a), left(b)];
  if (x !== y) {
    return x < y ? -1 : 1;
  }
  return a.limite - b.limite || (a.filed.fichier < b.filed.fichier ? -1 : 1);
}

function lineOf({ filed: { fichier, record, genre }, verifieLe, jours, limite }: Due) {
  return {
    fichier,
    id: record.id,
    nom: record.nom,
    genre: genre === 'ligne' ? 'ligne' : 'fiche',
    verifie_le: verifieLe,
    jours_restants: jours === null ? null : limite - jours,
    en_retard: jours === null || jours > limite,
  };
}
