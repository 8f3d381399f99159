/**
 * What happens around a decision: workers of the extension that are killed or busy, an extension that is replaced under
 * open tabs, calls that are given up, repeated or sent all at once. What counts is what the server received.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chatgpt } from '../../fixtures/sites/chatgpt/page/app.ts';
import { answerDialog } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const GUILTY = `please check my card number ${CARD} for me`;
const HARMLESS = 'how do I bake bread';
const PROMPT = '/backend-api/f/conversation';
const SOON = { timeout: PATIENCE_MS, interval: 100 };
/** Larger than anything a person writes, small enough that the gate reads it. */
const LARGE = 1_000_000;

const promptBody = (text: string) =>
  JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] });
const fetchSource = (text: string, init = '') =>
  `fetch('https://chatgpt.com${PROMPT}', { method: 'POST', body: ${JSON.stringify(promptBody(text))}, ${init} }).then(() => 'sent', () => 'refused')`;
/** A realm that no hook reaches: the gate alone judges what it sends. */
const workerSource = (source: string) =>
  `new Promise((done) => {
     const code = ${JSON.stringify(`${source}.then((outcome) => postMessage(outcome))`)};
     new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => done(data);
   })`;

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  let failing = false;

  const app = {
    ...chatgpt,
    answer(call: Parameters<typeof chatgpt.answer>[0]) {
      if (!failing || call.url.pathname !== PROMPT) return chatgpt.answer(call);
      call.response.writeHead(429).end();
      return true;
    },
  };
  const world = useBrowser(browser, { apps: [app] });
  beforeAll(async () => {
    const first = await world.driver.open('https://chatgpt.com/');
    // The first page after an install waits for the admin's settings; the tests are not about that.
    await first.evaluate(fetchSource(HARMLESS));
    await first.close();
  });
  beforeEach(async () => {
    failing = false;
    page = await world.driver.open('https://chatgpt.com/');
    world.server.clear();
  });
  afterEach(() => page?.close());

  const texts = () =>
    world.server.requests(PROMPT).map(({ body }) => JSON.parse(body.toString()).messages[0].content.parts[0] as string);
  const cardAtServer = () => world.server.sinkContains(CARD).map(({ url }) => url);

  it('[I66] a background that sleeps is woken: what is harmless arrives, a card does not', async () => {
    expect(await page.evaluate(fetchSource(HARMLESS))).toBe('sent');
    await world.driver.killExtensionWorker();
    expect(await page.evaluate(workerSource(fetchSource(GUILTY)))).toBe('refused');
    await world.driver.killExtensionWorker();
    expect(await page.evaluate(fetchSource(HARMLESS))).toBe('sent');
    await world.driver.killExtensionWorker();
    expect(await page.evaluate(workerSource(fetchSource(HARMLESS)))).toBe('sent');
    expect(texts()).toEqual([HARMLESS, HARMLESS, HARMLESS]);
    expect(cardAtServer()).toEqual([]);
  });

  it('[I66][B13][B14] a background killed while the person decides: the decision holds, and only the redacted text leaves', async () => {
    const sent = page.evaluate(fetchSource(GUILTY));
    await page.waitForDialog();
    await world.driver.killExtensionWorker();
    await answerDialog(page, 'Send redacted');
    expect(await sent).toBe('sent');
    expect(texts()).toEqual([expect.stringMatching(/^please check my card number \[CREDIT_CARD_1·\w+\] for me$/)]);
    expect(cardAtServer()).toEqual([]);
  });

  it('[I66][B13][B14] a background killed again and again lets no card out of the page, and in the end what is harmless', async () => {
    const sends = page.evaluate<string[]>(`Promise.all(Array.from({ length: 10 }, () => ${fetchSource(GUILTY)}))`);
    await page.waitForDialog();
    for (let round = 0; round < 3; round++) await world.driver.killExtensionWorker();
    // One question about one text, however often it was sent; whoever answers is asked by no background.
    await page.dialogPress('Don’t send');
    expect(new Set(await sends)).toEqual(new Set(['refused']));
    expect(await page.dialogText()).toBeNull();
    expect(await page.evaluate(fetchSource(HARMLESS))).toBe('sent');
    expect(texts()).toEqual([HARMLESS]);
  });

  it('[I66][B13] a background that is busy refuses what it cannot judge in time', async () => {
    const flood = `Promise.all(Array.from({ length: 3 }, (_, i) => fetch('https://chatgpt.com/ces/v1/t', { method: 'POST',
      body: JSON.stringify({ i, text: 'Anna Schmidt, +49 30 123456, '.repeat(${LARGE / 30}) }) }).catch(() => 0)))`;
    const flooding = page.evaluate(workerSource(`(${flood}).then(() => 'done')`));
    await sleep(300);
    expect(await page.evaluate(workerSource(fetchSource(GUILTY)))).toBe('refused');
    await flooding;
    expect(await page.evaluate(workerSource(fetchSource(HARMLESS)))).toBe('sent');
    expect(cardAtServer()).toEqual([]);
  });

  it('[I46] a call that the page gives up closes its question and is not sent', async () => {
    const abort = `globalThis.control = new AbortController(); globalThis.held = ${fetchSource(GUILTY, 'signal: control.signal')}; 0`;
    await page.evaluate(abort);
    await page.waitForDialog();
    await page.evaluate('control.abort()');
    expect(await page.evaluate('held')).toBe('refused');
    await expect.poll(() => page.dialogText(), SOON).toBeNull();
    expect(texts()).toEqual([]);
    // The twin that is not given up.
    await page.evaluate(abort);
    await answerDialog(page, 'Send redacted');
    expect(await page.evaluate('held')).toBe('sent');
    expect(cardAtServer()).toEqual([]);
  });

  it('[I45] a hundred sends at once arrive, none is lost, and each leaves after the one before it', async () => {
    const outcomes = await page.evaluate<string[]>(
      `Promise.all(Array.from({ length: 100 }, (_, i) => fetch('https://chatgpt.com${PROMPT}?number=' + i, { method: 'POST',
         body: ${JSON.stringify(promptBody('question NUMBER about bread'))}.replace('NUMBER', String(i).padStart(3, '0')) })
         .then((answer) => answer.text()).then(() => 'sent', () => 'refused')))`,
    );
    expect(outcomes.filter((outcome) => outcome !== 'sent')).toEqual([]);
    const inOrder = Array.from({ length: 100 }, (_, index) => index);
    const numbers = texts().map((text) => Number(/\d+/.exec(text)![0]));
    expect(numbers.sort((a, b) => a - b)).toEqual(inOrder);
    // On their way they may pass each other: the browser has several connections, and each takes its time to be made.
    const left = await page.evaluate<[number, number][]>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.includes('?number='))
         .map(({ name, startTime }) => [Number(name.split('=')[1]), startTime])`,
    );
    const times = left.sort(([a], [b]) => a - b).map(([, time]) => time);
    expect(times).toHaveLength(100);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('[I43] a retry of the page is not asked about again, and leaves as it was decided', async () => {
    failing = true;
    const sent = page.evaluate(fetchSource(GUILTY));
    await answerDialog(page, 'Send redacted');
    await sent;
    const redacted = texts()[0]!;
    failing = false;
    expect(await page.evaluate(fetchSource(redacted))).toBe('sent');
    expect(await page.dialogText()).toBeNull();
    expect(await page.evaluate(fetchSource(GUILTY))).toBe('sent');
    expect(await page.dialogText()).toBeNull();
    expect(texts()).toEqual([redacted, redacted, redacted]);
    expect(cardAtServer()).toEqual([]);
  });

  it('[I76] a decision in one tab is none in another', async () => {
    const sent = page.evaluate(fetchSource(GUILTY));
    await answerDialog(page, 'Send redacted');
    expect(await sent).toBe('sent');
    const other = await world.driver.open('https://chatgpt.com/');
    const again = other.evaluate(fetchSource(GUILTY));
    await answerDialog(other, 'Don’t send');
    expect(await again).toBe('refused');
    await other.close();
    expect(texts()).toHaveLength(1);
    expect(cardAtServer()).toEqual([]);
  });

  it('[I78] what is changed after the decision is asked about anew', async () => {
    const sent = page.evaluate(fetchSource(GUILTY));
    await answerDialog(page, 'Send redacted');
    await sent;
    const redacted = texts()[0]!;
    const changed = page.evaluate(fetchSource(`${redacted} and 5500 0000 0000 0004`));
    await answerDialog(page, 'Don’t send');
    expect(await changed).toBe('refused');
    expect(texts()).toEqual([redacted]);
    expect(world.server.sinkContains('5500 0000')).toEqual([]);
  });

  it('[I57] a page that comes back from another is still guarded', async () => {
    await page.goto('https://chatgpt.com/c/other');
    await page
      .evaluate(`new Promise((back) => { addEventListener('pagehide', back); history.back(); }).catch(() => 0)`)
      .catch(() => 0);
    await page.waitFor('#prompt-textarea');
    const sent = page.evaluate(fetchSource(GUILTY));
    await answerDialog(page, 'Don’t send');
    expect(await sent).toBe('refused');
    expect(await page.evaluate(fetchSource(HARMLESS))).toBe('sent');
    expect(texts()).toEqual([HARMLESS]);
  });

  // Last: it replaces the extension.
  it('[I65][I57][B14][B36] a tab from before an update sends no prompt, not even a harmless one, until it is loaded again', async () => {
    expect(await page.evaluate(fetchSource(HARMLESS))).toBe('sent');
    world.server.clear();
    const options = await world.driver.extensionPage('options.html');
    await options.evaluate('void setTimeout(() => (globalThis.browser ?? globalThis.chrome).runtime.reload(), 50)');
    // For a moment there is no extension at all.
    const isBack = () => page.evaluate(workerSource(fetchSource('is the new version there?')));
    await expect.poll(isBack, SOON).toBe('refused');
    world.server.clear();
    expect(await page.evaluate(fetchSource(HARMLESS))).toBe('refused');
    // The gate of the new version knows that this page has no guard of it.
    expect(await page.evaluate(workerSource(fetchSource(HARMLESS)))).toBe('refused');
    expect(await page.evaluate(workerSource(fetchSource(GUILTY)))).toBe('refused');
    expect(texts()).toEqual([]);
    await page.goto('https://chatgpt.com/');
    await expect.poll(() => page.evaluate(fetchSource(HARMLESS)), SOON).toBe('sent');
    expect(await page.evaluate(workerSource(fetchSource(HARMLESS)))).toBe('sent');
    expect(cardAtServer()).toEqual([]);
  });
});
