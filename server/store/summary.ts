/** Counts for the first screen. */
import { type RawBuilder, sql } from 'kysely';
import type { ByPerson } from '../privacy/suppress.ts';
import type { Database, Db } from './schema.ts';

/** What is counted is counted by the hour. */
const HOUR_MS = 60 * 60 * 1000;
/** Apps that are told. */
const MOST_APPS = 10;

/** So many hours and what is over of the one in which they begin: full hours have counts that are kept. */
export function windowOf(hours: number, now: number): Window {
  const from = now - hours * HOUR_MS;
  return { from: from - (from % HOUR_MS), to: now };
}

/** Decisions that arrived since the hour in which the window begins, counted by what reviewers ask first. */
export async function countDecisions(db: Db, tenant: string, { from, to }: Window) {
  const { rows } = await sql<{ dimension: Dimension; name: string; count: number }>`
    select dimension, name, sum(count)::bigint as count from decision_counts
    where tenant = ${tenant} and hour >= ${from - (from % HOUR_MS)} and hour <= ${to}
    group by dimension, name having sum(count) > 0`.execute(db);
  const { action = [], app = [], class: classes = [] } = Object.groupBy(rows, ({ dimension }) => dimension);
  const counts = (of: typeof rows) => Object.fromEntries(of.map(({ name, count }) => [name, count]));
  return {
    byAction: counts(action),
    byClass: counts(classes),
    byApp: app
      .map(({ name, count }) => ({ app: name, decisions: count }))
      .sort((a, b) => b.decisions - a.decisions || (a.app < b.app ? -1 : 1))
      .slice(0, MOST_APPS),
  };
}

export interface Window {
  from: number;
  to: number;
}

/** The same by person: each count with whose it is, null where that is not known. The decisions are read, and once. */
export async function countDecisionsByPerson(db: Db, tenant: string, { from, to }: Window) {
  const { rows } = await sql<PersonCount & { dimension: Dimension }>`
    with seen as materialized (
      select link.subject as person, d.action, d.app, d.classes from decisions d
      left join subject_devices link on link.tenant = d.tenant and link.device = d.device
        and link.since <= d.received_at and link.until > d.received_at
      where d.tenant = ${tenant} and d.received_at between ${from} and ${to}
    )
    select 'action' as dimension, action as name, person, count(*)::int as count from seen group by action, person
    union all select 'app', app, person, count(*)::int from seen group by app, person
    union all select 'class', class, person, count(*)::int from seen, jsonb_object_keys(classes) class
      group by class, person`.execute(db);
  const { action = [], app = [], class: classes = [] } = Object.groupBy(rows, ({ dimension }) => dimension);
  return { byAction: cellsOf(action), byApp: cellsOf(app), byClass: cellsOf(classes) };
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

type Dimension = Database['decision_counts']['dimension'];

interface PersonCount {
  name: string;
  person: string | null;
  count: number;
}

async function grouped(db: Db, name: RawBuilder<unknown>, rest: RawBuilder<unknown>): Promise<Map<string, ByPerson>> {
  const { rows } = await sql<PersonCount>`
    select ${name} as name, link.subject as person, count(*)::int as count ${rest} group by 1, 2`.execute(db);
  return cellsOf(rows);
}

function cellsOf(rows: readonly PersonCount[]): Map<string, ByPerson> {
  const cells = new Map<string, Map<string | null, number>>();
  for (const { name, person, count } of rows) {
    const cell = cells.get(name) ?? new Map<string | null, number>();
    cell.set(person, (cell.get(person) ?? 0) + count);
    cells.set(name, cell);
  }
  return cells;
}
