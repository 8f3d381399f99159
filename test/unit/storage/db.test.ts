import Dexie from 'dexie';
import { IDBDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { openDb } from '../../../lib/storage/db.ts';
import { fakeDevice, HEARTBEAT } from '../../fakes/fake-device.ts';

describe('the database', () => {
  it('asks for the disk, not for a cache, with every write', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const device = await fakeDevice();
    await device.startWorker().append(HEARTBEAT);
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    transaction.mockRestore();
    expect(writes.length).toBeGreaterThan(1);
    expect(new Set(writes.map(([, , options]) => options?.durability))).toEqual(new Set(['strict']));
  });

  it('refuses a second record with the same number or id', async () => {
    const device = await fakeDevice();
    await device.startWorker().append(HEARTBEAT);
    const [row] = await device.rows();
    await expect(device.db.records.add(row!)).rejects.toMatchObject({ name: 'ConstraintError' });
    await expect(device.db.records.add({ ...row!, seq: 2 })).rejects.toMatchObject({ name: 'ConstraintError' });
  });

  it('keeps the records of an older version', async () => {
    const factory = { indexedDB: new IDBFactory(), IDBKeyRange };
    const older = new Dexie('test', factory);
    older.version(1).stores({ records: '[chain+seq], &id, [chain+state+seq], [state+settledAt]', identity: 'slot' });
    await older.table('records').add({ chain: 'c', seq: 1, id: 'a', state: 'queued', settledAt: 0 });
    older.close();
    const db = openDb('test', factory);
    expect(await db.records.toArray()).toMatchObject([{ chain: 'c', seq: 1, id: 'a' }]);
    expect(await db.records.where('once').equals('key').first()).toBeUndefined();
  });

  it('keeps its numbered version, so that a newer one can upgrade it', async () => {
    const db = openDb('test', { indexedDB: new IDBFactory(), IDBKeyRange });
    await db.open();
    expect(db.verno).toBe(2);
    expect(db.tables.map(({ name }) => name).sort()).toEqual(['identity', 'meta', 'policy', 'receipts', 'records']);
  });
});
