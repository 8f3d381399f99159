/**
 * Base64 (RFC 4648, with padding) for bytes that cross the bridge as JSON. Runs in the page world too: what it calls is
 * captured when this file loads, and it touches arrays by index only.
 */

const { apply } = Reflect;
const Bytes = Uint8Array;
const decoder = new TextDecoder('latin1');
const decode = TextDecoder.prototype.decode;
const charCodeAt = String.prototype.charCodeAt;
const byteLengthOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength')!.get!;

/** Not in every browser we run in, and ten times as fast. */
const nativeToBase64 = (Bytes.prototype as { toBase64?: () => string }).toBase64;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = 61;
const NOT_A_DIGIT = 255;

/** Digit to character code, and back. */
const codes = new Bytes(64);
const digits = new Bytes(256);
for (let code = 0; code < 256; code++) digits[code] = NOT_A_DIGIT;
for (let digit = 0; digit < 64; digit++) {
  const code = ALPHABET.charCodeAt(digit);
  codes[digit] = code;
  digits[code] = digit;
}

export function toBase64(bytes: Uint8Array): string {
  if (nativeToBase64) return apply(nativeToBase64, bytes, []);
  const length: number = apply(byteLengthOf, bytes, []);
  const out = new Bytes(((length + 2 - ((length + 2) % 3)) / 3) * 4);
  let to = 0;
  for (let from = 0; from < length; from += 3) {
    const left = length - from;
    const group = (bytes[from]! << 16) | ((left > 1 ? bytes[from + 1]! : 0) << 8) | (left > 2 ? bytes[from + 2]! : 0);
    out[to++] = codes[group >> 18]!;
    out[to++] = codes[(group >> 12) & 63]!;
    out[to++] = left > 1 ? codes[(group >> 6) & 63]! : PADDING;
    out[to++] = left > 2 ? codes[group & 63]! : PADDING;
  }
  return apply(decode, decoder, [out]);
}

/** Throws a TypeError on anything that is not padded base64. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const length = base64.length;
  if (length % 4 !== 0) throw new TypeError('base64: length');
  const at = (index: number): number => apply(charCodeAt, base64, [index]);
  const padding = length === 0 || at(length - 1) !== PADDING ? 0 : at(length - 2) === PADDING ? 2 : 1;
  const out = new Bytes((length / 4) * 3 - padding);
  let group = 0;
  let to = 0;
  for (let from = 0; from < length; from++) {
    const code = at(from);
    const digit = from >= length - padding ? 0 : code < 256 ? digits[code]! : NOT_A_DIGIT;
    if (digit === NOT_A_DIGIT) throw new TypeError('base64: character');
    group = ((group << 6) | digit) & 0xffffff;
    if (from % 4 !== 3) continue;
    // Writes past the end of a typed array are ignored: the padded last group needs no special case.
    out[to++] = group >> 16;
    out[to++] = (group >> 8) & 255;
    out[to++] = group & 255;
  }
  return out;
}
