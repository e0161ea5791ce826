import type { Config } from '../config.ts';
import { scoreWithEngine } from '../understanding/network/engine.ts';
import { shuffled } from '../understanding/network/examples.ts';
import { FEATURE_KINDS, type FeatureKind } from '../understanding/network/features.ts';
import { NOTHING_PLAIN } from '../understanding/network/join.ts';
import { judge, judgeByRules } from '../understanding/network/judge.ts';
import {
  authorsOf,
  crossValidate,
  type Lesson,
  type Scored,
  SETTINGS,
  scoreWith,
} from '../understanding/network/learn.ts';
import { chooseThresholds } from '../understanding/network/thresholds.ts';
import type { Figure, Judged } from '../understanding/scoring.ts';
import { everything, openSet, sealed, sealedPlaces, summary } from './committed.ts';
import { BadLineError } from './lines.ts';
import { judgeByNodeNlp } from './stock-node-nlp.ts';
import { GROUPS, openLectern } from './train.ts';

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
  ['w', 'b', 'p', 'n', 'q', 'r', 'c', 't', 'u'],
  FEATURE_KINDS,
];

const judgeAll = (scored: readonly Scored[]): Judged[] => {
  const seuils = chooseThresholds(scored);
  return scored.map((one) => judge(one, seuils));
};

/** Each author's sentences, by a network that never saw them; its thresholds are chosen on all the authors left out. */
function leaveOneOut(folder: string): Figure[] {
  const scored = crossValidate(openLectern(folder).lessons, SETTINGS, GROUPS);
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
      `${percent} % of sentences`,
      mixed.slice(0, Math.round((percent / 100) * mixed.length)),
    ]),
    ...[2, 4, 8, 16, 32].map((count): [string, Lesson[]] => [
      `${count} authors`,
      ofAuthors(taught, authors.slice(0, count)),
    ]),
    [`${authors.length} authors`, taught],
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
  yield* summary(judgeAll(withoutRules(scoreWithEngine(taught, asked, SETTINGS))), 'node-nlp engine');
  yield* summary(await judgeByNodeNlp(taught, asked), 'node-nlp as shipped');
}

/** The same scores, as if the rules had said nothing. */
function withoutRules(scored: readonly Scored[]): Scored[] {
  return scored.map((one) => ({
    ...one,
    rules: { ...one.rules, plain: NOTHING_PLAIN, manques: [], signaux: [], besoins: [], besoins_refuses: [] },
  }));
}

/** The same network on other sets of features. */
function* featureSets(folder: string): Generator<Figure> {
  for (const kinds of FEATURE_SETS) {
    const { taught, asked } = apart(openLectern(folder, kinds).lessons);
    const scored = scoreWith(taught, asked, SETTINGS);
    yield* summary(judgeAll(withoutRules(scored)), kinds.join(''));
  }
}

type Figures = Iterable<Figure> | AsyncIterable<Figure>;

const MODES = new Map<string, (folder: string, placesFile: string) => Figures>([
  ['', leaveOneOut],
  ['--curve', curve],
  ['--peers', peers],
  ['--features', featureSets],
  ['--open', openSet],
  ['--sealed', sealed],
  ['--sealed-places', sealedPlaces],
]);

/** `evaluate [--open | --sealed | --sealed-places | --curve | --peers | --features]`: figures as JSON lines, without a word of any sentence. */
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
