/** Tokens: base64url(secret).expiry.MAC, made here only, carried in a body or a header and never in a URL. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { derive, parseSecret, type Secret } from './sealing.ts';

type TokenReading =
  | { readonly status: 'valid'; readonly secret: Secret /** Epoch seconds. */; readonly expiresAt: number }
  | { readonly status: 'expired' }
  | { readonly status: 'invalid' };

type TokenRefresh =
  | { readonly status: 'valid'; readonly token: string /** Epoch seconds. */; readonly expiresAt: number }
  | { readonly status: 'expired' }
  | { readonly status: 'invalid' };

/** `now` is in milliseconds since the epoch, as everywhere. */
export type Tokens = {
  mint(secret: Secret, now: number, ttlSeconds: number): string;
  read(token: string, now: number): TokenReading;
  /** The same secret with a new expiry. */
  refresh(token: string, now: number, ttlSeconds: number): TokenRefresh;
};

const KEY_BYTES = 32;
const TOKEN = /^([\w-]{43})\.(\d{1,11})\.[\w-]{43}$/;

/** Tokens signed with a key derived from `key`, which serves for nothing else.
 *  @throws {RangeError} when the key is shorter than 32 bytes */
export function createTokens(key: Uint8Array): Tokens {
  if (key.length < KEY_BYTES)
    throw new RangeError('The session key must be at least 32 bytes: make a longer one.');
  const macKey = derive(key, 'token-mac');
  const sign = (secret: Secret, expiresAt: number) =>
    signed(macKey, `${secret.toString('base64url')}.${expiresAt}`);
  const read = (token: string, now: number) => readToken(macKey, token, now);
  return {
    mint: (secret, now, ttlSeconds) => sign(secret, expiry(now, ttlSeconds)),
    read,
    refresh(token, now, ttlSeconds) {
      const reading = read(token, now);
      if (reading.status !== 'valid') return reading;
      const expiresAt = expiry(now, ttlSeconds);
      return { status: 'valid', token: sign(reading.secret, expiresAt), expiresAt };
    },
  };
}

/** The conversation's public id, which tells nothing about its secret or where it is stored. */
export function conversationId(secret: Secret): string {
  return derive(secret, 'conversation-id').toString('base64url');
}

/** The person's id in this conversation only, with the prefix Direct Line requires. */
export function userId(secret: Secret): string {
  return `dl_${derive(secret, 'user-id').toString('base64url')}`;
}

function expiry(now: number, ttlSeconds: number): number {
  return Math.floor(now / 1000) + ttlSeconds;
}

function signed(macKey: Uint8Array, payload: string): string {
  return `${payload}.${createHmac('sha256', macKey).update(payload).digest('base64url')}`;
}

function readToken(macKey: Uint8Array, token: string, now: number): TokenReading {
  const [, encoded, digits] = TOKEN.exec(token) ?? [];
  if (encoded === undefined || digits === undefined) return { status: 'invalid' };
  // The text is compared, not the bytes: two spellings of one MAC would be two tokens.
  const expected = Buffer.from(signed(macKey, `${encoded}.${digits}`));
  const presented = Buffer.from(token);
  if (expected.length !== presented.length || !timingSafeEqual(expected, presented))
    return { status: 'invalid' };
  const secret = parseSecret(encoded);
  if (secret === null) return { status: 'invalid' };
  const expiresAt = Number(digits);
  return now < expiresAt * 1000 ? { status: 'valid', secret, expiresAt } : { status: 'expired' };
}
