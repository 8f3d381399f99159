import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { bidiOf, contextIdOf, evaluateInBrowser, readInBrowser } from '../../../tools/browser/bidi.ts';
import { type FirefoxRun, launchFirefox } from '../../../tools/browser/firefox.ts';
import type { Driver, DriverOptions, DriverPage } from './driver.ts';
import { clipboardSource, SELECT_SOURCE, sharedActions } from './page-actions.ts';
import { poll, TAB_WITHIN_MS } from './poll.ts';

/** Firefox through puppeteer (WebDriver BiDi). */
export async function launchFirefoxDriver(options: DriverOptions & { extensionDir: string }): Promise<Driver> {
  const run = await launchFirefox(options);
  const lines: string[] = [];
  const listening = (page: Page): Page => page.on('console', (message) => lines.push(message.text()));
  return {
    name: 'firefox',
    extensionId: run.extensionId,
    async open(url) {
      const page = listening(await run.browser.newPage());
      await page.goto(url);
      return driverPage(run, page);
    },
    opened: async (start) =>
      driverPage(
        run,
        await poll(`tab at ${start}`, TAB_WITHIN_MS, async () => {
          const pages = await run.browser.pages();
          const opened = pages.find((page) => page.url().startsWith(start));
          return opened === undefined ? null : listening(opened);
        }),
      ),
    extensionPage: async (path) => driverPage(run, listening(await run.extensionPage(path))),
    consoleText: async () => [...lines, await readInBrowser(run.browser, ERRORS)].join('\n'),
    killExtensionWorker: () => run.killExtensionWorker(),
    crash: () => run.crash(),
    close: () => run.close(),
  };
}

/** Errors of all processes; runs with the browser's own rights. */
const ERRORS = `Services.console.getMessageArray().map(({ message }) => message).join('\\n')`;

function driverPage(run: FirefoxRun, page: Page): DriverPage {
  const evaluate = <T>(task: string | (() => T | Promise<T>)) => page.evaluate(task) as Promise<T>;
  const shared = sharedActions({
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    typeKeys: (text) => page.keyboard.type(text),
    evaluate,
    inClosedRoots: (functionText, argument) => inClosedRoots(run, page, functionText, argument),
  });
  return {
    ...shared,
    url: () => page.url(),
    async goto(url) {
      await page.goto(url);
    },
    async type(selector, text) {
      await page.click(selector);
      await page.keyboard.type(text);
    },
    press: (key) => pressChord(page, key),
    click: (selector, button = 'left') => page.click(selector, { button }),
    tap: (selector) => page.tap(selector),
    async paste(selector, text) {
      const source = await run.browser.newPage();
      await source.goto(clipboardSource(text));
      await source.evaluate(SELECT_SOURCE);
      await pressChord(source, 'Control+C');
      await source.close();
      await page.bringToFront();
      await page.click(selector);
      await pressChord(page, 'Control+V');
    },
    command: (name) => evaluateInBrowser(run.browser, `goDoCommand('cmd_${name}')`),
    drags: null,
    compose: async (text) => {
      await evaluateInBrowser(run.browser, composing(text));
      return { commit: () => evaluateInBrowser(run.browser, COMMIT) };
    },
    async setFiles(selector, paths) {
      const input = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(...paths);
    },
    evaluate,
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    close: () => page.close(),
  };
}

/** An input method of the browser's own tests, which goes the way of those of the system (nsITextInputProcessor). */
const composing = (text: string) => `(() => {
  globalThis.composer = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  composer.beginInputTransactionForTests(window);
  for (const grown of [${JSON.stringify(text.slice(0, 1))}, ${JSON.stringify(text)}]) {
    composer.setPendingCompositionString(grown);
    composer.appendClauseToPendingComposition(grown.length, composer.ATTR_RAW_CLAUSE);
    composer.setCaretInPendingComposition(grown.length);
    composer.flushPendingComposition();
  }
})()`;

const COMMIT = `composer.commitComposition(
  new KeyboardEvent('', { key: 'Enter', code: 'Enter', keyCode: KeyboardEvent.DOM_VK_RETURN }))`;

/** Names of keys that puppeteer knows for other browsers only, as WebDriver has them (17.4.2). */
const KEYS: Record<string, string> = { Space: ' ', NumpadEnter: '\ue007' };

/** `Control+V`: holds the keys before the last, presses it, lets them go. */
async function pressChord(page: Page, chord: string): Promise<void> {
  const keys = chord.split(/\+(?=.)/).map((key) => KEYS[key] ?? key) as KeyInput[];
  const last = keys.pop()!;
  for (const key of keys) await page.keyboard.down(key);
  await page.keyboard.press(last.length === 1 && keys.length > 0 ? (last.toLowerCase() as KeyInput) : last);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

interface RemoteNode {
  sharedId?: string;
  value?: { mode?: string; children?: RemoteNode[]; shadowRoot?: RemoteNode | null };
}

/** BiDi serialises closed shadow roots when asked to, and takes them as `this` of a call. */
async function inClosedRoots<T>(run: FirefoxRun, page: Page, functionText: string, argument?: string) {
  const bidi = bidiOf(run.browser);
  const target = { context: contextIdOf(page) };
  const tree = await bidi.send('script.evaluate', {
    expression: 'document.documentElement',
    target,
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
  });
  for (const sharedId of closedRoots(tree.result as RemoteNode)) {
    const answer = await bidi.send('script.callFunction', {
      functionDeclaration: `function (argument) { return JSON.stringify((${functionText}).call(this, argument) ?? null); }`,
      this: { sharedId },
      arguments: [argument === undefined ? { type: 'undefined' } : { type: 'string', value: argument }],
      target,
      awaitPromise: false,
    });
    if (answer.type !== 'success') continue;
    const value = JSON.parse((answer.result as { value: string }).value) as T | null;
    if (value !== null) return value;
  }
  return null;
}

function closedRoots({ sharedId, value }: RemoteNode): string[] {
  const inner = [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])].flatMap(closedRoots);
  return value?.mode === 'closed' && sharedId !== undefined ? [sharedId, ...inner] : inner;
}
