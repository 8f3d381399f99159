/** Ed25519 (RFC 8032) through WebCrypto: the device's own key, and checking anybody's signature. */
import { fromBase64, toBase64url } from '../policy/base64.ts';
import { sha256Hex } from '../policy/compile.ts';

const ALGORITHM = 'Ed25519';
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

export interface DeviceKey {
  /** First 32 hex digits of the SHA-256 of the raw public key. */
  kid: string;
  /** Raw public key, 32 bytes, base64url. */
  publicKey: string;
  /** Not extractable: it can be kept in IndexedDB and used, but not read out. */
  privateKey: CryptoKey;
}

/** Make a new key whose private half cannot be exported. */
export async function createDeviceKey(): Promise<DeviceKey> {
  const pair = (await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { kid: await keyId(raw), publicKey: toBase64url(raw), privateKey: pair.privateKey };
}

/** The id of a raw public key. */
export async function keyId(raw: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await sha256Hex(raw)).slice(0, 32);
}

/** Signature over the bytes, base64url. Rejects when the key cannot sign. */
export async function sign(privateKey: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign(ALGORITHM, privateKey, bytes)));
}

/** Whether `sig` (base64url) is the signature of `bytes` under `publicKey` (raw, base64url). Malformed is false. */
export async function verify(publicKey: string, sig: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const raw = decode(publicKey, KEY_BYTES);
  const signature = decode(sig, SIGNATURE_BYTES);
  if (raw === null || signature === null) return false;
  try {
    const key = await crypto.subtle.importKey('raw', raw, ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, signature, bytes);
  } catch {
    // Bytes that are not a point of the curve.
    return false;
  }
}

/** Base64url in its one spelling (RFC 4648 section 5, no padding, no left-over bits), or null. */
function decode(text: string, length: number): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64(text);
  return bytes?.length === length && toBase64url(bytes) === text ? bytes : null;
}
