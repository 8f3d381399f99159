/** Addresses in Base58 with a checksum, as Bitcoin and its descendants write them. */
import { sha256 } from '@noble/hashes/sha2.js';
import { base58xrp, createBase58check } from '@scure/base';

const base58check = createBase58check(sha256);

/** The bytes of a Base58Check string without its checksum, or null when the checksum is wrong. */
export function decodeBase58Check(text: string): Uint8Array | null {
  try {
    return base58check.decode(text);
  } catch {
    return null;
  }
}

/** True when a string decodes to `length` bytes that begin with one of the version bytes. */
export function isBase58Address(text: string, versions: readonly number[], length = 21): boolean {
  const bytes = decodeBase58Check(text);
  return bytes !== null && bytes.length === length && versions.includes(bytes[0]!);
}

/** The same with the alphabet of the XRP Ledger and version 0. */
export function isXrpAddress(text: string): boolean {
  try {
    const bytes = base58xrp.decode(text);
    const check = sha256(sha256(bytes.slice(0, -4)));
    return bytes.length === 25 && bytes[0] === 0 && bytes.slice(-4).every((byte, index) => byte === check[index]);
  } catch {
    return false;
  }
}
