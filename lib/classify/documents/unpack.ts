/** Decompression that cannot be made to fill the memory: small steps in, a look at what came out, a breath in between. */
import { Gunzip, Inflate } from 'fflate';
import type { UnreadableReason } from './document.ts';
import { joinBytes } from './join-bytes.ts';
import type { Work } from './work.ts';

export type Unpacked = { ok: true; bytes: Uint8Array } | { ok: false; reason: UnreadableReason };

/** One step in gives at most 1032 times as much out (the best DEFLATE can do): some four million bytes. */
const STEP = 4_096;

/** What the compressed bytes hold. `damaged` when they end too early or are no such data, `oversized` at the work's limit. */
export async function unpack(packed: Uint8Array, format: 'deflate' | 'gzip', work: Work): Promise<Unpacked> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isComplete = false;
  const take = (chunk: Uint8Array, isFinal: boolean) => {
    if (chunk.length > 0) chunks.push(chunk);
    length += chunk.length;
    work.unpacked(chunk.length);
    if (isFinal) isComplete = true;
  };
  const stream = format === 'gzip' ? new Gunzip(take) : new Inflate(take);
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP) {
      const before = length;
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (work.spend(length - before + STEP)) await work.breathe();
      if (work.stopped) return { ok: false, reason: 'oversized' };
    }
  } catch {
    return { ok: false, reason: 'damaged' };
  }
  return isComplete
    ? { ok: true, bytes: chunks.length === 1 ? chunks[0]! : joinBytes(chunks) }
    : { ok: false, reason: 'damaged' };
}
