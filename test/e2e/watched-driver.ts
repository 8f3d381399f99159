/** Browsers whose state is told when a test fails, and whose own trouble can be told from the product's. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FixtureServer } from '../fixtures/server/server.ts';
import { type Driver, type DriverName, type DriverOptions, type DriverPage, launchDriver } from './drivers/driver.ts';

/** The browser, or the way to it, did not do what it was told. On a busy machine that may mean nothing. */
export class BrowserLost extends Error {
  override name = 'BrowserLost';
}

/** What Playwright and puppeteer say then. */
const LOST =
  /context was destroyed|Target .*closed|Session closed|Protocol error|timed out|Timeout \d+ ?ms exceeded|timeout of \d+ ?ms exceeded/i;

const PATIENCE_MS = 10_000;

export interface Watched {
  readonly driver: Driver;
  readonly server: FixtureServer;
  /** Open ones, oldest first. */
  readonly pages: Set<DriverPage>;
}

/** Browsers that run. */
export const watched = new Set<Watched>();

/** Called before a page is closed, while there is still something to see. */
export const beforeClosing: { tell(world: Watched): Promise<void> } = { tell: async () => undefined };

export interface WatchedOptions extends Omit<DriverOptions, 'hosts' | 'trustedKeys'> {
  /** A tab that is closed is emptied, and opened again for the next page: half the work. What a tab keeps, it keeps. */
  reusesTabs?: boolean;
}

/** Like `launchDriver`. `server`: what the browser's names lead to. */
export async function launchWatched(
  name: DriverName,
  server: FixtureServer,
  { reusesTabs = false, ...options }: WatchedOptions = {},
): Promise<Driver> {
  const { hosts, trustedKeys } = server;
  const driver = await launchDriver(name, { ...options, hosts, trustedKeys });
  const world: Watched = { driver, server, pages: new Set() };
  watched.add(world);
  const empty: DriverPage[] = [];
  const open = async (url: string): Promise<DriverPage> => {
    const tab = empty.pop();
    if (tab === undefined) return watch(driver.open(url));
    world.pages.add(tab);
    await tab.goto(url);
    return tab;
  };
  const watch = async (opening: Promise<DriverPage>): Promise<DriverPage> => {
    const page = guarded(await opening);
    world.pages.add(page);
    return page;
  };
  const guarded = (page: DriverPage): DriverPage => {
    const own = withOwnErrors(page);
    const close = async () => {
      await beforeClosing.tell(world);
      world.pages.delete(own);
      if (reusesTabs && (await isEmptied(page))) empty.push(own);
      else await page.close();
    };
    own.close = close;
    return own;
  };
  const own = withOwnErrors(driver);
  return Object.assign(own, {
    open,
    opened: (start: string) => watch(driver.opened(start)),
    extensionPage: (path: string) => watch(driver.extensionPage(path)),
    close: () => {
      watched.delete(world);
      return driver.close();
    },
  });
}

/** A page that hangs, or does not let go, is none to go on with. */
function isEmptied(page: DriverPage): Promise<boolean> {
  const isLeft = page.goto('about:blank').then(
    () => true,
    () => false,
  );
  return Promise.race([isLeft, sleep(PATIENCE_MS, false)]);
}

/**
 * The same object. Its promises reject with `BrowserLost` where that is what happened, and may be left waiting: what
 * nobody awaits any more, because the test has failed, must not fail the run.
 */
function withOwnErrors<T extends object>(target: T): T {
  const members = Object.entries(target).map(([name, member]) => [
    name,
    typeof member === 'function' ? (...args: unknown[]) => settled(member.apply(target, args)) : member,
  ]);
  return Object.fromEntries(members) as T;
}

function settled(result: unknown): unknown {
  if (!(result instanceof Promise)) return result;
  const own = result.catch((error: unknown) => {
    if (error instanceof Error && LOST.test(error.message)) throw new BrowserLost(error.message, { cause: error });
    throw error;
  });
  own.catch(() => undefined);
  return own;
}
