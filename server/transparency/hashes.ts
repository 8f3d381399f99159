/** The hashes of the log's tree (RFC 6962 section 2.1) by the machine's own SHA-256: there are more of them than records. */
import { hash } from 'node:crypto';
import type { Hash } from '../../lib/integrity/log/tree.ts';

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/** As `leafHash`. */
export function leafOf(entry: Uint8Array): Hash {
  return hashOf([LEAF, entry]);
}

/** As `nodeHash`. */
export function nodeOf(left: Hash, right: Hash): Hash {
  return hashOf([NODE, left, right]);
}

const hashOf = (parts: readonly Uint8Array[]): Hash => new Uint8Array(hash('sha256', Buffer.concat(parts), 'buffer'));
