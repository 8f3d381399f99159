/** AES-256-GCM (NIST SP 800-38D) over small values: `1 | 12 bytes of nonce | ciphertext | 16 bytes of tag`. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** Says how what follows was sealed, so that it can become something else one day. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** @param place Where the value belongs: what was sealed for one place opens in no other. */
export function seal(key: Uint8Array, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Uint8Array.of(VERSION), nonce, text, cipher.getAuthTag()]);
}

/** Null when it was sealed with another key, for another place, or was changed. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Buffer | null {
  const text = 1 + NONCE_BYTES;
  if (sealed.length < text + TAG_BYTES || sealed[0] !== VERSION) return null;
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, text), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(text, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
