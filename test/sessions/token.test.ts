import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { newSecret, storageKey } from '../../src/sessions/sealing.ts';
import { conversationId, createTokens, userId } from '../../src/sessions/token.ts';

const SESSION_KEY = Buffer.alloc(32, 7);
const NOW = Date.UTC(2026, 10, 24, 14);
const TTL_SECONDS = 1800;
const tokens = createTokens(SESSION_KEY);
const secret = newSecret();
const token = tokens.mint(secret, NOW, TTL_SECONDS);
const expiresAt = NOW / 1000 + TTL_SECONDS;

describe('tokens', () => {
  test('A10: given a token, when it is read, then it gives its secret of 256 bits and its expiry', () => {
    expect(token.split('.')).toEqual([
      secret.toString('base64url'),
      String(expiresAt),
      expect.stringMatching(/^[\w-]{43}$/),
    ]);
    expect(tokens.read(token, NOW)).toEqual({ status: 'valid', secret, expiresAt });
  });

  test('A12: given a token, when its time comes, then it is expired at that second and not before', () => {
    expect(tokens.read(token, expiresAt * 1000 - 1).status).toBe('valid');
    expect(tokens.read(token, expiresAt * 1000)).toEqual({ status: 'expired' });
  });

  test('given a valid token, when it is refreshed, then the expiry changes and the secret stays', () => {
    const later = NOW + 15 * 60_000;
    const refreshed = tokens.refresh(token, later, TTL_SECONDS);
    if (refreshed.status !== 'valid') throw new Error('the token should have been refreshed');
    expect(refreshed.expiresAt).toBe(expiresAt + 15 * 60);
    expect(tokens.read(refreshed.token, later)).toEqual({
      status: 'valid',
      secret,
      expiresAt: refreshed.expiresAt,
    });
  });

  test('given an expired or forged token, when it is refreshed, then it is refused', () => {
    expect(tokens.refresh(token, expiresAt * 1000, TTL_SECONDS)).toEqual({ status: 'expired' });
    expect(tokens.refresh(`${token}A`, NOW, TTL_SECONDS)).toEqual({ status: 'invalid' });
  });

  test('E13: given a token, when any one character is another, then it is invalid', () => {
    for (let index = 0; index < token.length; index += 1) {
      for (const character of ['A', 'B', '0', '1', '.']) {
        if (token[index] === character) continue;
        const forged = token.slice(0, index) + character + token.slice(index + 1);
        expect(tokens.read(forged, NOW)).toEqual({ status: 'invalid' });
      }
    }
  });

  test('E13: given a later expiry on an old MAC, when it is read, then it is invalid', () => {
    const [encoded, , mac] = token.split('.');
    expect(tokens.read(`${encoded}.${expiresAt + 1}.${mac}`, NOW)).toEqual({ status: 'invalid' });
    expect(tokens.read(`${encoded}.0${expiresAt}.${mac}`, NOW)).toEqual({ status: 'invalid' });
  });

  test('E13: given a token of another key, when it is read, then it is invalid', () => {
    const foreign = createTokens(Buffer.alloc(32, 8)).mint(secret, NOW, TTL_SECONDS);
    expect(tokens.read(foreign, NOW)).toEqual({ status: 'invalid' });
  });

  test('E13: given a MAC made with the session key itself, when it is read, then it is invalid', () => {
    const payload = `${secret.toString('base64url')}.${expiresAt}`;
    const mac = createHmac('sha256', SESSION_KEY).update(payload).digest('base64url');
    expect(tokens.read(`${payload}.${mac}`, NOW)).toEqual({ status: 'invalid' });
  });

  test('E13: given any text, when it is read, then it is invalid and never an error', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(tokens.read(text, NOW).status).toBe('invalid')));
    expect(tokens.read('a'.repeat(1_000_000), NOW).status).toBe('invalid');
  });

  test('given a key that is too short, when tokens are made, then it refuses to start', () => {
    expect(() => createTokens(Buffer.alloc(31))).toThrow(RangeError);
  });
});

describe('ids', () => {
  test('A10: given a secret, when its ids are made, then they are stable, distinct and tell nothing of it', () => {
    const ids = [conversationId(secret), userId(secret).slice(3), storageKey(secret)];
    expect([conversationId(secret), userId(secret).slice(3), storageKey(secret)]).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(token).not.toContain(id.slice(0, 8));
    expect(conversationId(newSecret())).not.toBe(conversationId(secret));
  });

  test('given a secret, when the user id is made, then it has the prefix Direct Line requires', () => {
    expect(userId(secret)).toMatch(/^dl_[\w-]{22}$/);
  });
});
