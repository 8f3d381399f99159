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

/**
 * Insert all of them, or reject and insert none. JSON columns are given as text. Arrays are unfolded as columns of the
 * list, which is done in step; as a table each would be written down first. What is the same in all rows is sent once.
 */
export async function insertRows<Row extends object>(
  trx: Db,
  table: keyof Database,
  types: ColumnTypes<Row>,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(types) as (keyof Row & string)[];
  const many = names.filter((name) => rows.some((row) => row[name] !== first[name]));
  // As many rows as the longest array has: one of them has to be there.
  if (many.length === 0) many.push(names[0]!);
  const values = names.map((name) => {
    const type = sql.raw(types[name]);
    return many.includes(name) ? sql`unnest(${rows.map((row) => row[name])}::${type}[])` : sql`${first[name]}::${type}`;
  });
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)}`.execute(trx);
}
