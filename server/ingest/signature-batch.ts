/** Signatures to be checked, packed for another thread: nothing of them is copied on the way there. */
import { checkEd25519, KEY_BYTES, SIGNATURE_BYTES } from './ed25519.ts';

export interface Signed {
  /** Raw Ed25519. */
  key: Uint8Array;
  signature: Uint8Array;
  message: Uint8Array;
}

export interface SignatureBatch {
  /** Of each message its key, its signature and its own bytes. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each message ends in `bytes`. */
  ends: Uint32Array<ArrayBuffer>;
}

/** Base64url in its one spelling (no padding, no left-over bits); null when it is not a signature. */
export function readSignature(text: string): Uint8Array | null {
  const signature = Buffer.from(text, 'base64url');
  return signature.length === SIGNATURE_BYTES && signature.toString('base64url') === text ? signature : null;
}

/** @param signed Keys and signatures of their right lengths. */
export function packSignatures(signed: readonly Signed[]): SignatureBatch {
  const start = KEY_BYTES + SIGNATURE_BYTES;
  const ends = new Uint32Array(signed.length);
  const bytes = new Uint8Array(signed.reduce((sum, { message }) => sum + start + message.length, 0));
  let at = 0;
  for (const [index, { key, signature, message }] of signed.entries()) {
    bytes.set(key, at);
    bytes.set(signature, at + KEY_BYTES);
    bytes.set(message, at + start);
    at += start + message.length;
    ends[index] = at;
  }
  return { bytes, ends };
}

/** For each message 1 when its signature is good, else 0. */
export function checkPacked({ bytes, ends }: SignatureBatch): Uint8Array<ArrayBuffer> {
  const good = new Uint8Array(ends.length);
  let at = 0;
  for (const [index, end] of ends.entries()) {
    const [signature, message] = [at + KEY_BYTES, at + KEY_BYTES + SIGNATURE_BYTES];
    const isGood = checkEd25519(
      bytes.subarray(signature, message),
      bytes.subarray(message, end),
      bytes.subarray(at, signature),
    );
    good[index] = isGood ? 1 : 0;
    at = end;
  }
  return good;
}
