import { BESOINS, type BesoinId } from '../knowledge/vocabulary/besoins.ts';
import { createBot } from '../src/bot/bot.ts';
import { assemble } from '../src/cli/assemble.ts';
import { readConfig } from '../src/config.ts';
import { nextQuestion } from '../src/conversation/policy.ts';
import { EMPTY_STEP, session } from '../src/conversation/session.ts';
import { EMPTY_SITUATION, type Situation } from '../src/conversation/situation.ts';
import { match } from '../src/matching/match.ts';
import { createMemorySessions } from '../src/sessions/memory.ts';
import { newSecret } from '../src/sessions/sealing.ts';
import { quantile, report, round, timed } from './report.ts';

const NOW = new Date('2026-11-24T15:00:00+01:00');
const PLACES = ['59350', '59512', '38185', '29019', '59599', '13055', '97411'];
const MESSAGE = 'je suis à la rue avec mes deux enfants à lille ce soir';
const NEEDS = Object.keys(BESOINS) as BesoinId[];

/** A spread of situations: one to four needs, in and out of the curated territories. */
function situations(count: number): Situation[] {
  return Array.from({ length: count }, (_, n) => ({
    ...EMPTY_SITUATION,
    besoins: Array.from(
      { length: (n % 4) + 1 },
      (__, k) => NEEDS[(n * 7 + k * 5) % NEEDS.length] ?? 'ecoute',
    ),
    lieu: n % 5 === 0 ? null : (PLACES[n % PLACES.length] ?? null),
    publics: n % 3 === 0 ? ['femme'] : [],
    signaux: n % 4 === 0 ? [{ id: 'violences', force: 'sure' }] : [],
  }));
}

/** `match`, the policy and whole turns in process, on the curated base. */
export async function benchCore(): Promise<void> {
  const { world, texts, cards, understanding } = assemble(readConfig({}));
  const cases = situations(2000);
  const pick = (index: number) => cases[index % cases.length] ?? EMPTY_SITUATION;
  const matches = timed(4000, (n) => void match(pick(n), world.directory, { acces: 'public', now: NOW }));
  report('match', {
    runs: 4000,
    p50_ms: quantile(matches, 0.5),
    p99_ms: quantile(matches, 0.99),
    aim_p99_ms: 1,
  });
  const policy = timed(2000, (n) => {
    const besoins = n % 3 === 0 ? [] : pick(n).besoins;
    nextQuestion(
      { ...EMPTY_STEP, situation: { ...pick(n), besoins, lieu: n % 2 ? null : pick(n).lieu } },
      { acces: 'public' },
      world,
      NOW,
    );
  });
  report('policy', {
    runs: 2000,
    p50_ms: quantile(policy, 0.5),
    p99_ms: quantile(policy, 0.99),
    aim_p99_ms: 5,
  });
  const resolved = timed(2000, () => void world.directory.places.resolve(MESSAGE));
  report('places-resolve', { runs: 2000, p50_ms: quantile(resolved, 0.5), p99_ms: quantile(resolved, 0.99) });
  const now = () => NOW.getTime();
  const sessions = createMemorySessions({ schema: session, now });
  const bot = createBot({
    world: () => world,
    texts,
    cards,
    understanding,
    sessions,
    log: () => undefined,
    now,
  });
  const started = performance.now();
  const turns = 3000;
  for (let n = 0; n < turns / 3; n += 1) {
    const secret = newSecret();
    for (const text of ['q:groupe:me-soigner', 'q:besoin:ecoute', 'q:lieu:59350']) {
      await bot.receive({
        secret,
        activity: { type: 'message', text },
        channel: 'terminal',
        acces: 'public',
      });
    }
  }
  report('turns-in-process', {
    runs: turns,
    per_second: round(turns / ((performance.now() - started) / 1000)),
  });
}
