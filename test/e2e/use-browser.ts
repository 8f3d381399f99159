import { afterAll, beforeAll } from 'vitest';
import { type FixtureServer, type FixtureServerOptions, startFixtureServer } from '../fixtures/server/server.ts';
import { type Driver, type DriverName, type DriverOptions, launchDriver } from './drivers/driver.ts';

export interface World {
  /** Stands in for the apps. */
  readonly server: FixtureServer;
  readonly driver: Driver;
}

export interface WorldOptions extends FixtureServerOptions, Pick<DriverOptions, 'mode' | 'backForwardCache'> {
  /** Values of managed storage. */
  managed?: object | Promise<object>;
}

/**
 * One browser with the extension and one server with the apps, for all tests of the `describe` that calls this. Both
 * are there once its `beforeAll` hooks run.
 */
export function useBrowser(
  name: DriverName,
  { managed, mode, backForwardCache = false, ...options }: WorldOptions = {},
): World {
  let server: FixtureServer | undefined;
  let driver: Driver | undefined;
  beforeAll(async () => {
    server = await startFixtureServer(options);
    const { hosts, trustedKeys } = server;
    const settings = managed === undefined ? {} : { managed: await managed };
    const common = { hosts, trustedKeys, backForwardCache, ...settings };
    driver = await launchDriver(name, mode ? { ...common, mode } : common);
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
