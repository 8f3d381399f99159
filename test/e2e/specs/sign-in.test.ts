/** A person signs in on their browser at a real identity provider, and records say so, by pseudonym and never by name. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
import { EndpointProcess } from '../../fakes/endpoint-process.ts';
import { CLIENT_ID, CLIENT_SECRET, IdentityProvider } from '../../fakes/identity-provider.ts';
import { type FixtureServer, startFixtureServer } from '../../fixtures/server/server.ts';
import { startReceivers } from '../../load/planted/receivers.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { Driver, DriverPage } from '../drivers/driver.ts';
import { poll } from '../drivers/poll.ts';
import { launchWatched } from '../watched-driver.ts';

const TENANT = 'people';
const TOKEN = 'enrolment-token-for-people';
const NAME = 'xaviera.quintanilla';
const GROUP = 'group-of-xaviera';
/** As they are, and as bytes are shown. */
const WORDS = new RegExp(
  `xaviera|quintanilla|${Buffer.from(NAME).toString('hex')}|${Buffer.from(GROUP).toString('hex')}`,
  'i',
);
/** All that the extension keeps. Runs in one of its pages. */
const READ_EXTENSION = `(async () => {
  const { storage } = globalThis.browser ?? globalThis.chrome;
  const wait = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const seen = [];
  for (const area of ['local', 'session']) seen.push(JSON.stringify(await storage[area].get(null)));
  for (const { name } of await indexedDB.databases()) {
    const db = await wait(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      seen.push(JSON.stringify(await wait(db.transaction(store).objectStore(store).getAll())));
    }
    db.close();
  }
  return seen.join('\\n');
})()`;

interface Subject {
  ref?: string;
  assurance: string;
}

describe.each(browsersUnderTest())('signing in, in %s', (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-sign-in-'));
  const log = join(folder, 'endpoint.log');
  let postgres: RunningPostgres;
  let database: pg.Client;
  let idp: IdentityProvider;
  let receivers: Awaited<ReturnType<typeof startReceivers>>;
  let endpoint: EndpointProcess;
  let fixtures: FixtureServer;
  let driver: Driver;
  let options: DriverPage;
  let page: DriverPage;

  beforeAll(async () => {
    postgres = await startPostgres();
    const url = await postgres.createDatabase('people');
    database = new pg.Client(url);
    await database.connect();
    receivers = await startReceivers(folder);
    endpoint = await EndpointProcess.start(async (own) => {
      idp = await IdentityProvider.start(`${own}/v1/oidc/callback`);
      idp.person = { sub: 'sub-of-xaviera', preferred_username: NAME, groups: [GROUP] };
      return {
        ...{ DATABASE_URL: url, DATA_DIR: folder, TENANT, ENROLMENT_TOKEN: TOKEN, PUBLIC_URL: own },
        ...{ OIDC_ISSUER: idp.issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: CLIENT_SECRET },
        ...{ OIDC_ROLES: '{"reviewers":["reviewer"]}', ...receivers.env },
      };
    }, log);
    fixtures = await startFixtureServer();
    const managed = { endpoint: endpoint.url, tenant: TENANT, enrolmentToken: TOKEN };
    driver = await launchWatched(browser, fixtures, { managed });
  });
  afterAll(async () => {
    await driver?.close();
    await fixtures?.close();
    await endpoint?.kill();
    await idp?.stop();
    await receivers?.close();
    await database?.end();
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const view = async () => {
    const asked = `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ method: 'identity.view' })`;
    return (await options.evaluate<{ value: { canSignIn: boolean } }>(asked)).value;
  };
  /** Send a prompt. @returns What its record in the database says of the person. */
  const subjectOf = async (prompt: string): Promise<Subject> => {
    await page.type('#prompt-textarea', prompt);
    await page.press('Enter');
    await page.waitFor('[data-message-author-role=assistant]', { text: prompt, timeoutMs: PATIENCE_MS });
    const size = prompt.length;
    return poll(`record of "${prompt}"`, PATIENCE_MS, async () => {
      const { rows } = await database.query(`select body from records where kind = 'decision' order by seq`);
      const found = rows.map(({ body }) => JSON.parse(body)).filter((body) => body.op === 'prompt.submit');
      return (found.find((body) => body.size === size)?.subject as Subject | undefined) ?? null;
    });
  };
  const inDatabase = async () => {
    const { rows } = await database.query(`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`);
    const all: string[] = [];
    for (const { name } of rows) {
      const table = await database.query(`select row_to_json("${name}")::text as row from "${name}"`);
      all.push(...table.rows.map(({ row }) => row as string));
    }
    return all.join('\n');
  };

  it('leads through the opened tab, and marks records until the person signs out', async () => {
    options = await driver.extensionPage('options.html');
    await poll('an offer to sign in', PATIENCE_MS, async () => (await view()).canSignIn);
    await options.evaluate('location.reload()');
    await options.waitFor('#signIn button', { text: 'Sign in', timeoutMs: PATIENCE_MS });
    await options.click('#signIn button');
    await options.waitFor('#signIn .code', { timeoutMs: PATIENCE_MS });
    const tab = await driver.opened(`${endpoint.url}/v1/identity/confirm`);
    await tab.waitFor('p.code', { timeoutMs: PATIENCE_MS });
    expect(await tab.text('p.code')).toBe(await options.text('#signIn .code'));
    await tab.click('button');
    await tab.waitFor('h1', { text: 'You are signed in on this browser', timeoutMs: PATIENCE_MS });
    await options.waitFor('#signIn', { text: `You are signed in as ${NAME}.`, timeoutMs: PATIENCE_MS });
    const popup = await driver.extensionPage('popup.html');
    await popup.waitFor('.sign-in', { text: `You are signed in as ${NAME}.`, timeoutMs: PATIENCE_MS });
    await popup.close();

    page = await driver.open('https://chatgpt.com/');
    const signedIn = await subjectOf('A harmless question by somebody');
    expect(signedIn).toEqual({ assurance: 'oidc', ref: expect.stringMatching(/^[a-z]{5}-[a-z]{5}-[a-z]{5}$/) });
    expect(await tab.text('main')).toContain(signedIn.ref);
    const kept = await options.evaluate<string>(READ_EXTENSION);
    expect(kept).toContain(signedIn.ref);
    expect(kept).not.toMatch(WORDS);

    await options.click('#signIn button');
    await options.waitFor('#signIn', { text: 'You are not signed in.', timeoutMs: PATIENCE_MS });
    await page.goto('https://chatgpt.com/');
    expect(await subjectOf('Another harmless question, by nobody in particular')).toEqual({ assurance: 'device_only' });

    // By pseudonym it is told everywhere, by name nowhere.
    const told = await poll('the record at every receiver', PATIENCE_MS, async () => {
      const given = Object.entries(receivers.given()).map(([name, bytes]) => [name, bytes.toString()] as const);
      return given.every(([, text]) => text.includes(signedIn.ref!) && text.includes('device_signed_out')) && given;
    });
    expect(told.filter(([, text]) => WORDS.test(text)).map(([name]) => name)).toEqual([]);
    const stored = await inDatabase();
    expect(stored).toContain(signedIn.ref);
    expect(stored).not.toMatch(WORDS);
    expect(readFileSync(log, 'utf8')).toContain('/v1/identity/confirm');
    expect(readFileSync(log, 'utf8')).not.toMatch(WORDS);
  }, 300_000);
});
