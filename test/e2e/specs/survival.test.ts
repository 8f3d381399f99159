/**
 * Kills in the middle of work: the endpoint between receive and commit, the background between decision and delivery.
 * Afterwards every record has to be in the database exactly once, and the chain has to verify.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../lib/records/chain.ts';
import { createDeviceKey, sign } from '../../../lib/records/sign.ts';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
import { EndpointProcess } from '../../fakes/endpoint-process.ts';
import { type FixtureServer, startFixtureServer } from '../../fixtures/server/server.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { Driver, DriverPage } from '../drivers/driver.ts';
import { poll } from '../drivers/poll.ts';
import { launchWatched } from '../watched-driver.ts';

const ROUNDS = 8;
const TENANT = 'survivors';
const TOKEN = 'enrolment-token-for-survivors';
const PATIENT = { timeout: 60_000, interval: 500 };
const DELIVERED = { timeout: 120_000, interval: 0 };
const BETWEEN_NUDGES_MS = 10_000;

interface OwnRecord {
  seq: number;
  json: string;
  state: string;
}

describe.each(browsersUnderTest())('records of %s', (browser) => {
  let postgres: RunningPostgres;
  let database: pg.Client;
  let endpoint: EndpointProcess;
  let fixtures: FixtureServer;
  let driver: Driver;
  let options: DriverPage;

  beforeAll(async () => {
    postgres = await startPostgres();
    const url = await postgres.createDatabase('survival');
    database = new pg.Client(url);
    await database.connect();
    endpoint = await EndpointProcess.start({ DATABASE_URL: url, TENANT, ENROLMENT_TOKEN: TOKEN });
    fixtures = await startFixtureServer();
    const managed = { endpoint: endpoint.url, tenant: TENANT, enrolmentToken: TOKEN };
    driver = await launchWatched(browser, fixtures, { managed });
  });
  afterAll(async () => {
    await driver?.close();
    await fixtures?.close();
    await endpoint?.kill();
    await database?.end();
    await postgres?.remove();
  });

  const ask = <T>(message: object) =>
    options.evaluate<{ ok: boolean; value: T }>(
      `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${JSON.stringify(message)})`,
    );
  async function ownRecords(): Promise<OwnRecord[]> {
    const answer = await ask<{ records: OwnRecord[] }>({ method: 'records.list', offset: 0, limit: 200 });
    return answer.value.records.sort((a, b) => a.seq - b.seq);
  }

  it('are all in the database exactly once after kills on both sides, in one verifiable chain', async () => {
    options = await driver.extensionPage('options.html');
    const page = await driver.open('https://chatgpt.com/');
    // Until it has enrolled and holds a policy, it sends nothing.
    const policy = async () => (await ask<{ policy: object | null }>({ method: 'popup.state' })).value.policy;
    await expect.poll(policy, PATIENT).not.toBeNull();
    let sent = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const prompt = `Harmless question number ${round}`;
      await page.type('#prompt-textarea', prompt);
      await page.press('Enter');
      await page.waitFor('[data-message-author-role=assistant]', { text: prompt, timeoutMs: 60_000 });
      sent += 1;
      // Somewhere between nothing received and everything committed.
      await sleep(Math.random() * 120);
      if (round % 2 === 0) await endpoint.kill();
      if (round % 3 !== 2) await driver.killExtensionWorker();
      if (round % 2 === 0) await endpoint.restart();
    }
    const isDelivered = async () => {
      await ask({ method: 'popup.state' });
      const records = await ownRecords();
      return records.length > 0 && records.every(({ state }) => state === 'shipped');
    };
    await expect.poll(() => nudge(page, isDelivered), DELIVERED).toBe(true);

    const own = await ownRecords();
    const { rows } = await database.query('select seq::int, body, kid, sig, device from records order by chain, seq');
    expect(rows.map(({ seq }) => seq)).toEqual(own.map(({ seq }) => seq));
    expect(rows.map(({ body }) => body)).toEqual(own.map(({ json }) => json));
    const prompts = rows.filter(({ body }) => JSON.parse(body).op === 'prompt.submit');
    expect(prompts.length).toBeGreaterThanOrEqual(sent);
    const { rows: devices } = await database.query('select device, public_key from devices');
    const lines = rows.map(({ body, kid, sig }) => ({ record: body, alg: 'Ed25519' as const, kid, sig }));
    const keyOf = (device: string) => devices.find((each) => each.device === device)?.public_key ?? null;
    expect((await verifyChain(lines, keyOf)).faults).toEqual([]);
    const { rows: refused } = await database.query('select code from dead_letters');
    expect(refused).toEqual([]);
  }, 240_000);

  it('[B25] with the token that lies in the browser nobody forges a record: what counts is the key, which never leaves it', async () => {
    const token = await options.evaluate<string>(`(async () => {
      const wait = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
      const db = await wait(indexedDB.open('sluice'));
      const rows = await wait(db.transaction('meta').objectStore('meta').getAll());
      db.close();
      return JSON.stringify(rows).match(/"deviceToken":"([^"]+)"/)[1];
    })()`);
    const { rows } = await database.query('select body, kid, sig from records order by chain, seq desc limit 1');
    const [{ body, kid, sig }] = rows;
    const own = await createDeviceKey();
    const next = { ...JSON.parse(body), seq: JSON.parse(body).seq + 1 };
    const forged = JSON.stringify(next);
    const bytes = new TextEncoder().encode(forged);
    const post = async (line: object) => {
      const response = await fetch(`${endpoint.url}/v1/records`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
        body: `${JSON.stringify({ alg: 'Ed25519', ...line })}\n`,
      });
      return (await response.json()) as { accepted: number; duplicates: number; rejected: { code: string }[] };
    };
    // The token does let the browser's own record in, again.
    expect(await post({ record: body, kid, sig })).toMatchObject({ accepted: 0, duplicates: 1, rejected: [] });
    const signature = await sign(own.privateKey, bytes);
    for (const [line, code] of [
      [{ record: forged, kid, sig }, 'bad_signature'],
      [{ record: forged, kid, sig: signature }, 'bad_signature'],
      [{ record: forged, kid: own.kid, sig: signature }, 'unknown_key'],
    ] as const) {
      expect(await post(line)).toMatchObject({ accepted: 0, rejected: [{ code }] });
    }
    expect((await database.query('select 1 from records where body = $1', [forged])).rows).toEqual([]);
    const { rows: letters } = await database.query('select code from dead_letters order by code');
    expect(new Set(letters.map(({ code }) => code))).toEqual(new Set(['bad_signature', 'unknown_key']));
  });

  it('that went with the database are told of: the next chain begins with the one whose end is gone', async () => {
    const [before] = (await database.query<{ chain: string }>('select chain from records limit 1')).rows;
    await driver.killExtensionWorker();
    await options.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('sluice');
      request.onsuccess = () => resolve(true);
      request.onerror = () => reject(new Error('not deleted'));
    })`);
    await driver.killExtensionWorker();
    await expect.poll(ownRecords, PATIENT).not.toEqual([]);
    const [first] = await ownRecords();
    expect(JSON.parse(first!.json)).toMatchObject({ kind: 'gap_declared', seq: 1, reason: 'wiped', of: before!.chain });
    const told = () => database.query("select 1 from incidents where kind = 'records_lost'").then(({ rows }) => rows);
    await expect.poll(told, PATIENT).toHaveLength(1);
  }, 180_000);

  /**
   * A new prompt makes the background try again at once instead of at its next alarm. It adds a record of its own, so the next
   * one waits until there was time for that to arrive.
   */
  async function nudge(page: DriverPage, isDone: () => Promise<boolean>): Promise<boolean> {
    // A background that is just gone does not answer.
    const done = await poll('delivery', BETWEEN_NUDGES_MS, () => isDone().catch(() => false)).catch(() => false);
    if (!done) {
      await page.type('#prompt-textarea', 'One more thing');
      await page.press('Enter');
    }
    return done;
  }
});
