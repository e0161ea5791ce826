import { createMemorySessions, type MemorySessionsOptions } from '../../src/sessions/memory.ts';
import { newSecret, storageKey } from '../../src/sessions/sealing.ts';
import { type Entry, SESSION_LIVES } from '../../src/sessions/sessions.ts';
import type { HeldConversation } from '../../src/sessions/shelf.ts';
import { describeSessions, type Harness } from './contract.ts';
import { nextToySession, type ToySession, toy, toySession } from './toy-session.ts';

const MINUTE = 60_000;
const reply: Entry = { kind: 'reply', activity: 'a' };

beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 10, 24, 14) }));
afterEach(() => jest.useRealTimers());

function createHarness(): Harness {
  const held = new Map<string, HeldConversation>();
  const now = () => Date.now();
  const sessions = createMemorySessions({ schema: toySession, now, held });
  const upgraded = createMemorySessions({ schema: nextToySession, now, held });
  return {
    sessions,
    upgraded,
    lives: SESSION_LIVES,
    advance: (ms) => jest.advanceTimersByTimeAsync(ms),
    stored: async () => [...held].flatMap(([key, conversation]) => [key, ...textsOf(conversation)]),
    corrupt: async () => held.forEach(corrupt),
    dispose: async () => {
      await sessions.close();
      await upgraded.close();
    },
  };
}

/** Every text reachable from what is held, whatever its shape becomes. */
function textsOf(found: unknown): string[] {
  if (typeof found === 'string') return [found];
  if (Buffer.isBuffer(found)) return [found.toString('latin1')];
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).flatMap(([key, value]) => [key, ...textsOf(value)]);
}

function corrupt(conversation: HeldConversation): void {
  const altered = (sealed: string) => `${sealed.slice(0, -1)}${sealed.endsWith('a') ? 'b' : 'a'}`;
  conversation.value = conversation.value === null ? null : altered(conversation.value);
  conversation.entries = conversation.entries.map((entry) => ({ ...entry, sealed: altered(entry.sealed) }));
}

function create(options: Partial<MemorySessionsOptions<ToySession>> = {}) {
  const held = new Map<string, HeldConversation>();
  const evictions: number[] = [];
  const onEvict = (count: number) => evictions.push(count);
  const sessions = createMemorySessions({
    schema: toySession,
    now: () => Date.now(),
    held,
    onEvict,
    ...options,
  });
  return { sessions, held, evictions };
}

describeSessions('memory', async () => createHarness());

describe('room', () => {
  test('A11: given a full store, when one more starts, then the least recently used is evicted and told', async () => {
    const { sessions, held, evictions } = create({ maxConversations: 2 });
    const [first, second, third] = [newSecret(), newSecret(), newSecret()];
    await sessions.save(first, toy(1));
    await sessions.save(second, toy(2));
    await sessions.open(first);
    await sessions.save(third, toy(3));
    expect(await sessions.state(second)).toBe('absent');
    expect(await sessions.open(first)).toEqual(toy(1));
    expect(await sessions.open(third)).toEqual(toy(3));
    expect(held.size).toBe(2);
    expect(evictions).toEqual([1]);
  });

  test('E12: given far more conversations than room, when they come, then the store never grows past its bound', async () => {
    const { sessions, held, evictions } = create({ maxConversations: 50 });
    for (let i = 0; i < 1000; i += 1) {
      await sessions.save(newSecret(), toy(i));
      expect(held.size).toBeLessThanOrEqual(50);
    }
    expect(evictions).toHaveLength(950);
  });

  test('E12: given more erased conversations than room, when they come, then only so many are remembered', async () => {
    const { sessions } = create({ maxConversations: 3 });
    const secrets = Array.from({ length: 5 }, () => newSecret());
    for (const secret of secrets) await sessions.erase(secret);
    const states = await Promise.all(secrets.map((secret) => sessions.state(secret)));
    expect(states).toEqual(['absent', 'absent', 'erased', 'erased', 'erased']);
  });

  test('E12: given too many bytes, when more come, then old replies go first and every value stays', async () => {
    const { sessions, evictions } = create({ maxBytes: 40_000 });
    const secrets = Array.from({ length: 10 }, () => newSecret());
    const heavy: Entry = { kind: 'reply', activity: Array.from({ length: 150 }, () => Math.random()) };
    for (const secret of secrets) {
      await sessions.save(secret, toy(7));
      await sessions.append(secret, [heavy, heavy, heavy]);
    }
    const first = await sessions.since(secrets[0] ?? newSecret(), 0);
    const last = await sessions.since(secrets[9] ?? newSecret(), 0);
    expect(first?.entries).toHaveLength(0);
    expect(last?.entries).toHaveLength(3);
    const values = await Promise.all(secrets.map((secret) => sessions.open(secret)));
    expect(values).toEqual(secrets.map(() => toy(7)));
    expect(evictions).toEqual([]);
  });

  test('E12: given values alone over the bytes allowed, when more come, then conversations are evicted', async () => {
    const { sessions, held, evictions } = create({ maxBytes: 10_000 });
    for (let i = 0; i < 100; i += 1) await sessions.save(newSecret(), toy(i));
    expect(held.size).toBeLessThan(20);
    expect(evictions.length).toBe(100 - held.size);
  });

  test('E12: given conversations that are erased, expire or shed entries, when new ones come, then what they weighed is free', async () => {
    const { sessions, evictions } = create({ maxBytes: 10_000 });
    for (let i = 0; i < 30; i += 1) {
      const secret = newSecret();
      await sessions.save(secret, toy(i));
      await sessions.append(secret, [reply, { kind: 'echo', activity: 'b' }]);
      await jest.advanceTimersByTimeAsync(MINUTE);
      if (i % 2 === 0) await sessions.erase(secret);
      else await jest.advanceTimersByTimeAsync(31 * MINUTE);
    }
    expect(evictions).toEqual([]);
  });

  test('given a conversation in a turn, when room is wanting, then it is not the one evicted', async () => {
    const { sessions } = create({ maxConversations: 1 });
    const [busy, other] = [newSecret(), newSecret()];
    const outcome = await sessions.lock(busy, async () => {
      await sessions.save(other, toy(2));
      await sessions.save(busy, toy(1));
    });
    expect(outcome.status).toBe('done');
    expect(await sessions.open(busy)).toEqual(toy(1));
  });
});

