/** The extension itself in a browser: its background or the whole browser is ended while prompts are sent. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SluiceRecord } from '../../../../lib/records/record.ts';
import { type Driver, type DriverName, launchDriver } from '../../../e2e/drivers/driver.ts';
import { poll } from '../../../e2e/drivers/poll.ts';
import { type FixtureServer, startFixtureServer } from '../../../fixtures/server/server.ts';
import { chatgptConversationBody, chatgptUrl } from '../../../fixtures/sites/chatgpt/bodies.ts';
import { delivered, type OwnRecord } from '../../ask.ts';
import { type Bench, startBench, TENANT, TOKEN } from '../bench.ts';
import { chainFaults, doubledRows, gapsSeen, storedRows } from '../check.ts';
import type { Kind, Run } from '../kind.ts';

/** How long prompts are sent before it is struck, at most. */
const LATEST_MS = 1_000;
const SAVED_WITHIN_MS = 60_000;
const PROMPT = new URL(chatgptUrl.conversation).pathname;

/** Prompts one after the other, without an end. */
const SENDING = `void (async () => {
  for (let number = 0; ; number++) {
    const body = ${JSON.stringify(chatgptConversationBody('Harmless question number NUMBER'))}.replace('NUMBER', number);
    await fetch(${JSON.stringify(chatgptUrl.conversation)}, { method: 'POST', body }).then((answer) => answer.text(), () => 0);
  }
})()`;

interface Setting {
  name: DriverName;
  bench: Bench;
  server: FixtureServer;
  profile: string;
}

const launch = ({ name, bench, server, profile }: Setting): Promise<Driver> =>
  launchDriver(name, {
    hosts: server.hosts,
    trustedKeys: server.trustedKeys,
    managed: { endpoint: bench.endpoint.url, tenant: TENANT, enrolmentToken: TOKEN },
    userDataDir: profile,
  });

type Strike = (driver: Driver, again: () => Promise<Driver>) => Promise<Driver>;

function browserKind(name: DriverName, id: string, title: string, strike: Strike): Kind {
  return {
    id: `${id}-${name}`,
    title,
    async prepare() {
      const bench = await startBench();
      const server = await startFixtureServer();
      const profile = mkdtempSync(join(tmpdir(), 'sluice-crashing-'));
      const setting = { name, bench, server, profile };
      const close = async () => {
        await driver?.close();
        await server.close();
        await bench.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      };
      let driver: Driver | undefined;
      try {
        driver = await launch(setting);
        await delivered(driver);
        await isRemembered(setting, driver.extensionId);
      } catch (error) {
        await close();
        throw error;
      }
      const known = new Map<string, string>();
      let acknowledged = 0;
      let gaps = 0;
      return {
        async run() {
          const page = await driver!.open('https://chatgpt.com/');
          await page.evaluate(SENDING);
          await sleep(Math.random() * LATEST_MS);
          driver = await strike(driver!, () => launch(setting));
          await page.close().catch(() => undefined);
          // What the endpoint had taken by now, it had acknowledged or was about to.
          for (const [hash, body] of await taken(bench)) known.set(hash, body);
          const own = await delivered(driver);
          const run = await check(bench, own, known, server.requests(PROMPT).length);
          for (const [hash, body] of await taken(bench)) known.set(hash, body);
          const fresh = {
            made: known.size - acknowledged,
            acknowledged: known.size - acknowledged,
            gaps: run.gaps - gaps,
          };
          acknowledged = known.size;
          gaps = run.gaps;
          return { ...run, ...fresh };
        },
        close,
      };
    },
  };
}

/**
 * Until Chromium has saved that it has the extension, ten seconds after it was installed. One that is ended before installs
 * it again at every start, as if on its first day, without its managed settings for a while.
 */
async function isRemembered({ name, profile }: Setting, extensionId: string): Promise<void> {
  if (name !== 'chromium') return;
  const preferences = join(profile, 'Default/Preferences');
  await poll('the extension in the saved profile', SAVED_WITHIN_MS, async () => {
    if (!existsSync(preferences)) return null;
    const { extensions } = JSON.parse(readFileSync(preferences, 'utf8')) as { extensions?: { settings?: object } };
    return extensionId in (extensions?.settings ?? {});
  });
}

async function taken({ query }: Bench): Promise<Map<string, string>> {
  const rows = await query<{ hash: string; body: string }>('select hash, body from records');
  return new Map(rows.map(({ hash, body }) => [hash, body]));
}

const opened = (json: string) => JSON.parse(json) as SluiceRecord;

/**
 * @param own What the device holds: one chain, unless the browser gave up its database. Then a chain before it ends where
 *   it was delivered to, and the first record of the new one has to name it.
 * @param known What the endpoint had taken before, by hash.
 * @param arrived Prompts that were let go.
 */
async function check(
  bench: Bench,
  own: readonly OwnRecord[],
  known: ReadonlyMap<string, string>,
  arrived: number,
): Promise<Run> {
  const faults: string[] = [];
  const inDatabase = await taken(bench);
  const all = [...inDatabase.values()].map(opened);
  const { chain } = opened(own[0]!.json);
  const counts = { doubled: 0, gaps: 0, unnamed: 0 };
  for (const each of new Set(all.map((record) => record.chain))) {
    const stored = await storedRows(bench, each);
    faults.push(...(await chainFaults(bench, each, stored)));
    counts.doubled += await doubledRows(bench, each);
    counts.gaps += await gapsSeen(bench, each);
    counts.unnamed += (stored.at(-1)?.seq ?? 0) - stored.length;
    if (each === chain) {
      if (stored.length !== own.length)
        faults.push(`${stored.length} records in the database, ${own.length} on the device`);
      const missing = own.filter(({ seq, json }) => stored[seq - 1]?.body !== json).length;
      if (missing > 0) faults.push(`${missing} records of the device are not in their place in the database`);
    } else {
      counts.gaps += 1;
      if (!all.some((record) => record.kind === 'gap_declared' && record.of === each)) counts.unnamed += 1;
    }
  }
  const onDevice = new Set(own.map(({ json }) => json));
  const forgotten = [...known.values()].filter((body) => opened(body).chain === chain && !onDevice.has(body)).length;
  if (forgotten > 0) faults.push(`${forgotten} records that were sent are no longer on the device`);
  const decided = all.filter((record) => record.kind === 'decision' && record.op === 'prompt.submit').length;
  // What was not delivered when the browser gave up its database is what the declared gap stands for.
  if (decided < arrived && counts.gaps === 0) faults.push(`${arrived - decided} prompts left without a record`);
  const lost = [...known].filter(([hash, body]) => inDatabase.get(hash) !== body).length;
  return { strikes: 1, made: inDatabase.size, acknowledged: inDatabase.size, lost, ...counts, faults };
}

const TITLES: Record<DriverName, string> = { chromium: 'Chromium', firefox: 'Firefox' };
const NAMES: readonly DriverName[] = ['chromium', 'firefox'];

export const workers: readonly Kind[] = NAMES.map((name) =>
  browserKind(
    name,
    'worker',
    `${TITLES[name]}: the extension's background is ended while prompts are sent`,
    async (driver) => {
      await driver.killExtensionWorker();
      return driver;
    },
  ),
);

export const browsers: readonly Kind[] = NAMES.map((name) =>
  browserKind(
    name,
    'browser',
    `${TITLES[name]}: \`kill -9\` to the whole browser while prompts are sent`,
    async (driver, again) => {
      await driver.crash();
      await driver.close();
      return again();
    },
  ),
);
