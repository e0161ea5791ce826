import { parseSync } from '@swc/core';

/** What a source file says between quotes; comments and imports are not read. */
export interface SourceStrings {
  /** Whole strings, and templates without holes. */
  readonly literals: readonly string[];
  /** What comes before the first hole of a template. */
  readonly prefixes: readonly string[];
  /** Every piece of text: strings, pieces of templates, text between tags. */
  readonly pieces: readonly string[];
  readonly betweenTags: readonly string[];
  /** Tables whose `label` is read: `GROUPES_BESOINS[id].label`. */
  readonly labelled: readonly string[];
}

type Node = Record<string, unknown>;
type Found = { [Field in keyof SourceStrings]: string[] };

/** Reads the strings of a TypeScript source; `name` tells whether it holds components. */
export function stringsOf(name: string, source: string): SourceStrings {
  const found: Found = { literals: [], prefixes: [], pieces: [], betweenTags: [], labelled: [] };
  walk(parseSync(source, { syntax: 'typescript', tsx: name.endsWith('x'), target: 'es2023' }), found);
  return found;
}

function walk(value: unknown, found: Found): void {
  if (Array.isArray(value)) {
    value.forEach((item) => {
      walk(item, found);
    });
    return;
  }
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const node = value as Node;
  if (node.type === 'ImportDeclaration') {
    return;
  }
  READERS[String(node.type)]?.(node, found);
  Object.values(node).forEach((child) => {
    walk(child, found);
  });
}

const READERS: Record<string, (node: Node, found: Found) => void> = {
  StringLiteral: ({ value }, found) => {
    found.literals.push(String(value));
    found.pieces.push(String(value));
  },
  JSXText: ({ value }, found) => {
    found.betweenTags.push(String(value));
    found.pieces.push(String(value));
  },
  TemplateLiteral: ({ quasis }, found) => {
    const texts = (quasis as { cooked: string }[]).map(({ cooked }) => cooked);
    found.pieces.push(...texts);
    (texts.length > 1 ? found.prefixes : found.literals).push(texts[0] ?? '');
  },
  MemberExpression: ({ object, property }, found) => {
    const table = (object as { object?: { value?: string } }).object?.value;
    if (table && (property as { value?: string }).value === 'label') {
      found.labelled.push(table);
    }
  },
};
