/** Counts for the first screen. */
import { sql } from 'kysely';
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
