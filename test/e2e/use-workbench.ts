import { afterEach, beforeAll, beforeEach } from 'vitest';
import { APPS } from '../fixtures/server/apps.ts';
import { workbench } from '../fixtures/sites/workbench/page/app.ts';
import type { DriverName, DriverPage } from './drivers/driver.ts';
import { exchange } from './exchange.ts';
import { useBrowser } from './use-browser.ts';

/** The composer of the workbench, whatever editor it has, and that of ChatGPT. */
export const EDITOR = '#prompt-textarea';
const WORKBENCH = 'https://bench.chatgpt.com/';

/** A browser for the tests of a `describe`; each opens one page, whose composer and requests it looks at. */
export function useWorkbench(browser: DriverName) {
  const world = useBrowser(browser, { apps: [...APPS, workbench] });
  let opened: DriverPage;
  const page = () => opened;
  const open = async (url: string) => {
    opened = await world.driver.open(url);
  };
  /** The workbench with an editor and an app that `query` chooses. */
  const bench = async (query = '') => {
    await open(`${WORKBENCH}?${query}`);
    await page().waitFor('#stage > *');
  };
  beforeAll(async () => {
    await open(WORKBENCH);
    // The first prompt after an install waits for the admin's settings.
    await page().evaluate(`fetch(prompt, { method: 'POST', body: conversation('hello') }).then(() => 0)`);
    await page().close();
  });
  beforeEach(() => world.server.clear());
  afterEach(async () => {
    await opened?.evaluate('localStorage.clear(), sessionStorage.clear()');
    await opened?.close();
  });
  return { world, page, open, bench, ...exchange(() => world.server, page) };
}
