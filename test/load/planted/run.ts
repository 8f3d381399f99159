/** A whole run: secrets into one browser, and then a look at every byte that was stored anywhere because of it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../../tools/postgres/start.ts';
import { type DriverName, launchDriver } from '../../e2e/drivers/driver.ts';
import { poll } from '../../e2e/drivers/poll.ts';
import { EndpointProcess } from '../../fakes/endpoint-process.ts';
import { startFixtureServer } from '../../fixtures/server/server.ts';
import { asAdmin, dataFolder, delivered } from '../ask.ts';
import { createRandom } from '../mutate-batch.ts';
import { plant, type Taken } from './drive.ts';
import { excuse } from './excused.ts';
import { bytesPlace, createLook, folderPlace, type Place, type Seen } from './look.ts';
import { startReceivers } from './receivers.ts';
import { makeSecrets } from './secrets.ts';

const TOKEN = 'enrolment-token-for-the-planted';
const PASSWORD = 'correct horse battery';
const CLIPBOARD = 'data:text/html';
const FORWARDED_WITHIN_MS = 120_000;

export interface PlantedOptions {
  browser: DriverName;
  secrets: number;
  /** So many in one prompt. */
  perPrompt: number;
  seed: number;
  /** Start the browser again half-way: its databases are packed then. */
  restarts: boolean;
}

export interface PlantedReport extends PlantedOptions {
  /** Ways, answers and outcomes, and how often each was taken. */
  taken: Taken;
  records: number;
  places: Seen[];
  /** Places in which not even the canary was found. */
  blind: string[];
  leaks: string[];
}

export async function plantAndLook(options: PlantedOptions): Promise<PlantedReport> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-planted-'));
  const open: (() => Promise<unknown> | undefined)[] = [];
  try {
    return await run(options, folder, (close) => open.push(close));
  } finally {
    for (const close of open.reverse()) await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function run(
  options: PlantedOptions,
  folder: string,
  onClose: (close: () => Promise<unknown> | undefined) => void,
): Promise<PlantedReport> {
  const { browser } = options;
  const [profile, files, log] = ['profile', 'files', 'endpoint.log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const each of [profile, files]) mkdirSync(each);
  const random = createRandom(options.seed);
  const secrets = makeSecrets(options.secrets, random);
  // The tenant's name, or the id of a record, rightly stands in every place of ours: who finds neither there looks at nothing.
  const tenant = `canary-${Math.floor(random() * 2 ** 40).toString(36)}-tenant`;

  const postgres = await startPostgres({ fsync: 'off' });
  onClose(() => postgres.remove());
  const receivers = await startReceivers(folder);
  onClose(() => receivers.close());
  const settings = { DATABASE_URL: postgres.url, TENANT: tenant, ENROLMENT_TOKEN: TOKEN, ADMIN_PASSWORD: PASSWORD };
  const endpoint = await EndpointProcess.start({ ...settings, ...receivers.env }, log);
  onClose(() => endpoint.kill());
  const server = await startFixtureServer();
  onClose(() => server.close());
  const launch = () =>
    launchDriver(browser, {
      hosts: server.hosts,
      trustedKeys: server.trustedKeys,
      managed: { endpoint: endpoint.url, tenant, enrolmentToken: TOKEN },
      userDataDir: profile,
    });
  let driver = await launch();
  onClose(() => driver.close());

  const taken: Taken = {};
  const { perPrompt } = options;
  const groups = Array.from({ length: Math.ceil(secrets.length / perPrompt) }, (_, index) =>
    secrets.slice(index * perPrompt, (index + 1) * perPrompt),
  );
  const said: string[] = [];
  /** By group. */
  const ways: string[] = [];
  for (const [index, group] of groups.entries()) {
    if (options.restarts && index === Math.floor(groups.length / 2)) {
      said.push(await driver.consoleText());
      await driver.close();
      driver = await launch();
    }
    ways.push(await plant({ driver, server, folder: files }, group, index, taken));
  }
  const own = await delivered(driver);
  said.push(await consoleWith(driver, tenant));
  // A browser writes much when it ends.
  await driver.close();

  await poll('what connectors deliver', FORWARDED_WITHIN_MS, async () =>
    Object.values(receivers.given()).every((given) => given.includes(tenant)),
  );
  const get = await asAdmin(endpoint.url, tenant, PASSWORD);
  const pack = join(folder, 'pack');
  mkdirSync(pack);
  writeFileSync(join(pack, 'evidence.zip'), await get('/v1/evidence'));
  const decisions = await get('/v1/decisions?limit=100');
  const dump = execFileSync('pg_dump', ['--inserts', postgres.url], { maxBuffer: 2 ** 30 });
  const data = await dataFolder(postgres.url);
  await endpoint.kill();
  // All of it lies on its disk then.
  await postgres.stop();

  const places: Place[] = [
    folderPlace('browser profile', profile, (file, secret, bytes) =>
      excuse(browser, file, ways[Math.floor(secret / perPrompt)]!, bytes),
    ),
    bytesPlace('records as their owner is shown them', Buffer.from(own.map(({ json }) => json).join('\n'))),
    bytesPlace('database, dumped', dump),
    folderPlace('database, its files', data),
    folderPlace('log of the endpoint', folder, undefined, /^endpoint\.log$/),
    ...Object.entries(receivers.given()).map(([name, given]) => bytesPlace(`what ${name} was given`, given)),
    folderPlace('evidence pack', pack),
    bytesPlace('decisions as reviewers get them', decisions),
    bytesPlace('consoles of the browser', Buffer.from(withoutClipboard(said.join('\n')))),
  ];
  const seen = places.map(createLook(secrets, [tenant, ...own.map(({ json }) => JSON.parse(json).id)]));
  return {
    ...options,
    taken,
    records: own.length,
    places: seen,
    blind: seen.filter(({ canaries }) => canaries.length === 0).map(({ place }) => place),
    leaks: seen.flatMap(({ place, leaks }) => leaks.map((leak) => `${place}: ${leak}`)),
  };
}

/** Firefox complains about the page that the driver copies a text out of, and names its address, which is the text. */
function withoutClipboard(said: string): string {
  return said
    .split('\n')
    .filter((line) => !line.includes(CLIPBOARD))
    .join('\n');
}

/** All that was said on consoles, once it holds what a page says now. */
async function consoleWith(driver: Awaited<ReturnType<typeof launchDriver>>, words: string): Promise<string> {
  const page = await driver.open('https://chatgpt.com/');
  await page.evaluate(`console.log(${JSON.stringify(words)})`);
  return poll('what a page says', FORWARDED_WITHIN_MS, async () => {
    const text = await driver.consoleText();
    return text.includes(words) && text;
  });
}
