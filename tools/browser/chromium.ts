// Starts Chromium with the extension, either as an enterprise installs it (by policy, with managed storage and blocking
// webRequest) or unpacked. Real host names lead to local servers; every other name does not resolve.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { applyPolicy } from './chromium-policy.ts';
import { managedArrived, readyWorker, stopWorker, wakeWorker } from './chromium-worker.ts';
import { ensureSigningKey, packCrx } from './crx.ts';
import { extensionId } from './extension-id.ts';
import type { HostMap } from './host-map.ts';
import { findBrowser } from './programs.ts';
import { startUpdateServer } from './update-server.ts';

export interface LaunchChromiumOptions {
  /** Unpacked production build. */
  extensionDir: string;
  /** `unpacked` has neither managed storage nor blocking webRequest. */
  mode: 'policy' | 'unpacked';
  /** Values of `chrome.storage.managed`; mode `policy` only. */
  managed?: object;
  /** Further Chromium policies; mode `policy` only. */
  policies?: Record<string, unknown>;
  /** Host name (a leading `*.` is allowed) to local TLS port. */
  hosts?: HostMap;
  /** Public-key hashes (`TestCertificate.spki`) the browser trusts for any name. */
  trustedKeys?: string[];
  /** Default true. */
  headless?: boolean;
  /** Kept after close, and with it the extension's id and data. Default: a fresh one, removed on close. */
  userDataDir?: string;
  /** Browser language, default `en-US`. */
  language?: string;
  /** Further command line switches. */
  args?: string[];
  /** Pages that are left are kept, and come back as they were, as in a browser nobody drives. Default false. */
  backForwardCache?: boolean;
}

export interface ChromiumRun {
  context: BrowserContext;
  extensionId: string;
  /** The running background worker, woken when it sleeps. */
  worker(): Promise<Worker>;
  /** Opens a page of the extension, e.g. `popup.html`. */
  extensionPage(path: string): Promise<Page>;
  /** Ends the background worker as the browser does with an idle one, but at once; the next event wakes a new one. */
  killExtensionWorker(): Promise<void>;
  /** Kills the whole browser (SIGKILL), as a crash or power cut would. `close` is still needed afterwards. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Playwright's defaults that would keep extensions out of the browser or policy installs from being fetched. */
const UNWANTED_DEFAULTS = [
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-background-networking',
];

/** Resolves once the extension's worker runs and, where managed values were given, sees them. */
export async function launchChromium(options: LaunchChromiumOptions): Promise<ChromiumRun> {
  const runDir = mkdtempSync(join(tmpdir(), 'sluice-chromium-'));
  const userDataDir = options.userDataDir ?? join(runDir, 'profile');
  mkdirSync(userDataDir, { recursive: true });
  const cleanUp: (() => unknown)[] = [() => rmSync(runDir, { recursive: true, force: true, maxRetries: 5 })];
  const close = async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  };
  try {
    const browserPath = findBrowser('chromium');
    const install =
      options.mode === 'policy'
        ? await installByPolicy(options, browserPath, runDir, userDataDir, cleanUp)
        : unpackedInstall(options.extensionDir, browserPath, userDataDir);
    const context = await chromium.launchPersistentContext(userDataDir, {
      executablePath: install.executablePath,
      // Playwright's own headless mode means the old one, which has no extensions.
      headless: false,
      args: [...commonArgs(options), ...install.args],
      ignoreDefaultArgs: [...UNWANTED_DEFAULTS, ...(options.backForwardCache ? ['--disable-back-forward-cache'] : [])],
      viewport: { width: 1280, height: 800 },
      env: { ...process.env, LANGUAGE: (options.language ?? 'en-US').replace('-', '_') },
    });
    cleanUp.push(() => context.close().catch(() => undefined));
    install.attached();
    const worker = await readyWorker(context, install.extensionId, install.isKnown);
    if (options.mode === 'policy' && Object.keys(options.managed ?? {}).length > 0) await managedArrived(worker);
    const { extensionId: id } = install;
    return {
      context,
      extensionId: id,
      worker: () => wakeWorker(context, id),
      extensionPage: (path) => openPage(context, `chrome-extension://${id}/${path}`),
      killExtensionWorker: () => stopWorker(context, id),
      crash: () => crash(context),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Install {
  extensionId: string;
  /** Whether the profile has the extension already. */
  isKnown: boolean;
  executablePath: string;
  args: string[];
  /** To be called once the driver is attached. */
  attached(): void;
}

async function installByPolicy(
  options: LaunchChromiumOptions,
  browserPath: string,
  runDir: string,
  userDataDir: string,
  cleanUp: (() => unknown)[],
): Promise<Install> {
  const keyPath = join(userDataDir, 'sluice-signing-key.pem');
  const isKnown = existsSync(keyPath);
  ensureSigningKey(keyPath);
  const crx = await packCrx(options.extensionDir, keyPath, join(runDir, 'extension.crx'));
  const updates = await startUpdateServer(crx);
  cleanUp.push(() => updates.close());
  const applied = applyPolicy(browserPath, runDir, {
    extensionId: crx.extensionId,
    updateUrl: updates.updateUrl,
    managed: options.managed ?? {},
    policies: options.policies,
  });
  cleanUp.push(() => applied.remove());
  return {
    extensionId: crx.extensionId,
    isKnown,
    executablePath: applied.executablePath,
    args: [],
    attached: () => updates.open(),
  };
}

function unpackedInstall(extensionDir: string, executablePath: string, userDataDir: string): Install {
  const dir = realpathSync(extensionDir);
  const { key } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { key?: string };
  return {
    // Without a key in the manifest Chromium makes the id of an unpacked extension from its path.
    extensionId: extensionId(key ?? Buffer.from(dir)),
    isKnown: existsSync(join(userDataDir, 'Default')),
    executablePath,
    args: [`--load-extension=${dir}`, `--disable-extensions-except=${dir}`],
    attached() {},
  };
}

function commonArgs(options: LaunchChromiumOptions): string[] {
  const args = [`--host-resolver-rules=${resolverRules(options.hosts ?? {})}`, `--lang=${options.language ?? 'en-US'}`];
  if (options.headless !== false) args.push('--headless=new');
  if (options.trustedKeys?.length) args.push(`--ignore-certificate-errors-spki-list=${options.trustedKeys.join()}`);
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0 || options.mode === 'policy') args.push('--no-sandbox');
  return [...args, ...(options.args ?? [])];
}

/** Names in the map lead to loopback, loopback itself works, and nothing else resolves: a test can leak to nobody. */
function resolverRules(hosts: HostMap): string {
  const maps = Object.entries(hosts).map(([host, { port }]) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost', 'EXCLUDE *.localhost'].join(', ');
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function crash(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser is not connected');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('the browser did not tell its process id');
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  process.kill(main.id, 'SIGKILL');
  await gone;
}
