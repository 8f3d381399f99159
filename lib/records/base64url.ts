/** Base64url without padding (RFC 4648 section 5): how keys and signatures travel. */

export function toBase64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null for anything that is not the one base64url spelling of some bytes. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    // Left-over bits may differ between spellings of the same bytes: only one of them is accepted.
    return toBase64url(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
