/**
 * The database as one tenant may use it: every statement runs in a transaction that has put on the role of the endpoint
 * and the tenant's name, so that the database itself shows and takes that tenant's rows alone, whatever the statement
 * says. Used like any other Kysely; a statement outside a transaction gets one of its own.
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
import { APP_ROLE } from './migrations/007-tenancy.ts';
import type { Database, Db } from './schema.ts';

/** @param whole The database without bounds. */
export function tenantDb(whole: Db, tenant: string): Db {
  return new Kysely<Database>({
    dialect: {
      createDriver: () => new TenantDriver(whole, tenant),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}

/** For this transaction only: the connection goes back as it was. */
async function putOn(trx: Transaction<Database>, tenant: string): Promise<void> {
  await sql`select set_config('app.tenant', ${tenant}, true), set_config('role', ${APP_ROLE}, true)`.execute(trx);
}

class TenantDriver implements Driver {
  readonly #whole: Db;
  readonly #tenant: string;

  constructor(whole: Db, tenant: string) {
    this.#whole = whole;
    this.#tenant = tenant;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<TenantConnection> {
    return new TenantConnection(this.#whole, this.#tenant);
  }

  beginTransaction(connection: TenantConnection, settings: TransactionSettings): Promise<void> {
    return connection.begin(settings);
  }

  commitTransaction(connection: TenantConnection): Promise<void> {
    return connection.end('commit');
  }

  rollbackTransaction(connection: TenantConnection): Promise<void> {
    return connection.end('rollback');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class TenantConnection implements DatabaseConnection {
  readonly #whole: Db;
  readonly #tenant: string;
  #trx: ControlledTransaction<Database> | null = null;

  constructor(whole: Db, tenant: string) {
    this.#whole = whole;
    this.#tenant = tenant;
  }

  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    let start = this.#whole.startTransaction();
    if (isolationLevel !== undefined) start = start.setIsolationLevel(isolationLevel);
    if (accessMode !== undefined) start = start.setAccessMode(accessMode);
    const trx = await start.execute();
    try {
      await putOn(trx, this.#tenant);
    } catch (error) {
      await trx.rollback().execute();
      throw error;
    }
    this.#trx = trx;
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const trx = this.#trx;
    this.#trx = null;
    await trx?.[how]().execute();
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#trx !== null) return this.#trx.executeQuery<R>(query as CompiledQuery<R>);
    return this.#whole.transaction().execute(async (trx) => {
      await putOn(trx, this.#tenant);
      return trx.executeQuery<R>(query as CompiledQuery<R>);
    });
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, and nothing here reads rows one by one.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('a tenant reads no streams');
  }
}
