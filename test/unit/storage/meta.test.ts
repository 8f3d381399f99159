import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openDb } from '../../../lib/storage/db.ts';
import { clearMeta, readMeta, writeMeta } from '../../../lib/storage/meta.ts';

const open = (indexedDB = new IDBFactory()) => openDb('test', { indexedDB, IDBKeyRange });

describe('meta values', () => {
  it('outlive the connection that wrote them', async () => {
    const indexedDB = new IDBFactory();
    await writeMeta(open(indexedDB), 'clock', { skewMs: -3, measuredAt: 9 });
    const db = open(indexedDB);
    expect(await readMeta(db, 'clock')).toEqual({ skewMs: -3, measuredAt: 9 });
    await clearMeta(db, 'clock', 'gap');
    expect(await readMeta(db, 'clock')).toBeNull();
  });

  it.each([
    ['another shape', { skew: 1 }],
    ['a field too many', { skewMs: 1, measuredAt: 1, more: 1 }],
    ['a fraction', { skewMs: 0.5, measuredAt: 1 }],
    ['nothing', undefined],
  ])('count as absent when the disk holds %s', async (_, value) => {
    const db = open();
    await db.meta.put({ key: 'clock', value });
    expect(await readMeta(db, 'clock')).toBeNull();
  });
});
