/** Many rows in one statement with one parameter a column, however many rows there are: the statement stays the same. */
import { sql } from 'kysely';
import type { Database, Db } from './schema.ts';

/** A column and its type in SQL. */
export type ColumnTypes<Row> = { readonly [K in keyof Row & string]-?: string };

/** Columns of `rows` as parameters, for `from unnest(...)`. */
export function columnsOf<Row extends object>(types: ColumnTypes<Row>, rows: readonly Row[]) {
  const names = Object.keys(types) as (keyof Row & string)[];
  return {
    names: sql.join(names.map((name) => sql.ref(name))),
    arrays: sql.join(names.map((name) => sql`${rows.map((row) => row[name])}::${sql.raw(types[name])}[]`)),
  };
}

/** Insert all of them, or reject and insert none. JSON columns are given as text. */
export async function insertRows<Row extends object>(
  trx: Db,
  table: keyof Database,
  types: ColumnTypes<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { names, arrays } = columnsOf(types, rows);
  await sql`insert into ${sql.table(table)} (${names}) select * from unnest(${arrays})`.execute(trx);
}
