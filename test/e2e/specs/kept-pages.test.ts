/** Pages that the browser keeps and shows again, and those it fetches before anybody asks. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workbench } from '../../fixtures/sites/workbench/page/app.ts';
import { answerDialog } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { poll } from '../drivers/poll.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const HOME = 'https://bench.chatgpt.com/';
const PROMPT = '/backend-api/f/conversation';
/** Whether a page is kept is up to the browser: not when it is short of memory, or a message came for the page. */
const MOST_RETURNS = 8;
const SOON = { timeout: PATIENCE_MS };

describe.each(browsersUnderTest())('in %s', (browser) => {
  const world = useBrowser(browser, { apps: [workbench], backForwardCache: true });
  let page: DriverPage;
  beforeEach(async () => {
    page = await world.driver.open(HOME);
    // The first prompt after an install waits for the admin's settings.
    await page.evaluate("fetch(prompt, { method: 'POST', body: conversation('hello') }).then(() => 0)");
    world.server.clear();
  });
  afterEach(() => page?.close());

  const send = (text: string) =>
    page.evaluate<string>(
      `fetch(prompt, { method: 'POST', body: conversation(${JSON.stringify(text)}) }).then(() => 'sent', () => 'refused')`,
    );
  const prompts = () =>
    world.server.requests(PROMPT).map(({ body }) => JSON.parse(body.toString()).messages[0].content.parts[0]);
  /** Until the page that is there then says so. */
  const ask = (source: string) =>
    poll(source, PATIENCE_MS, () => page.evaluate<boolean>(`Boolean(${source})`).catch(() => false));
  const isGuarded = async (text: string) => {
    const sent = send(`${text} with ${CARD}`);
    await answerDialog(page, 'Don’t send');
    expect(await sent).toBe('refused');
    expect(await send(text)).toBe('sent');
    expect(prompts().filter((prompt) => prompt.includes(text))).toEqual([text]);
    expect(world.server.sinkContains(CARD)).toEqual([]);
  };

  it('[I57] a page that the browser kept and shows again is guarded as before', async () => {
    const returns: string[] = [];
    const kept = () => returns.filter((how) => how === 'kept').length;
    while (kept() < 2 && returns.length < MOST_RETURNS) {
      await page.evaluate('void (window.isKept = true)');
      await page.evaluate(`void setTimeout(() => location.assign('/?elsewhere'))`);
      await ask(`location.search === '?elsewhere' && document.readyState === 'complete'`);
      await page.evaluate('void setTimeout(() => history.back())');
      await ask(`location.search === '' && document.readyState === 'complete'`);
      returns.push(await page.evaluate<string>(`window.isKept ? 'kept' : 'loaded anew'`));
      await isGuarded(`after return ${returns.length}`);
    }
    expect(kept(), returns.join(', ')).toBe(2);
  });

  it.runIf(browser === 'chromium')(
    '[I57][I34] an address that is fetched ahead is judged like one that is opened',
    async () => {
      const prepare = (prompt: string) =>
        page.evaluate<void>(`(() => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        const urls = [${JSON.stringify(HOME)} + '?q=' + encodeURIComponent(${JSON.stringify(prompt)})];
        rules.textContent = JSON.stringify({ prerender: [{ urls, eagerness: 'immediate' }] });
        document.head.append(rules);
      })()`);
      await prepare(`asked ahead with ${CARD}`);
      await prepare('asked ahead');
      const fetched = () =>
        world.server.requests('/').filter(({ headers }) => headers['sec-purpose']?.includes('prerender'));
      await expect.poll(() => fetched().map(({ url }) => url), SOON).toEqual([`${HOME}?q=asked%20ahead`]);
      await isGuarded('beside it');
    },
  );
});
