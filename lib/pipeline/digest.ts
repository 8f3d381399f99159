/**
 * Keyed digests: how a permit, a replay memory or a conversation is named without naming its text. HMAC-SHA-256 under a
 * random key that never leaves this browser (plain hashes of short values could be guessed).
 */
import { toHex } from '../policy/base64.ts';
import { concatBytes } from '../sites/codecs/bytes.ts';

export type DigestPurpose = 'part' | 'value' | 'conversation' | 'target' | 'body' | 'user';

export interface Digester {
  /** 64 hex characters. The purpose is mixed in, so digests of different purposes never meet. */
  digest(purpose: DigestPurpose, text: string): Promise<string>;
  digestBytes(purpose: DigestPurpose, bytes: Uint8Array): Promise<string>;
}

/** `key`: 32 random bytes. */
export async function createDigester(key: Uint8Array<ArrayBuffer>): Promise<Digester> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const encoder = new TextEncoder();
  const digestBytes = async (purpose: DigestPurpose, bytes: Uint8Array) => {
    const named = concatBytes([encoder.encode(`${purpose}\u0000`), bytes]);
    return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, named)));
  };
  return { digestBytes, digest: (purpose, text) => digestBytes(purpose, encoder.encode(text)) };
}

/** Names a part of a prompt. Editors and sites trim and re-wrap text: white space does not make another text of it. */
export function partDigest(text: string, digester: Digester): Promise<string> {
  return digester.digest('part', text.replace(/\s+/gu, ' ').trim());
}
