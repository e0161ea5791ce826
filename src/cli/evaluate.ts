import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { loadPlaces } from '../knowledge/load-places.ts';
import { corpusFiles, InvalidCorpusError, readCorpusFile } from '../understanding/corpus.ts';
import { loadPatterns } from '../understanding/load-patterns.ts';
import { FEATURE_KINDS, type FeatureKind } from '../understanding/network/features.ts';
import { judge, judgeByRules } from '../understanding/network/judge.ts';
import {
  authorsOf,
  crossValidate,
  impress,
  type Lesson,
  lessonsOf,
  type Scored,
  SETTINGS,
  scoreWith,
} from '../understanding/network/learn.ts';
import { sumOf } from '../understanding/network/load-network.ts';
import { scoreWithLogistic } from '../understanding/network/logistic.ts';
import { createActivate, decodeWeights, modelFile } from '../understanding/network/model.ts';
import { chooseThresholds } from '../understanding/network/thresholds.ts';
import { shuffled } from '../understanding/network/training.ts';
import { placeFigures, readPlaceCorpus } from '../understanding/place-scoring.ts';
import {
  byAuthor,
  byNeed,
  bySignal,
  type Figure,
  headlines,
  type Judged,
  needFigures,
} from '../understanding/scoring.ts';
import { BadLineError } from './lines.ts';
import { judgeByNodeNlp } from './stock-node-nlp.ts';
import { conceptsOf, openLectern } from './train.ts';

/** Authors kept aside where leaving each one out would take too long. */
const KEPT_ASIDE = ['02', '05', '07', '12', '16'];
/** The kinds of features that are compared; the last is the committed model's. */
const FEATURE_SETS: readonly (readonly FeatureKind[])[] = [
  ['c'],
  ['w', 'b'],
  ['w', 'b', 'c'],
  ['w', 'b', 'p', 'n', 'q'],
  ['w', 'b', 'p', 'n', 'q', 'r'],
  ['w', 'b', 'n', 't', 'u'],
  ['w', 'b', 'p', 'n', 'q', 'r', 'c'],
  FEATURE_KINDS,
];

const summary = (judged: readonly Judged[], groupe: string): Figure[] => [
  ...headlines(judged, groupe),
  ...needFigures(judged, groupe),
];

function everything(judged: readonly Judged[]): Figure[] {
  const authors = [...byAuthor(judged)].flatMap(([author, ones]) => summary(ones, `auteur ${author}`));
  return [...summary(judged, 'tous'), ...bySignal(judged), ...byNeed(judged), ...authors];
}

const judgeAll = (scored: readonly Scored[]): Judged[] => {
  const seuils = chooseThresholds(scored);
  return scored.map((one) => judge(one, seuils));
};

/** Each author's sentences, by a network that never saw them; its thresholds are chosen on all the authors left out. */
function leaveOneOut(folder: string): Figure[] {
  const scored = crossValidate(openLectern(folder).lessons, SETTINGS);
  return [...summary(scored.map(judgeByRules), 'rules alone'), ...everything(judgeAll(scored))];
}

function apart(lessons: readonly Lesson[]): { taught: Lesson[]; asked: Lesson[] } {
  const isAside = ({ sentence }: Lesson) => KEPT_ASIDE.includes(sentence.author);
  return { taught: lessons.filter((one) => !isAside(one)), asked: lessons.filter(isAside) };
}

function ofAuthors(lessons: readonly Lesson[], authors: readonly string[]): Lesson[] {
  return lessons.filter(({ sentence }) => authors.includes(sentence.author));
}

/** What the network gains from more sentences, and from more authors. */
function* curve(folder: string): Generator<Figure> {
  const { taught, asked } = apart(openLectern(folder).lessons);
  const mixed = shuffled(taught, SETTINGS.seed);
  const authors = authorsOf(taught);
  const parts: [string, readonly Lesson[]][] = [
    ...[25, 50, 100].map((percent): [string, Lesson[]] => [
      `${percent} % des phrases`,
      mixed.slice(0, Math.round((percent / 100) * mixed.length)),
    ]),
    ...[2, 4].map((count): [string, Lesson[]] => [
      `${count} auteurs`,
      ofAuthors(taught, authors.slice(0, count)),
    ]),
    [`${authors.length} auteurs`, taught],
  ];
  for (const [name, part] of parts) yield* summary(judgeAll(scoreWith(part, asked, SETTINGS)), name);
}

