/**
 * The database as one duty for one tenant may use it: every statement runs in a transaction that has put on the duty's
 * role and the tenant's name, so that the database itself shows and takes that tenant's rows alone, whatever the
 * statement says. Used like any other Kysely; a statement outside a transaction gets one of its own.
 */
import {
  type CompiledQuery,
  type ControlledTransaction,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
  type Transaction,
  type TransactionSettings,
} from 'kysely';
import type { Database, Db } from './schema.ts';

/** Who a statement is for the database. */
export interface Bounds {
  role: string;
  /** Empty: nobody's rows. */
  tenant: string;
}

/** @param whole Connections that may put on the role. */
export function boundDb(whole: Db, bounds: Bounds): Db {
  return new Kysely<Database>({
    dialect: {
      createDriver: () => new BoundDriver(whole, bounds),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}

/** For this transaction only: the connection goes back as it was. */
async function putOn(trx: Transaction<Database>, { role, tenant }: Bounds): Promise<void> {
  await sql`select set_config('app.tenant', ${tenant}, true), set_config('role', ${role}, true)`.execute(trx);
}

/** Why it is taken back is what the caller has to know, not that the connection is gone as well. */
async function takeBack(trx: ControlledTransaction<Database>): Promise<void> {
  if (!trx.isRolledBack)
    await trx
      .rollback()
      .execute()
      .catch(() => undefined);
}

class BoundDriver implements Driver {
  readonly #whole: Db;
  readonly #bounds: Bounds;

  constructor(whole: Db, bounds: Bounds) {
    this.#whole = whole;
    this.#bounds = bounds;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<BoundConnection> {
    return new BoundConnection(this.#whole, this.#bounds);
  }

  beginTransaction(connection: BoundConnection, settings: TransactionSettings): Promise<void> {
    return connection.begin(settings);
  }

  commitTransaction(connection: BoundConnection): Promise<void> {
    return connection.end('commit');
  }

  rollbackTransaction(connection: BoundConnection): Promise<void> {
    return connection.end('rollback');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class BoundConnection implements DatabaseConnection {
  readonly #whole: Db;
  readonly #bounds: Bounds;
  #trx: ControlledTransaction<Database> | null = null;

  constructor(whole: Db, bounds: Bounds) {
    this.#whole = whole;
    this.#bounds = bounds;
  }

  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    let start = this.#whole.startTransaction();
    if (isolationLevel !== undefined) start = start.setIsolationLevel(isolationLevel);
    if (accessMode !== undefined) start = start.setAccessMode(accessMode);
    const trx = await start.execute();
    try {
      await putOn(trx, this.#bounds);
    } catch (error) {
      await takeBack(trx);
      throw error;
    }
    this.#trx = trx;
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const trx = this.#trx;
    this.#trx = null;
    try {
      await trx?.[how]().execute();
    } catch (error) {
      // One that could not be committed holds on to its connection until it is taken back.
      if (how === 'commit' && trx !== null) await takeBack(trx);
      throw error;
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#trx !== null) return this.#trx.executeQuery<R>(query as CompiledQuery<R>);
    return this.#whole.transaction().execute(async (trx) => {
      await putOn(trx, this.#bounds);
      return trx.executeQuery<R>(query as CompiledQuery<R>);
    });
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, and nothing here reads rows one by one.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('nobody reads streams here');
  }
}
