/** The blocks of a table of LevelDB (google/leveldb, table_format.md), unpacked: what Chromium keeps most things in. */
import { unpackSnappy, varint } from './snappy.ts';

const MAGIC = Buffer.from('57fb808b247547db', 'hex');
const FOOTER = 48;

interface Handle {
  offset: number;
  size: number;
  next: number;
}

/** Empty for a file that is no table. */
export function levelDbBlocks(file: Uint8Array): Uint8Array[] {
  if (file.length < FOOTER || !MAGIC.equals(file.subarray(-MAGIC.length))) return [];
  const footer = file.subarray(-FOOTER);
  const meta = handle(footer, 0);
  const index = meta && handle(footer, meta.next);
  const entries = index && block(file, index);
  if (!entries) return [];
  return valuesOf(entries).flatMap((value) => {
    const place = handle(value, 0);
    const data = place && block(file, place);
    return data ? [data, ...valuesOf(data, true)] : [];
  });
}

function handle(bytes: Uint8Array, from: number): Handle | null {
  const offset = varint(bytes, from);
  const size = offset && varint(bytes, offset.next);
  return size ? { offset: offset.value, size: size.value, next: size.next } : null;
}

/** A block is followed by one byte that says how it is packed. */
function block(file: Uint8Array, { offset, size }: Handle): Uint8Array | null {
  const bytes = file.subarray(offset, offset + size);
  const type = file[offset + size];
  if (type === 0) return bytes;
  return type === 1 ? unpackSnappy(bytes) : null;
}

/** The values of a block; with `keys` also the keys, which are stored as what differs from the one before. */
function valuesOf(bytes: Uint8Array, keys: boolean = false): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 4 - 4 * view.getUint32(bytes.length - 4, true);
  const out: Uint8Array[] = [];
  let key = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const shared = varint(bytes, at);
    const fresh = shared && varint(bytes, shared.next);
    const length = fresh && varint(bytes, fresh.next);
    if (!length) return out;
    const valueAt = length.next + fresh.value;
    key = Buffer.concat([key.subarray(0, shared.value), bytes.subarray(length.next, valueAt)]);
    if (keys) out.push(key);
    out.push(bytes.subarray(valueAt, valueAt + length.value));
    at = valueAt + length.value;
  }
  return out;
}
