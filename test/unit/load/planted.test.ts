// The search of `npm run planted` finds what it says it finds: in every form, and in everything that browsers pack with.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { bareClassifier } from '../../fakes/bare-classifier.ts';
import { createRandom } from '../../load/mutate-batch.ts';
import { excuse } from '../../load/planted/excused.ts';
import { createFinder } from '../../load/planted/finder.ts';
import { formsOf } from '../../load/planted/forms.ts';
import { levelDbBlocks } from '../../load/planted/leveldb.ts';
import { createLook, folderPlace } from '../../load/planted/look.ts';
import { makeSecrets } from '../../load/planted/secrets.ts';
import { unpackLz4, unpackSnappy } from '../../load/planted/snappy.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluice-planted-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `abcdabcdabcd!` as Snappy: a literal, a copy that reaches into itself, a literal. */
const PACKED = Buffer.from([13, (4 - 1) << 2, ...Buffer.from('abcd'), ((8 - 4) << 2) | 1, 4, 0, ...Buffer.from('!')]);
/** Bytes as one literal of Snappy. */
const literal = (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.length, 60 << 2, bytes.length - 1]), bytes]);

/** A table with one block, which is packed. */
function table(key: string, value: string): Buffer {
  const entries = (pairs: [Buffer, Buffer][]) =>
    Buffer.concat([
      ...pairs.flatMap(([k, v]) => [Buffer.from([0, k.length, v.length]), k, v]),
      Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
    ]);
  const packed = literal(entries([[Buffer.from(key), Buffer.from(value)]]));
  const data = Buffer.concat([packed, Buffer.from([1, 0, 0, 0, 0])]);
  const index = entries([[Buffer.from(key), Buffer.from([0, packed.length])]]);
  const handles = Buffer.alloc(40);
  Buffer.from([0, 0, data.length, index.length]).copy(handles);
  return Buffer.concat([data, index, Buffer.alloc(5), handles, Buffer.from('57fb808b247547db', 'hex')]);
}

describe('the finder', () => {
  it('finds every form of a value wherever it stands, and nothing in its absence', () => {
    const value = '4556 7375 8689 9855';
    const forms = formsOf(value);
    const find = createFinder(forms.map(({ name, bytes }) => ({ bytes, means: name })));
    for (const { name, bytes } of forms) {
      const around = Buffer.concat([Buffer.from('x=\0'), bytes, Buffer.from('yz')]);
      expect(find(around)).toContainEqual({ means: name, at: 3 });
    }
    expect(find(Buffer.from(`4556 7375 8689 9856 ${'0123456789'.repeat(50)}`))).toEqual([]);
    for (const before of ['', 'a', 'ab', 'abc']) {
      const encoded = Buffer.from(`${before}${value}!`).toString('base64');
      expect(find(Buffer.from(encoded)).map(({ means }) => means)).toContain('as it is, base64');
    }
    expect(find(Buffer.from(value, 'utf16le'))[0]?.means).toBe('as it is, UTF-16LE');
    expect(find(Buffer.from('card=4556+7375+8689+9855'))[0]?.means).toBe('as a form');
  });
});

