import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sequenceAll } from '../../../server/jobs/sequencer.ts';
import { APP_ROLE, READER_ROLE } from '../../../server/store/migrations/007-tenancy.ts';
import { BOUND_ROLES, DIRECTORY_ROLE } from '../../../server/store/migrations/011-forced-rows.ts';
import { ERASER_ROLE } from '../../../server/store/migrations/014-erasing.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Db } from '../../../server/store/schema.ts';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
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
      .owner.transaction()
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
    const all = await count(store().owner, 'records');
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
      store().owner,
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
      select current_user as role, current_setting('app.tenant', true) as tenant`.execute(store().owner);
    expect(rows[0]!.role).not.toBe(APP_ROLE);
    expect(rows[0]!.tenant ?? '').toBe('');
    expect(await count(store().owner, 'records')).toBe(4);
  });

  it('are kept apart in every table, even from its owner', async () => {
    const { rows } = await sql<{ name: string; tenant: boolean; enabled: boolean; forced: boolean; bound: boolean }>`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant') as tenant,
        exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant' and p.polcmd = '*'
          and p.polroles = '{0}' and pg_get_expr(p.polqual, p.polrelid) like '%tenant = current_setting(''app.tenant''%'
          and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid)) as bound
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(store().owner);
    const wrong = rows
      .filter(({ name }) => !name.startsWith('kysely_migration'))
      .filter(({ tenant, enabled, forced, bound }) => !(tenant && enabled && forced && bound))
      .map(({ name }) => name);
    // A new table has a column `tenant` and is given to `bindTable` of 011-forced-rows.ts by its migration, which also
    // grants what is needed of it to the roles that use it, and to no other.
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(25);
  });

  it('have one way across, which leads to their names', async () => {
    const { rows: policies } = await sql<{ line: string }>`
      select tablename || ' ' || cmd || ' to ' || array_to_string(roles, ',') as line from pg_policies
      where policyname <> 'tenant' order by 1`.execute(store().owner);
    expect(policies.map(({ line }) => line)).toEqual(
      [
        ...['audit', 'chains', 'device_sign_ins', 'devices', 'log_checkpoints', 'logs', 'proposals'],
        ...['retention_profiles', 'sessions'],
      ].map((table) => `${table} SELECT to ${DIRECTORY_ROLE}`),
    );
    const { rows: grants } = await sql<{ line: string }>`
      select table_name || ' ' || privilege_type || ' ' || string_agg(column_name, ', ' order by column_name) as line
      from information_schema.column_privileges where grantee = ${DIRECTORY_ROLE}
      group by table_name, privilege_type order by 1`.execute(store().owner);
    expect(grants.map(({ line }) => line)).toEqual([
      'audit SELECT is_logged, tenant',
      'chains SELECT contiguous_seq, logged_seq, tenant',
      'device_sign_ins SELECT link, tenant',
      'devices SELECT tenant, token_hash',
      'log_checkpoints SELECT made_at, size, tenant',
      'logs SELECT tenant',
      'proposals SELECT state, tenant',
      'retention_profiles SELECT tenant',
      'sessions SELECT tenant, token_hash',
    ]);
    expect(await codeOf(sql`select body from records`.execute(store().directory))).toBe('42501');
    expect(await codeOf(sql`select password_hash from reviewers`.execute(store().directory))).toBe('42501');
  });

  it.each([...BOUND_ROLES, ERASER_ROLE, READER_ROLE])(
    'show nothing of what %s may read, unless one is named',
    async (role) => {
      const { rows: tables } = await sql<{ name: string }>`select distinct table_name as name
      from information_schema.table_privileges where grantee = ${role} and privilege_type = 'SELECT'`.execute(
        store().owner,
      );
      const seen = (tenant: string | null) =>
        as(role, tenant, async (trx) => {
          const counts: Record<string, number> = {};
          for (const { name } of tables) counts[name] = await count(trx, name as (typeof TABLES)[number]);
          return counts;
        });
      expect(Object.values(await seen(null)).filter((rows) => rows > 0)).toEqual([]);
      expect(Object.values(await seen('')).filter((rows) => rows > 0)).toEqual([]);
      // The control: there is something to see.
      const [own] = [await seen(ours.tenant)];
      expect(role === 'sluice_feed' ? own.records : Math.max(...Object.values(own))).toBeGreaterThan(0);
    },
  );

  it('belong to roles that own nothing, and go around nothing', async () => {
    const { rows } = await sql<{ name: string }>`select rolname as name from pg_roles where rolname like 'sluice_%'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin
        or exists (select from pg_class where relowner = pg_roles.oid))`.execute(store().owner);
    expect(rows).toEqual([]);
  });
});

describe('accounts that are no superuser', () => {
  const ROLES = [
    APP_ROLE,
    READER_ROLE,
    DIRECTORY_ROLE,
    ERASER_ROLE,
    ...BOUND_ROLES.filter((role) => role !== APP_ROLE),
  ].join(', ');
  let postgres: RunningPostgres;
  const url = (account: string, database: string) => `postgres://${account}@127.0.0.1:${postgres.port}/${database}`;
  beforeAll(async () => {
    postgres = await startPostgres({ fsync: 'off' });
    const admin = new pg.Client(postgres.url);
    await admin.connect();
    for (const statement of [
      'create role owner login createrole',
      'create role node login',
      'create database owned owner owner',
      'create database apart owner owner',
    ]) {
      await admin.query(statement);
    }
    await admin.end();
  }, 120_000);
  afterAll(() => postgres.remove());

  it('may own the tables: records are taken, and the owner sees none of them', async () => {
    const store = await openStore({ kind: 'postgres', url: url('owner', 'owned') });
    const endpoint = await TestEndpoint.create(store);
    const device = await endpoint.enrolled();
    expect(await endpoint.send(device, await device.several(3))).toMatchObject({ accepted: 3 });
    const read = (db: Db) => db.selectFrom('records').select('seq').execute();
    expect(await read(store.of(endpoint.tenant))).toHaveLength(3);
    expect(await read(store.of('another'))).toEqual([]);
    expect(await read(store.owner)).toEqual([]);
    await store.close();
  }, 120_000);

  it('need not own them: the tables are made by another account than the one that serves', async () => {
    const target = { kind: 'postgres', url: url('node', 'apart'), ownerUrl: url('owner', 'apart') } as const;
    // The roles are there; the account that serves has to be given them.
    await expect(openStore(target)).rejects.toMatchObject({ code: '42501' });
    const owner = new pg.Client(url('owner', 'apart'));
    await owner.connect();
    await owner.query(`grant ${ROLES} to node`);
    await owner.end();
    const store = await openStore(target);
    const endpoint = await TestEndpoint.create(store);
    await endpoint.signIn();
    const device = await endpoint.enrolled();
    expect(await endpoint.send(device, [await device.decision(), await device.next()])).toMatchObject({ accepted: 2 });
    await sequenceAll(endpoint.deps);
    expect((await endpoint.get('/v1/decisions')).items).toHaveLength(1);
    const altering = sql`alter table records disable row level security`.execute(store.owner);
    await expect(altering).rejects.toMatchObject({ code: '42501' });
    await store.close();
  }, 120_000);
});
