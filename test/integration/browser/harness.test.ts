import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launchDriver } from '../../e2e/drivers/driver.ts';
import { type FixtureServer, startFixtureServer } from '../../fixtures/server/server.ts';
import { writeProbeExtension } from './probe-extension.ts';

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const probe = writeProbeExtension(name);
  let server: FixtureServer;
  let driver: Driver;

  beforeAll(async () => {
    server = await startFixtureServer();
    const { hosts, trustedKeys } = server;
    driver = await launchDriver(name, { extensionDir: probe.dir, managed: { tenant: 'acme' }, hosts, trustedKeys });
  });

  afterAll(async () => {
    await driver?.close();
    await server?.close();
    probe.remove();
  });

  async function backgroundState() {
    const page = await driver.extensionPage('page.html');
    await page.waitFor('#out', { text: 'bornAt' });
    const state = JSON.parse((await page.text('#out'))!) as { managed: object; bornAt: number };
    await page.close();
    return state;
  }

  it('gives the extension its managed values', async () => {
    expect((await backgroundState()).managed).toEqual({ tenant: 'acme' });
  });

  it('lets the extension refuse a request before it leaves', async () => {
    const page = await driver.open('https://chatgpt.com/');
    server.clear();
    const post = (path: string) =>
      page.evaluate<string>(`fetch('${path}', { method: 'POST', body: 'x' }).then(() => 'sent', () => 'refused')`);
    expect(await post('/v1/refuse-me')).toBe('refused');
    expect(await post('/v1/pass')).toBe('sent');
    expect(server.requests('/v1/refuse-me')).toEqual([]);
    expect(server.requests('/v1/pass')).toHaveLength(1);
    await page.close();
  });

  it('ends the background with its memory, and the next event starts it again', async () => {
    const before = await backgroundState();
    await driver.killExtensionWorker();
    const page = await driver.open('https://chatgpt.com/');
    const refused = `fetch('/v1/refuse-me', { method: 'POST' }).then(() => 'sent', () => 'refused')`;
    expect(await page.evaluate<string>(refused)).toBe('refused');
    await page.close();
    expect((await backgroundState()).bornAt).not.toBe(before.bornAt);
  });

  it('reads and presses what lies in a closed shadow root', async () => {
    const page = await driver.open('https://chatgpt.com/');
    expect(await page.dialogText()).toBeNull();
    await page.evaluate(`dispatchEvent(new Event('show-dialog'))`);
    expect(await page.waitForDialog()).toContain('Stop and think');
    await page.dialogType('Reason', 'because');
    await page.dialogPress('Send anyway');
    expect(await page.evaluate(`document.body.dataset.pressed`)).toBe('true:because');
    expect(await page.dialogText()).toBeNull();
    await page.close();
  });

  it('reaches no host outside the map', async () => {
    const page = await driver.open('https://chatgpt.com/');
    const outside = `fetch('https://example.com/', { mode: 'no-cors' }).then(() => 'reached', () => 'unreachable')`;
    expect(await page.evaluate<string>(outside)).toBe('unreachable');
    await page.close();
  });

  it('has the extension, under the same id and at work, when it starts again after a crash', async () => {
    const userDataDir = mkdtempSync(join(tmpdir(), 'sluice-profile-'));
    const options = { extensionDir: probe.dir, hosts: server.hosts, trustedKeys: server.trustedKeys, userDataDir };
    try {
      const first = await launchDriver(name, options);
      await first.crash();
      await first.close();
      const second = await launchDriver(name, options);
      expect(second.extensionId).toBe(first.extensionId);
      const page = await second.open('https://chatgpt.com/');
      const refused = `fetch('/v1/refuse-me', { method: 'POST' }).then(() => 'sent', () => 'refused')`;
      expect(await page.evaluate<string>(refused)).toBe('refused');
      await second.close();
    } finally {
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
