import type { BrowserContext, CDPSession, ConsoleMessage, Page } from 'playwright-core';
import { type ChromiumRun, launchChromium } from '../../../tools/browser/chromium.ts';
import type { Drags, Driver, DriverOptions, DriverPage } from './driver.ts';
import { clipboardSource, SELECT_SOURCE, sharedActions } from './page-actions.ts';
import { poll, TAB_WITHIN_MS } from './poll.ts';

/** Chromium through Playwright. */
export async function launchChromiumDriver(options: DriverOptions & { extensionDir: string }): Promise<Driver> {
  const run = await launchChromium({ mode: 'policy', ...options });
  const lines = consoleLines(run.context);
  return {
    name: 'chromium',
    extensionId: run.extensionId,
    async open(url) {
      const page = await run.context.newPage();
      await page.goto(url);
      return driverPage(run, page);
    },
    opened: async (start) =>
      driverPage(
        run,
        await poll(`tab at ${start}`, TAB_WITHIN_MS, async () => {
          return run.context.pages().find((page) => page.url().startsWith(start)) ?? null;
        }),
      ),
    extensionPage: async (path) => driverPage(run, await run.extensionPage(path)),
    consoleText: async () => (await Promise.all(lines)).join('\n'),
    killExtensionWorker: () => run.killExtensionWorker(),
    crash: () => run.crash(),
    close: () => run.close(),
  };
}

function dragsOf(page: Page): Drags {
  return {
    async selection(from, to) {
      await page.mouse.move(...(await middleOf(page, from)));
      await page.mouse.down();
      await page.mouse.move(...(await middleOf(page, to)), { steps: 5 });
      await page.mouse.up();
    },
    async files(files, to) {
      const [x, y] = await middleOf(page, to);
      const data = { items: [], files, dragOperationsMask: 1 };
      await withSession(page, async (session) => {
        for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
          await session.send('Input.dispatchDragEvent', { type, x, y, data });
      });
    },
  };
}

/** Fills as consoles are written to: texts, and what stands in the objects that were logged. */
function consoleLines(context: BrowserContext): Promise<string>[] {
  const lines: Promise<string>[] = [];
  const take = (message: ConsoleMessage) => {
    const values = message.args().map((arg) => arg.jsonValue().catch(() => null));
    lines.push(Promise.all(values).then((all) => `${message.text()} ${JSON.stringify(all)}`));
  };
  context.on('console', take);
  context.on('weberror', (error) => lines.push(Promise.resolve(String(error.error().stack))));
  for (const worker of context.serviceWorkers()) worker.on('console', take);
  context.on('serviceworker', (worker) => worker.on('console', take));
  return lines;
}

function driverPage(run: ChromiumRun, page: Page): DriverPage {
  const shared = sharedActions({
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    typeKeys: (text) => page.keyboard.type(text),
    evaluate: (task) => page.evaluate(task),
    inClosedRoots: (functionText, argument) => inClosedRoots(page, functionText, argument),
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
    press: (key) => page.keyboard.press(key),
    click: (selector, button = 'left') => page.click(selector, { button }),
    tap: (selector) => tap(page, selector),
    async paste(selector, text) {
      const source = await run.context.newPage();
      await source.goto(clipboardSource(text));
      await source.evaluate(SELECT_SOURCE);
      await source.keyboard.press('Control+C');
      await source.close();
      await page.bringToFront();
      await page.click(selector);
      await page.keyboard.press('Control+V');
    },
    command: (name) =>
      withSession(page, async (session) => {
        await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [name] });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp' });
      }),
    drags: dragsOf(page),
    compose: async (text) => {
      await withSession(page, async (session) => {
        for (const grown of [text.slice(0, 1), text]) {
          const end = grown.length;
          await session.send('Input.imeSetComposition', { text: grown, selectionStart: end, selectionEnd: end });
        }
      });
      const commit = () =>
        withSession(page, async (session) => {
          // Keys that the input method takes have this code, whatever they are.
          const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
          await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
          await session.send('Input.insertText', { text });
          await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
        });
      return { commit };
    },
    setFiles: (selector, paths) => page.setInputFiles(selector, paths),
    evaluate: (task) => page.evaluate(task),
    async screenshot(path) {
      await page.screenshot({ path });
    },
    close: () => page.close(),
  };
}

/** Playwright taps only in contexts made for touch; the protocol does in any. */
async function tap(page: Page, selector: string): Promise<void> {
  const [x, y] = await middleOf(page, selector);
  await withSession(page, async (session) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  });
}

async function middleOf(page: Page, selector: string): Promise<[x: number, y: number]> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** One for each page: whether there is a dialogue is asked twenty times a second. */
async function withSession<T>(page: Page, use: (session: CDPSession) => Promise<T>): Promise<T> {
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  return use(await sessions.get(page)!);
}

interface DomNode {
  backendNodeId: number;
  shadowRootType?: string;
  shadowRoots?: DomNode[];
  children?: DomNode[];
  contentDocument?: DomNode;
}

/** The DevTools protocol shows closed shadow roots; page scripts and Playwright's selectors do not see them. */
async function inClosedRoots<T>(page: Page, functionText: string, argument?: string): Promise<T | null> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    // Or every change of the page would be told from now on.
    await session.send('DOM.disable');
    for (const backendNodeId of closedRoots(root)) {
      const result = await callOn<T>(session, backendNodeId, functionText, argument);
      if (result !== null) return result;
    }
    return null;
  });
}

function closedRoots(node: DomNode): number[] {
  const inner = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRoots);
  return node.shadowRootType === 'closed' ? [node.backendNodeId, ...inner] : inner;
}

async function callOn<T>(
  session: CDPSession,
  backendNodeId: number,
  functionDeclaration: string,
  argument?: string,
): Promise<T | null> {
  try {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration,
      arguments: [{ value: argument }],
      returnByValue: true,
    });
    return (result.value as T | undefined) ?? null;
  } catch (error) {
    // The root went away between the two questions.
    if (/No node|Could not find|Cannot find/.test(String(error))) return null;
    throw error;
  }
}
