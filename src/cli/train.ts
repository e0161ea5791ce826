import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readYaml } from '../knowledge/read-yaml.ts';
import { corpusFiles, readCorpusFile } from '../understanding/corpus.ts';
import { loadPatterns } from '../understanding/load-patterns.ts';
import type { TrainingSettings } from '../understanding/network/examples.ts';
import { FEATURE_KINDS, type FeatureKind } from '../understanding/network/features.ts';
import { crossValidate, type Lesson, lessonsOf, SETTINGS, teach } from '../understanding/network/learn.ts';
import { sumOf } from '../understanding/network/load-network.ts';
import { compact, encodeWeights, type ModelFile } from '../understanding/network/model.ts';
import { LABELS } from '../understanding/network/network.ts';
import { chooseThresholds } from '../understanding/network/thresholds.ts';
import { conceptsFile } from '../understanding/pattern-files.ts';

const PATTERN_FILES = [
  'concepts.yaml',
  'themes.yaml',
  'sms.yaml',
  'signals.yaml',
  'needs.yaml',
  'people.yaml',
];

/** Authors are left out in this many groups: one by one would take an hour. */
export const GROUPS = 6;

/** Everything that training reads of a language's folder. */
export interface Lectern {
  readonly concepts: readonly string[];
  readonly lessons: readonly Lesson[];
  /** Taken before reading, so that a file changed while the network learns shows. */
  readonly sums: Pick<ModelFile, 'corpus' | 'motifs'>;
}

/** The names of the concepts of a language. */
export function conceptsOf(folder: string): string[] {
  return Object.keys(readYaml(join(folder, 'concepts.yaml'), conceptsFile, 'concepts.yaml').concepts).sort();
}

/** Reads the training sentences as messages are read. */
export function openLectern(folder: string, kinds: readonly FeatureKind[] = FEATURE_KINDS): Lectern {
  const { corpus, motifs } = sourcesOf(folder);
  const sums = { corpus: sumsOf(corpus), motifs: sumsOf(motifs) };
  const concepts = conceptsOf(folder);
  const sentences = corpusFiles(join(folder, 'corpus', 'train')).flatMap(readCorpusFile);
  return { concepts, sums, lessons: lessonsOf(sentences, loadPatterns(folder), concepts, new Set(kinds)) };
}

/** The SHA-256 of files, by name. */
export function sumsOf(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [basename(file), sumOf(readFileSync(file))]));
}

/** The files a model depends on: a change in one of them asks for training again. */
export function sourcesOf(folder: string): { corpus: string[]; motifs: string[] } {
  return {
    corpus: corpusFiles(join(folder, 'corpus', 'train')),
    motifs: PATTERN_FILES.map((name) => join(folder, name)),
  };
}

/** Trains the network of a language and chooses its thresholds; the same files give the same bytes. */
function trainModel(lectern: Lectern, settings: TrainingSettings): { file: ModelFile; weights: Buffer } {
  const { concepts, lessons, sums } = lectern;
  const seuils = chooseThresholds(crossValidate(lessons, settings, GROUPS));
  const learned = compact(teach(lessons, settings));
  const weights = encodeWeights(learned);
  const file: ModelFile = {
    seuils,
    reglages: { ...settings },
    familles: [...FEATURE_KINDS],
    concepts: [...concepts],
    etiquettes: [...LABELS],
    pas: [...learned.steps],
    biais_caches: [...learned.hiddenBiases],
    sorties: learned.outputs.map((row) => [...row]),
    biais: [...learned.biases],
    ...sums,
    poids: sumOf(weights),
  };
  return { file, weights };
}

/** `train`: learns the sentences of a language's folder and writes `model.json` and `model.bin` beside them. */
export function train(folder: string, write: (line: string) => void): void {
  const lectern = openLectern(folder);
  const { file, weights } = trainModel(lectern, SETTINGS);
  writeFileSync(join(folder, 'model.bin'), weights);
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify(file, null, 2)}\n`);
  const told = { phrases: lectern.lessons.length, octets: weights.length, porte: file.seuils.porte };
  write(`${JSON.stringify(told)}\n`);
}
