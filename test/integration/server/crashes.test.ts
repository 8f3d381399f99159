// A short form of `npm run crashes`: the kinds that take neither a browser nor a restart, and that its look finds faults.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench } from '../../load/crashes/bench.ts';
import { checkDevice } from '../../load/crashes/check.ts';
import { CrashDevice } from '../../load/crashes/crash-device.ts';
import { isSound, runKind } from '../../load/crashes/kind.ts';
import { KINDS } from '../../load/crashes/kinds.ts';

describe.each(KINDS.filter(({ sharesBench }) => sharesBench))('$id', (kind) => {
  it('loses, doubles and hides nothing', async () => {
    const row = await runKind(kind, 2, bench);
    expect([row, isSound(row)]).toEqual([expect.anything(), true]);
  });
});

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.close());

describe('the look at what is left', () => {
  const settled = async () => {
    const device = await CrashDevice.create(bench.endpoint.url);
    await device.write(6);
    await device.settle();
    return { device, chain: await device.chain() };
  };

  it('finds nothing where nothing happened', async () => {
    const { device } = await settled();
    expect(await checkDevice(bench, device, 0)).toMatchObject({ made: 7, acknowledged: 7, lost: 0, faults: [] });
  });

  it('finds a record that is gone, one that is another, one that stands twice, and a silent loss', async () => {
    const { device, chain } = await settled();
    await bench.query('delete from records where chain = $1 and seq = 3', [chain]);
    const gone = await checkDevice(bench, device, 0);
    expect(gone).toMatchObject({ lost: 1, unnamed: 1 });
    expect(gone.faults.join()).toContain('seq_gap');

    await bench.query(
      `insert into records select tenant, chain, 3, $2, kind, device, epoch, ts, received_at, hash, prev, link, body, kid, sig
        from records where chain = $1 and seq = 4`,
      [chain, crypto.randomUUID()],
    );
    expect(await checkDevice(bench, device, 0)).toMatchObject({ lost: 1, doubled: 2 });

    await bench.query("update records set body = replace(body, 'linux', 'other') where chain = $1 and seq = 5", [
      chain,
    ]);
    const altered = await checkDevice(bench, device, 0);
    expect(altered.lost).toBe(2);
    expect(altered.faults.join()).toContain('bad_signature');

    const silent = (await settled()).device;
    silent.refused += 1;
    expect(await checkDevice(bench, silent, 0)).toMatchObject({ gaps: 1, unnamed: 1 });
  });
});
