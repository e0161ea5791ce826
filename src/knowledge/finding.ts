import type { ConstatId } from '../../dialogs/curator-keys.ts';
import { InvalidDataError } from './read-yaml.ts';

/** What is wrong, or to look at, in the knowledge. An error keeps a folder from being used; a warning does not. */
export interface Finding {
  readonly niveau: 'erreur' | 'avertissement';
  /** Its sentence in `dialogs/texts/curator.fr.yaml`, and what fills the sentence's holes. */
  readonly constat: ConstatId;
  readonly valeurs: Readonly<Record<string, string>>;
  /** From the knowledge folder's parent, e.g. `knowledge/partners/isere/alpa.yaml`. */
  readonly fichier: string;
  /** Where in the file, as keys and indexes; empty for the whole file. */
  readonly chemin: readonly (string | number)[];
  /** From 1; null until located, or when nothing in the file says where. */
  readonly ligne: number | null;
}

/** A finding with the usual defaults. */
export function finding(
  niveau: Finding['niveau'],
  constat: ConstatId,
  fichier: string,
  more: Partial<Pick<Finding, 'chemin' | 'valeurs' | 'ligne'>> = {},
): Finding {
  return { niveau, constat, fichier, chemin: [], valeurs: {}, ligne: null, ...more };
}

/** A knowledge folder that cannot be used: holds every error, so that all can be mended at once. */
export class InvalidKnowledgeError extends InvalidDataError {
  override name = 'InvalidKnowledgeError';
  readonly findings: readonly Finding[];

  constructor(folder: string, findings: readonly Finding[]) {
    super(folder, findings.map(summary).join('\n'));
    this.findings = findings;
  }
}

const summary = ({ fichier, ligne, chemin, constat, valeurs: { autre } }: Finding) =>
  `${fichier}${ligne === null ? '' : `:${ligne}`} ${pathText(chemin)}${autre ? `: ${autre}` : ''} (${constat})`;

/** « services[0].contacts[1].valeur ». */
function pathText(chemin: Finding['chemin']): string {
  return chemin
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