describe('unpacking', () => {
  it('reads Snappy and LZ4, and says so of what is neither', () => {
    expect(Buffer.from(unpackSnappy(PACKED)!).toString()).toBe('abcdabcdabcd!');
    expect(unpackSnappy(Buffer.from('not packed'))).toBeNull();
    const lz4 = Buffer.from([0x44, ...Buffer.from('abcd'), 4, 0, 0x10, ...Buffer.from('!')]);
    expect(Buffer.from(unpackLz4(lz4, 13)!).toString()).toBe('abcdabcdabcd!');
    expect(unpackLz4(lz4, 14)).toBeNull();
  });

  it('reads the blocks of a table of LevelDB', () => {
    expect(levelDbBlocks(table('key', 'value')).map((block) => Buffer.from(block).toString())).toContain('value');
    expect(levelDbBlocks(Buffer.from('something else that is long enough to have a footer'))).toEqual([]);
  });

  it('sees through everything that a profile is packed with', () => {
    const value = 'ghp_0123456789abcdefghijklmnopqrstuvwxyzAB';
    const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
    const filler = 'other words '.repeat(20);
    const packedValue = literal(Buffer.from(value));
    put('table.ldb', table('k', value.slice(0, 42)));
    put('cache', Buffer.concat([Buffer.from('head'), gzipSync(filler + value), Buffer.from('tail')]));
    put('zstd', Buffer.concat([Buffer.from('head'), zstdCompressSync(filler + value)]));
    put('blob', Buffer.concat([Buffer.from([0xff, 0x11, 0x02]), packedValue]));
    put('pack.zip', zipSync({ 'a.txt': Buffer.from(filler + value) }));
    const lz4 = Buffer.concat([Buffer.from([0xf0, value.length - 15]), Buffer.from(value)]);
    put('session.jsonlz4', Buffer.concat([Buffer.from('mozLz40\0'), Buffer.from([value.length, 0, 0, 0]), lz4]));
    const database = new DatabaseSync(join(folder, 'rows.sqlite'));
    database.exec('create table object_data (data blob)');
    database.prepare('insert into object_data values (?)').run(literal(Buffer.from(value, 'utf16le').subarray(0, 84)));
    database.close();
    const look = createLook([{ kind: 'token', value, sentence: value }], ['no-canary-here']);
    const { leaks, canaries } = look(folderPlace('folder', folder));
    const seen = (file: string) => leaks.some((leak) => leak.startsWith(file));
    const files = ['table.ldb', 'cache', 'zstd', 'blob', 'pack.zip', 'session.jsonlz4', 'rows.sqlite'];
    expect(files.filter((file) => !seen(file))).toEqual([]);
    expect(leaks.filter((leak) => /^(cache|pack)\S* \(raw\)/.test(leak))).toEqual([]);
    expect(leaks.join()).not.toContain(value);
    expect(canaries).toEqual([]);
  });
});

describe('the secrets', () => {
  it('are others for another seed, all different, and mostly of kinds that the classifier knows', () => {
    const secrets = makeSecrets(200, createRandom(1));
    expect(makeSecrets(200, createRandom(1))).toEqual(secrets);
    const values = new Set(secrets.map(({ value }) => value));
    expect(values.size).toBe(200);
    expect(makeSecrets(200, createRandom(2)).filter(({ value }) => values.has(value))).toEqual([]);
    const found = secrets.filter(({ sentence }) => bareClassifier.classify(sentence).length > 0);
    expect(found.length).toBeGreaterThan(120);
  });
});

describe('what is excused', () => {
  const page = Buffer.from('_https://chatgpt.com draft');
  const drafts = 'Default/Local Storage/leveldb/000003.log';

  it('is the browser’s and the page’s own, for secrets that were given in a way that leads there', () => {
    expect(excuse('chromium', 'Default/History', 'in the address', page)).not.toBeNull();
    expect(excuse('chromium', 'Default/History', 'a file', page)).toBeNull();
    expect(excuse('chromium', drafts, 'typed', page)).not.toBeNull();
    expect(excuse('chromium', drafts, 'a draft', page)).toBeNull();
  });

  it('is nothing of the extension’s, whatever the way', () => {
    expect(excuse('chromium', drafts, 'typed', Buffer.from('_chrome-extension://abc draft'))).toBeNull();
    for (const own of [
      'Default/IndexedDB/chrome-extension_abc_0.indexeddb.leveldb/000003.log',
      'Default/Local Extension Settings/abc/000003.log',
      'Default/Session Storage/000003.log',
    ])
      expect(excuse('chromium', own, 'typed', page)).toBeNull();
    const firefox = 'storage/default/moz-extension+++5c1c0de5/idb/1.sqlite';
    expect(excuse('firefox', firefox, 'in the address', page)).toBeNull();
  });
});
