import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  derive,
  newSecret,
  parseSecret,
  seal,
  sealingKey,
  secretFrom,
  storageKey,
  turnMark,
  unseal,
} from '../../src/sessions/sealing.ts';
import { CANARY } from './toy-session.ts';

const secret = newSecret();
const key = sealingKey(secret);

describe('secrets and what derives from them', () => {
  test('A10: given new secrets, when they are made, then each has 256 bits and none is alike', () => {
    const secrets = Array.from({ length: 200 }, () => newSecret());
    expect(secrets.every((made) => made.length === 32)).toBe(true);
    expect(new Set(secrets.map((made) => made.toString('hex'))).size).toBe(200);
  });

  test.each([0, 31, 33, 64])(
    'A10: given %i bytes, when a secret is made of them, then it is refused',
    (length) => {
      expect(secretFrom(Buffer.alloc(length))).toBeNull();
    },
  );

  test.each(['', 'a', 'a'.repeat(42), 'a'.repeat(44), `${'é'.repeat(43)}`, '='.repeat(43)])(
    'A10: given the text %j, when it is parsed as a secret, then it is refused',
    (text) => expect(parseSecret(text)).toBeNull(),
  );

  test('A10: given the storage key, when it is compared, then it is the hash of the secret and of nothing else', () => {
    expect(storageKey(secret)).toBe(createHash('sha256').update(secret).digest('base64url'));
    expect(storageKey(newSecret())).not.toBe(storageKey(secret));
  });

  test('given one secret, when keys are derived for several uses, then no two are the same', () => {
    const uses = ['sealing', 'conversation-id', 'user-id', 'turn-id', 'token-mac'] as const;
    const derived = uses.map((use) => derive(secret, use).toString('hex'));
    expect(new Set([...derived, secret.toString('hex').slice(0, 32)]).size).toBe(uses.length + 1);
    expect(derive(secret, 'user-id')).toEqual(derive(secret, 'user-id'));
  });

  test('given a turn id that is a text, when it is marked, then the mark depends on the secret and tells nothing', () => {
    expect(turnMark(secret, CANARY)).toMatch(/^[\w-]{12}$/);
    expect(turnMark(secret, CANARY)).toBe(turnMark(secret, CANARY));
    expect(turnMark(newSecret(), CANARY)).not.toBe(turnMark(secret, CANARY));
  });
});

describe('sealing', () => {
  test('given any JSON, when it is sealed and opened, then it comes back the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const opened = unseal(key, 'value', seal(key, 'value', json));
        expect(JSON.stringify(opened?.json)).toBe(JSON.stringify(json));
      }),
    );
  });

  test('given the same value, when it is sealed twice, then the two texts differ', () => {
    expect(seal(key, 'value', 1).equals(seal(key, 'value', 1))).toBe(false);
  });

  test('H: given the canary among any texts, when it is sealed, then it cannot be read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sealed = seal(key, 'value', [text, CANARY, text]).toString('latin1');
        for (const trace of ['CANARI', '0612345678', '7rue']) expect(sealed).not.toContain(trace);
      }),
    );
  });

  test('E8: given another secret, when it opens, then it gets null', () => {
    expect(unseal(sealingKey(newSecret()), 'value', seal(key, 'value', CANARY))).toBeNull();
  });

  test('E8: given a text sealed for one place, when it is opened at another, then it is null', () => {
    const sealed = seal(key, 'echo:1', CANARY);
    expect(unseal(key, 'echo:1', sealed)).toEqual({ json: CANARY });
    for (const purpose of ['echo:2', 'reply:1', 'value', 'ticket'] as const)
      expect(unseal(key, purpose, sealed)).toBeNull();
  });

  test('E8: given any byte altered, when it is opened, then it is null', () => {
    const sealed = seal(key, 'value', CANARY);
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Buffer.from(sealed);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(unseal(key, 'value', altered)).toBeNull();
    }
  });

  test('E8: given any cut, when it is opened, then it is null', () => {
    const sealed = seal(key, 'value', CANARY);
    for (let length = 0; length < sealed.length; length += 1)
      expect(unseal(key, 'value', sealed.subarray(0, length))).toBeNull();
  });

  test('E8: given any bytes, when they are opened, then it is null and never an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(unseal(key, 'value', bytes)).toBeNull();
      }),
    );
  });
});
