import { join } from 'node:path';
import { corpusFiles, readCorpusFile } from '../../src/understanding/corpus.ts';
import { plain } from '../../src/understanding/fold.ts';

const CORPUS = join(__dirname, '../../dialogs/understanding/fr/corpus');
const LIKENESS = 0.8;
/** « ok », « coucou », « merci »: greetings are what they are, whoever writes them. */
const FEWEST_GRAMS = 12;

interface Line {
  /** File and line: never the text. */
  readonly place: string;
  readonly grams: ReadonlySet<number>;
}

const LETTERS = 128;

/** Three letters as one number: there are thousands of lines to compare. */
function gramsOf(text: string): Set<number> {
  const letters = ` ${plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  const at = (index: number) => letters.charCodeAt(index);
  return new Set(
    Array.from(
      { length: Math.max(0, letters.length - 2) },
      (_, index) => (at(index) * LETTERS + at(index + 1)) * LETTERS + at(index + 2),
    ),
  );
}

function linesOf(folder: string): Line[] {
  return corpusFiles(join(CORPUS, folder)).flatMap((file) =>
    readCorpusFile(file)
      .map(({ t, author }, at) => ({ place: `${folder}/${author}:${at + 1}`, grams: gramsOf(t) }))
      .filter(({ grams }) => grams.size >= FEWEST_GRAMS),
  );
}

/** Whether two sets are alike; given up as soon as too many grams of the first are not in the second. */
function isAlike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  // common / (a + b - common) > LIKENESS, solved for what may be missing.
  const allowed = a.size - (LIKENESS / (1 + LIKENESS)) * (a.size + b.size);
  let missing = 0;
  for (const gram of a) {
    if (b.has(gram)) continue;
    missing++;
    if (missing >= allowed) return false;
  }
  return missing < allowed;
}

/** How many lines of either side hold each gram. */
function countGrams(lines: readonly Line[]): Uint32Array {
  const counts = new Uint32Array(LETTERS ** 3);
  for (const { grams } of lines) for (const gram of grams) counts[gram] = (counts[gram] ?? 0) + 1;
  return counts;
}

/** Two sets alike at 0.8 share one of the rarest fifth of the grams of each: only these are compared. */
function rarest({ grams }: Line, counts: Uint32Array): number[] {
  const rare = [...grams].sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  return rare.slice(0, rare.length - Math.ceil(LIKENESS * rare.length) + 1);
}

function nearPairs(left: readonly Line[], right: readonly Line[]): string[] {
  const counts = countGrams([...left, ...right]);
  const index = new Map<number, Line[]>();
  for (const line of right) {
    for (const gram of rarest(line, counts)) {
      const known = index.get(gram);
      if (known) known.push(line);
      else index.set(gram, [line]);
    }
  }
  return left.flatMap((line) => {
    const near = new Set(rarest(line, counts).flatMap((gram) => index.get(gram) ?? []));
    return [...near]
      .filter((other) => isAlike(line.grams, other.grams))
      .map((other) => `${line.place} ~ ${other.place}`);
  });
}

test('given two sentences that differ by a letter, when they are compared, then they are near', () => {
  const line = (text: string): Line => ({ place: text.slice(-1), grams: gramsOf(text) });
  const left = [line('je cherche une place en creche pour ma fille a')];
  expect(nearPairs(left, [line('Je cherche une place en crèche pour ma fille, b')])).toHaveLength(1);
  expect(nearPairs(left, [line('mon voisin fait du bruit la nuit c')])).toEqual([]);
});

// What is printed are files and lines: the sealed sentences stay unread.
test('given the sealed sentences, when they are compared with those of training, then none is nearly the same', () => {
  expect(nearPairs(linesOf('sealed'), linesOf('train'))).toEqual([]);
});
