/**
 * Fills an endpoint's tables with plausible rows by SQL alone: what a year of a company leaves behind, without the years.
 * The rows have the sizes, the spread over apps, actions and days, and the indexes of real ones; nobody signed them.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../server/store/schema.ts';

const CHUNK = 50_000;
const DAY_MS = 86_400_000;
export const DEVICES = 2_000;
/** One in so many decisions opens an incident. */
const INCIDENT_EVERY = 40;

/** As `decision` and `effect` records come: their bytes are what fills the disk. */
const BODY_BYTES = 1_184;
/** Entries of the log that are of one chain, one after another. */
const RUN = 100;

/**
 * @param rows Records; half of them decisions, half effects.
 * @param now Milliseconds since the epoch: the newest row; the oldest is a year older.
 */
export async function fill(
  db: Kysely<Database>,
  { tenant, rows, now }: { tenant: string; rows: number; now: number },
  progress: (done: number) => void,
): Promise<void> {
  const step = (365 * DAY_MS) / rows;
  const first = now - 365 * DAY_MS;
  const devices = sql`generate_series(0, ${sql.lit(DEVICES - 1)}) i`;
  await sql`insert into chains (tenant, chain, device, contiguous_seq, head, head_epoch, logged_seq, last_seq)
    select ${tenant}, ${uuid('c', sql`i`)}, ${uuid('d', sql`i`)}, ${rows / DEVICES}::bigint, repeat('0', 64), 1,
      ${rows / DEVICES}::bigint, ${rows / DEVICES}::bigint
    from ${devices}`.execute(db);
  await sql`insert into devices (tenant, device, kid, public_key, token_hash, app_version, browser, os, enrolled_at, seen_at)
    select ${tenant}, ${uuid('d', sql`i`)}, ${kid(sql`i`)}, repeat('A', 43), ${tenant} || ' filler ' || i, '1.0.0',
      'Chrome 156', 'linux', ${first}::bigint, ${now}::bigint from ${devices}`.execute(db);
  await sql`insert into subject_devices (tenant, device, subject, since)
    select ${tenant}, ${uuid('d', sql`i`)}, ${uuid('5', sql`i`)}, 0 from ${devices}`.execute(db);
  const series = (start: number) =>
    sql`generate_series(${start}::bigint, ${Math.min(rows, start + CHUNK) - 1}::bigint) i`;
  const ts = sql`(${first}::float8 + i * ${step}::float8)::bigint`;
  // Each on a connection of its own.
  await Promise.all([
    fillTable(db, 'records', rows, (start) => {
      progress(start);
      return sql`insert into records
          (tenant, chain, seq, id, kind, device, epoch, ts, received_at, hash, prev, link, body, kid, sig)
        select ${tenant}, ${uuid('c', sql`i % ${DEVICES}`)}, i / ${DEVICES} + 1, ${uuid('1', sql`i`)},
          case when i / ${DEVICES} % 2 = 0 then 'decision' else 'effect' end, ${uuid('d', sql`i % ${DEVICES}`)}, 1,
          ${ts}, ${ts}, ${hash(sql`i`)}, ${hash(sql`i - ${DEVICES}::bigint`)}, 'linked',
          '{"filler":"' || repeat(md5(i::text), ${BODY_BYTES / 32}) || '"}', ${kid(sql`i % ${DEVICES}`)},
          repeat('A', 54) || md5(i::text)
        from ${series(start)}`;
    }),
    fillTable(
      db,
      'decisions',
      rows,
      (start) => sql`insert into decisions (tenant, id, chain, seq, hash, device, ts, received_at, app, host, channel,
          account_kind, action, would_action, user_choice, mode, reason, rules, decisive, classes, policy_digest,
          policy_version, effect_state, effect_agreement)
        select ${tenant}, ${uuid('1', sql`i`)}, ${uuid('c', sql`i % ${DEVICES}`)}, i / ${DEVICES} + 1,
          ${hash(sql`i`)}, ${uuid('d', sql`i % ${DEVICES}`)}, ${ts}, ${ts},
          ${pick(APPS, sql`hashint8(i)`)}, ${pick(HOSTS, sql`hashint8(i)`)}, 'typed', 'personal',
          ${pick(ACTIONS, sql`hashint8(i + 1)`)}, ${pick(ACTIONS, sql`hashint8(i + 1)`)}, 'none', 'enforce', 'rule',
          '[{"id":"cards","ver":1,"action":"redact","mode":"enforce"}]', 'cards',
          ${pick(CLASSES, sql`hashint8(i + 2)`)}::jsonb, repeat('a', 64), 7, 'as_decided', 'agree'
        from ${series(start)} where i / ${DEVICES} % 2 = 0`,
    ),
    fillTable(
      db,
      'incidents',
      rows,
      (start) => sql`insert into incidents (tenant, id, cause, kind, severity, status, verdict, created_at, updated_at,
          device, chain, seq, decision)
        select ${tenant}, ${uuid('2', sql`i`)}, 'record:' || i, 'blocked', case when i % 3 = 0 then 'high' else 'medium' end,
          case when i < ${Math.round(rows * 0.98)} then 'closed' else 'open' end, 'true_positive', ${ts}, ${ts},
          ${uuid('d', sql`i % ${DEVICES}`)}, ${uuid('c', sql`i % ${DEVICES}`)}, i / ${DEVICES} + 1, ${uuid('1', sql`i`)}
        from ${series(start)} where i / ${DEVICES} % 2 = 0 and i % ${INCIDENT_EVERY} < 2`,
    ),
  ]);
  await fillLog(db, tenant, rows, now);
}