describe('what leaves memory', () => {
  test('A11: given expired conversations nobody asks for, when time passes, then they leave memory and the timer stops', async () => {
    const { sessions, held } = create();
    await sessions.save(newSecret(), toy(1));
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(30 * MINUTE + 5000);
    expect(held.size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
    await sessions.save(newSecret(), toy(1));
    expect(jest.getTimerCount()).toBe(1);
  });

  test('A11: given an echo nobody asks for, when a minute passes, then it left memory', async () => {
    const { sessions, held } = create();
    const secret = newSecret();
    // Off the beat of the sweep.
    await sessions.save(secret, toy(1));
    await jest.advanceTimersByTimeAsync(1);
    await sessions.append(secret, [{ kind: 'echo', activity: 'mine' }, reply]);
    expect(held.get(storageKey(secret))?.entries).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(held.get(storageKey(secret))?.entries).toHaveLength(1);
  });

  test('A11: given an echo that was delivered, when the store is read, then it left memory', async () => {
    const { sessions, held } = create();
    const secret = newSecret();
    await sessions.append(secret, [{ kind: 'echo', activity: 'mine' }]);
    await sessions.since(secret, 0);
    expect(held.get(storageKey(secret))?.entries).toEqual([]);
  });

  test('A12: given an erased conversation, when its memory is no longer needed, then the timer stops', async () => {
    const { sessions } = create();
    await sessions.erase(newSecret());
    await jest.advanceTimersByTimeAsync(2 * 60 * MINUTE + 5000);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('A11: given a turn that never ends, when the hard life passes, then what it held left memory', async () => {
    const { sessions, held } = create();
    const secret = newSecret();
    await sessions.save(secret, toy(1));
    sessions.lock(secret, () => new Promise(() => undefined)).catch(() => undefined);
    await jest.advanceTimersByTimeAsync(2 * 60 * MINUTE + 5000);
    const shell = held.get(storageKey(secret));
    expect(shell?.value).toBeNull();
    expect(shell?.bytes).toBe(0);
  });

  test('given a turn that lasts longer than the idle life, when it saves, then the conversation goes on', async () => {
    const { sessions } = create();
    const secret = newSecret();
    await sessions.save(secret, toy(1));
    const outcome = await sessions.lock(secret, async () => {
      await jest.advanceTimersByTimeAsync(31 * MINUTE);
      await sessions.save(secret, toy((await sessions.open(secret))?.count ?? 0));
    });
    expect(outcome.status).toBe('done');
    expect(await sessions.open(secret)).toEqual(toy(1));
  });

  test('given a sweep under way, when the process has nothing else to do, then the timer does not hold it', async () => {
    const spy = jest.spyOn(globalThis, 'setInterval');
    const { sessions } = create();
    await sessions.save(newSecret(), toy(1));
    expect(spy.mock.results).toHaveLength(1);
    const timer: NodeJS.Timeout | undefined = spy.mock.results[0]?.value;
    expect(timer?.hasRef()).toBe(false);
    spy.mockRestore();
  });

  test('E18: given conversations and erased ones, when the store closes, then nothing is held and no timer runs', async () => {
    const { sessions, held } = create();
    await sessions.save(newSecret(), toy(1));
    await sessions.erase(newSecret());
    await sessions.close();
    await sessions.erase(newSecret());
    expect(held.size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
