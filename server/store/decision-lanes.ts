/**
 * Where the decisions that a search is about stand in the indexes: by app and host, or by device. Each of these lanes is in
 * the order of time, so the newest of a few lanes are found by reading the beginning of each, however many rows there are.
 * Searching the rows themselves would read all of them: row-level security lets no index answer a pattern before the
 * tenant was looked at.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './schema.ts';

export interface Lanes {
  places: { app: string; host: string }[];
  devices: string[];
}

/** More than these are most of the rows: then it is quicker to look at the newest rows in turn. */
const MAX_LANES = 200;
/** Fewer characters of an id are no search for a device. */
const MIN_ID_LENGTH = 4;

/**
 * @param q Part of an app's name or of a host, or the beginning of a device's id.
 * @returns Null when there are too many.
 */
export async function lanesOf(
  trx: Db,
  tenant: string,
  { q, app }: { q?: string; app?: string },
): Promise<Lanes | null> {
  const wanted = [
    sql`true`,
    ...(app === undefined ? [] : [sql`app = ${app}`]),
    ...(q === undefined ? [] : [sql`(app ilike ${patternOf(q)} or host ilike ${patternOf(q)})`]),
  ];
  // From each app and host straight to the next one: as many steps as there are of them, not as there are rows.
  const { rows: places } = await sql<Lanes['places'][number]>`
    with recursive place (app, host) as (
      (select app, host from decisions where tenant = ${tenant} order by app, host limit 1)
      union all
      select next.app, next.host from place, lateral (
        select app, host from decisions where tenant = ${tenant} and (app, host) > (place.app, place.host)
        order by app, host limit 1
      ) next
    )
    select app, host from place where ${sql.join(wanted, sql` and `)} limit ${MAX_LANES + 1}`.execute(trx);
  const devices = app === undefined && q !== undefined ? await devicesLike(trx, tenant, q) : [];
  return places.length + devices.length > MAX_LANES ? null : { places, devices };
}

async function devicesLike(trx: Db, tenant: string, q: string): Promise<string[]> {
  const range = idRange(q.toLowerCase());
  if (range === null) return [];
  const rows = await trx
    .selectFrom('devices')
    .select('device')
    .where('tenant', '=', tenant)
    .where('device', '>=', range.first)
    .where('device', '<=', range.last)
    .limit(MAX_LANES + 1)
    .execute();
  return rows.map(({ device }) => device);
}

/** The ids that begin so, null when none can. */
export function idRange(beginning: string): { first: string; last: string } | null {
  const fill = (digit: string) =>
    beginning + '########-####-####-####-############'.replaceAll('#', digit).slice(beginning.length);
  const [first, last] = [fill('0'), fill('f')];
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(first);
  return isId && beginning.length >= MIN_ID_LENGTH ? { first, last } : null;
}

/**
 * Ids of the newest decisions in these lanes, newest first.
 * @param conditions What else holds for a row of `decisions`.
 */
export async function newestInLanes(
  trx: Db,
  tenant: string,
  { places, devices }: Lanes,
  conditions: readonly RawBuilder<unknown>[],
  count: number,
): Promise<string[]> {
  const newest = (lane: RawBuilder<unknown>) => sql`lateral (
    select id, ts from decisions where ${sql.join([sql`tenant = ${tenant}`, lane, ...conditions], sql` and `)}
    order by ts desc, id desc limit ${count}) found`;
  const { rows } = await sql<{ id: string }>`select id from (
      select found.id, found.ts from unnest(${places.map(({ app }) => app)}::text[],
        ${places.map(({ host }) => host)}::text[]) as place(app, host),
        ${newest(sql`decisions.app = place.app and decisions.host = place.host`)}
      union
      select found.id, found.ts from unnest(${devices}::uuid[]) as own(device),
        ${newest(sql`decisions.device = own.device`)}
    ) every_lane order by ts desc, id desc limit ${count}`.execute(trx);
  return rows.map(({ id }) => id);
}

/** For `ilike`: the text anywhere. */
export function patternOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
