/** What people do on the three apps, in both browsers. Every assertion is about what the server received. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FixtureServer, startFixtureServer } from '../../fixtures/server/server.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import { type Driver, type DriverPage, launchDriver } from '../drivers/driver.ts';
import { APP_PAGES, type AppPage } from '../pages/apps.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `Please check my card ${CARD} for me`;
const NAME = 'Hannah Becker';
const WITH_NAME = `My name is ${NAME} and I need a cover letter`;
const HARMLESS = 'Write a haiku about "tea" & rain — 100% in Zürich ☔';
/** A dialogue that has just appeared takes no press that sends: it was not meant for it. */
const UNMEANT_MS = 700;
/** Longer than every pause after which a page sends a draft. */
const TYPING_PAUSE_MS = 1_500;
const SOON = { timeout: 15_000 };

describe.each(browsersUnderTest())('in %s', (browser) => {
  let server: FixtureServer;
  let driver: Driver;
  let page: DriverPage;

  beforeAll(async () => {
    server = await startFixtureServer();
    driver = await launchDriver(browser, { hosts: server.hosts, trustedKeys: server.trustedKeys });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(() => server.clear());
  afterEach(async () => {
    // ChatGPT's page keeps what was not sent and would put it into the next test's composer.
    await page?.evaluate('localStorage.clear()');
    await page?.close();
  });

  const answerDialog = async (button: string) => {
    const text = await page.waitForDialog();
    await sleep(UNMEANT_MS);
    await page.dialogPress(button);
    return text;
  };
  const prompts = (app: AppPage) => server.requests().flatMap((entry) => app.promptOf(entry) ?? []);
  const cardAtServer = () => [...server.sinkContains(CARD), ...server.sinkContains(CARD.replaceAll(' ', ''))];

  describe.each(APP_PAGES)('on $name', (app) => {
    beforeEach(async () => {
      page = await driver.open(app.url);
    });

    it('a harmless prompt arrives as it was typed, and nobody is asked', async () => {
      await page.type(app.editor, HARMLESS);
      await page.press('Enter');
      await page.waitFor(app.answer, { text: `You wrote: ${HARMLESS}` });
      expect(prompts(app)).toEqual([HARMLESS]);
      expect(await page.dialogText()).toBeNull();
    });

    it('a card number sent with Enter is stopped, also in drafts, and stays in the composer', async () => {
      await page.type(app.editor, WITH_CARD);
      await page.press('Enter');
      expect(await page.waitForDialog()).not.toContain('4111 1111');
      await sleep(TYPING_PAUSE_MS);
      await page.dialogPress('Edit text');
      await expect.poll(() => page.dialogText(), SOON).toBeNull();
      await sleep(TYPING_PAUSE_MS);
      expect(prompts(app)).toEqual([]);
      expect(cardAtServer()).toEqual([]);
      expect(await page.text(app.editor)).toContain(CARD);
    });

    it('a card number sent by the button leaves as a token, in the editor and on the wire', async () => {
      await page.type(app.editor, WITH_CARD);
      await page.click(app.send);
      await answerDialog('Send redacted');
      await page.waitFor(app.answer, { text: 'CREDIT_CARD_1' });
      expect(prompts(app)).toEqual([expect.stringMatching(/^Please check my card \[CREDIT_CARD_1·\w+\] for me$/)]);
      expect(cardAtServer()).toEqual([]);
    });

    it('a name arrives as a token', async () => {
      await page.type(app.editor, WITH_NAME);
      await page.press('Enter');
      await answerDialog('Send redacted');
      await page.waitFor(app.answer, { text: 'PERSON_1' });
      expect(prompts(app)).toEqual([expect.stringMatching(/^My name is \[PERSON_1·\w+\] and I need a cover letter$/)]);
      expect(server.sinkContains(NAME)).toEqual([]);
    });
  });

  it('a body arrives byte for byte, however oddly it is written', async () => {
    page = await driver.open('https://chatgpt.com/');
    const odd = String.raw`{ "action":"next", "big": 12345678901234567890, "esc":"\u0041\/", "messages":[{"author":{"role":"user"},"content":{"content_type":"text","parts":["tea \ud83c\udf75 and rain"]}}],  "messages_count":1.0e0 }`;
    await page.evaluate(
      `fetch('/backend-api/f/conversation', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(odd)} }).then((r) => r.text())`,
    );
    const [call] = server.requests('/backend-api/f/conversation');
    expect(call!.body.toString('utf8')).toBe(odd);
  });

  const promptBody = (text: string) =>
    JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] });
  const fetchSource = (body: string) =>
    `fetch('/backend-api/f/conversation', { method: 'POST', body: ${body} }).then(() => 'sent', () => 'refused')`;

  it('2 MB, lone surrogates and NULs arrive as they were', async () => {
    page = await driver.open('https://chatgpt.com/');
    const odd = `${'A long and harmless line of text. '.repeat(60_000)}\ud800\u0000\udc00`;
    // The page builds the text itself: a lone surrogate does not survive the way into the browser as it is.
    const built = `${JSON.stringify(promptBody('TEXT'))}.replace('TEXT', 'A long and harmless line of text. '.repeat(60_000) + '\\\\ud800\\\\u0000\\\\udc00')`;
    expect(await page.evaluate(fetchSource(built))).toBe('sent');
    const [call] = server.requests('/backend-api/f/conversation');
    expect(JSON.parse(call!.body.toString('utf8')).messages[0].content.parts[0]).toBe(odd);
  });

  it('a call from the page’s own code is held like one of a person', async () => {
    page = await driver.open('https://chatgpt.com/');
    const sent = page.evaluate(fetchSource(JSON.stringify(promptBody(WITH_CARD))));
    await answerDialog('Don’t send');
    expect(await sent).toBe('refused');
    expect(cardAtServer()).toEqual([]);
  });
});
