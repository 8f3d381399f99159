/** What takes seconds to make and is then only read or copied: made once in a run, by the first test file that needs it. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import { MIGRATED } from './run-folder.ts';

/** The folder that `make` has filled, here or in another process of this run. Nobody may write into it. */
async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const run = inject('runFolder');
  const made = join(run, name);
  if (existsSync(made)) return made;
  const draft = mkdtempSync(join(run, `${name}-`));
  await make(draft);
  try {
    renameSync(draft, made);
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(made)) throw error;
    rmSync(draft, { recursive: true });
  }
  return made;
}

/** Fills a folder with an embedded database as `openStore` leaves a new one: a copy takes a tenth of the time. */
export async function copyNewDatabase(folder: string): Promise<void> {
  const made = await madeOnce('database', async (draft) => {
    const store = await openStore({ kind: 'pglite', folder: draft });
    await store.close();
  });
  mkdirSync(folder, { recursive: true });
  execFileSync('cp', ['-a', `${made}/.`, folder]);
}

/** The URL of a new PostgreSQL database as `openStore` leaves one. */
export async function newPostgresDatabase(): Promise<string> {
  const url = inject('postgresUrl');
  const name = `test_${randomUUID()}`;
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`create database "${name}" template ${MIGRATED}`);
  } finally {
    await client.end();
  }
  return url.replace(/postgres$/, name);
}

/** The console as its sources are now. */
export function builtConsole(): Promise<string> {
  return madeOnce('console', async (outDir) => {
    const { build } = await import('vite');
    const configFile = join(import.meta.dirname, '../../server/console/vite.config.ts');
    await build({ configFile, logLevel: 'error', build: { outDir } });
  });
}
