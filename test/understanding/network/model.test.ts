import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NeuralNetwork } from '@nlpjs/neural';
import { sourcesOf, sumsOf } from '../../../src/cli/train.ts';
import { readText } from '../../../src/understanding/compile-patterns.ts';
import { createFeaturize, KIND_VALUES, lengthScale } from '../../../src/understanding/network/features.ts';
import { loadNetwork, readNetwork } from '../../../src/understanding/network/load-network.ts';
import { createActivate, decodeWeights, modelFile } from '../../../src/understanding/network/model.ts';
import { LABELS } from '../../../src/understanding/network/network.ts';
import { prepare } from '../../../src/understanding/prepare.ts';
import { FRENCH } from '../french.ts';

const FOLDER = join(__dirname, '../../../dialogs/understanding/fr');
const file = modelFile.parse(JSON.parse(readFileSync(join(FOLDER, 'model.json'), 'utf8')));
const weights = decodeWeights(readFileSync(join(FOLDER, 'model.bin')), file);
const featurize = createFeaturize({ data: FRENCH, concepts: file.concepts, kinds: new Set(file.familles) });

/** node-nlp's engine as the last layer, given the committed outputs. */
function engine(): NeuralNetwork {
  const network = new NeuralNetwork();
  network.fromJSON({
    settings: { alpha: 1 },
    features: file.pas.map((_, unit) => `u${unit}`),
    intents: LABELS,
    perceptrons: LABELS.map((_, label) => [
      ...(file.sorties[label] as number[]),
      file.biais[label] as number,
    ]),
  });
  return network;
}

/** What the hidden units say of features, summed one unit after the other. */
function saidOf(features: ReadonlySet<string>): Record<string, number> {
  const index = new Map(weights.features.map((feature, at) => [feature, at]));
  const kept = [...features].filter((feature) => index.has(feature));
  const value = (feature: string) => KIND_VALUES.get(feature.charAt(0)) as number;
  const scale = lengthScale(kept.reduce((sum, feature) => sum + value(feature) ** 2, 0));
  const units = file.pas.map((step, unit) => {
    const told = kept.map((feature) => {
      const weight = weights.weights[(index.get(feature) as number) * file.pas.length + unit] as number;
      return value(feature) * scale * weight * step;
    });
    return told.reduce((sum, one) => sum + one, file.biais_caches[unit] as number);
  });
  return Object.fromEntries(units.map((said, unit) => [`u${unit}`, Math.max(0, said)]));
}

describe('the committed model', () => {
  const network = engine();
  const activate = createActivate(weights);

  test.each([
    'mon mari me frappe et il a un couteau',
    'je veux mourir',
    'jé pa ou dormir ce soir avec mes 2 enfants',
    'je cherche une avocate pour divorcer',
    'bonjour',
    'constructor',
    '',
  ])(
    'given « %s », when it is run, then the evidence is what the engine gives over the hidden units',
    (text) => {
      const features = featurize(readText(prepare(text), FRENCH));
      const ours = activate(features);
      const theirs = network.run(saidOf(features));
      for (const [at, label] of LABELS.entries())
        expect(Math.max(0, ours[at] as number)).toBeCloseTo(theirs[label] as number, 3);
    },
  );

  test('given a message of danger, when it is run, then the engine is not silent', () => {
    const features = featurize(readText(prepare('mon mari me frappe'), FRENCH));
    expect(network.run(saidOf(features))['signal:violences']).toBeGreaterThan(0);
  });

  test('given the 15 signals, 26 needs and 2 speakers, when the labels are read, then each has learned something', () => {
    expect(LABELS.filter((label) => label !== 'danger')).toHaveLength(43);
    expect(file.etiquettes).toEqual(LABELS);
    expect(file.sorties.map((row) => row.some((weight) => weight !== 0))).toEqual(LABELS.map(() => true));
  });

  test('given its sources, when their sums are taken, then they are those it was trained on: else run « train »', () => {
    const { corpus, motifs } = sourcesOf(FOLDER);
    expect(sumsOf(corpus)).toEqual(file.corpus);
    expect(sumsOf(motifs)).toEqual(file.motifs);
  });

  test('given its files, when they are weighed and loaded, then they are small', () => {
    expect(readFileSync(join(FOLDER, 'model.bin')).length).toBeLessThan(10_000_000);
  });
});

describe('a model that cannot be used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'model-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const broken: [string, (bytes: Buffer) => Buffer, (json: string) => string][] = [
    ['weights cut short', (bytes) => bytes.subarray(0, 1000), (json) => json],
    ['other weights', (bytes) => Buffer.concat([bytes, Buffer.from('x')]), (json) => json],
    ['no JSON', (bytes) => bytes, () => '{'],
    ['a missing key', (bytes) => bytes, (json) => json.replace('"seuils"', '"seuil"')],
    ['a concept that is gone', (bytes) => bytes, (json) => json.replace('"agresseur"', '"disparu"')],
  ];

  test.each(broken)(
    'E8: given %s, when it is loaded, then there is none, and no exception',
    (_, spoilBytes, spoilJson) => {
      writeFileSync(join(folder, 'model.bin'), spoilBytes(readFileSync(join(FOLDER, 'model.bin'))));
      writeFileSync(join(folder, 'model.json'), spoilJson(readFileSync(join(FOLDER, 'model.json'), 'utf8')));
      expect(loadNetwork(folder, FRENCH)).toBeNull();
      expect(() => readNetwork(folder, FRENCH)).toThrow();
    },
  );

  test('given whole files, when they are loaded, then there is one', () => {
    for (const name of ['model.bin', 'model.json']) copyFileSync(join(FOLDER, name), join(folder, name));
    expect(loadNetwork(folder, FRENCH)).not.toBeNull();
  });

  test('given no file at all, when it is loaded, then there is none', () => {
    expect(loadNetwork(join(folder, 'absent'), FRENCH)).toBeNull();
  });
});
