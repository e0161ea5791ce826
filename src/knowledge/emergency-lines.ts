import path from 'node:path';
import { CARTE, REGLES, STATIQUE } from '../../dialogs/emergency.ts';
import { type Finding, finding } from './finding.ts';
import type { Filed } from './load.ts';

/** The emergency rules name lines that must exist: without one, its number would silently leave every screen. */
export function emergencyFindings(filed: readonly Filed[], folder: string): Finding[] {
  const lines = new Set(
    filed.flatMap(({ genre, record }) =>
      genre === 'ligne' && (record.statut === 'actif' || record.statut === 'renomme')
        ? record.services.map(({ id }) => `${record.id}/${id}`)
        : [],
    ),
  );
  const fichier = path.join(path.basename(folder), 'lines');
  return [...new Set([...STATIQUE, ...CARTE, ...REGLES.flatMap(({ lignes }) => lignes)])]
    .filter((id) => !lines.has(id))
    .map((lu) => finding('erreur', 'ligne-urgence', fichier, { valeurs: { lu } }));
}
