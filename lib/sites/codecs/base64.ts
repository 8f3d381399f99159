/**
 * Base64 (RFC 4648) of whole files. Where the browser has no conversion of its own it is done in pieces: nothing else
 * takes strings of a hundred million characters.
 */

/** A multiple of four characters and of three bytes. */
const PIECE = 0x18000;

export function toBase64(bytes: Uint8Array): string {
  // Chromium has it from 140 on.
  const native = (bytes as { toBase64?(): string }).toBase64?.();
  if (native !== undefined) return native;
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) pieces.push(piece(bytes.subarray(start, start + PIECE)));
  return pieces.join('');
}

function piece(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** Padded or not, either alphabet, line breaks allowed. Null for anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const compact = /[\s_-]/.test(text) ? text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/') : text;
  const out = new Uint8Array(Math.floor((compact.replace(/={1,2}$/, '').length * 3) / 4));
  let to = 0;
  try {
    for (let from = 0; from < compact.length; from += PIECE) {
      const binary = atob(compact.slice(from, from + PIECE));
      for (let at = 0; at < binary.length; at++) out[to++] = binary.charCodeAt(at);
    }
  } catch {
    return null;
  }
  return to === out.length ? out : null;
}
