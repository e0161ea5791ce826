/** One figure: a JSON line. */
export function report(name: string, figure: Readonly<Record<string, number | string>>): void {
  process.stdout.write(`${JSON.stringify({ bench: name, ...figure })}\n`);
}

/** The value under which a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

/** Two significant decimals are enough for a noisy machine. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Milliseconds of each run, after a warm-up of as many. */
export function timed(runs: number, work: (index: number) => void): number[] {
  for (let index = 0; index < runs; index += 1) {
    work(index);
  }
  return Array.from({ length: runs }, (_, index) => {
    const started = performance.now();
    work(index);
    return performance.now() - started;
  });
}

/** Milliseconds of each run, the best of several passes over all of them: a run that another program interrupted in
 *  one pass is not in the next. What is left at the high quantiles are the runs that are slow by themselves. */
export function steady(passes: number, runs: number, work: (index: number) => void): number[] {
  const best = new Array<number>(runs).fill(Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < passes; pass += 1) {
    for (let index = 0; index < runs; index += 1) {
      const started = performance.now();
      work(index);
      best[index] = Math.min(best[index] ?? 0, performance.now() - started);
    }
  }
  return best;
}
