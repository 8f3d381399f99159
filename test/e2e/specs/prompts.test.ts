import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerDialog } from '../answer-dialog.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `Please check my card ${CARD} for me`;
const NAME = 'Hannah Becker';
const WITH_NAME = `My name is ${NAME} and I need a cover letter`;
const PROMPT_PATH = '/backend-api/f/conversation';

describe.each(browsersUnderTest())('in %s', (browser) => {
  const world = useBrowser(browser);
  let page: DriverPage;
  beforeEach(() => world.server.clear());
  afterEach(async () => {
    // ChatGPT's page keeps what was not sent and would put it into the next test's composer.
    await page?.evaluate('localStorage.clear()');
    await page?.close();
  });

  const cardAtServer = () => [
    ...world.server.sinkContains(CARD),
    ...world.server.sinkContains(CARD.replaceAll(' ', '')),
  ];

  it('a name arrives as a token', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    await page.type('#prompt-textarea', WITH_NAME);
    await page.press('Enter');
    await answerDialog(page, 'Send redacted');
    await page.waitFor('[data-message-author-role=assistant]', { text: 'PERSON_1' });
    const [prompt] = world.server.requests(PROMPT_PATH);
    expect(prompt!.body.toString('utf8')).toMatch(/My name is \[PERSON_1·\w+\] and I need a cover letter/);
    expect(world.server.sinkContains(NAME)).toEqual([]);
  });

  it('a body arrives byte for byte, however oddly it is written', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    const odd = String.raw`{ "action":"next", "big": 12345678901234567890, "esc":"\u0041\/", "messages":[{"author":{"role":"user"},"content":{"content_type":"text","parts":["tea \ud83c\udf75 and rain"]}}],  "messages_count":1.0e0 }`;
    await page.evaluate(
      `fetch('/backend-api/f/conversation', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(odd)} }).then((r) => r.text())`,
    );
    const [call] = world.server.requests(PROMPT_PATH);
    expect(call!.body.toString('utf8')).toBe(odd);
  });

  const promptBody = (text: string) =>
    JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] });
  const fetchSource = (body: string) =>
    `fetch('/backend-api/f/conversation', { method: 'POST', body: ${body} }).then(() => 'sent', () => 'refused')`;

  it('2 MB, lone surrogates and NULs arrive as they were', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    const odd = `${'A long and harmless line of text. '.repeat(60_000)}\ud800\u0000\udc00`;
    // The page builds the text itself: a lone surrogate does not survive the way into the browser as it is.
    const built = `${JSON.stringify(promptBody('TEXT'))}.replace('TEXT', 'A long and harmless line of text. '.repeat(60_000) + '\\\\ud800\\\\u0000\\\\udc00')`;
    expect(await page.evaluate(fetchSource(built))).toBe('sent');
    const [call] = world.server.requests(PROMPT_PATH);
    expect(JSON.parse(call!.body.toString('utf8')).messages[0].content.parts[0]).toBe(odd);
  });

  it('a call from the page’s own code is held like one of a person', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    const sent = page.evaluate(fetchSource(JSON.stringify(promptBody(WITH_CARD))));
    await answerDialog(page, 'Don’t send');
    expect(await sent).toBe('refused');
    expect(cardAtServer()).toEqual([]);
  });
});
