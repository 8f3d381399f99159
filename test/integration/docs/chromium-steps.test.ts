// The steps of docs/admin/deploy-chromium.md, with its own JSON blocks: pack, serve, policy, check, update.
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppliedPolicy, applyPolicy } from '../../../tools/browser/chromium-policy.ts';
import { findBrowser } from '../../../tools/browser/programs.ts';
import { poll } from '../../e2e/drivers/poll.ts';
import { jsonOf, page } from './page.ts';
import { type SelfHosting, startSelfHosting } from './self-hosting.ts';

const text = page('admin/deploy-chromium.md');
const ID_IN_PAGE = 'lnlfhkglkcdlcfcammkhkcaacefhjkkn';
const BASE_IN_PAGE = 'https://files.example.com/sluice';
const closing = jsonOf(text, '4. Close what an extension cannot');
/** What takes longer will not come in this life of the browser. */
const WITHIN_MS = 60_000;
/** A driver needs both of these the other way round. */
const forDriver = { DeveloperToolsAvailability: 1, RemoteDebuggingAllowed: true };

describe('Chromium, installed as the page says', () => {
  let hosting: SelfHosting;
  let applied: AppliedPolicy;
  let id: string;
  let managed: object;

  beforeAll(async () => {
    hosting = await startSelfHosting();
    id = /^chrome: extension id (\w{32})$/m.exec(hosting.pack('1.0.0'))![1]!;
    const install = JSON.parse(
      JSON.stringify(jsonOf(text, '3. Policy')).replaceAll(ID_IN_PAGE, id).replaceAll(BASE_IN_PAGE, hosting.baseUrl),
    );
    managed = install['3rdparty'].extensions[id];
    const updateUrl = install.ExtensionSettings[id].update_url;
    const policies = { ...install, ...closing, ...forDriver };
    applied = applyPolicy(findBrowser('chromium'), hosting.dir, { extensionId: id, updateUrl, managed, policies });
  });

  afterAll(async () => {
    applied?.remove();
    await hosting?.close();
  });

  /** One life of the browser, always with the same profile. */
  async function session<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
    const context = await chromium.launchPersistentContext(`${hosting.dir}/profile`, {
      executablePath: applied.executablePath,
      headless: false,
      args: ['--headless=new', '--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
      ignoreDefaultArgs: [
        '--disable-extensions',
        '--disable-component-extensions-with-background-pages',
        '--disable-background-networking',
      ],
    });
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  }

  /** The extension's own page, as soon as it is installed. */
  async function extensionPage(context: BrowserContext, path: string): Promise<Page> {
    const opened = await context.newPage();
    await poll(path, WITHIN_MS, () => opened.goto(`chrome-extension://${id}/${path}`).catch(() => null));
    return opened;
  }

  /** What the extension itself reads. */
  async function managedValues(context: BrowserContext): Promise<unknown> {
    const opened = await extensionPage(context, 'page.html');
    await opened.locator('#out', { hasText: '{' }).waitFor();
    return JSON.parse((await opened.locator('#out').textContent())!).managed;
  }

  async function version(context: BrowserContext): Promise<string> {
    const opened = await extensionPage(context, 'manifest.json');
    return JSON.parse(await opened.evaluate(() => document.body.textContent ?? '')).version;
  }

  it('gets every managed value, and Chromium knows every policy of the page', async () => {
    await session(async (context) => {
      await extensionPage(context, 'page.html');
      const wanted = ['ExtensionSettings', ...Object.keys(closing), ...Object.keys(managed)];
      const policies = await policyPage(context);
      const first = Object.keys(managed)[0]!;
      await poll('policies', WITHIN_MS, async () => isSet((await policyLines(policies)).get(first)));
      const lines = await policyLines(policies);
      expect(wanted.filter((name) => !isSet(lines.get(name)))).toEqual([]);
      expect(await managedValues(context)).toEqual(managed);
    });
  });

  it('is updated from the update_url of the policy, which `override_update_url` is for', async () => {
    hosting.pack('1.0.1');
    hosting.requests.length = 0;
    await session(async (context) => {
      await version(context);
      await poll('update', WITHIN_MS, async () => hosting.requests.includes('/sluice-chrome.crx'));
      await sleep(1_000);
    });
    await session(async (context) => {
      await poll('updated extension', WITHIN_MS, async () => (await version(context)) === '1.0.1' || sleep(500, false));
    });
  });
});

const isSet = (line: string | undefined) => line?.includes(' Mandatory OK ') === true;

/**
 * chrome://policy, which follows what it shows. It is opened once: as long as a tab is opened every second or so, Chromium
 * 156 may put off reading the values of a new extension (measured: until three seconds after the last tab).
 */
async function policyPage(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage();
  await opened.goto('chrome://policy');
  return opened;
}

/** Lines of chrome://policy by the name of the policy, each with its value, source, level and status. */
async function policyLines(policies: Page): Promise<Map<string, string>> {
  const lines = await policies
    .locator('policy-row')
    .evaluateAll((rows) => rows.map((row) => (row.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim()));
  return new Map(lines.map((line) => [line.split(' ', 1)[0]!, line]));
}
