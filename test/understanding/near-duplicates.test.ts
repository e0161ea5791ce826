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
  readonly grams: ReadonlySet<string>;
}

function gramsOf(text: string): Set<string> {
  const letters = ` ${plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  const out = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at++) out.add(letters.slice(at, at + 3));
  return out;
}

function linesOf(folder: string): Line[] {
  return corpusFiles(join(CORPUS, folder)).flatMap((file) =>
    readCorpusFile(file)
      .map(({ t, author }, at) => ({ place: `${folder}/${author}:${at + 1}`, grams: gramsOf(t) }))
      .filter(({ grams }) => grams.size >= FEWEST_GRAMS),
  );
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((gram) => b.has(gram)).length;
  return common / (a.size + b.size - common);
}

function indexOf(lines: readonly Line[]): Map<string, Line[]> {
  const index = new Map<string, Line[]>();
  for (const line of lines) {
    for (const gram of line.grams) {
      const known = index.get(gram);
      if (known) known.push(line);
      else index.set(gram, [line]);
    }
  }
  return index;
}

/** Two sets alike at 0.8 share one of the rarest fifth of the grams of each: only these are looked up. */
function nearPairs(left: readonly Line[], right: readonly Line[]): string[] {
  const index = indexOf(right);
  const rarity = (gram: string) => index.get(gram)?.length ?? 0;
  return left.flatMap((line) => {
    const rare = [...line.grams].sort((a, b) => rarity(a) - rarity(b));
    const prefix = rare.slice(0, rare.length - Math.ceil(LIKENESS * rare.length) + 1);
    const near = [...new Set(prefix.flatMap((gram) => index.get(gram) ?? []))];
    return near
      .filter((other) => likeness(line.grams, other.grams) > LIKENESS)
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
