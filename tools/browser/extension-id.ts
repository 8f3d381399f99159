import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/**
 * Chromium's extension id of a public key: the first 16 bytes of SHA-256 over the DER SubjectPublicKeyInfo, each
 * half byte written as a letter a..p (Chromium: components/crx_file/id_util.cc).
 * @param publicKey DER SubjectPublicKeyInfo, or its base64 as it stands in a manifest's `key`.
 */
export function extensionId(publicKey: Uint8Array | string): string {
  const der = typeof publicKey === 'string' ? Buffer.from(publicKey, 'base64') : publicKey;
  const hex = createHash('sha256').update(der).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}

/** DER SubjectPublicKeyInfo of the public half of a key (PEM text or key object). */
export function publicKeyDer(key: string | KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** The value of a manifest's `key` for this private or public key: base64 of the DER public key, one line. */
export function manifestKey(key: string | KeyObject): string {
  return publicKeyDer(key).toString('base64');
}
