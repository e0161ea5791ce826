/** What turns a conversation's secret into the key it is stored under and the key that seals what is stored. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

declare const secretBrand: unique symbol;
declare const sealingKeyBrand: unique symbol;

/** The 256 bits that alone give access to a conversation; only its token holds them. */
export type Secret = Buffer & { readonly [secretBrand]: true };

/** The AES-256 key of one secret. */
export type SealingKey = Buffer & { readonly [sealingKeyBrand]: true };

/** What is sealed and where it stands: a sealed text put in another place does not open. */
export type Purpose = 'value' | 'ticket' | `reply:${number}` | `echo:${number}`;

/** What a key is derived for; two uses never share a key. */
type DerivedUse = keyof typeof USES;

const SECRET_BYTES = 32;
/** 32 bytes in base64url, without padding. */
const SECRET_CHARACTERS = 43;
const CIPHER = 'aes-256-gcm';
/** The first byte says how what follows is written. */
const DEFLATED = 1;
const PLAIN = 2;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Under this, deflating costs more time than it saves room. */
const DEFLATE_FROM_BYTES = 2048;
/** The fastest: what is sealed is short and lives half an hour. */
const DEFLATE_LEVEL = 1;
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** A new random secret. */
export function newSecret(): Secret {
  return randomBytes(SECRET_BYTES) as Secret;
}

/** The secret made of these 32 bytes, or null when there are more or fewer. */
export function secretFrom(bytes: Uint8Array): Secret | null {
  return bytes.length === SECRET_BYTES ? (Buffer.from(bytes) as Secret) : null;
}

/** The secret written in base64url, or null when the text is not one. */
export function parseSecret(text: string): Secret | null {
  return text.length === SECRET_CHARACTERS ? secretFrom(Buffer.from(text, 'base64url')) : null;
}

/** The key a conversation is stored under: SHA-256 of its secret, in base64url, from which nothing can be opened. */
export function storageKey(secret: Secret): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Where each use stands in what a secret expands to; none overlaps. */
const USES = {
  sealing: [0, 32],
  'conversation-id': [32, 48],
  'user-id': [48, 64],
  'turn-id': [64, 96],
  'token-mac': [96, 128],
} as const satisfies Record<string, readonly [number, number]>;
const EXPANDED_BYTES = 128;

/** Bytes derived from key material for one use (HKDF-SHA256); they tell nothing about the material or other uses. */
export function derive(material: Uint8Array, use: DerivedUse): Buffer {
  const [from, to] = USES[use];
  return expand(material).subarray(from, to);
}

/** One turn derives every use, some many times. What is expanded lives as long as the secret object it comes from. */
const expanded = new WeakMap<Uint8Array, Buffer>();

function expand(material: Uint8Array): Buffer {
  const known = expanded.get(material);
  if (known) return known;
  const made = Buffer.from(hkdfSync('sha256', material, '', 'passerelle/v1', EXPANDED_BYTES));
  expanded.set(material, made);
  return made;
}

/** The key that seals what belongs to a secret. */
export function sealingKey(secret: Secret): SealingKey {
  return derive(secret, 'sealing') as SealingKey;
}

/** A short mark of an id the client chose, so that the id itself, which may be any text, is not kept. */
export function turnMark(secret: Secret, id: string): string {
  return createHmac('sha256', derive(secret, 'turn-id')).update(id).digest('base64url').slice(0, 12);
}

/** Seals a JSON value: format byte, nonce, tag, then the text under AES-256-GCM, deflated when long. */
export function seal(key: SealingKey, purpose: Purpose, json: unknown): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  cipher.setAAD(Buffer.from(purpose));
  const text = Buffer.from(JSON.stringify(json));
  const deflated = text.length > DEFLATE_FROM_BYTES;
  const body = cipher.update(deflated ? deflateRawSync(text, { level: DEFLATE_LEVEL }) : text);
  const end = cipher.final();
  return Buffer.concat([Buffer.of(deflated ? DEFLATED : PLAIN), iv, cipher.getAuthTag(), body, end]);
}

/** Opens what `seal` made; null for another key, another purpose or anything altered, and never an error. */
export function unseal(
  key: SealingKey,
  purpose: Purpose,
  sealed: Uint8Array,
): { readonly json: unknown } | null {
  const format = sealed[0];
  if (sealed.length <= HEADER_BYTES || (format !== PLAIN && format !== DEFLATED)) return null;
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + IV_BYTES));
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEADER_BYTES));
    const text = Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
    return { json: JSON.parse((format === DEFLATED ? inflateRawSync(text) : text).toString('utf8')) };
  } catch {
    // The error is dropped: V8's JSON messages quote their input.
    return null;
  }
}
