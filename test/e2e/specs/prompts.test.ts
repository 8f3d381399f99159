/** Bodies that must come through unchanged, and names that must not come through, in both browsers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FixtureServer, startFixtureServer } from '../../fixtures/server/server.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import { type Driver, type DriverPage, launchDriver } from '../drivers/driver.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `Please check my card ${CARD} for me`;
const NAME = 'Hannah Becker';
const WITH_NAME = `My name is ${NAME} and I need a cover letter`;
const PROMPT_PATH = '/backend-api/f/conversation';
/** A dialogue that has just appeared takes no press that sends: it was not meant for it. */
const UNMEANT_MS = 700;

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
  const cardAtServer = () => [...server.sinkContains(CARD), ...server.sinkContains(CARD.replaceAll(' ', ''))];

  it('a name arrives as a token', async () => {
    page = await driver.open('https://chatgpt.com/');
    await page.type('#prompt-textarea', WITH_NAME);
    await page.press('Enter');
    await answerDialog('Send redacted');
    await page.waitFor('[data-message-author-role=assistant]', { text: 'PERSON_1' });
    const [prompt] = server.requests(PROMPT_PATH);
    expect(prompt!.body.toString('utf8')).toMatch(/My name is \[PERSON_1·\w+\] and I need a cover letter/);
    expect(server.sinkContains(NAME)).toEqual([]);
  });

  it('a body arrives byte for byte, however oddly it is written', async () => {
    page = await driver.open('https://chatgpt.com/');
    const odd = String.raw`{ "action":"next", "big": 12345678901234567890, "esc":"\u0041\/", "messages":[{"author":{"role":"user"},"content":{"content_type":"text","parts":["tea \ud83c\udf75 and rain"]}}],  "messages_count":1.0e0 }`;
    await page.evaluate(
      `fetch('/backend-api/f/conversation', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(odd)} }).then((r) => r.text())`,
    );
    const [call] = server.requests(PROMPT_PATH);
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
    const [call] = server.requests(PROMPT_PATH);
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
