import { afterAll, beforeAll } from 'vitest';
import { type FixtureServer, type FixtureServerOptions, startFixtureServer } from '../fixtures/server/server.ts';
import type { Driver, DriverName } from './drivers/driver.ts';
import { launchWatched, type WatchedOptions } from './watched-driver.ts';

export interface World {
  /** Stands in for the apps. */
  readonly server: FixtureServer;
  readonly driver: Driver;
}

export interface WorldOptions
  extends FixtureServerOptions,
    Pick<WatchedOptions, 'mode' | 'backForwardCache' | 'reusesTabs'> {
  /** Values of managed storage. */
  managed?: object | Promise<object>;
}

/**
 * One browser with the extension and one server with the apps, for all tests of the `describe` that calls this. Both
 * are there once its `beforeAll` hooks run.
 */
export function useBrowser(
  name: DriverName,
  { managed, mode, backForwardCache = false, reusesTabs = true, ...options }: WorldOptions = {},
): World {
  let server: FixtureServer | undefined;
  let driver: Driver | undefined;
  beforeAll(async () => {
    server = await startFixtureServer(options);
    const settings = managed === undefined ? {} : { managed: await managed };
    driver = await launchWatched(name, server, { backForwardCache, reusesTabs, ...settings, ...(mode && { mode }) });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  return {
    get server() {
      return server!;
    },
    get driver() {
      return driver!;
    },
  };
}
