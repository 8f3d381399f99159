import { describe, expect, it } from 'vitest';
import {
  BATCH_LIMITS,
  claimBatch,
  countStates,
  listRecords,
  pruneAcknowledged,
  reclaimSending,
  releaseBatch,
  shippedLine,
} from '../../../lib/records/outbox.ts';
import { type FakeDevice, fakeDevice, HEARTBEAT } from '../../fakes/fake-device.ts';

async function deviceWith(count: number): Promise<FakeDevice> {
  const device = await fakeDevice();
  const worker = device.startWorker();
  for (let index = 0; index < count; index++) await worker.append(HEARTBEAT);
  return device;
}

async function claim(device: FakeDevice, limits = BATCH_LIMITS) {
  const { chain } = (await device.db.identity.get('device'))!;
  const { now } = device;
  const claimed = await claimBatch(device.db, chain, { now, leaseUntil: now + 60_000, limits });
  return claimed.kind === 'batch' ? { seqs: claimed.rows.map(({ seq }) => seq), more: claimed.more } : claimed.kind;
}

describe('claimBatch', () => {
  it('gives nobody else what is under way, until the lease runs out', async () => {
    const device = await deviceWith(3);
    expect(await claim(device)).toEqual({ seqs: [1, 2, 3], more: false });
    expect(await claim(device)).toBe('busy');
    device.now += 60_001;
    expect(await claim(device)).toEqual({ seqs: [1, 2, 3], more: false });
  });

  it('starts anew at once when the holder of the shipping lock reclaims what a dead worker had', async () => {
    const device = await deviceWith(3);
    await claim(device, { maxLines: 2, maxBytes: 1e6 });
    await reclaimSending(device.db);
    expect(await countStates(device.db)).toMatchObject({ queued: 3, sending: 0 });
    expect(await claim(device)).toEqual({ seqs: [1, 2, 3], more: false });
  });

  it('gives each record to one of two workers that ask at once', async () => {
    const device = await deviceWith(2);
    const both = await Promise.all([claim(device), claim(device)]);
    expect(both.filter((result) => result === 'busy')).toHaveLength(1);
  });

  it('does not wait for a lease from a future that a corrected clock will not see for years', async () => {
    const device = await deviceWith(1);
    device.now += 10 * 365 * 86_400_000;
    await claim(device);
    device.now -= 10 * 365 * 86_400_000;
    expect(await claim(device)).toEqual({ seqs: [1], more: false });
  });

  it('takes the oldest first and stops at both limits', async () => {
    const device = await deviceWith(5);
    expect(await claim(device, { maxLines: 2, maxBytes: 1e6 })).toEqual({ seqs: [1, 2], more: true });
    const other = await deviceWith(5);
    const lineBytes = shippedLine((await other.rows())[0]!).length + 1;
    expect(await claim(other, { maxLines: 9, maxBytes: 3 * lineBytes + 20 })).toEqual({ seqs: [1, 2, 3], more: true });
    const tight = await deviceWith(2);
    expect(await claim(tight, { maxLines: 9, maxBytes: 1 })).toEqual({ seqs: [1], more: true });
  });

  it('leaves none behind when a smaller batch takes over from a dead worker', async () => {
    const device = await deviceWith(4);
    await claim(device);
    device.now += 60_001;
    expect(await claim(device, { maxLines: 2, maxBytes: 1e6 })).toEqual({ seqs: [1, 2], more: true });
    expect(await countStates(device.db)).toEqual({ queued: 2, sending: 2, acknowledged: 0, rejected: 0 });
  });

  it('finds nothing in an empty queue', async () => {
    expect(await claim(await deviceWith(0))).toBe('empty');
  });
});

describe('releaseBatch', () => {
  it('leaves alone what was acknowledged in the meantime', async () => {
    const device = await deviceWith(2);
    await claim(device);
    await device.db.records.filter(({ seq }) => seq === 1).modify({ state: 'acknowledged', settledAt: 1 });
    await releaseBatch(device.db, await device.rows());
    expect((await device.rows()).map(({ state }) => state)).toEqual(['acknowledged', 'queued']);
  });
});

describe('pruneAcknowledged', () => {
  it('deletes what is old and acknowledged, never the head, never anything else', async () => {
    const device = await deviceWith(5);
    const states = ['acknowledged', 'rejected', 'queued', 'acknowledged', 'acknowledged'] as const;
    await device.db.records.toCollection().modify((row) => {
      row.state = states[row.seq - 1]!;
      row.settledAt = row.seq === 4 ? 2000 : 1000;
    });
    expect(await pruneAcknowledged(device.db, 1500, 'age')).toBe(1);
    expect((await device.rows()).map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
    expect(await pruneAcknowledged(device.db, 2500, 'age')).toBe(1);
    expect((await device.rows()).map(({ seq }) => seq)).toEqual([2, 3, 5]);
  });
});

describe('listRecords', () => {
  it('pages through the records, newest first', async () => {
    const device = await deviceWith(0);
    const worker = device.startWorker();
    for (let index = 0; index < 5; index++) {
      device.now += 1000;
      await worker.append(HEARTBEAT);
    }
    const page = await listRecords(device.db, { offset: 1, limit: 2 });
    expect(page.total).toBe(5);
    expect(page.records.map(({ seq }) => seq)).toEqual([4, 3]);
  });
});
