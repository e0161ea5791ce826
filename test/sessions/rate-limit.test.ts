import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { type Bucket, createRateLimit } from '../../src/sessions/rate-limit.ts';

const MINUTE = 60_000;

beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 10, 24, 14) }));
afterEach(() => jest.useRealTimers());

function create(options: { capacity?: number; maxBuckets?: number } = {}) {
  const buckets = new Map<string, Bucket>();
  const limit = createRateLimit({
    now: () => Date.now(),
    capacity: 3,
    refillPerSecond: 1,
    buckets,
    ...options,
  });
  return { limit, buckets };
}

describe('buckets', () => {
  test('E17: given a full bucket, when it is spent, then the next is limited and told when to come back', () => {
    const { limit } = create();
    const verdicts = [1, 2, 3, 4].map(() => limit.take('203.0.113.77'));
    expect(verdicts).toEqual([
      { status: 'allowed' },
      { status: 'allowed' },
      { status: 'allowed' },
      { status: 'limited', retryAfterMs: 1000 },
    ]);
  });

  test('E17: given a spent bucket, when time passes, then it fills again up to its capacity and no more', () => {
    const { limit } = create();
    for (let i = 0; i < 4; i += 1) limit.take('203.0.113.77');
    jest.setSystemTime(Date.now() + 500);
    expect(limit.take('203.0.113.77')).toEqual({ status: 'limited', retryAfterMs: 500 });
    jest.setSystemTime(Date.now() + 500);
    expect(limit.take('203.0.113.77').status).toBe('allowed');
    jest.setSystemTime(Date.now() + 5 * MINUTE);
    const verdicts = [1, 2, 3, 4].map(() => limit.take('203.0.113.77').status);
    expect(verdicts).toEqual(['allowed', 'allowed', 'allowed', 'limited']);
  });

  test.each([
    ['203.0.113.77', '203.0.113.78', 2],
    ['203.0.113.77', '::ffff:203.0.113.77', 1],
    ['203.0.113.77', '::FFFF:cb00:714d', 1],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', 1],
    ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0000::', 1],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', 2],
    ['::1', '::2', 1],
    ['::1', '1::', 2],
    ['fe80::1%eth0', 'fe80::1', 1],
    ['::203.0.113.77', '203.0.113.77', 2],
    [undefined, 'not an address', 1],
    ['', '__proto__', 1],
    ['256.1.1.1', '1.1.1', 1],
    ['1.2.3.4.5', 'a:b', 1],
    ['http://[::1]/', '[::1]', 1],
    ['1.2.3.04', '1.2.3.4', 2],
    ['203.0.113.77', undefined, 2],
  ])('given %s and %s, when both come, then there are %i buckets', (one, other, expected) => {
    const { limit, buckets } = create();
    limit.take(one);
    limit.take(other);
    expect(buckets.size).toBe(expected);
  });

  test('E12: given more addresses than room, when they come, then the buckets stay bounded and the least recent goes', () => {
    const { limit, buckets } = create({ capacity: 1, maxBuckets: 2 });
    for (const last of [1, 2, 1, 3]) limit.take(`203.0.113.${last}`);
    expect(buckets.size).toBe(2);
    expect(limit.take('203.0.113.1').status).toBe('limited');
    expect(limit.take('203.0.113.2').status).toBe('allowed');
  });
});

describe('anonymity', () => {
  test('A9: given one address, when ten minutes pass, then its key is another and the old one is gone', () => {
    const { limit, buckets } = create();
    limit.take('203.0.113.77');
    const [before] = buckets.keys();
    jest.setSystemTime(Date.now() + 10 * MINUTE - 1);
    limit.take('203.0.113.77');
    expect([...buckets.keys()]).toEqual([before]);
    jest.setSystemTime(Date.now() + 1);
    limit.take('203.0.113.77');
    expect(buckets.size).toBe(1);
    expect(buckets.has(before ?? '')).toBe(false);
  });

  test('A9: given nobody comes any more, when ten minutes pass, then everything is forgotten and no timer runs', () => {
    const { limit, buckets } = create();
    limit.take('203.0.113.77');
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(10 * MINUTE);
    expect(buckets.size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('A9: given a clock set back, when an address comes, then the key is renewed rather than kept longer', () => {
    const { limit, buckets } = create();
    limit.take('203.0.113.77');
    const [before] = buckets.keys();
    jest.setSystemTime(Date.now() - 1);
    limit.take('203.0.113.77');
    expect([...buckets.keys()]).not.toEqual([before]);
    expect(jest.getTimerCount()).toBe(1);
  });

  test('A9: given two processes, when one address comes to both, then their keys differ', () => {
    const [one, other] = [create(), create()];
    one.limit.take('203.0.113.77');
    other.limit.take('203.0.113.77');
    expect([...one.buckets.keys()]).not.toEqual([...other.buckets.keys()]);
  });

  test('A8, A9: given an address that was counted, when the whole heap is scanned, then it is nowhere and the process ends by itself', () => {
    expect(countInHeap('keep')).toBeGreaterThan(0);
    expect(countInHeap('forget')).toBe(0);
  }, 45_000);
});

/** How often the address stands in the heap of a process that counted it, and kept it elsewhere or not. */
function countInHeap(then: 'keep' | 'forget'): number {
  const { code } = transformFileSync(join(__dirname, '../../src/sessions/rate-limit.ts'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
    sourceMaps: false,
  });
  const script = `
    ${code}
    const limit = exports.createRateLimit({ now: Date.now, capacity: 3, refillPerSecond: 1 });
    const kept = [];
    (() => {
      const address = [203, 0, 113, 77].join('.');
      limit.take(address);
      if ('${then}' === 'keep') kept.push(address);
    })();
    globalThis.kept = kept;
    globalThis.limit = limit;
    gc();
    require('node:v8').getHeapSnapshot().pipe(process.stdout);
  `;
  const snapshot = execFileSync(process.execPath, ['--expose-gc', '-e', script], {
    encoding: 'latin1',
    maxBuffer: 256 * 1024 * 1024,
    // Its timer must not hold the process.
    timeout: 20_000,
  });
  return snapshot.split('"203.0.113.77"').length - 1;
}
