import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { APP_ROLE, READER_ROLE } from './007-tenancy.ts';
import { acrossTenants, bindTable } from './011-forced-rows.ts';
import { ERASER_ROLE } from './014-erasing.ts';

const HOUR_MS = 3_600_000;

/**
 * How often each action, app and class came in an hour (by arrival). A count is spread over a few rows, so that two
 * transactions that take records at the same moment seldom wait for each other; together they are the count. One of them
 * can be below zero.
 */
const TABLE = `create table decision_counts (
    tenant text not null,
    hour bigint not null,
    dimension text not null check (dimension in ('action', 'app', 'class')),
    name text not null,
    part smallint not null,
    count bigint not null,
    primary key (tenant, hour, dimension, name, part)
  ) with (fillfactor = 70)`;

/** What decisions count for. @param rows Of `decisions`. */
const facts = (
  rows: string,
) => `select tenant, received_at - received_at % ${HOUR_MS} as hour, dimension, name, count(*) as count
    from ${rows} decision, lateral (
      select 'action' as dimension, decision.action as name
      union all select 'app', decision.app
      union all select 'class', class from jsonb_object_keys(decision.classes) class
    ) fact group by 1, 2, 3, 4`;

/** Rows are changed in one order, so that two transactions never wait for each other in a ring. */
const tally = (rows: string, sign: '' | '-') => `insert into decision_counts as held
      (tenant, hour, dimension, name, part, count)
    select tenant, hour, dimension, name, pg_backend_pid() % 4, ${sign}count from (${facts(rows)}) change
    order by tenant, hour, dimension, name
    on conflict (tenant, hour, dimension, name, part) do update set count = held.count + excluded.count`;

/**
 * The database counts, whoever adds decisions or lets them go, in the statement that does it. What is counted of a decision
 * never changes afterwards: nobody may write those columns.
 */
const TRIGGERS = (['insert', 'delete'] as const).flatMap((event) => {
  const [name, rows] = event === 'insert' ? ['count_decisions', 'new'] : ['discount_decisions', 'old'];
  return [
    `create function ${name}() returns trigger language plpgsql as $$ begin
      ${tally('changed', event === 'insert' ? '' : '-')};
      return null;
    end $$`,
    `create trigger ${name} after ${event} on decisions referencing ${rows} table as changed
      for each statement execute function ${name}()`,
  ];
});

const GRANTS = [
  `grant select, insert, update (count) on decision_counts to ${APP_ROLE}, ${ERASER_ROLE}`,
  `grant select on decision_counts to ${READER_ROLE}`,
];

/** Counts for the first screen that are kept, so that nobody has to read the decisions of a month. */
export const counts: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw(TABLE).execute(db);
    await bindTable(db, 'decision_counts');
    await countAgain(db);
    for (const statement of [...TRIGGERS, ...GRANTS]) await sql.raw(statement).execute(db);
  },
};

/** Count all decisions of all tenants anew, as the tables' owner. */
export async function countAgain(db: Kysely<unknown>): Promise<void> {
  await acrossTenants(db, ['decisions', 'decision_counts'], async () => {
    await sql`delete from decision_counts`.execute(db);
    await sql.raw(tally('decisions', '')).execute(db);
  });
}
