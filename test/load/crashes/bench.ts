/** The endpoint as a process of its own on a PostgreSQL of its own, and what stands in its database. */
import pg from 'pg';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
import { EndpointProcess } from '../../fakes/endpoint-process.ts';

export const TENANT = 'crashes';
export const TOKEN = 'enrolment-token-for-the-crashes';

export interface Bench {
  postgres: RunningPostgres;
  endpoint: EndpointProcess;
  query<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export interface BenchOptions {
  /** Settings of the endpoint, besides those that it needs. */
  env?: Record<string, string>;
  postgres?: RunningPostgres;
}

export async function startBench({ env = {}, postgres: given }: BenchOptions = {}): Promise<Bench> {
  const postgres = given ?? (await startPostgres());
  const endpoint = await EndpointProcess.start({
    DATABASE_URL: postgres.url,
    TENANT,
    ENROLMENT_TOKEN: TOKEN,
    ADMIN_PASSWORD: 'correct horse battery',
    ...env,
  });
  return {
    postgres,
    endpoint,
    async query(sql, values = []) {
      // A connection for each question: what is between them may end all of them.
      const client = new pg.Client(postgres.url);
      client.on('error', () => {});
      await client.connect();
      try {
        return (await client.query(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
    async close() {
      await endpoint.kill();
      await postgres.remove();
    },
  };
}
