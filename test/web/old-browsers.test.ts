import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a build cannot rewrite for an old telephone: it throws there, and nothing of the script runs. */
const LATER =
  /\\p\{|\(\?<|Object\.(?:hasOwn|fromEntries)\b|\.(?:at|flat|flatMap|matchAll|replaceAll|findLast|allSettled)\(|structuredClone/;

test.each(['page.js', 'embed.js'])(
  'given %s, when it is read, then an old browser has all it asks for',
  (file) => {
    const script = readFileSync(path.join(__dirname, '..', '..', 'dist', file), 'utf8');
    expect(LATER.exec(script)?.[0]).toBeUndefined();
  },
);
