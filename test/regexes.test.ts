import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { checkSync } from 'recheck';

const ROOT = join(__dirname, '..');
/** Longest time given to prove one expression, in milliseconds; the slowest of ours needs a tenth of it. */
const PATIENCE = 60_000;

interface Regex {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Every regular expression of a syntax tree; one made at run time has no pattern to check, and is told as such. */
function regexesIn(node: unknown, file: string): Regex[] {
  if (!isNode(node)) return [];
  const made =
    (node.type === 'NewExpression' || node.type === 'CallExpression') &&
    isNode(node.callee) &&
    node.callee.value === 'RegExp';
  const own: Regex[] =
    node.type === 'RegExpLiteral'
      ? [{ file, pattern: String(node.pattern), flags: String(node.flags) }]
      : made
        ? [{ file, pattern: '', flags: 'made' }]
        : [];
  return [...own, ...Object.values(node).flatMap((child) => regexesIn(child, file))];
}

function regexesOf(file: string): Regex[] {
  const tree = parseSync(readFileSync(join(ROOT, file), 'utf8'), {
    syntax: 'typescript',
    tsx: file.endsWith('x'),
  });
  return regexesIn(tree, file);
}

const all = ['src', 'dialogs', 'knowledge'].flatMap(sources).flatMap(regexesOf);

function statusOf({ pattern, flags }: Regex): string {
  return checkSync(pattern, flags.replace(/[gy]/g, ''), { timeout: PATIENCE }).status;
}

test('E6: given an expression that backtracks, when it is checked, then it is found', () => {
  expect(statusOf({ file: '', pattern: '^(a+)+$', flags: '' })).toBe('vulnerable');
  expect(regexesIn(parseSync('new RegExp(x); /(a+)+/'), 'x')).toHaveLength(2);
});

test('E6: given every regular expression of the source, when it is checked, then none can be made to hang', () => {
  expect(all.length).toBeGreaterThan(100);
  const unsafe = all.filter((regex) => regex.flags === 'made' || statusOf(regex) !== 'safe');
  expect(unsafe.map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([]);
}, 180_000);
