import type { z } from 'zod';
import { CONSTATS, type ConstatId } from '../../dialogs/curator-keys.ts';
import { type Finding, finding } from './finding.ts';

type Issue = z.core.$ZodIssue;

/** A schema's issues as findings; `value` is what was read. */
export function schemaFindings(issues: readonly Issue[], value: unknown, fichier: string): Finding[] {
  return issues.flatMap((issue) => {
    const chemin = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        finding('erreur', 'champ-inconnu', fichier, { chemin: [...chemin, key] }),
      );
    }
    const { constat, valeurs = {} } = said(issue, valueAt(value, chemin));
    return [finding('erreur', constat, fichier, { chemin, valeurs })];
  });
}

interface Said {
  readonly constat: ConstatId;
  readonly valeurs?: Record<string, string>;
}

function said(issue: Issue, found: unknown): Said {
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined ? { constat: 'manquant' } : wrongType(issue.expected);
    case 'invalid_value':
      return found === undefined
        ? { constat: 'manquant' }
        : { constat: 'valeur-inconnue', valeurs: { lu: shortly(found), choix: issue.values.join(', ') } };
    case 'too_small':
    case 'too_big':
      return outOfBounds(issue);
    case 'invalid_format':
      return { constat: formOf(issue), valeurs: { lu: shortly(found) } };
    case 'custom':
      return { constat: customOf(issue.params?.constat), valeurs: { lu: shortly(found) } };
    default:
      return { constat: 'forme' };
  }
}

function wrongType(expected: string): Said {
  const constat = `type.${expected === 'int' ? 'number' : expected}`;
  return { constat: isConstat(constat) ? constat : 'forme' };
}

function outOfBounds(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Said {
  const limite = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const kind = { string: 'texte', array: 'liste' }[issue.origin as string] ?? 'nombre';
  const constat = `${kind}.${issue.code === 'too_small' ? 'trop-peu' : 'trop'}`;
  return { constat: isConstat(constat) ? constat : 'forme', valeurs: { limite } };
}

/** The field's own sentence about its form, when there is one. */
function formOf(issue: Extract<Issue, { code: 'invalid_format' }>): ConstatId {
  const field = issue.path.findLast((part) => typeof part === 'string');
  const constat = `forme.${String(field)}`;
  return isConstat(constat) ? constat : 'forme';
}

function customOf(name: unknown): ConstatId {
  return typeof name === 'string' && isConstat(name) ? name : 'forme';
}

const isConstat = (text: string): text is ConstatId => (CONSTATS as readonly string[]).includes(text);

/** Enough of a value to know it again. */
function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function valueAt(value: unknown, chemin: readonly (string | number)[]): unknown {
  return chemin.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
        ? (inside as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
