import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { type Finding, finding } from './finding.ts';
import { type Organisation, organisation } from './schema/organisation.ts';
import { schemaFindings } from './schema-findings.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BOM = '\ufeff';

type Read<T> = { readonly record: T } | { readonly findings: Finding[] };

/** Reads one record of an organisation. `shown` is its name in findings. */
export function readRecord(full: string, shown: string): Read<Organisation> {
  return readCurated(full, organisation, shown);
}

/** Reads one file that curators write, by its schema. `shown` is its name in findings. */
export function readCurated<S extends z.ZodType>(full: string, schema: S, shown: string): Read<z.output<S>> {
  const bytes = readFileSync(full);
  const text = decode(bytes);
  const problem = text === null ? encodingProblem(bytes, shown) : textProblem(text, shown);
  if (problem || text === null) {
    return { findings: problem ? [problem] : [] };
  }
  return parse(text, schema, shown);
}

function decode(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The line of the first byte that is not UTF-8. */
function encodingProblem(bytes: Buffer, shown: string): Finding {
  let ligne = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (decode(bytes.subarray(start, end)) === null) {
      break;
    }
    ligne += 1;
    start = end + 1;
  }
  const end = bytes.indexOf(10, start);
  const line = bytes.subarray(start, end < 0 ? bytes.length : end).toString('latin1');
  return finding('erreur', 'encodage', shown, { ligne, chemin: fieldOf(line) });
}

/** What YAML allows, or what no reader sees, and a curator's editor hides. */
function textProblem(text: string, shown: string): Finding | null {
  if (text.startsWith(BOM)) {
    return finding('erreur', 'bom', shown, { ligne: 1, chemin: fieldOf(text.slice(1).split('\n')[0] ?? '') });
  }
  const lines = text.split('\n');
  const tab = lines.findIndex((line) => line.includes('\t'));
  return tab < 0
    ? null
    : finding('erreur', 'tabulation', shown, { ligne: tab + 1, chemin: fieldOf(lines[tab] ?? '') });
}

function parse<S extends z.ZodType>(text: string, schema: S, shown: string): Read<z.output<S>> {
  let value: unknown;
  try {
    // The core schema leaves dates as they are written.
    value = load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    const at = error instanceof YAMLException ? error.mark?.line : undefined;
    const line = at === undefined ? '' : (text.split('\n')[at] ?? '');
    const ligne = at === undefined ? null : at + 1;
    return { findings: [finding('erreur', 'syntaxe', shown, { ligne, chemin: fieldOf(line) })] };
  }
  const result = schema.safeParse(value);
  return result.success
    ? { record: result.data }
    : { findings: schemaFindings(result.error.issues, value, shown) };
}

/** The key that a line of YAML begins with. */
export function fieldOf(line: string): string[] {
  const key = /^[\s-]*"?([\p{L}_]+)"?\s*:/u.exec(line)?.[1];
  return key === undefined ? [] : [key];
}
