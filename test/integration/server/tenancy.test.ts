import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { APP_ROLE, READER_ROLE } from '../../../server/store/migrations/007-tenancy.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Db } from '../../../server/store/schema.ts';
import { startPostgres } from '../../../tools/postgres/start.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

const TABLES = ['records', 'decisions', 'chains', 'receipts', 'incidents', 'devices', 'audit', 'logs'] as const;

describe.each(DATABASES)('tenants in %s', (kind) => {
  const store = testStore(kind);
  let ours: TestEndpoint;
  let theirs: TestEndpoint;
  beforeAll(async () => {
    ours = await TestEndpoint.create(store());
    theirs = await TestEndpoint.create(store());
    for (const endpoint of [ours, theirs]) {
      const device = await endpoint.enrolled();
      await endpoint.send(device, [await device.decision(), await device.next()]);
    }
  });

  const count = async (db: Db, table: (typeof TABLES)[number]) =>
    (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)).rows[0]!.n;
  /** As a role, with or without a tenant, in a transaction that is taken back. */
  const as = <T>(role: string, tenant: string | null, work: (trx: Db) => Promise<T>) =>
    store()
      .db.transaction()
      .execute(async (trx) => {
        if (tenant !== null) await sql`select set_config('app.tenant', ${tenant}, true)`.execute(trx);
        await sql`select set_config('role', ${role}, true)`.execute(trx);
        return work(trx);
      });
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );

  it('show their own rows to a statement that forgets to ask for them', async () => {
    const all = await count(store().db, 'records');
    expect(all).toBe(4);
    expect(await count(store().of(ours.tenant), 'records')).toBe(2);
    const { rows } = await sql<{ tenant: string }>`select distinct tenant from decisions`.execute(
      store().of(theirs.tenant),
    );
    expect(rows).toEqual([{ tenant: theirs.tenant }]);
  });

  it.each([APP_ROLE, READER_ROLE])('show nothing to %s without a tenant', async (role) => {
    const readable = role === READER_ROLE ? TABLES.filter((table) => table !== 'devices') : TABLES;
    for (const table of readable) expect([table, await as(role, null, (trx) => count(trx, table))]).toEqual([table, 0]);
  });

  it('take no row of another tenant', async () => {
    const insert = store().of(ours.tenant).insertInto('discovered_sites');
    const row = { id: crypto.randomUUID(), device: crypto.randomUUID(), host: 'a.example', domain: 'a.example' };
    const seen = { ...row, times: 1, governed: true, received_at: 1 };
    expect(await codeOf(insert.values({ ...seen, tenant: theirs.tenant }).execute())).toBe('42501');
    expect(await codeOf(insert.values({ ...seen, tenant: ours.tenant }).execute())).toBe('done');
  });

  it('change no row of another tenant', async () => {
    const change = () => sql`update incidents set assignee = 'somebody'`.execute(store().of(ours.tenant));
    await sql`insert into incidents (tenant, id, cause, kind, severity, status, created_at, updated_at, device)
      values (${theirs.tenant}, gen_random_uuid(), 'c', 'gap', 'low', 'open', 1, 1, gen_random_uuid())`.execute(
      store().db,
    );
    await change();
    const row = await theirs.db
      .selectFrom('incidents')
      .select('assignee')
      .where('tenant', '=', theirs.tenant)
      .executeTakeFirstOrThrow();
    expect(row.assignee).toBeNull();
  });

  it.each([
    `update records set body = 'x'`,
    `update records set tenant = 'x'`,
    'delete from records',
    'delete from decisions',
    `update decisions set action = 'allow'`,
    'delete from audit',
    `update audit set actor = 'x'`,
    'update logs set size = 0',
    'delete from log_tiles',
    'delete from log_checkpoints',
    'truncate records',
    'drop table records',
    'alter table records disable row level security',
    'create table mine (a integer)',
    'select * from sessions',
    'select * from server_keys',
  ])('do not let the endpoint, when it works for one: %s', async (statement) => {
    expect(await codeOf(sql.raw(statement).execute(store().of(ours.tenant)))).toBe('42501');
  });

  it('give a reader nothing to write', async () => {
    const write = (trx: Db) => sql`update incidents set assignee = 'reader'`.execute(trx);
    expect(await codeOf(as(READER_ROLE, ours.tenant, write))).toBe('42501');
    expect(await as(READER_ROLE, ours.tenant, (trx) => count(trx, 'records'))).toBe(2);
  });

  it('leave no trace on a connection that was used for one', async () => {
    await Promise.all(Array.from({ length: 12 }, () => count(store().of(ours.tenant), 'records')));
    const { rows } = await sql<{ role: string; tenant: string | null }>`
      select current_user as role, current_setting('app.tenant', true) as tenant`.execute(store().db);
    expect(rows[0]!.role).not.toBe(APP_ROLE);
    expect(rows[0]!.tenant ?? '').toBe('');
    expect(await count(store().db, 'records')).toBe(4);
  });
});

describe('an owner of the tables who is no superuser', () => {
  it('takes records for a tenant, bound to it', async () => {
    const postgres = await startPostgres({ fsync: 'off' });
    try {
      const admin = await openStore({ kind: 'postgres', url: await postgres.createDatabase('other') });
      await sql`create role owner login createrole`.execute(admin.db);
      await sql.raw('drop owned by sluice_app, sluice_reader').execute(admin.db);
      await sql.raw('drop role sluice_app, sluice_reader').execute(admin.db);
      await sql`create database owned owner owner`.execute(admin.db);
      await admin.close();
      const url = `postgres://owner@127.0.0.1:${postgres.port}/owned`;
      const store = await openStore({ kind: 'postgres', url });
      const endpoint = await TestEndpoint.create(store);
      const device = await endpoint.enrolled();
      expect(await endpoint.send(device, await device.several(3))).toMatchObject({ accepted: 3 });
      expect(await store.of('another').selectFrom('records').selectAll().execute()).toEqual([]);
      await store.close();
    } finally {
      await postgres.remove();
    }
  }, 120_000);
});
