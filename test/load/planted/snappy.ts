/**
 * Snappy, the raw format (google/snappy, format_description.txt), and LZ4 blocks (lz4_Block_format.md): how Chromium and
 * Firefox pack what they store. Null for bytes that are neither.
 */

const LARGEST = 64 * 2 ** 20;

export function unpackSnappy(bytes: Uint8Array): Uint8Array | null {
  const length = varint(bytes, 0);
  if (length === null || length.value > LARGEST) return null;
  const out = new Uint8Array(length.value);
  let at = length.next;
  let to = 0;
  while (at < bytes.length && to < out.length) {
    const tag = bytes[at++]!;
    if ((tag & 3) === 0) {
      let size = tag >> 2;
      if (size >= 60) {
        const more = size - 59;
        size = little(bytes, at, more);
        at += more;
      }
      size += 1;
      if (at + size > bytes.length || to + size > out.length) return null;
      out.set(bytes.subarray(at, at + size), to);
      at += size;
      to += size;
      continue;
    }
    const width = [0, 1, 2, 4][tag & 3]!;
    const size = width === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = (width === 1 ? (tag >> 5) << 8 : 0) + little(bytes, at, width);
    at += width;
    if (!repeat(out, to, back, size)) return null;
    to += size;
  }
  return to === out.length && at === bytes.length ? out : null;
}

/** A block of LZ4 that is `length` bytes long when it is unpacked. */
export function unpackLz4(bytes: Uint8Array, length: number): Uint8Array | null {
  if (length > LARGEST) return null;
  const out = new Uint8Array(length);
  let at = 0;
  let to = 0;
  const extended = (size: number) => {
    if (size !== 15) return size;
    let more = 255;
    while (more === 255 && at < bytes.length) {
      more = bytes[at++]!;
      size += more;
    }
    return size;
  };
  while (at < bytes.length) {
    const token = bytes[at++]!;
    const literals = extended(token >> 4);
    if (at + literals > bytes.length || to + literals > length) return null;
    out.set(bytes.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= bytes.length) break;
    const back = little(bytes, at, 2);
    at += 2;
    const size = extended(token & 15) + 4;
    if (!repeat(out, to, back, size)) return null;
    to += size;
  }
  return to === length ? out : null;
}

/** What stood `back` bytes before, which may reach into what is being written. */
function repeat(out: Uint8Array, to: number, back: number, size: number): boolean {
  if (back === 0 || back > to || to + size > out.length) return false;
  for (let index = 0; index < size; index++) out[to + index] = out[to + index - back]!;
  return true;
}

export function varint(bytes: Uint8Array, from: number): { value: number; next: number } | null {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[from + index];
    if (byte === undefined) return null;
    value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return { value, next: from + index + 1 };
  }
  return null;
}

function little(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index++) value += (bytes[at + index] ?? 0) * 2 ** (8 * index);
  return value;
}
