/** The limit to compare with: the same lines into a table of one column, nothing checked, nothing indexed. */
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { StoreTarget } from '../../../server/store/open.ts';

const CREATE = 'create table lines (line text not null)';
const INSERT = 'insert into lines select unnest($1::text[])';

export interface BareInsert {
  /** Resolves when the database has committed them. */
  insert(lines: string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openBareInsert(target: StoreTarget): Promise<BareInsert> {
  if (target.kind === 'pglite') {
    const database = await PGlite.create(target.folder ?? 'memory://');
    await database.exec(CREATE);
    return {
      insert: async (lines) => void (await database.query(INSERT, [lines])),
      close: () => database.close(),
    };
  }
  const pool = new pg.Pool({ connectionString: target.url });
  // `end` resolves before the last connection is gone; that the database stops meanwhile is nobody's concern.
  pool.on('error', () => {});
  await pool.query(CREATE);
  return {
    insert: async (lines) => void (await pool.query(INSERT, [lines])),
    close: () => pool.end(),
  };
}
