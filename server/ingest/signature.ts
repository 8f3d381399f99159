/**
 * Checks Ed25519 signatures on the threads of libuv, so that the one thread of JavaScript can go on. It is the same check
 * as WebCrypto's (OpenSSL, without cofactor), with a third less around it: what is taken here is taken by every verifier.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

const SIGNATURE_BYTES = 64;

/** Whether `sig` (base64url) is a signature of the bytes. Malformed is false. */
export type SignatureCheck = (sig: string, bytes: Uint8Array) => Promise<boolean>;

/** @param publicKey Raw Ed25519, base64url. */
export function signatureCheck(publicKey: string): SignatureCheck {
  const key = readKey(publicKey);
  return async (sig, bytes) => {
    const signature = Buffer.from(sig, 'base64url');
    // One spelling only: no padding, no left-over bits.
    if (key === null || signature.length !== SIGNATURE_BYTES || signature.toString('base64url') !== sig) return false;
    return new Promise((resolve) => verify(null, bytes, key, signature, (error, isGood) => resolve(!error && isGood)));
  };
}

function readKey(x: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    return null;
  }
}