/** Other systems, taught the same sentences in the same run. */
async function* peers(folder: string): AsyncGenerator<Figure> {
  const { taught, asked } = apart(openLectern(folder).lessons);
  const network = scoreWith(taught, asked, SETTINGS);
  yield* summary(network.map(judgeByRules), 'rules alone');
  yield* summary(judgeAll(network), 'rules and network');
  yield* summary(judgeAll(withoutRules(network)), 'network alone');
  yield* summary(judgeAll(withoutRules(scoreWithLogistic(taught, asked, SETTINGS))), 'logistic regression');
  yield* summary(await judgeByNodeNlp(taught, asked), 'node-nlp tel quel');
}

/** The same scores, as if the rules had said nothing. */
function withoutRules(scored: readonly Scored[]): Scored[] {
  return scored.map((one) => ({ ...one, rules: { signaux: [], besoins: [], besoins_refuses: [] } }));
}

/** The same network on other sets of features. */
function* featureSets(folder: string): Generator<Figure> {
  for (const kinds of FEATURE_SETS) {
    const { taught, asked } = apart(openLectern(folder, kinds).lessons);
    const scored = scoreWith(taught, asked, { ...SETTINGS, permutations: 1 });
    yield* summary(judgeAll(withoutRules(scored)), kinds.join(''));
  }
}

function checkSums(folder: string): void {
  for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
    const [sum = '', name = ''] = line.split(/\s+\*?/);
    if (sumOf(readFileSync(join(folder, name))) !== sum) {
      throw new InvalidCorpusError(`${name}: it is not the file that was sealed.`);
    }
  }
}

/** The sealed sentences, by the committed rules and network; nothing is learned from them. */
function sealed(folder: string): Figure[] {
  const corpus = join(folder, 'corpus', 'sealed');
  checkSums(corpus);
  const file = modelFile.parse(JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')));
  const activate = createActivate(decodeWeights(readFileSync(join(folder, 'model.bin')), file));
  const sentences = corpusFiles(corpus).flatMap(readCorpusFile);
  const lessons = lessonsOf(sentences, loadPatterns(folder), conceptsOf(folder), new Set(file.familles));
  const scored = impress(lessons, activate);
  return [
    ...summary(scored.map(judgeByRules), 'rules alone'),
    ...everything(scored.map((one) => judge(one, file.seuils))),
  ];
}

/** The sealed messages for places. */
function sealedPlaces(folder: string, placesFile: string): Figure[] {
  const corpus = join(folder, 'corpus', 'sealed-places');
  checkSums(corpus);
  return placeFigures(corpusFiles(corpus).flatMap(readPlaceCorpus), loadPlaces(placesFile));
}

type Figures = Iterable<Figure> | AsyncIterable<Figure>;

const MODES = new Map<string, (folder: string, placesFile: string) => Figures>([
  ['', leaveOneOut],
  ['--curve', curve],
  ['--peers', peers],
  ['--features', featureSets],
  ['--sealed', sealed],
  ['--sealed-places', sealedPlaces],
]);

/** `evaluate [--sealed | --sealed-places | --curve | --peers | --features]`: figures as JSON lines, without a word of any sentence. */
export async function evaluate(
  { understandingDir, placesFile }: Pick<Config, 'understandingDir' | 'placesFile'>,
  mode: string,
  write: (line: string) => void,
): Promise<void> {
  const figures = MODES.get(mode);
  if (!figures)
    throw new BadLineError(`Usage: passerelle evaluate [${[...MODES.keys()].filter(Boolean).join(' | ')}]`);
  for await (const figure of figures(understandingDir, placesFile)) write(`${JSON.stringify(figure)}\n`);
}
