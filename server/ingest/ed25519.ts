/**
 * Ed25519 (RFC 8032) as the endpoint checks it: by libsodium, which takes half of the time of OpenSSL, and by Node's own
 * check where libsodium does not load. Both multiply without the cofactor and refuse points of small order and numbers
 * beyond the order of the curve, as WebCrypto and the verifiers do: what is taken here is taken by every verifier. Where
 * they differ this one refuses more (a key that is not in its one spelling), and test vectors hold the two together.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createRequire } from 'node:module';

export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** Whether 64 bytes are the signature of a message under 32 bytes of a key. Never throws for what the bytes are. */
export type Ed25519Check = (signature: Uint8Array, message: Uint8Array, key: Uint8Array) => boolean;

interface Sodium {
  crypto_sign_verify_detached(signature: Buffer, message: Buffer, key: Buffer): boolean;
}

/** By libsodium; null where there is no built binary for this machine, or it does not load. */
export const sodiumCheck: Ed25519Check | null = loadSodium();

/** The quickest check of this machine. */
export const checkEd25519: Ed25519Check = sodiumCheck ?? nodeCheck;

function loadSodium(): Ed25519Check | null {
  try {
    const sodium = createRequire(import.meta.url)('sodium-native') as Sodium;
    return (signature, message, key) =>
      isOneSpelling(key) && sodium.crypto_sign_verify_detached(asBuffer(signature), asBuffer(message), asBuffer(key));
  } catch {
    return null;
  }
}

/** Of the last key only: a batch is of one. */
let last: { key: Uint8Array; object: KeyObject | null } | null = null;

/** By OpenSSL. */
export function nodeCheck(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  if (last === null || Buffer.compare(last.key, key) !== 0) last = { key: key.slice(), object: readKey(key) };
  return last.object !== null && verify(null, message, last.object, signature);
}

function readKey(key: Uint8Array): KeyObject | null {
  if (!isOneSpelling(key)) return null;
  try {
    const x = Buffer.from(key).toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    return null;
  }
}

/** Little-endian, without the bit of the sign: below 2^255 - 19 (RFC 8032 section 5.1.3). */
function isOneSpelling(key: Uint8Array): boolean {
  if (key.length !== KEY_BYTES) return false;
  if ((key[31]! & 0x7f) !== 0x7f) return true;
  for (let at = 30; at > 0; at--) if (key[at] !== 0xff) return true;
  return key[0]! < 0xed;
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength);
