/** What the test files of one run share: a folder (made-once.ts), and a PostgreSQL. Gone when the run ends. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../server/store/open.ts';
import { startPostgres } from '../../tools/postgres/start.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    runFolder: string;
    /** A superuser's URL of a database that no test changes. */
    postgresUrl: string;
  }
}

/** A database as `openStore` leaves a new one, to be copied and never opened. */
export const MIGRATED = 'migrated';

/** Called by Vitest before the first file of a project, and what it returns after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-run-'));
  // The account of the database has to get to its folder.
  chmodSync(folder, 0o755);
  // Each test file has its own connections, some of them for several endpoints at once.
  const postgres = await startPostgres({ fsync: 'off', max_connections: '500' }, folder);
  const store = await openStore({ kind: 'postgres', url: await postgres.createDatabase(MIGRATED) });
  await store.close();
  project.provide('runFolder', folder);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
