/** UTF-8 without surprises: a byte order mark stays a character, and broken bytes are told, not papered over. */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** The text, or null when the bytes are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** The text as a forgiving receiver would see it: U+FFFD for broken bytes. */
export function decodeUtf8Leniently(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

/** Lone surrogates become U+FFFD, as they do in `fetch`. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** True when the text holds control characters that written text does not (NUL above all). */
export function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001f]/.test(text);
}
