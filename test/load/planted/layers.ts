/** A stored file as it lies there, and everything that is packed inside it, as far as browsers pack things. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { constants, inflateRawSync, zstdDecompressSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { levelDbBlocks } from './leveldb.ts';
import { unpackLz4, unpackSnappy } from './snappy.ts';

export interface Layer {
  /** `raw`, or how it was packed. */
  how: string;
  bytes: Uint8Array;
}

const SQLITE = 'SQLite format 3\0';
const LZ4 = 'mozLz40\0';
/** With no name or comment in its header, as servers and browsers write it. */
const GZIP = Buffer.from([0x1f, 0x8b, 0x08, 0]);
const GZIP_HEADER = 10;
const LARGEST = 2 ** 26;
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** Chromium packs the values of an IndexedDB: version, packed, by Snappy. */
const PACKED_VALUE = Buffer.from([0xff, 0x11, 0x02]);

/** All files of a folder and those in it, as paths below it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export function layersOf(path: string): Layer[] {
  const raw = readFileSync(path);
  const starts = (text: string) => raw.subarray(0, text.length).toString('latin1') === text;
  const layers: Layer[] = [{ how: 'raw', bytes: raw }];
  for (const bytes of levelDbBlocks(raw)) layers.push({ how: 'LevelDB', bytes });
  if (starts(SQLITE)) layers.push(...rowsOf(path).map((bytes) => ({ how: 'SQLite', bytes })));
  if (starts(LZ4)) {
    const bytes = unpackLz4(raw.subarray(12), raw.readUInt32LE(8));
    if (bytes) layers.push({ how: 'LZ4', bytes });
  }
  if (starts('PK\x03\x04')) {
    for (const bytes of Object.values(attempt(() => unzipSync(raw)) ?? {})) layers.push({ how: 'ZIP', bytes });
  }
  return [
    ...layers,
    ...layers.flatMap(({ how, bytes }) => inner(bytes).map((each) => ({ ...each, how: `${how}, ${each.how}` }))),
  ];
}

/** Packed bytes that begin somewhere in others. */
function inner(bytes: Uint8Array): Layer[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layers: Layer[] = [];
  const each = (mark: Buffer, how: string, unpack: (from: Buffer) => Uint8Array | null) => {
    for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + 1)) {
      const unpacked = attempt(() => unpack(buffer.subarray(at)));
      if (unpacked) layers.push({ how, bytes: unpacked });
    }
  };
  // As far as it goes: what stands behind it belongs to something else, and it may have been cut off.
  const raw = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST };
  each(GZIP, 'gzip', (from) => inflateRawSync(from.subarray(GZIP_HEADER), raw));
  each(ZSTD, 'zstd', (from) => zstdDecompressSync(from, { maxOutputLength: LARGEST }));
  each(PACKED_VALUE, 'Snappy', (from) => unpackSnappy(from.subarray(PACKED_VALUE.length)));
  return layers;
}

/** Every value of every table: in the file itself a long one lies in pieces. What Firefox stores in them is packed. */
function rowsOf(path: string): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-rows-'));
  const copy = join(folder, basename(path));
  try {
    for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
    const database = new DatabaseSync(copy);
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
    const values = tables.flatMap(({ name }) =>
      (attempt(() => database.prepare(`select * from "${name.replaceAll('"', '""')}"`).all()) ?? []).flatMap((row) =>
        Object.values(row as Record<string, unknown>),
      ),
    );
    database.close();
    return values.flatMap((value) => {
      if (typeof value === 'string') return [Buffer.from(value)];
      if (!(value instanceof Uint8Array)) return [];
      const unpacked = unpackSnappy(value);
      return unpacked ? [value, unpacked] : [value];
    });
  } catch {
    // Looks like one, and is none: it is still looked at as it lies there.
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function attempt<T>(task: () => T): T | null {
  try {
    return task();
  } catch {
    return null;
  }
}
