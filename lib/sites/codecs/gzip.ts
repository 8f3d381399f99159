/** Content encodings, with a limit on what comes out: a kilobyte may unpack to gigabytes. */

import { concatBytes } from './bytes.ts';

export type Packing = 'gzip' | 'deflate' | 'deflate-raw';

export type Unpacked = { ok: true; bytes: Uint8Array } | { ok: false; reason: 'damaged' | 'oversized' };

/** Unpack; stops reading as soon as more than `limit` bytes came out. Trailing or missing bytes are `damaged`. */
export async function unpack(bytes: Uint8Array, packing: Packing, limit: number): Promise<Unpacked> {
  const reader = pipe(bytes, new DecompressionStream(packing)).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { ok: true, bytes: concatBytes(chunks) };
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return { ok: false, reason: 'oversized' };
      }
      chunks.push(value);
    }
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

export async function pack(bytes: Uint8Array, packing: Packing): Promise<Uint8Array> {
  const stream = pipe(bytes, new CompressionStream(packing));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** True when the bytes start as gzip (RFC 1952): the gate sees no headers and has to tell by the bytes. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 18 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** True when the bytes start as zlib does with the window every packer uses (RFC 1950). */
export function isZlib(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && bytes[0] === 0x78 && ((bytes[0] << 8) | bytes[1]!) % 31 === 0;
}

function pipe(bytes: Uint8Array, transform: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform);
}
