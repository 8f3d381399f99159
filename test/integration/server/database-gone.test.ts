import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiError } from '../../../lib/sync/api.ts';
import { readConfig } from '../../../server/config.ts';
import { type RunningEndpoint, startEndpoint } from '../../../server/start.ts';
import { openStore } from '../../../server/store/open.ts';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
import { batch, SignedDevice, type SignedRecord } from './signed-device.ts';
import { openTestStore, TestEndpoint } from './test-endpoint.ts';

const TOKEN = 'an enrolment token';

describe('an endpoint whose database goes away', () => {
  let postgres: RunningPostgres;
  let endpoint: RunningEndpoint;
  let device: SignedDevice;
  const logged: string[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    const env = { DATABASE_URL: postgres.url, PORT: '0', ENROLMENT_TOKEN: TOKEN, ADMIN_PASSWORD: 'correct horse' };
    const read = readConfig(env);
    if (!read.ok) throw new Error(read.errors.join());
    endpoint = await startEndpoint(read.config, (level, code, fields) =>
      logged.push(JSON.stringify({ level, code, ...fields })),
    );
  });
  afterAll(async () => {
    await endpoint.close();
    await postgres.remove();
  });
  beforeEach(async () => {
    device = await SignedDevice.create('default');
    const answer = await fetch(`${endpoint.url}/v1/enrol`, {
      method: 'POST',
      body: JSON.stringify(device.enrolRequest(TOKEN)),
    });
    device.token = (await answer.json()).deviceToken;
  });

  const send = (records: SignedRecord[]) =>
    fetch(`${endpoint.url}/v1/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${device.token}` },
      body: batch(records),
    });

  it('says so, takes nothing, and takes everything once it is back', async () => {
    const records = await device.several(6);
    expect((await send(records.slice(0, 3))).status).toBe(200);
    await postgres.stop();
    for (const answer of [
      await send(records.slice(3)),
      await fetch(`${endpoint.url}/v1/health`),
      await fetch(`${endpoint.url}/v1/policy`, { headers: { authorization: `Bearer ${device.token}` } }),
      await fetch(`${endpoint.url}/v1/enrol`, { method: 'POST', body: JSON.stringify(device.enrolRequest(TOKEN)) }),
    ]) {
      expect([answer.url, answer.status]).toEqual([answer.url, 503]);
      expect(apiError.parse(await answer.json()).error.code).toBe('database_unavailable');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await postgres.start();
    expect((await fetch(`${endpoint.url}/v1/health`)).status).toBe(200);
    const answer = await (await send(records)).json();
    expect(answer).toMatchObject({ accepted: 3, duplicates: 3, receipt: { body: { seq: 6 } } });
    expect(logged.join()).not.toContain(device.token);
  });

  it('loses nothing that was acknowledged when the database stops again and again under load', async () => {
    let acknowledged = 0;
    let isOver = false;
    const made: SignedRecord[] = [];
    const sender = (async () => {
      while (!isOver || acknowledged < made.length) {
        if (acknowledged === made.length) made.push(...(await device.several(5)));
        const answer = await send(made.slice(acknowledged));
        if (answer.status === 200) acknowledged = (await answer.json()).receipt.body.seq;
        // Beside the status stands which error was not known for what it is.
        else
          expect([answer.status, logged.findLast((entry) => entry.includes('request_failed'))]).toEqual([
            503,
            expect.anything(),
          ]);
      }
    })();
    for (let round = 0; round < 5; round++) {
      await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 120));
      await postgres.stop();
      await postgres.start();
    }
    isOver = true;
    await sender;
    const store = await openStore({ kind: 'postgres', url: postgres.url });
    const rows = await store.owner
      .selectFrom('records')
      .select('hash')
      .where('chain', '=', device.chain)
      .orderBy('seq')
      .execute();
    const incidents = await store.owner.selectFrom('incidents').selectAll().where('chain', '=', device.chain).execute();
    await store.close();
    expect(made.length).toBeGreaterThan(5);
    expect(rows.map(({ hash }) => hash)).toEqual(made.map(({ hash }) => hash));
    expect(incidents).toEqual([]);
  });

  it('gives back connections that are lost before the end of what they were for', async () => {
    const store = await openStore({ kind: 'postgres', url: postgres.url });
    const count = () => store.of('default').selectFrom('records').select('seq').execute();
    const known = await count();
    const lose = () =>
      store
        .of('default')
        .transaction()
        .execute(async (trx) => {
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
          await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(store.owner);
        });
    // More often than there are connections.
    for (let time = 0; time < 12; time += 1) await expect(lose()).rejects.toThrow();
    expect(await count()).toEqual(known);
    await store.close();
  });

  it('says so as well when the embedded one is closed', async () => {
    const { store, remove } = await openTestStore('PGlite');
    const embedded = await TestEndpoint.create(store);
    const own = await embedded.enrolled();
    await remove();
    for (const answer of [
      await embedded.request('GET', '/v1/health'),
      await embedded.post(own, batch([await own.next()])),
    ]) {
      expect(answer.status).toBe(503);
      expect((await answer.json()).error.code).toBe('database_unavailable');
    }
  });

  it('does not start when there is no database, and says why', async () => {
    const read = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PORT: '0' });
    if (!read.ok) throw new Error(read.errors.join());
    await expect(startEndpoint(read.config, () => {})).rejects.toThrow('ECONNREFUSED');
  });
});
