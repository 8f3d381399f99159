// Starts Firefox with the extension over WebDriver BiDi. Real host names lead to local servers through a small proxy;
// every other name is refused.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { evaluateInBrowser } from './bidi.ts';
import { type ConnectProxy, startConnectProxy } from './connect-proxy.ts';
import { prepareManaged } from './firefox-managed.ts';
import type { HostMap } from './host-map.ts';
import { findBrowser } from './programs.ts';

export interface LaunchFirefoxOptions {
  /** Unpacked production build; its manifest must carry `browser_specific_settings.gecko.id`. */
  extensionDir: string;
  /** Values of `browser.storage.managed`. Without them the API throws, as it does on an unmanaged machine. */
  managed?: object;
  hosts?: HostMap;
  /** Default true. */
  headless?: boolean;
  /** Kept after close. Default: a fresh one, removed on close. */
  userDataDir?: string;
  /** Browser language, default `en-US`. */
  language?: string;
  /** Further preferences (about:config). */
  prefs?: Record<string, string | number | boolean>;
}

export interface FirefoxRun {
  browser: Browser;
  /** The add-on's id from its manifest. */
  extensionId: string;
  /** `moz-extension://...`, pinned so that its pages have a known address. */
  extensionOrigin: string;
  /** What the browser wanted to reach and was refused. */
  refused: readonly string[];
  /** Opens a page of the extension, e.g. `popup.html`. */
  extensionPage(path: string): Promise<Page>;
  /** Ends the background event page with everything in its memory; the next event starts a new one. */
  killExtensionWorker(): Promise<void>;
  /** Kills the whole browser (SIGKILL). `close` is still needed afterwards. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Firefox gives each add-on a random origin per profile unless this preference names one. */
const PINNED_UUID = '5c1c0de5-51ce-4f1e-9d0f-51d1ce51d1ce';

/** Of a machine that has other things to do as well. */
const START_LIMIT_MS = 90_000;

/** Resolves once the add-on is installed and started. */
export async function launchFirefox(options: LaunchFirefoxOptions): Promise<FirefoxRun> {
  const runDir = mkdtempSync(join(tmpdir(), 'sluice-firefox-'));
  const userDataDir = options.userDataDir ?? join(runDir, 'profile');
  mkdirSync(userDataDir, { recursive: true });
  const addonId = readAddonId(options.extensionDir);
  // Preferences of an earlier run on this profile. Puppeteer would put them aside, and may put them back into this one.
  rmSync(join(userDataDir, 'user.js'), { force: true });
  const proxy = await startConnectProxy(options.hosts ?? {});
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close().catch(() => undefined);
    await proxy.close();
    rmSync(runDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const program = findBrowser('firefox');
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: options.managed ? prepareManaged(program, runDir, runDir, addonId, options.managed) : program,
      headless: options.headless ?? true,
      timeout: START_LIMIT_MS,
      userDataDir,
      acceptInsecureCerts: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: { ...preferences(options, addonId, proxy), ...options.prefs },
      // A home of its own, so that native manifests of this machine's user play no part.
      env: { ...process.env, HOME: runDir, MOZ_CRASHREPORTER_DISABLE: '1' },
      defaultViewport: { width: 1280, height: 800 },
    });
    await browser.installExtension(options.extensionDir);
    return runOf(browser, addonId, proxy, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function runOf(browser: Browser, addonId: string, proxy: ConnectProxy, close: () => Promise<void>): FirefoxRun {
  const extensionOrigin = `moz-extension://${PINNED_UUID}`;
  return {
    browser,
    extensionId: addonId,
    extensionOrigin,
    refused: proxy.refused,
    async extensionPage(path) {
      const page = await browser.newPage();
      // Firefox reports no load events for moz-extension pages, so readiness is asked for instead of awaited.
      page.goto(`${extensionOrigin}/${path}`, { waitUntil: [], timeout: 5_000 }).catch(() => undefined);
      const isThere = (origin: string) => location.href.startsWith(origin) && document.readyState === 'complete';
      const deadline = Date.now() + START_LIMIT_MS;
      // While the page is on its way, Firefox answers with an error.
      while (!(await page.evaluate(isThere, extensionOrigin).catch(() => false))) {
        if (Date.now() > deadline) throw new Error(`Firefox did not open ${path} within ${START_LIMIT_MS} ms`);
        await sleep(100);
      }
      return page;
    },
    killExtensionWorker: () =>
      evaluateInBrowser(
        browser,
        `WebExtensionPolicy.getByID(${JSON.stringify(addonId)}).extension
          .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      ),
    async crash() {
      const child = browser.process();
      if (!child) throw new Error('the browser is not running');
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
    close,
  };
}

function preferences(options: LaunchFirefoxOptions, addonId: string, proxy: ConnectProxy) {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: PINNED_UUID }),
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    // The real hosts are preloaded for HSTS and pinning; the fixtures answer with a certificate of their own.
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
    // Frames are drawn by the processor here, telemetry and sessions are kept for nobody: a fifth of all it does.
    'layout.frame_rate': 10,
    'toolkit.telemetry.enabled': false,
    'telemetry.fog.init_on_shutdown': false,
    'browser.sessionstore.interval': 3_600_000,
    'browser.pagethumbnails.capturing_disabled': true,
    'intl.locale.requested': options.language ?? 'en-US',
    'intl.accept_languages': options.language ?? 'en-US',
  };
}

function readAddonId(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${extensionDir}: the manifest names no browser_specific_settings.gecko.id`);
  return id;
}
