/** Keyed hashes of values, short enough for a policy: six bytes of HMAC-SHA-256, as a whole number. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

export const HASH_BYTES = 6;
/** Bytes of a key. */
export const KEY_BYTES = 32;

/** A chance match needs 2^48 tries: text of a million words beside 100,000 values has one in 2,800 of them. */
export type KeyedHash = (value: string) => number;

/** `key`: base64. Throws on any other length than 32 bytes: the policy was checked when it was compiled. */
export function keyedHash(key: string): KeyedHash {
  const bytes = bytesOf(key);
  if (bytes.length !== KEY_BYTES) throw new RangeError('a key has 32 bytes');
  const fresh = hmac.create(sha256, bytes);
  // A text has thousands of values: the same memory serves them all.
  const used = fresh.clone();
  const digest = new Uint8Array(fresh.outputLen);
  const encoder = new TextEncoder();
  let message = new Uint8Array(256);
  return (value) => {
    if (message.length < 3 * value.length) message = new Uint8Array(6 * value.length);
    const { written } = encoder.encodeInto(value, message);
    fresh._cloneInto(used).update(message.subarray(0, written)).digestInto(digest);
    return numberAt(digest, 0);
  };
}

/** The hashes in a base64 string, in order. */
export function readHashes(base64: string): number[] {
  const bytes = bytesOf(base64);
  return Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, index) =>
    numberAt(bytes, index * HASH_BYTES),
  );
}

/** The inverse of `readHashes`. */
export function writeHashes(hashes: readonly number[]): string {
  const bytes = hashes.flatMap((hash) =>
    Array.from({ length: HASH_BYTES }, (_, index) => Math.floor(hash / 256 ** (HASH_BYTES - 1 - index)) % 256),
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

function numberAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let index = at; index < at + HASH_BYTES; index += 1) value = value * 256 + bytes[index]!;
  return value;
}
