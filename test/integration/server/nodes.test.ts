import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HubEvent } from '../../../server/hub.ts';
import { type OpenedStore, openStore } from '../../../server/store/open.ts';
import { sequence } from '../../../server/transparency/sequence.ts';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
import { TestEndpoint } from './test-endpoint.ts';

const WAIT = { timeout: 60_000, interval: 100 };

describe('two nodes on one PostgreSQL', () => {
  let postgres: RunningPostgres;
  let stores: OpenedStore[];
  let first: TestEndpoint;
  let second: TestEndpoint;
  beforeAll(async () => {
    postgres = await startPostgres({ fsync: 'off' });
    // Both at once: the tables are made once.
    stores = await Promise.all([1, 2].map(() => openStore({ kind: 'postgres', url: postgres.url })));
    first = await TestEndpoint.create(stores[0]!);
    second = await TestEndpoint.create(stores[1]!, { tenant: first.tenant });
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await postgres.remove();
  });

  it('show on each what the other one took', async () => {
    const heard: HubEvent[] = [];
    const stop = second.deps.hub.subscribe(
      first.tenant,
      (events) => heard.push(...events),
      () => {},
    );
    const device = await first.enrolled();
    await vi.waitFor(async () => {
      // The second node may not listen yet: what is told before is not heard.
      await first.send(device, [await device.decision()]);
      expect(heard.map(({ event }) => event)).toContain('decision');
    }, WAIT);
    stop();
  }, 90_000);

  it('take the same batches at the same time once, and keep one log', async () => {
    const device = await first.enrolled();
    const batches = [await device.several(20), await device.several(20), await device.several(20)];
    const answers = await Promise.all(
      batches.flatMap((records) => [first, second].map((node) => node.send(device, records))),
    );
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(60);
    const signer = await first.deps.signerOf(first.tenant);
    const run = async (store: OpenedStore) => {
      while ((await sequence({ db: store.owner, tenant: first.tenant, signer, now: Date.now })) > 0);
    };
    await Promise.all([...stores, ...stores].map(run));
    const { rows, size } = await stores[0]!.owner.transaction().execute(async (trx) => ({
      rows: await trx.selectFrom('log_runs').selectAll().where('tenant', '=', first.tenant).orderBy('first').execute(),
      size: (await trx.selectFrom('logs').select('size').where('tenant', '=', first.tenant).executeTakeFirstOrThrow())
        .size,
    }));
    let next = 0;
    for (const { first: begins, count } of rows) {
      expect(begins).toBe(next);
      next += count;
    }
    expect(next).toBe(size);
    const logged = rows.filter(({ chain }) => chain === device.chain).reduce((sum, { count }) => sum + count, 0);
    expect(logged).toBe(60);
  }, 90_000);
});
