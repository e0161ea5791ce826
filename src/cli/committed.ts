import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlaces } from '../knowledge/load-places.ts';
import { corpusFiles, InvalidCorpusError, readCorpusFile, type Sentence } from '../understanding/corpus.ts';
import { loadPatterns } from '../understanding/load-patterns.ts';
import { judge, judgeByRules } from '../understanding/network/judge.ts';
import { impress, lessonsOf, type Scored } from '../understanding/network/learn.ts';
import { sumOf } from '../understanding/network/load-network.ts';
import { createActivate, decodeWeights, type ModelFile, modelFile } from '../understanding/network/model.ts';
import { NOISES } from '../understanding/noise.ts';
import { placeFigures, readPlaceCorpus } from '../understanding/place-scoring.ts';
import {
  byAuthor,
  byNeed,
  bySignal,
  type Figure,
  headlines,
  type Judged,
  needFigures,
  noiseFigure,
  speakerFigures,
} from '../understanding/scoring.ts';
import { conceptsOf } from './train.ts';

/** What is said first of a set of judged sentences. */
export const summary = (judged: readonly Judged[], groupe: string): Figure[] => [
  ...headlines(judged, groupe),
  ...needFigures(judged, groupe),
];

/** Everything that is said of a set: as a whole, by signal, by need, by author. */
export function everything(judged: readonly Judged[]): Figure[] {
  const authors = [...byAuthor(judged)].flatMap(([author, ones]) => summary(ones, `author ${author}`));
  return [
    ...summary(judged, 'tous'),
    ...speakerFigures(judged),
    ...bySignal(judged),
    ...byNeed(judged),
    ...authors,
  ];
}

function checkSums(folder: string): void {
  for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
    const [sum = '', name = ''] = line.split(/\s+\*?/);
    if (sumOf(readFileSync(join(folder, name))) !== sum) {
      throw new InvalidCorpusError(`${name}: it is not the file that was sealed.`);
    }
  }
}

interface Committed {
  readonly file: ModelFile;
  readonly score: (sentences: readonly Sentence[]) => Scored[];
}

function openCommitted(folder: string): Committed {
  const file = modelFile.parse(JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')));
  const activate = createActivate(decodeWeights(readFileSync(join(folder, 'model.bin')), file));
  const data = loadPatterns(folder);
  const [concepts, kinds] = [conceptsOf(folder), new Set(file.familles)];
  return { file, score: (sentences) => impress(lessonsOf(sentences, data, concepts, kinds), activate) };
}

/** A set of sentences, by the committed rules and network, as written and with every noise; nothing is learned from them. */
function scoreSet(folder: string, name: string): Figure[] {
  const { file, score } = openCommitted(folder);
  const sentences = corpusFiles(join(folder, 'corpus', name)).flatMap(readCorpusFile);
  const scored = score(sentences);
  const judged = scored.map((one) => judge(one, file.seuils));
  const dangers = sentences.filter(({ s }) => s.length > 0);
  const noisy = [...NOISES].map(([noise, change]) => {
    const changed = score(dangers.map((one) => ({ ...one, t: change(one.t) })));
    return noiseFigure(
      noise,
      judged,
      changed.map((one) => judge(one, file.seuils)),
    );
  });
  return [...summary(scored.map(judgeByRules), 'rules alone'), ...everything(judged), ...noisy];
}

const scorePlaces = (corpus: string, placesFile: string): Figure[] =>
  placeFigures(corpusFiles(corpus).flatMap(readPlaceCorpus), loadPlaces(placesFile));

/** The open test sets: tests run on the first too. */
export function openSet(folder: string, placesFile: string): Figure[] {
  return [...scoreSet(folder, 'open'), ...scorePlaces(join(folder, 'corpus', 'open-places'), placesFile)];
}

/** The sealed sentences; each opening is to be recorded. */
export function sealed(folder: string): Figure[] {
  checkSums(join(folder, 'corpus', 'sealed'));
  return scoreSet(folder, 'sealed');
}

/** The sealed messages for places. */
export function sealedPlaces(folder: string, placesFile: string): Figure[] {
  const corpus = join(folder, 'corpus', 'sealed-places');
  checkSums(corpus);
  return scorePlaces(corpus, placesFile);
}
