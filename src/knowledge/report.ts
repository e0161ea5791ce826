import type { Finding } from './finding.ts';
import { type CuratorTexts, sayToCurator } from './load-texts.ts';

/** A finding as a line of French: its level, its file, line and field, and what to do. */
export function tell(
  texts: CuratorTexts,
  { niveau, constat, valeurs, fichier, ligne, chemin }: Finding,
): string {
  const where = [
    fichier,
    ligne === null ? null : sayToCurator(texts, 'constat.ligne', { ligne }),
    chemin.length === 0 ? null : sayToCurator(texts, 'constat.champ', { champ: fieldText(texts, chemin) }),
  ].filter((part) => part !== null);
  return `${sayToCurator(texts, `constat.${niveau}`)} ${where.join(', ')} : ${sayToCurator(texts, constat, valeurs)}`;
}

/** « services n° 1 › contacts n° 2 › valeur »: people count from one. */
function fieldText(texts: CuratorTexts, chemin: Finding['chemin']): string {
  const parts: string[] = [];
  for (const part of chemin) {
    if (typeof part === 'number') {
      parts.push(sayToCurator(texts, 'constat.rang', { champ: parts.pop() ?? '', rang: part + 1 }));
    } else {
      parts.push(part);
    }
  }
  return parts.join(' › ');
}
