import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BESOINS, type BesoinId } from '../knowledge/vocabulary/besoins.ts';
import { assemble } from '../src/cli/assemble.ts';
import { readConfig } from '../src/config.ts';
import { nextQuestion } from '../src/conversation/policy.ts';
import { EMPTY_STEP } from '../src/conversation/session.ts';
import { EMPTY_SITUATION, type Situation } from '../src/conversation/situation.ts';
import type { PlacesFile } from '../src/geography/compact.ts';
import { loadSnapshot } from '../src/knowledge/load-snapshot.ts';
import { demandOf } from '../src/matching/demand.ts';
import { createImported, type Imported } from '../src/matching/imported/layer.ts';
import { match } from '../src/matching/match.ts';
import { communeDrawer, dice, writeNdjson } from './generate.ts';
import { miniSearch, type Peer, plainScan, type Query, rowOf, sqlite } from './peers.ts';
import { residentMegabytes } from './process.ts';
import { quantile, report, round, steady } from './report.ts';

const SIZES = [10_000, 50_000, 140_000];
const NOW = new Date('2026-11-24T15:00:00+01:00');
const NEEDS = Object.keys(BESOINS) as BesoinId[];
const RUNS = 1000;
/** Passes over the same runs; each run counts its best. */
const PASSES = 5;

/** Every figure of this bench on a snapshot that is already there. */
async function benchSnapshot(size: number, snapshot: string, places: PlacesFile): Promise<void> {
  benchProduct(size, snapshot, places);
  await benchPeers(size, snapshot, places);
  benchResident(size, snapshot);
}

/** Import, load, `match`, the policy, and the filter beside its peers, at three sizes of generated data. */
export async function benchMatching(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'matching-'));
  const places = JSON.parse(readFileSync(readConfig({}).placesFile, 'utf8')) as PlacesFile;
  try {
    for (const size of SIZES) {
      const file = path.join(folder, `${size}.ndjson`);
      const snapshot = path.join(folder, `${size}.snapshot`);
      await writeNdjson(places, size, file);
      importOnce(size, file, snapshot);
      rmSync(file);
      await benchSnapshot(size, snapshot, places);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The command itself, in its own process: seconds, and the most memory it ever held. */
function importOnce(size: number, file: string, snapshot: string): void {
  const cli = path.join(__dirname, '..', 'src', 'cli', 'passerelle.js');
  const args = ['knowledge', 'import', '--format', 'data-inclusion', '--out', snapshot, file];
  const script = `process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));
    process.argv.splice(1, 0, 'passerelle'); require(${JSON.stringify(cli)});`;
  const started = performance.now();
  const { stderr } = spawnSync(process.execPath, ['-e', script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = round((performance.now() - started) / 1000);
  report('import', { services: size, seconds, max_mb: round(Number(stderr) / 1024) });
}

/** Situations in communes drawn as people live, one to three needs, half with what else is asked. */
function situations(places: PlacesFile, count: number): Situation[] {
  const roll = dice(99);
  const draw = communeDrawer(places, roll);
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  return Array.from({ length: count }, () => ({
    ...EMPTY_SITUATION,
    besoins: [...new Set(Array.from({ length: 1 + Math.floor(roll() * 3) }, () => one(NEEDS)))],
    lieu: roll() < 0.1 ? null : draw().code,
    publics: roll() < 0.3 ? [one(['femme', 'jeune', 'avec-enfants', 'mineur', 'etranger'] as const)] : [],
    delai: roll() < 0.2 ? ('maintenant' as const) : ('inconnu' as const),
    signaux: roll() < 0.2 ? [{ id: 'violences' as const, force: 'sure' as const }] : [],
    contraintes: roll() < 0.1 ? (['eloignement'] as const) : [],
  }));
}

function benchProduct(size: number, snapshot: string, places: PlacesFile): void {
  const { world } = assemble(readConfig({ IMPORT_SNAPSHOT: snapshot }));
  const cases = situations(places, RUNS);
  const pick = (n: number) => cases[n % RUNS] ?? EMPTY_SITUATION;
  const matches = steady(
    PASSES,
    RUNS,
    (n) => void match(pick(n), world.directory, { acces: 'public', now: NOW }),
  );
  report('match-imported', figures(size, matches));
  const away = matches.filter((_, n) => pick(n).contraintes.includes('eloignement'));
  report('match-eloignement', figures(size, away));
  const policy = steady(PASSES, RUNS, (n) => {
    const besoins = n % 3 === 0 ? [] : pick(n).besoins;
    const situation = { ...pick(n), besoins, lieu: n % 2 ? null : pick(n).lieu };
    nextQuestion({ ...EMPTY_STEP, situation }, { acces: 'public' }, world, NOW);
  });
  report('policy-imported', figures(size, policy));
}

const figures = (services: number, samples: readonly number[]) => ({
  services,
  runs: samples.length,
  p50_ms: quantile(samples, 0.5),
  p99_ms: quantile(samples, 0.99),
});

async function benchPeers(size: number, snapshot: string, file: PlacesFile): Promise<void> {
  const { places } = assemble(readConfig({}));
  const loads = [0, 1, 2].map(() => {
    const started = performance.now();
    createImported(loadSnapshot(snapshot), places);
    return performance.now() - started;
  });
  report('snapshot-load', { services: size, best_ms: round(Math.min(...loads)) });
  const imported = createImported(loadSnapshot(snapshot), places);
  const rows = Array.from({ length: imported.size }, (_, row) => rowOf(imported.entryAt(row), row));
  const queries = situations(file, 500).map((s): Query => {
    // The peers know neither signals nor services elsewhere.
    const demand = demandOf({ ...s, signaux: [], contraintes: [] }, 'public', places, NOW);
    return { need: demand.needs[0] ?? 'ecoute', demand };
  });
  const peers = [ours(imported), await sqlite(rows), miniSearch(rows), plainScan(rows)];
  const expected = queries.map((query) => sorted(peers[0]?.ask(query) ?? []));
  for (const peer of peers) {
    const equal = queries.every((query, n) => sorted(peer.ask(query)) === expected[n]);
    const samples = steady(PASSES, queries.length, (n) => void peer.ask(queries[n] as Query));
    report('filter', { peer: peer.name, equal: String(equal), ...figures(size, samples) });
  }
}

const ours = (imported: Imported): Peer => ({
  name: 'passerelle',
  ask: ({ need, demand }) => imported.rows(need, demand),
});

const sorted = (rows: readonly number[]): string => [...rows].sort((a, b) => a - b).join(' ');

/** Memory of the product with the snapshot, above the product without it. */
function benchResident(size: number, snapshot: string): void {
  const assembleIn = (variables: object) =>
    `const { assemble } = require(${JSON.stringify(path.join(__dirname, '..', 'src', 'cli', 'assemble.js'))});
     const { readConfig } = require(${JSON.stringify(path.join(__dirname, '..', 'src', 'config.js'))});
     globalThis.product = assemble(readConfig(${JSON.stringify(variables)}));`;
  const best = (script: string) => Math.min(...[0, 1, 2].map(() => residentMegabytes(script)));
  const bare = best(assembleIn({}));
  const full = best(assembleIn({ IMPORT_SNAPSHOT: snapshot }));
  report('memory-imported', { services: size, bare_mb: round(bare), above_mb: round(full - bare) });
}
