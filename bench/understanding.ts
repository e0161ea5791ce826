import { join } from 'node:path';
import { assemble } from '../src/cli/assemble.ts';
import { readConfig } from '../src/config.ts';
import { corpusFiles, readCorpusFile } from '../src/understanding/corpus.ts';
import { loadPatterns } from '../src/understanding/load-patterns.ts';
import { readNetwork } from '../src/understanding/network/load-network.ts';
import { quantile, report, timed } from './report.ts';

type Understanding = ReturnType<typeof assemble>['understanding'];

const PASSES = 5;

interface Times {
  flags: number;
  all: number;
}

/** Times to read the messages of the open set: the danger alone, then everything. The best of several passes, as in `steady`. */
export async function benchUnderstanding(): Promise<void> {
  const config = readConfig({});
  const { understanding } = assemble(config);
  const open = corpusFiles(join(config.understandingDir, 'corpus', 'open')).flatMap(readCorpusFile);
  const best = open.map((): Times => ({ flags: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY }));
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [rank, { t }] of open.entries()) {
      const started = performance.now();
      const prepared = understanding.prepare(t);
      understanding.redFlags(prepared);
      const flagged = performance.now();
      await understanding.understand(prepared);
      const one = best[rank] as Times;
      one.flags = Math.min(one.flags, flagged - started);
      one.all = Math.min(one.all, performance.now() - started);
    }
  }
  const flags = best.map((one) => one.flags);
  const all = best.map((one) => one.all);
  report('red-flags', {
    runs: flags.length,
    p50_ms: quantile(flags, 0.5),
    p99_ms: quantile(flags, 0.99),
    aim_p99_ms: 1,
  });
  report('understand', {
    runs: all.length,
    p50_ms: quantile(all, 0.5),
    aim_p50_ms: 0.5,
    p99_ms: quantile(all, 0.99),
    aim_p99_ms: 3,
  });
  const worst = await adversarial(understanding);
  report('understand-adversarial-500', {
    runs: worst.length,
    p50_ms: quantile(worst, 0.5),
    max_ms: quantile(worst, 1),
    aim_max_ms: 10,
  });
  const patterns = loadPatterns(config.understandingDir);
  const loads = timed(10, () => void readNetwork(config.understandingDir, patterns));
  report('network-load', { runs: 10, p50_ms: quantile(loads, 0.5), max_ms: quantile(loads, 1), aim_ms: 200 });
}

const ADVERSARIAL = [
  'a ',
  'a',
  'mari frappe ',
  'pas ',
  '1. ',
  'rue des ',
  'M. ',
  'je m’appelle ',
  'tuer mourir suicide couteau ',
  'mon mari et moi et ',
  'jjjjjjj ',
];

/** Each adversarial text at 500 characters, read ten times after a warm-up. */
async function adversarial(understanding: Understanding): Promise<number[]> {
  const samples: number[] = [];
  for (const piece of ADVERSARIAL) {
    for (let n = 0; n < 13; n += 1) {
      const started = performance.now();
      const prepared = understanding.prepare(piece.repeat(500).slice(0, 500));
      understanding.redFlags(prepared);
      await understanding.understand(prepared);
      if (n >= 3) {
        samples.push(performance.now() - started);
      }
    }
  }
  return samples;
}
