import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noteGap } from '../../../lib/records/gap.ts';
import { readMeta } from '../../../lib/storage/meta.ts';
import { moveChainMark } from '../../../lib/sync/chain-mark.ts';
import { ensureIdentity, restartChain } from '../../../lib/sync/enrol.ts';
import { fakeChainMark } from '../../fakes/fake-chain-mark.ts';
import { FakeDevice, HEARTBEAT } from '../../fakes/fake-device.ts';

const mark = fakeChainMark;

/** What a start of the background does. Resolves to the chain it writes. */
async function start(device: FakeDevice, beside: ReturnType<typeof mark>, tenant = 'acme'): Promise<string> {
  const { db } = device;
  const { locks } = device.locks;
  const { chain } = await ensureIdentity({ db, locks, randomUuid: randomUUID }, tenant);
  await moveChainMark({ db, locks, mark: beside, now: () => device.now }, chain);
  return chain;
}

describe('moveChainMark', () => {
  it('lets a chain begin with the one before it, when the database was gone', async () => {
    const beside = mark();
    const first = new FakeDevice();
    const lost = await start(first, beside);
    await first.startWorker().append(HEARTBEAT);
    const second = new FakeDevice();
    const chain = await start(second, beside);
    await second.startWorker().append(HEARTBEAT);
    const records = (await second.rows()).map(({ text }) => JSON.parse(text));
    expect(records).toMatchObject([
      { kind: 'gap_declared', seq: 1, chain, reason: 'wiped', count: 0, since: second.now, of: lost },
      { kind: 'heartbeat', seq: 2, chain },
    ]);
    expect(await beside.read()).toBe(chain);
  });

  it('declares it once, however often the background starts', async () => {
    const beside = mark();
    await start(new FakeDevice(), beside);
    const device = new FakeDevice();
    for (let starts = 0; starts < 3; starts++) {
      await start(device, beside);
      await device.startWorker().append(HEARTBEAT);
    }
    expect((await device.rows()).map(({ kind }) => kind)).toEqual([
      'gap_declared',
      'heartbeat',
      'heartbeat',
      'heartbeat',
    ]);
  });

  it('adds to what was lost and not declared yet', async () => {
    const beside = mark();
    const lost = await start(new FakeDevice(), beside);
    const device = new FakeDevice();
    await noteGap(device.db, { reason: 'quota', count: 2, since: device.now - 9 });
    await start(device, beside);
    expect(await readMeta(device.db, 'gap')).toEqual({ reason: 'quota', count: 2, since: device.now - 9, of: lost });
  });

  it('says nothing on a first start, nor on the next ones', async () => {
    const beside = mark();
    const device = new FakeDevice();
    await start(device, beside);
    await start(device, beside);
    expect(await readMeta(device.db, 'gap')).toBeNull();
  });

  it('says nothing of a chain that was left for another tenant and may go on', async () => {
    const beside = mark();
    const device = new FakeDevice();
    await start(device, beside);
    await start(device, beside, 'globex');
    expect(await start(device, beside)).toBe(await beside.read());
    expect(await readMeta(device.db, 'gap')).toBeNull();
  });

  it('leaves it to the one that began another chain to say why', async () => {
    const beside = mark();
    const device = new FakeDevice();
    const left = await start(device, beside);
    await device.startWorker().append(HEARTBEAT);
    await restartChain({ db: device.db, locks: device.locks.locks, randomUuid: randomUUID, now: () => device.now });
    await start(device, beside);
    expect(await readMeta(device.db, 'gap')).toMatchObject({ reason: 'restored', of: left });
  });
});
