/** A soft limit by address that never keeps the address: shelters and town halls share one, so it must be generous. */
import { createHmac, randomBytes } from 'node:crypto';

type RateVerdict =
  | { readonly status: 'allowed' }
  | { readonly status: 'limited'; readonly retryAfterMs: number };

export type RateLimit = {
  /** Spends one token of the bucket this address belongs to. */
  take(address: string | undefined): RateVerdict;
};

export type RateLimitOptions = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Requests allowed at once. */
  readonly capacity: number;
  readonly refillPerSecond: number;
  /** Over this the oldest bucket is forgotten, which favours its address. */
  readonly maxBuckets?: number;
  /** Where buckets are held; a test passes its own to look inside. */
  readonly buckets?: Map<string, Bucket>;
};

export type Bucket = { tokens: number; filledAt: number };

/** The key of one window; both die together, and with them what could tell an address from a bucket. */
type Window = { readonly key: Buffer; readonly startedAt: number; readonly end: NodeJS.Timeout };

/** After this nobody can tell which address a bucket belonged to. */
const WINDOW_MS = 10 * 60_000;
const MAX_BUCKETS = 20_000;
/** An address no one can read shares one bucket. */
const UNREADABLE = 'unreadable';

/** A token bucket an address (IPv4) or a /64 (IPv6), in memory. */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const buckets = options.buckets ?? new Map<string, Bucket>();
  let window: Window | null = null;
  const forget = () => {
    if (window !== null) clearTimeout(window.end);
    window?.key.fill(0);
    window = null;
    buckets.clear();
  };
  const currentKey = (now: number): Buffer => {
    // Outside on both sides: a clock set back must not make a key live longer.
    if (window !== null && (now < window.startedAt || now >= window.startedAt + WINDOW_MS)) forget();
    window ??= { key: randomBytes(32), startedAt: now, end: setTimeout(forget, WINDOW_MS).unref() };
    return window.key;
  };
  return {
    take(address) {
      const now = options.now();
      const name = createHmac('sha256', currentKey(now)).update(prefixOf(address)).digest('base64url');
      const bucket = bucketOf(buckets, name, now, options);
      return spend(bucket, options.refillPerSecond);
    },
  };
}

/** The bucket, filled for the time since it was last used. */
function bucketOf(
  buckets: Map<string, Bucket>,
  name: string,
  now: number,
  options: RateLimitOptions,
): Bucket {
  const { capacity, refillPerSecond, maxBuckets = MAX_BUCKETS } = options;
  const known = buckets.get(name) ?? { tokens: capacity, filledAt: now };
  const seconds = Math.max(0, now - known.filledAt) / 1000;
  const bucket = { tokens: Math.min(capacity, known.tokens + seconds * refillPerSecond), filledAt: now };
  buckets.delete(name);
  buckets.set(name, bucket);
  if (buckets.size > maxBuckets) deleteOldest(buckets);
  return bucket;
}

function deleteOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}

function spend(bucket: Bucket, refillPerSecond: number): RateVerdict {
  if (bucket.tokens < 1) {
    return { status: 'limited', retryAfterMs: Math.ceil(((1 - bucket.tokens) / refillPerSecond) * 1000) };
  }
  bucket.tokens -= 1;
  return { status: 'allowed' };
}

/**
 * What is counted together: an IPv4 address, or the 64 first bits of an IPv6 one.
 * Without regular expressions, hence without node:net: V8 keeps the last text that one matched.
 */
function prefixOf(address: string | undefined): string {
  const [bare = ''] = (address ?? '').split('%');
  if (!bare.includes(':')) return isIPv4(bare) ? bare : UNREADABLE;
  const url = `http://[${bare}]/`;
  if (!URL.canParse(url)) return UNREADABLE;
  // The URL parser writes every spelling of an address in one way.
  const groups = groupsOf(new URL(url).hostname.slice(1, -1));
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? dotted(groups[6] ?? 0, groups[7] ?? 0) : `${groups.slice(0, 4).join(':')}::/64`;
}

function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => part === String(Number(part) & 255));
}

/** The eight groups of an IPv6 address. */
function groupsOf(canonical: string): number[] {
  const [head = '', tail] = canonical.split('::');
  const left = numbersOf(head);
  const right = numbersOf(tail ?? '');
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<number>(gap).fill(0), ...right];
}

function numbersOf(groups: string): number[] {
  return groups === '' ? [] : groups.split(':').map((group) => Number.parseInt(group, 16));
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
