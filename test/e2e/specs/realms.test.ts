/**
 * Windows a page can send from although no content script has run in them yet. Chromium runs without the gate here, so
 * that what is tested is the hook; in Firefox the gate is always there. Each way is tried with harmless text first.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { workbench } from '../../fixtures/sites/workbench/page/app.ts';
import { answerDialog } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useBrowser } from '../use-browser.ts';
import { FRAMES, WINDOWS, type WindowWay } from '../windows.data.ts';

const CARD = '4111 1111 1111 1111';
const URL = 'https://bench.chatgpt.com/';
/** A request to loopback that was not held has arrived long before. */
const GRACE_MS = 250;
const TRIES = 8;
const SOON = { timeout: PATIENCE_MS, interval: 50 };

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  let count = 0;

  const world = useBrowser(browser, { apps: [workbench], ...(browser === 'chromium' ? { mode: 'unpacked' } : {}) });
  beforeAll(async () => {
    page = await world.driver.open(URL);
    // The first prompt after an install waits for the admin's settings.
    await page.evaluate(`fetch(prompt, { method: 'POST', body: conversation('hello') }).then(() => 0)`);
  });

  /** Harmless text arrives, the same with a card does not. */
  const tryWay = async ({ source, harmless }: WindowWay) => {
    const id = `number ${++count}`;
    world.server.clear();
    const run = (name: string, text: string) =>
      page.evaluate(`(() => {
        window.${name} = ${JSON.stringify(text)};
        const send = (w) => w.fetch(location.origin + prompt, { method: 'POST', body: conversation(${name}) }).catch(() => 0);
        const TEXT = ${JSON.stringify(text)}, NAME = ${JSON.stringify(name)};
        const make = (tag, members = {}) => Object.assign(document.createElement(tag), members);
        const inside = '<script>fetch("' + location.origin + prompt + '", { method: "POST", body: decodeURIComponent("' +
          encodeURIComponent(conversation(TEXT)) + '") })<' + '/script>';
        stage.replaceChildren();
        ${source}
      })()`);
    const control = () => world.server.sinkContains(`bread ${id}`);
    // A window on its way to an address may take a call of ours down with it: the control may need another try.
    for (
      let attempt = 0;
      attempt < TRIES && (attempt === 0 || (harmless !== 'refused' && control().length === 0));
      attempt++
    ) {
      await run('harmlessText', `how do I bake bread ${id}`);
      const patience = attempt < TRIES - 1 ? { timeout: 4_000 } : SOON;
      if (harmless !== 'refused') await vi.waitFor(() => expect(control()).not.toEqual([]), patience).catch(() => 0);
    }
    if (harmless !== 'refused') expect(control()).not.toEqual([]);
    await run('cardText', `${CARD}, my card ${id}`);
    await page.evaluate(`fetch('/marker/${count}').then(() => 0)`);
    await sleep(GRACE_MS);
    expect(world.server.requests(`/marker/${count}`)).toHaveLength(1);
    expect(world.server.sinkContains(`my card ${id}`)).toEqual([]);
  };

  it.each(WINDOWS)('$title', (way) => tryWay(way));
  it.each(FRAMES)('$title', (way) => tryWay(way));

  it('[I53] the document itself, opened anew: calls and composer are held as before', async () => {
    const tab = await world.driver.open(URL);
    await tab.evaluate(`(() => {
      const { conversation, prompt } = window;
      document.open();
      document.write('<p>new</p><textarea id="prompt-textarea"></textarea>');
      document.close();
      document.querySelector('textarea').addEventListener('keydown', (event) => {
        if (event.key === 'Enter') fetch(location.origin + '/backend-api/f/conversation', { method: 'POST', body: JSON.stringify({
          messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [event.target.value] } }] }) }).catch(() => 0);
      });
    })()`);
    await tab.type('#prompt-textarea', 'a harmless line after opening');
    await tab.press('Enter');
    await expect.poll(() => world.server.sinkContains('after opening').length, SOON).toBeGreaterThan(0);
    await tab.press('Control+A');
    await tab.type('#prompt-textarea', `opened with ${CARD}`);
    await tab.press('Enter');
    await tab.waitForDialog();
    await sleep(GRACE_MS);
    expect(world.server.sinkContains('opened with')).toEqual([]);
    // The first layer writes into the editor: it heard of the key.
    expect(await answerDialog(tab, 'Send redacted')).toContain('ChatGPT');
    await expect.poll(() => world.server.sinkContains('CREDIT_CARD_1').length, SOON).toBeGreaterThan(0);
    expect(await tab.evaluate(`document.querySelector('textarea').value`)).toContain('CREDIT_CARD_1');
    expect(world.server.sinkContains(CARD)).toEqual([]);
    await tab.close();
  });
});
