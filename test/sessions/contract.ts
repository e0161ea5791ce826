import fc from 'fast-check';
import { newSecret, type Secret } from '../../src/sessions/sealing.ts';
import {
  ENTRY_LIMITS,
  type Entry,
  type SessionLives,
  type Sessions,
  SessionValueError,
  TURN_IDS_KEPT,
} from '../../src/sessions/sessions.ts';
import { CANARY, type NextToySession, type ToySession, toy } from './toy-session.ts';

/** A store under test, and the means to age it, look into it and damage it. */
export type Harness = {
  readonly sessions: Sessions<ToySession>;
  /** The same store read by the next version of the program. */
  readonly upgraded: Sessions<NextToySession>;
  readonly lives: SessionLives;
  advance(ms: number): Promise<void>;
  /** Everything stored, keys included, as texts of one character a byte. */
  stored(): Promise<string[]>;
  /** Alters every sealed text. */
  corrupt(): Promise<void>;
  dispose(): Promise<void>;
};

const reply = (activity: unknown): Entry => ({ kind: 'reply', activity });
const echo = (activity: unknown): Entry => ({ kind: 'echo', activity });

/** What every implementation of Sessions must hold. */
export function describeSessions(name: string, create: () => Promise<Harness>): void {
  describe(`sessions: ${name}`, () => {
    let harness: Harness;
    let sessions: Sessions<ToySession>;
    let secret: Secret;
    const activities = async (watermark: number) =>
      (await sessions.since(secret, watermark))?.entries.map((entry) => entry.activity);

    beforeEach(async () => {
      harness = await create();
      sessions = harness.sessions;
      secret = newSecret();
    });
    afterEach(() => harness.dispose());

    describe('lives', () => {
      test('given nothing was saved, when it is opened, then it is absent', async () => {
        expect(await sessions.open(secret)).toBeNull();
        expect(await sessions.state(secret)).toBe('absent');
        expect(await sessions.since(secret, 0)).toBeNull();
      });

      test('given a saved value, when it is opened, then it comes back and another secret opens nothing', async () => {
        await sessions.save(secret, toy(3));
        expect(await sessions.open(secret)).toEqual(toy(3));
        expect(await sessions.open(newSecret())).toBeNull();
      });

      test('A11: given a saved value, when the idle life passes, then it is gone at that instant', async () => {
        await sessions.save(secret, toy(1));
        await harness.advance(harness.lives.idleMs - 1);
        expect(await sessions.open(secret)).toEqual(toy(1));
        await harness.advance(1);
        expect(await sessions.open(secret)).toBeNull();
        expect(await sessions.state(secret)).toBe('absent');
        expect(await harness.stored()).toEqual([]);
      });

      test('A11: given saves without pause, when the hard life passes, then it is gone all the same', async () => {
        const step = harness.lives.idleMs / 2;
        await sessions.save(secret, toy(0));
        for (let age = step; age < harness.lives.hardMs; age += step) {
          await harness.advance(step);
          expect(await sessions.open(secret)).not.toBeNull();
          await sessions.save(secret, toy(age));
        }
        await harness.advance(step);
        expect(await sessions.open(secret)).toBeNull();
        expect(await sessions.since(secret, 0)).toBeNull();
      });

      test('A11: given a page left open that keeps asking, when the idle life passes, then it is gone', async () => {
        await sessions.save(secret, toy(1));
        await harness.advance(harness.lives.idleMs - 1);
        await sessions.since(secret, 0);
        await sessions.open(secret);
        await harness.advance(1);
        expect(await sessions.open(secret)).toBeNull();
      });

      test('A11: given a turn that crosses the hard limit, when it saves, then its value does not start a second life', async () => {
        await sessions.save(secret, toy(1));
        const outcome = await sessions.lock(secret, async () => {
          const value = await sessions.open(secret);
          await harness.advance(harness.lives.hardMs);
          await sessions.save(secret, value ?? toy(0));
        });
        expect(outcome).toEqual({ status: 'gone' });
        expect(await harness.stored()).toEqual([]);
        expect(await sessions.open(secret)).toBeNull();
      });

      test('given an expired conversation, when it starts again, then a client that kept its watermark sees what follows', async () => {
        const old = await sessions.append(secret, [reply('a')]);
        await harness.advance(harness.lives.idleMs);
        await sessions.append(secret, [reply('b'), reply('c'), reply('d')]);
        expect(await activities(old ?? 0)).toEqual(['b', 'c', 'd']);
      });
    });

    describe('erasure', () => {
      test('A12: given an erased conversation, when anything is asked of it, then it is gone and does not start again', async () => {
        await sessions.save(secret, toy(1));
        await sessions.append(secret, [reply('a')]);
        await sessions.erase(secret);
        expect(await sessions.state(secret)).toBe('erased');
        await sessions.save(secret, toy(2));
        expect(await sessions.append(secret, [reply('b')])).toBeNull();
        expect(await sessions.open(secret)).toBeNull();
        expect(await sessions.since(secret, 0)).toBeNull();
        expect(await sessions.lock(secret, async () => 'ran')).toEqual({ status: 'gone' });
        expect(await harness.stored()).toEqual([]);
      });

      test('A12: given a token that outlives its conversation, when the hard life of an erased one is not over, then it is still erased', async () => {
        await sessions.save(secret, toy(1));
        await sessions.erase(secret);
        await harness.advance(harness.lives.hardMs - 1);
        expect(await sessions.state(secret)).toBe('erased');
        await harness.advance(1);
        expect(await sessions.state(secret)).toBe('absent');
      });

      test('A12: given a turn under way, when the conversation is erased, then the turn ends as gone and leaves nothing', async () => {
        const outcome = await sessions.lock(secret, async () => {
          await sessions.erase(secret);
          await sessions.save(secret, toy(1));
          await sessions.append(secret, [reply('a')]);
          return 'ran';
        });
        expect(outcome).toEqual({ status: 'gone' });
        expect(await harness.stored()).toEqual([]);
      });

      test('A12: given turns that wait, when the conversation is erased, then they do not run', async () => {
        const first = sessions.lock(secret, () => sessions.erase(secret));
        const run = jest.fn(async () => undefined);
        expect(await sessions.lock(secret, run)).toEqual({ status: 'gone' });
        await first;
        expect(run).not.toHaveBeenCalled();
      });

      test('A12: given two conversations, when one is erased, then the other is untouched', async () => {
        const other = newSecret();
        await sessions.save(secret, toy(1));
        await sessions.save(other, toy(2));
        await sessions.erase(secret);
        expect(await sessions.open(other)).toEqual(toy(2));
      });
    });

    describe('turns', () => {
      test('E13: given 20 parallel turns that each add one, when all are done, then 20 is stored', async () => {
        const increment = () =>
          sessions.lock(secret, async () => {
            const value = await sessions.open(secret);
            await pause();
            await sessions.save(secret, toy((value?.count ?? 0) + 1));
          });
        await Promise.all(Array.from({ length: 20 }, increment));
        expect(await sessions.open(secret)).toEqual(toy(20));
      });

      test('E13: given parallel turns, when they run, then it is in the order of the calls', async () => {
        const ran: number[] = [];
        const turns = [1, 2, 3, 4].map((n) =>
          sessions.lock(secret, async () => {
            for (let i = n; i < 4; i += 1) await pause();
            ran.push(n);
          }),
        );
        await Promise.all(turns);
        expect(ran).toEqual([1, 2, 3, 4]);
      });

      test('E13: given a turn that lasts, when another conversation has one, then it does not wait', async () => {
        let finish = () => {};
        const long = sessions.lock(secret, () => new Promise<void>((resolve) => (finish = resolve)));
        expect(await sessions.lock(newSecret(), async () => 'ran')).toEqual({ status: 'done', value: 'ran' });
        finish();
        await long;
      });

      test('E13: given a turn that was done or is under way, when its id comes again, then it is refused', async () => {
        const run = jest.fn(async () => undefined);
        const first = sessions.lock(secret, run, 'id-1');
        expect(await sessions.lock(secret, run, 'id-1')).toEqual({ status: 'duplicate' });
        await first;
        expect(await sessions.lock(secret, run, 'id-1')).toEqual({ status: 'duplicate' });
        expect(run).toHaveBeenCalledTimes(1);
      });

      test('E13: given an id seen in one conversation, when another conversation uses it, then it runs', async () => {
        await sessions.lock(secret, async () => undefined, 'id-1');
        expect((await sessions.lock(newSecret(), async () => undefined, 'id-1')).status).toBe('done');
      });

      test('E13: given more turns than ids are kept, when a recent one comes again, then it is refused', async () => {
        for (let i = 0; i <= TURN_IDS_KEPT; i += 1)
          await sessions.lock(secret, async () => undefined, `id-${i}`);
        expect((await sessions.lock(secret, async () => undefined, 'id-1')).status).toBe('duplicate');
      });

      test('given turns without id, when they come again, then each runs', async () => {
        await sessions.lock(secret, async () => undefined);
        expect((await sessions.lock(secret, async () => undefined)).status).toBe('done');
      });

      test('given a turn that throws, when the next comes, or the same again, then they run', async () => {
        const fault = new Error('fault');
        const failing = sessions.lock(secret, () => Promise.reject(fault), 'id-1');
        const next = sessions.lock(secret, async () => 'next', 'id-2');
        await expect(failing).rejects.toBe(fault);
        expect(await next).toEqual({ status: 'done', value: 'next' });
        expect((await sessions.lock(secret, async () => undefined, 'id-1')).status).toBe('done');
      });
    });

    describe('entries', () => {
      test('given entries, when they are asked from a watermark, then those after it come in order with their sequence', async () => {
        const before = (await sessions.append(secret, [reply('a'), reply('b')])) ?? 0;
        const after = (await sessions.append(secret, [reply('c'), reply('d')])) ?? 0;
        expect(after).toBe(before + 2);
        expect(await sessions.since(secret, before)).toEqual({
          watermark: after,
          entries: [
            { kind: 'reply', activity: 'c', sequence: before + 1 },
            { kind: 'reply', activity: 'd', sequence: after },
          ],
        });
      });

      test('given replies, when they are asked again, then they are replayed', async () => {
        await sessions.append(secret, [reply('a')]);
        expect(await activities(0)).toEqual(['a']);
        expect(await activities(0)).toEqual(['a']);
      });

      test('given an echo among replies, when it was given once, then it never comes again', async () => {
        await sessions.append(secret, [reply('a'), echo('mine'), reply('b')]);
        expect(await activities(0)).toEqual(['a', 'mine', 'b']);
        expect(await activities(0)).toEqual(['a', 'b']);
      });

      test('given an echo behind the watermark, when the client asks, then it is deleted undelivered', async () => {
        const watermark = await sessions.append(secret, [echo('mine')]);
        await sessions.since(secret, watermark ?? 0);
        expect(await activities(0)).toEqual([]);
      });

      test('given an echo nobody came for, when its life passes, then it is not given', async () => {
        await sessions.save(secret, toy(1));
        // Off the beat of whatever sweeps: the instant itself must be respected.
        await harness.advance(1);
        await sessions.append(secret, [echo('mine'), reply('a')]);
        await harness.advance(harness.lives.echoMs);
        expect(await activities(0)).toEqual(['a']);
      });

      test('given a watermark from another life, when it is ahead, then everything is given', async () => {
        const watermark = await sessions.append(secret, [reply('a')]);
        expect(await activities((watermark ?? 0) + 1)).toEqual(['a']);
      });

      test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])(
        'given the watermark %p, when it is asked, then everything is given',
        async (watermark) => {
          await sessions.append(secret, [reply('a')]);
          expect(await activities(watermark)).toEqual(['a']);
        },
      );

      test('given too many entries, when one more comes, then the oldest are dropped', async () => {
        for (let i = 0; i < ENTRY_LIMITS.count + 5; i += 1) await sessions.append(secret, [reply(i)]);
        const kept = await activities(0);
        expect(kept).toHaveLength(ENTRY_LIMITS.count);
        expect(kept?.at(0)).toBe(5);
      });

      test('given heavy entries, when they pass the limit in bytes, then the oldest are dropped and the newest come whole', async () => {
        const heavy = () => randomText(ENTRY_LIMITS.bytes / 3);
        for (let i = 0; i < 6; i += 1) await sessions.append(secret, [reply(heavy())]);
        expect((await activities(0))?.length).toBeLessThan(6);
        const watermark = await sessions.append(
          secret,
          Array.from({ length: 6 }, () => reply(heavy())),
        );
        expect(await activities((watermark ?? 0) - 6)).toHaveLength(6);
      });

      test('E15: given any JSON, when it is appended, then it comes back the same', async () => {
        await fc.assert(
          fc.asyncProperty(fc.jsonValue(), async (json) => {
            const own = newSecret();
            await sessions.append(own, [reply(json)]);
            const delivery = await sessions.since(own, 0);
            expect(JSON.stringify(delivery?.entries[0]?.activity)).toBe(JSON.stringify(json));
          }),
          { numRuns: 50 },
        );
      });
    });

    describe('what is stored', () => {
      test('given a value, a reply, an echo and a turn id that hold the canary, when the store is read, then none of it is there', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string(), fc.string(), async (before, after) => {
            const own = newSecret();
            const text = before + CANARY + after;
            await sessions.lock(own, () => sessions.save(own, toy(1, text)), text);
            await sessions.append(own, [echo({ text }), reply({ text })]);
            const stored = (await harness.stored()).join('\n');
            expect(stored.length).toBeGreaterThan(100);
            for (const trace of tracesOf(CANARY, own)) expect(stored).not.toContain(trace);
          }),
          { numRuns: 25 },
        );
      });

      test('E8: given every sealed text altered, when it is read, then it is absent and a new value can be saved', async () => {
        await sessions.save(secret, toy(1));
        await sessions.append(secret, [reply('a')]);
        await harness.corrupt();
        expect(await sessions.open(secret)).toBeNull();
        expect(await activities(0)).toEqual([]);
        await sessions.save(secret, toy(2));
        expect(await sessions.open(secret)).toEqual(toy(2));
      });

      test('E8: given a value of another version, when the program is upgraded, then it is absent', async () => {
        await sessions.save(secret, toy(1));
        expect(await harness.upgraded.open(secret)).toBeNull();
        await harness.upgraded.save(secret, { version: 2, count: 5, note: '' });
        expect(await harness.upgraded.open(secret)).toEqual({ version: 2, count: 5, note: '' });
      });

      test('given a value that does not match its schema, when it is saved, then the error quotes nothing of it', async () => {
        const wrong = { ...toy(1), [CANARY]: CANARY };
        const fault = await sessions.save(secret, wrong).catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(SessionValueError);
        expect(String((fault as Error).stack)).not.toContain('CANARI');
      });

      test.each(['__proto__', 'constructor', 'toString', '', '\u0000', '\ud800'])(
        'E14: given %j as turn id, key and text, when a turn runs, then nothing else changes',
        async (word) => {
          const prototype = Object.getOwnPropertyNames(Object.prototype);
          expect((await sessions.lock(secret, async () => undefined, word)).status).toBe('done');
          expect((await sessions.lock(secret, async () => undefined, word)).status).toBe('duplicate');
          await sessions.append(secret, [
            reply(JSON.parse(`{"__proto__":{"polluted":true},"constructor":{}}`)),
          ]);
          await sessions.since(secret, 0);
          expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
          expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
        },
      );
    });

    test('E18: given conversations, when the process closes its store, then it serves none of them', async () => {
      await sessions.save(secret, toy(1));
      await sessions.close();
      await sessions.save(secret, toy(2));
      expect(await sessions.open(secret)).toBeNull();
      expect(await sessions.lock(secret, async () => undefined)).toEqual({ status: 'gone' });
    });
  });
}

async function pause(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await Promise.resolve();
}

function randomText(length: number): string {
  return Array.from({ length: Math.ceil(length / 43) }, () => newSecret().toString('base64url')).join('');
}

/** The spellings under which a text, or the secret that opens it, could be found in what is stored. */
function tracesOf(text: string, secret: Secret): string[] {
  const bytes = Buffer.from(text);
  return [
    ...text.split('-'),
    bytes.toString('latin1'),
    bytes.toString('hex'),
    secret.toString('base64url'),
    secret.toString('latin1'),
    secret.toString('hex'),
  ];
}
