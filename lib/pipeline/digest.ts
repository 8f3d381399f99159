/**
 * Keyed digests: how a permit, a replay memory or a conversation is named without naming its text. HMAC-SHA-256 under a
 * random key that never leaves this browser (plain hashes of short values could be guessed).
 */
import { toHex } from '../policy/base64.ts';

export type DigestPurpose = 'part' | 'value' | 'conversation';

export interface Digester {
  /** 64 hex characters. The purpose is mixed in, so digests of different purposes never meet. */
  digest(purpose: DigestPurpose, text: string): Promise<string>;
}

/** `key`: 32 random bytes. */
export async function createDigester(key: Uint8Array<ArrayBuffer>): Promise<Digester> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return {
    async digest(purpose, text) {
      const bytes = new TextEncoder().encode(`${purpose}\u0000${text}`);
      const mac = new Uint8Array(await crypto.subtle.sign('HMAC', hmac, bytes));
      return toHex(mac);
    },
  };
}

/** Names a part of a prompt. Editors and sites trim and re-wrap text: white space does not make another text of it. */
export function partDigest(text: string, digester: Digester): Promise<string> {
  return digester.digest('part', text.replace(/\s+/gu, ' ').trim());
}
