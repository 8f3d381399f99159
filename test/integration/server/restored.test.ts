// A database set back to an older copy, with PostgreSQL's own programs: what browsers still hold comes back.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ship } from '../../../lib/records/ship.ts';
import { type OpenedStore, openStore } from '../../../server/store/open.ts';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
import { HEARTBEAT } from '../../fakes/fake-device.ts';
import { Browser } from '../../tampers/browser.ts';
import { TestEndpoint } from './test-endpoint.ts';

let postgres: RunningPostgres;
let store: OpenedStore;
const folder = mkdtempSync(join(tmpdir(), 'sluice-backup-'));

beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
  store = await openStore({ kind: 'postgres', url: postgres.url });
});
afterAll(async () => {
  await store?.close();
  await postgres?.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function write(browser: Browser, count: number): Promise<void> {
  for (let index = 0; index < count; index++) await browser.write(HEARTBEAT);
}

const backup = (file: string) => execFileSync('pg_dump', ['--format=custom', `--file=${file}`, postgres.url]);
const restore = (file: string) =>
  execFileSync('pg_restore', ['--clean', '--if-exists', '--single-transaction', `--dbname=${postgres.url}`, file]);

it('every record that was acknowledged after the copy is sent again, and each is there once', async () => {
  const endpoint = await TestEndpoint.create(store);
  const [known, late] = [await Browser.enrolled(endpoint), await Browser.enrolled(endpoint)];
  await write(known, 3);
  await known.ship();
  const file = join(folder, 'copy');
  backup(file);
  await write(known, 700);
  await known.ship();
  await write(late, 5);
  await late.ship();
  const before = await endpoint.records();
  expect(before).toHaveLength(4 + 700 + 6);

  restore(file);
  expect(await endpoint.records()).toHaveLength(4);
  for (const browser of [known, late]) {
    await write(browser, 1);
    expect(await ship(browser.ports)).toMatchObject({ ok: false, code: 'receipt_invalid' });
    browser.device.now += 24 * 60 * 60_000;
    await browser.ship();
  }
  const after = await endpoint.records();
  const places = (rows: typeof after) => rows.map(({ chain, seq, hash }) => `${chain} ${seq} ${hash}`).sort();
  expect(after).toHaveLength(before.length + 2);
  expect(places(after)).toEqual(expect.arrayContaining(places(before)));
  expect(await endpoint.deadLetters()).toEqual([]);
  // The hole was seen, and is closed again.
  const gaps = (await endpoint.incidents()).filter(({ kind }) => kind === 'gap');
  expect(gaps.map(({ status }) => status)).toEqual(['closed', 'closed']);
});
