/** From the bytes of a request to the lines of a batch, within limits that hold before anything is parsed. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

export const MAX_BODY_BYTES = 1_048_576;
/** A batch of real records shrinks about five-fold; what grows more than this is meant to fill the memory. */
export const MAX_UNPACKED_BYTES = 8 * MAX_BODY_BYTES;
export const MAX_LINES = 5_000;

export type BatchFault = 'unsupported_encoding' | 'bad_gzip' | 'too_large' | 'too_many_lines' | 'empty';
export type Batch = { ok: true; lines: Uint8Array[] } | { ok: false; code: BatchFault };

const LINE_END = 0x0a;
const unpack = promisify(gunzip);

/** @param encoding The request's content-encoding, null when there is none. */
export async function readBatch(body: Uint8Array<ArrayBuffer>, encoding: string | null): Promise<Batch> {
  if (body.length > MAX_BODY_BYTES) return { ok: false, code: 'too_large' };
  const name = encoding?.trim().toLowerCase() ?? 'identity';
  if (name !== 'identity' && name !== 'gzip') return { ok: false, code: 'unsupported_encoding' };
  try {
    if (name !== 'gzip') return split(body);
    const { buffer, byteOffset, byteLength } = await unpack(body, { maxOutputLength: MAX_UNPACKED_BYTES });
    return split(new Uint8Array(buffer, byteOffset, byteLength));
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, code: tooLarge ? 'too_large' : 'bad_gzip' };
  }
}

function split(bytes: Uint8Array): Batch {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_END, start);
    const end = found === -1 ? bytes.length : found;
    if (lines.length === MAX_LINES) return { ok: false, code: 'too_many_lines' };
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines.length === 0 ? { ok: false, code: 'empty' } : { ok: true, lines };
}
