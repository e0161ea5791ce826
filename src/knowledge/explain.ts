import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ConstatId } from '../../dialogs/curator-keys.ts';
import type { Finding } from './finding.ts';
import { fieldOf } from './read-record.ts';

/** Gives each finding the line where it stands, and a fault of YAML its own sentence. */
export function explain(findings: readonly Finding[], folder: string): Finding[] {
  const files = new Map<string, Source | null>();
  return findings.map((item) => {
    if (item.ligne !== null && item.constat !== 'syntaxe') {
      return item;
    }
    const { fichier } = item;
    const source = files.get(fichier) ?? read(path.join(path.dirname(folder), fichier));
    files.set(fichier, source);
    return source ? located(item, source) : item;
  });
}

interface Source {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function read(file: string): Source | null {
  try {
    const text = readFileSync(file, 'utf8');
    const lines = new LineCounter();
    return { text, lines, document: parseDocument(text, { lineCounter: lines }) };
  } catch {
    // A finding about a folder, or a file that went away meanwhile: it has no line.
    return null;
  }
}

function located(item: Finding, source: Source): Finding {
  if (item.constat === 'syntaxe') {
    return syntax(item, source);
  }
  const offset = offsetOf(source.document, item.chemin);
  return offset === null ? item : { ...item, ligne: source.lines.linePos(offset).line };
}

const SYNTAX: Readonly<Record<string, ConstatId>> = {
  DUPLICATE_KEY: 'syntaxe.double',
  BLOCK_AS_IMPLICIT_KEY: 'syntaxe.deux-points',
  MULTILINE_IMPLICIT_KEY: 'syntaxe.deux-points',
  MISSING_CHAR: 'syntaxe.fermeture',
  BAD_INDENT: 'syntaxe.retrait',
  BAD_SCALAR_START: 'syntaxe.caractere',
  MULTIPLE_DOCS: 'syntaxe.documents',
};

function syntax(item: Finding, { text, document, lines }: Source): Finding {
  const [error] = document.errors;
  if (!error) {
    return item;
  }
  const met = lines.linePos(error.pos[0]).line;
  // A bracket or quote left open is met at the end of the file: js-yaml stops nearer to where it was opened.
  const open = error.code === 'MISSING_CHAR' || /end with a [\]}]/.test(error.message);
  const ligne = open && item.ligne !== null ? Math.min(item.ligne, met) : met;
  const constat = open ? 'syntaxe.fermeture' : (SYNTAX[error.code] ?? 'syntaxe');
  return { ...item, constat, ligne, chemin: fieldOf(text.split('\n')[ligne - 1] ?? '') };
}

/** Where the last key of a path is written; else its nearest parent, or the start of the record. */
function offsetOf({ contents }: Document.Parsed, chemin: Finding['chemin']): number | null {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? null;
  for (const part of chemin) {
    const next = inside(node, part);
    if (!next) {
      break;
    }
    ({ node } = next);
    offset = next.offset;
  }
  return offset;
}

function inside(node: unknown, part: string | number): { node: unknown; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === part,
    );
    const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    return pair && start !== undefined ? { node: pair.value, offset: start } : null;
  }
  const item = isSeq(node) && typeof part === 'number' ? node.items[part] : undefined;
  return isNode(item) && item.range ? { node: item, offset: item.range[0] } : null;
}
