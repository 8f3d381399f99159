/** Counts for the first screen. */
import { type RawBuilder, sql } from 'kysely';
import type { ByPerson } from '../privacy/suppress.ts';
import type { Db } from './schema.ts';

/** Decisions that arrived in the window (both ends included), counted by what reviewers ask first. */
export async function countDecisions(db: Db, tenant: string, { from, to }: { from: number; to: number }) {
  const inWindow = db
    .selectFrom('decisions')
    .where('tenant', '=', tenant)
    .where('received_at', '>=', from)
    .where('received_at', '<=', to);
  const byAction = await inWindow
    .select(({ fn }) => ['action', fn.countAll<number>().as('count')])
    .groupBy('action')
    .execute();
  const byApp = await inWindow
    .select(({ fn }) => ['app', fn.countAll<number>().as('decisions')])
    .groupBy('app')
    .orderBy('decisions', 'desc')
    .orderBy('app')
    .limit(10)
    .execute();
  const byClass = await inWindow
    .innerJoin(sql<{ name: string }>`lateral jsonb_object_keys(classes)`.as<'class'>(sql`class(name)`), (join) =>
      join.onTrue(),
    )
    .select(({ fn }) => [sql<string>`class.name`.as('name'), fn.countAll<number>().as('count')])
    .groupBy(sql`class.name`)
    .execute();
  return {
    byAction: Object.fromEntries(byAction.map(({ action, count }) => [action, count])),
    byClass: Object.fromEntries(byClass.map(({ name, count }) => [name, count])),
    byApp,
  };
}

export interface Window {
  from: number;
  to: number;
}

/** The same by person: each count with whose it is, null where that is not known. */
export async function countDecisionsByPerson(db: Db, tenant: string, { from, to }: Window) {
  const inWindow = sql`from decisions d
    left join subject_devices link on link.tenant = d.tenant and link.device = d.device
      and link.since <= d.received_at and link.until > d.received_at`;
  const where = sql`where d.tenant = ${tenant} and d.received_at between ${from} and ${to}`;
  const byClass = sql`${inWindow}, lateral jsonb_object_keys(d.classes) as class(name)`;
  return {
    byAction: await grouped(db, sql`d.action`, sql`${inWindow} ${where}`),
    byApp: await grouped(db, sql`d.app`, sql`${inWindow} ${where}`),
    byClass: await grouped(db, sql`class.name`, sql`${byClass} ${where}`),
  };
}

/** Open incidents by severity, each with whose device it was. */
export function countOpenIncidentsByPerson(db: Db, tenant: string): Promise<Map<string, ByPerson>> {
  const rest = sql`from incidents i
    left join subject_devices link on link.tenant = i.tenant and link.device = i.device
      and link.since <= i.created_at and link.until > i.created_at
    where i.tenant = ${tenant} and i.status <> 'closed'`;
  return grouped(db, sql`i.severity`, rest);
}

/** Sightings of AI sites by domain, each with whose browser it was. */
export function countDiscoveredByPerson(db: Db, tenant: string, { from, to }: Window): Promise<Map<string, ByPerson>> {
  const rest = sql`from discovered_sites s
    left join subject_devices link on link.tenant = s.tenant and link.device = s.device
      and link.since <= s.received_at and link.until > s.received_at
    where s.tenant = ${tenant} and s.received_at between ${from} and ${to}`;
  return grouped(db, sql`s.domain`, rest);
}

/** People who have a device that was heard from since. */
export async function countActivePeople(db: Db, tenant: string, since: number): Promise<number> {
  const { rows } = await sql<{ people: number }>`select count(distinct link.subject)::int as people
    from devices d join subject_devices link on link.tenant = d.tenant and link.device = d.device
      and link.since <= d.seen_at and link.until > d.seen_at
    where d.tenant = ${tenant} and d.seen_at >= ${since}`.execute(db);
  return rows[0]!.people;
}

async function grouped(db: Db, name: RawBuilder<unknown>, rest: RawBuilder<unknown>): Promise<Map<string, ByPerson>> {
  const { rows } = await sql<{ name: string; person: string | null; count: number }>`
    select ${name} as name, link.subject as person, count(*)::int as count ${rest} group by 1, 2`.execute(db);
  const cells = new Map<string, Map<string | null, number>>();
  for (const { name: key, person, count } of rows) {
    const cell = cells.get(key) ?? new Map<string | null, number>();
    cell.set(person, (cell.get(person) ?? 0) + count);
    cells.set(key, cell);
  }
  return cells;
}
