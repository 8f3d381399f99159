/**
 * Every app, met as a person meets it: write, send, attach. Asserted on what the app's server received: nothing of a
 * card number while typing or after sending, the token where the person chose it, harmless things as they were.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Journey } from '../../fixtures/server/journey.ts';
import { JOURNEYS } from '../../fixtures/server/journeys.ts';
import { type FixtureServer, startFixtureServer } from '../../fixtures/server/server.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import { type Driver, type DriverPage, launchDriver } from '../drivers/driver.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `Please check my card ${CARD} for me`;
const REDACTED = /^Please check my card \[CREDIT_CARD_1·\w+\] for me$/;
const HARMLESS = 'Write a haiku about "tea" & rain — 100% in Zürich ☔';
const HARMLESS_FILE = 'Shopping list: tea, rain coat, two umbrellas.';
/** A dialogue that has just appeared takes no press that sends: it was not meant for it. */
const UNMEANT_MS = 700;
/** Longer than every pause after which a page sends a draft. */
const TYPING_PAUSE_MS = 600;
const SOON = { timeout: 20_000 };

/** Firefox walks through the most used apps: the adapters are the same code, what differs is the browser. */
const IN_FIREFOX = 14;

describe.each(browsersUnderTest())('in %s', (browser) => {
  let server: FixtureServer;
  let driver: Driver;
  let page: DriverPage;
  const folder = mkdtempSync(join(tmpdir(), 'apps-'));
  const fileWith = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  beforeAll(async () => {
    server = await startFixtureServer();
    driver = await launchDriver(browser, { hosts: server.hosts, trustedKeys: server.trustedKeys });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    // Pages keep what was not sent and would put it into the next test's composer.
    await page?.evaluate('localStorage.clear()');
    await page?.close();
  });

  const promptsOf = (app: Journey) => server.requests().flatMap((entry) => app.promptOf(entry) ?? []);
  const cardAtServer = () => [...server.sinkContains(CARD), ...server.sinkContains(CARD.replaceAll(' ', ''))];

  describe.each(browser === 'firefox' ? JOURNEYS.slice(0, IN_FIREFOX) : JOURNEYS)('on $name', (app) => {
    beforeEach(async () => {
      server.clear();
      page = await driver.open(app.url);
      await page.waitFor(app.editor);
    });

    it('a harmless prompt arrives as it was typed, and nobody is asked', async () => {
      await page.type(app.editor, HARMLESS);
      if (app.isDraft) await expect.poll(() => server.requests().filter(app.isDraft!), SOON).not.toEqual([]);
      await page.press('Enter');
      await expect.poll(() => promptsOf(app), SOON).toEqual([HARMLESS]);
      await page.waitFor(app.answer, { text: `You wrote: ${HARMLESS}`, timeoutMs: SOON.timeout });
      expect(await page.dialogText()).toBeNull();
    });

    it('a card number sent with Enter is stopped, also in drafts, and stays in the composer', async () => {
      await page.type(app.editor, WITH_CARD);
      await sleep(TYPING_PAUSE_MS);
      await page.press('Enter');
      expect(await page.waitForDialog()).not.toContain('4111 1111');
      await page.dialogPress('Edit text');
      await expect.poll(() => page.dialogText(), SOON).toBeNull();
      await sleep(TYPING_PAUSE_MS);
      expect(promptsOf(app)).toEqual([]);
      expect(cardAtServer()).toEqual([]);
    });

    it('a card number sent by the button leaves as a token, or not at all where the wire takes no changes', async () => {
      await page.type(app.editor, WITH_CARD);
      await page.click(app.send);
      await page.waitForDialog();
      await sleep(UNMEANT_MS);
      await page.dialogPress('Send redacted');
      if (app.redacted === 'arrives') {
        await expect.poll(() => promptsOf(app), SOON).toEqual([expect.stringMatching(REDACTED)]);
        await page.waitFor(app.answer, { text: 'CREDIT_CARD_1', timeoutMs: SOON.timeout });
      } else {
        await sleep(TYPING_PAUSE_MS);
        expect(promptsOf(app)).toEqual([]);
      }
      expect(cardAtServer()).toEqual([]);
    });

    const { file } = app;
    if (file === undefined) return;
    const attach = async (path: string) => {
      if (file.withPrompt) await page.type(app.editor, 'Read this');
      await page.setFiles(file.input, [path]);
      if (!file.withPrompt) return;
      const isTaken = () => page.evaluate<boolean>('document.documentElement.dataset.uploads !== undefined');
      await expect.poll(async () => (await isTaken()) || (await page.dialogText()) !== null, SOON).toBe(true);
      // A file may be held when it is chosen, before anything is sent.
      if ((await page.dialogText()) === null) await page.press('Enter');
    };
    it('a file with a card number is held, a harmless one arrives', async () => {
      await attach(fileWith('list.txt', HARMLESS_FILE));
      await expect.poll(() => server.sinkContains(HARMLESS_FILE), SOON).not.toEqual([]);
      expect(server.requests().filter(file.isUpload)).not.toEqual([]);
      expect(await page.dialogText()).toBeNull();
      server.clear();
      await attach(fileWith('statement.txt', `Statement. Card: ${CARD}\n`));
      await page.waitForDialog();
      await sleep(UNMEANT_MS);
      await page.dialogPress('Don’t send');
      await expect.poll(() => page.dialogText(), SOON).toBeNull();
      await sleep(TYPING_PAUSE_MS);
      expect(cardAtServer()).toEqual([]);
    });
  });
});