/**
 * Empty a table that nobody uses and fill it in one transaction: with `wal_level` minimal, what a table got since it was
 * emptied is written once. It is quicker to sort many rows once than to find a place for each, so the indexes are made
 * afterwards.
 */
async function fillTable(
  db: Kysely<Database>,
  table: 'records' | 'decisions' | 'incidents',
  rows: number,
  insert: (start: number) => RawBuilder<unknown>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const restore = await dropIndexes(trx, table);
    // Another tenant's rows stay.
    const { rows: some } = await sql`select from ${sql.table(table)} limit 1`.execute(trx);
    if (some.length === 0) await sql`truncate ${sql.table(table)}`.execute(trx);
    for (let start = 0; start < rows; start += CHUNK) await insert(start).execute(trx);
    await restore();
  });
}

/** @returns Makes the indexes again, those of keys and what is unique among them. */
async function dropIndexes(trx: Kysely<Database>, table: string): Promise<() => Promise<void>> {
  const { rows } = await sql<{ make: string; drop: string }>`
    select format('alter table %I add constraint %I %s', ${table}::text, conname, pg_get_constraintdef(oid)) as make,
      format('alter table %I drop constraint %I', ${table}::text, conname) as drop
    from pg_constraint where conrelid = ${table}::text::regclass and contype in ('p', 'u')
    union all
    select indexdef, format('drop index %I', indexname) from pg_indexes
    where schemaname = 'public' and tablename = ${table} and indexname not in (select conname from pg_constraint)`.execute(
    trx,
  );
  for (const { drop } of rows) await sql.raw(drop).execute(trx);
  return async () => {
    for (const { make } of rows) await sql.raw(make).execute(trx);
  };
}

/** A log of as many entries: runs of a hundred, and a tree of hashes that nobody can have computed. */
async function fillLog(db: Kysely<Database>, tenant: string, rows: number, now: number): Promise<void> {
  const perDevice = rows / DEVICES;
  await sql`insert into logs (tenant, size) values (${tenant}, ${rows}::bigint)`.execute(db);
  await sql`insert into log_runs (tenant, first, count, chain, seq)
    select ${tenant}, i, least(${RUN}, ${perDevice} - i / ${RUN} / ${DEVICES} * ${RUN})::bigint, ${uuid('c', sql`i / ${RUN} % ${DEVICES}`)},
      1 + i / ${RUN} / ${DEVICES} * ${RUN}
    from generate_series(0::bigint, ${rows - 1}::bigint, ${RUN}) i`.execute(db);
  for (let level = 0, nodes = rows; nodes > 0; level += 1, nodes = Math.floor(nodes / 256)) {
    await sql`insert into log_tiles (tenant, level, index, hashes)
      select ${tenant}, ${level}, i, decode(repeat(md5(i::text), 2 * least(256, ${nodes} - i * 256)::int), 'hex')
      from generate_series(0::bigint, ${Math.ceil(nodes / 256) - 1}::bigint) i`.execute(db);
  }
  await sql`insert into log_checkpoints (tenant, size, note, made_at)
    values (${tenant}, ${rows}::bigint, 'a note', ${now}::bigint)`.execute(db);
}

/** An id made of a letter and a number: `c0000000-0000-7000-8000-00000000002a`. */
function uuid(letter: string, number: ReturnType<typeof sql>) {
  return sql`(${sql.lit(`${letter}0000000-0000-7000-8000-`)} || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;
}

/** 64 hexadecimal digits that no other number has. */
const hash = (number: ReturnType<typeof sql>) => sql`lpad(to_hex(${number}), 32, '0') || md5((${number})::text)`;
const kid = (number: ReturnType<typeof sql>) => sql`lpad(to_hex((${number})::bigint), 32, '0')`;

/** The same for one number. */
export function uuidOf(letter: string, number: number): string {
  return `${letter}0000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** One of the values, each as often as it stands there. */
function pick(values: readonly string[], by: ReturnType<typeof sql>) {
  return sql`(array[${sql.join(values.map((value) => sql.lit(value)))}])[1 + abs(${by} % ${sql.lit(values.length)})]`;
}

const APPS = [
  'chatgpt',
  'chatgpt',
  'chatgpt',
  'chatgpt',
  'claude',
  'claude',
  'gemini',
  'copilot',
  'm365-copilot',
  'le-chat',
];
const HOSTS = [
  'chatgpt.com',
  'chatgpt.com',
  'chatgpt.com',
  'chatgpt.com',
  'claude.ai',
  'claude.ai',
  'gemini.google.com',
  'github.com',
  'm365.cloud.microsoft',
  'chat.mistral.ai',
];
const ACTIONS = [
  ...Array.from({ length: 90 }, () => 'allow'),
  ...Array.from({ length: 6 }, () => 'redact'),
  'block',
  'warn',
  'warn',
  'justify',
];
const CLASSES = [
  ...Array.from({ length: 15 }, () => '{}'),
  '{"PII":1}',
  '{"PII":2}',
  '{"SECRET":1}',
  '{"PCI":1}',
  '{"SOURCE_CODE":1}',
];
