/** What turns a conversation's secret into the key it is stored under and the key that seals what is stored. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

declare const secretBrand: unique symbol;
declare const sealingKeyBrand: unique symbol;

/** The 256 bits that alone give access to a conversation; only its token holds them. */
export type Secret = Buffer & { readonly [secretBrand]: true };

/** The AES-256 key of one secret, kept no longer than the call that needs it. */
export type SealingKey = Buffer & { readonly [sealingKeyBrand]: true };

/** What is sealed and where it stands: a sealed text put in another place does not open. */
export type Purpose = 'value' | 'ticket' | `reply:${number}` | `echo:${number}`;

/** What a key is derived for; two uses never share a key. */
export type DerivedUse = 'sealing' | 'conversation-id' | 'user-id' | 'turn-id' | 'token-mac';

const SECRET_BYTES = 32;
/** 32 bytes in base64url, without padding. */
const SECRET_CHARACTERS = 43;
const CIPHER = 'aes-256-gcm';
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
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

/** Bytes derived from key material for one use (HKDF-SHA256); they tell nothing about the material. */
export function derive(material: Uint8Array, use: DerivedUse, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', material, '', `passerelle/${use}/v1`, bytes));
}

/** The key that seals what belongs to a secret. */
export function sealingKey(secret: Secret): SealingKey {
  return derive(secret, 'sealing', 32) as SealingKey;
}

/** A short mark of an id the client chose, so that the id itself, which may be any text, is not kept. */
export function turnMark(secret: Secret, id: string): string {
  return createHmac('sha256', derive(secret, 'turn-id', 32))
    .update(id)
    .digest('base64url')
    .slice(0, 12);
}

/** Seals a JSON value: version byte, nonce, tag, then the deflated text under AES-256-GCM. */
export function seal(key: SealingKey, purpose: Purpose, json: unknown): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  cipher.setAAD(Buffer.from(purpose));
  const body = cipher.update(deflateRawSync(JSON.stringify(json)));
  const end = cipher.final();
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), body, end]);
}

/** Opens what `seal` made; null for another key, another purpose or anything altered, and never an error. */
export function unseal(
  key: SealingKey,
  purpose: Purpose,
  sealed: Uint8Array,
): { readonly json: unknown } | null {
  if (sealed.length <= HEADER_BYTES || sealed[0] !== FORMAT) return null;
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + IV_BYTES));
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEADER_BYTES));
    const text = Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
    return { json: JSON.parse(inflateRawSync(text).toString('utf8')) };
  } catch {
    // The error is dropped: V8's JSON messages quote their input.
    return null;
  }
}
