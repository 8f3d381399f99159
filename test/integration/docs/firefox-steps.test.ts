// The steps of docs/admin/deploy-firefox.md, with its own JSON blocks: pack, serve, policies.json, check, update.
import { cpSync, existsSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIREFOX_ID } from '../../../lib/platform/manifest.ts';
import { evaluateInBrowser } from '../../../tools/browser/bidi.ts';
import { canMountOver, writeMountedLauncher } from '../../../tools/browser/private-mount.ts';
import { findBrowser } from '../../../tools/browser/programs.ts';
import { jsonOf, page } from './page.ts';
import { type SelfHosting, startSelfHosting } from './self-hosting.ts';

const text = page('admin/deploy-firefox.md');
const PROBE_ID = 'probe@sluice.example';
const BASE_IN_PAGE = 'https://files.example.com/sluice';
const PINNED_UUID = '5c1c0de5-51ce-4f1e-9d0f-51d1ce51d1ce';
const headings = ['3. policies.json', "ESR without Mozilla's signature", '4. Close what an extension cannot'];

/** Without developer tools Firefox takes no driver either. */
const forDriver = { DisableDeveloperTools: false };

/** Firefox takes policies from fixed places only; without a private mount the machine's own would have to be changed. */
const POLICY_DIR = ['/etc/firefox/policies', '/usr/lib/firefox-esr/distribution', '/usr/lib/firefox/distribution']
  .filter(existsSync)
  .map((path) => realpathSync(path))
  .find(canMountOver);

describe.runIf(POLICY_DIR !== undefined)('Firefox, installed as the page says', () => {
  let hosting: SelfHosting;
  let launcher: string;
  let managed: object;

  beforeAll(async () => {
    hosting = await startSelfHosting();
    hosting.pack('1.0.0');
    const blocks = headings.map((heading) => jsonOf(text, heading).policies as object);
    const policies = JSON.parse(
      JSON.stringify(Object.assign({}, ...blocks, forDriver))
        .replaceAll(FIREFOX_ID, PROBE_ID)
        .replaceAll(BASE_IN_PAGE, hosting.baseUrl),
    );
    managed = policies['3rdparty'].Extensions[PROBE_ID];
    const source = join(hosting.dir, 'policies');
    cpSync(POLICY_DIR!, source, { recursive: true });
    writeFileSync(join(source, 'policies.json'), JSON.stringify({ policies }));
    launcher = join(hosting.dir, 'firefox-with-policy');
    writeMountedLauncher(launcher, findBrowser('firefox'), source, POLICY_DIR!);
  });

  afterAll(() => hosting?.close());

  async function session(work: (browser: Browser) => Promise<void>): Promise<void> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: launcher,
      headless: true,
      userDataDir: join(hosting.dir, 'profile'),
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [PROBE_ID]: PINNED_UUID }),
        // The page says https; this server has none.
        'extensions.checkUpdateSecurity': false,
      },
      env: { ...process.env, HOME: mkdtempSync(join(hosting.dir, 'home-')), MOZ_CRASHREPORTER_DISABLE: '1' },
    });
    try {
      await work(browser);
    } finally {
      await browser.close();
    }
  }

  it('is there to stay, in private windows too, and about:policies has no complaint', async () => {
    await session(async (browser) => {
      await evaluateInBrowser(browser, inBrowser(INSTALLED));
      await evaluateInBrowser(browser, inBrowser(NO_POLICY_ERRORS));
    });
  });

  it('gets every managed value', async () => {
    await session(async (browser) => {
      const opened = await browser.newPage();
      opened.goto(`moz-extension://${PINNED_UUID}/page.html`, { waitUntil: [], timeout: 5_000 }).catch(() => undefined);
      // Firefox answers with an error while the page is on its way.
      const shown = () => opened.evaluate(() => document.querySelector('#out')?.textContent ?? '').catch(() => '');
      await expect.poll(shown).toMatch(/^\{/);
      expect(JSON.parse(await shown()).managed).toEqual(managed);
    });
  });

  it('is updated from the update_url of the policy', async () => {
    hosting.pack('1.0.1');
    hosting.requests.length = 0;
    await session((browser) => evaluateInBrowser(browser, inBrowser(UPDATED)));
    expect(hosting.requests).toEqual(['/updates-firefox.json', '/sluice-firefox.xpi']);
  });
});

/** Statements for the browser itself; what they throw fails the test. */
function inBrowser(statements: string): string {
  return `(async () => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const pause = (ms) => new Promise((resolve) => { const t = Cc['@mozilla.org/timer;1'].createInstance(Ci.nsITimer);
      t.initWithCallback(() => { void t; resolve(); }, ms, t.TYPE_ONE_SHOT); });
    const addonNow = () => AddonManager.getAddonByID('${PROBE_ID}');
    ${statements}
  })()`;
}

const INSTALLED = `
  while (!(await addonNow())?.isActive) await pause(100);
  const addon = await addonNow();
  const may = (permission) => Boolean(addon.permissions & permission);
  if (may(AddonManager.PERM_CAN_UNINSTALL) || may(AddonManager.PERM_CAN_DISABLE)) throw new Error('can be removed');
  if (!WebExtensionPolicy.getByID(addon.id).privateBrowsingAllowed) throw new Error('not in private windows');`;

/** The same log that about:policies shows under "Errors". */
const NO_POLICY_ERRORS = `
  if (Services.policies.status !== Services.policies.ACTIVE) throw new Error('policies are not active');
  const log = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const complaints = log.getEvents().filter((event) => /polic/i.test(event.prefix) && /warn|error/.test(event.level));
  if (complaints.length > 0) throw new Error(complaints.map((event) => event.arguments.join(' ')).join('; '));`;

const UPDATED = `
  while (!(await addonNow())?.isActive) await pause(100);
  const install = await new Promise(async (resolve, reject) => (await addonNow()).findUpdates({
    onUpdateAvailable: (_, found) => resolve(found),
    onNoUpdateAvailable: () => reject(new Error('no update was found')),
  }, AddonManager.UPDATE_WHEN_USER_REQUESTED));
  await install.install();
  while ((await addonNow()).version !== '1.0.1') await pause(100);`;
