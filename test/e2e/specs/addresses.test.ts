/**
 * Addresses that carry a prompt: opened from a link, the address bar, another app. With a card number in it none is
 * opened; where nothing can stop that (behind the `#` of an open page, or without a gate) the page never reads it. A
 * harmless one is read as it is.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import lzString from 'lz-string';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { APPS } from '../../fixtures/server/apps.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { poll } from '../drivers/poll.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `please check my card ${CARD} for me`;
const HARMLESS = 'how do I bake bread';
const SOON = { timeout: PATIENCE_MS };
/** Longer than a navigation takes to reach the server. */
const SETTLE_MS = 800;

/** Everything up to the prompt. */
const FORMS = [
  'https://chatgpt.com/?q=',
  'https://chatgpt.com/?prompt=',
  'https://chatgpt.com/?hints=search&q=',
  'https://claude.ai/new?q=',
  'https://gemini.google.com/app?q=',
  'https://www.perplexity.ai/search?q=',
  'https://www.perplexity.ai/search/new?q=',
  'https://grok.com/?q=',
  'https://x.com/i/grok?text=',
  'https://www.meta.ai/?q=',
  'https://copilot.microsoft.com/?q=',
  'https://chat.mistral.ai/chat?q=',
  'https://chat.deepseek.com/?q=',
  'https://chat.qwen.ai/?q=',
  'https://aistudio.google.com/apps?prompt=',
  'https://manus.im/app?q=',
  'https://t3.chat/new?q=',
  'https://github.com/copilot?q=',
  'https://openrouter.ai/chat?q=',
  'https://www.phind.com/search?q=',
  'https://v0.app/?q=',
  'https://v0.app/chat/api/open?url=',
  'https://bolt.new/?prompt=',
  'https://lovable.dev/?prompt=',
  'https://venice.ai/chat?q=',
  'https://quillbot.com/ai-chat?text=',
];

/** Replit's prompt is packed. */
const PACKED_FORM = 'https://replit.com/?stack=Build&prompt=';

/** Those of them whose app has no stand-in need nobody to answer: what counts is what arrives. */
const HOSTS_WITHOUT_STAND_IN = [...new Set([...FORMS, PACKED_FORM].map((form) => new URL(form).hostname))].filter(
  (host) => !APPS.some(({ hosts }) => hosts.includes(host)),
);

describe.each(browsersUnderTest())('in %s', (browser) => {
  const world = useBrowser(browser, {
    otherHosts: HOSTS_WITHOUT_STAND_IN,
    // A tab whose navigation was refused does not let itself be emptied.
    reusesTabs: false,
  });
  let page: DriverPage;
  beforeAll(async () => {
    const first = await world.driver.open('https://lovable.dev/');
    // The first page after an install waits for the admin's settings; the tests are not about that.
    await first.evaluate("fetch('https://api.lovable.dev/opened?characters=0').then(() => 0)");
    await first.close();
  });
  beforeEach(() => world.server.clear());
  afterEach(() => page?.close());

  const cardAtServer = () => [
    ...world.server.sinkContains(CARD),
    ...world.server.sinkContains(CARD.replaceAll(' ', '')),
  ];
  /**
   * Goes there as a link does: a navigation that is refused leaves the page, or the browser's error page, as it is. The
   * page may just be making room for the latter, and is told again then.
   */
  const follow = (url: string) =>
    poll(`page to leave for ${url}`, PATIENCE_MS, () =>
      page.evaluate(`void setTimeout(() => location.assign(${JSON.stringify(url)}))`).then(
        () => true,
        () => false,
      ),
    );

  it.each(FORMS)('[I21][I34] %s… with a card number is not opened, and is with a harmless prompt', async (form) => {
    expect(siteForUrl(form)).not.toBeNull();
    page = await world.driver.open('https://lovable.dev/');
    await follow(form + encodeURIComponent(WITH_CARD));
    await sleep(SETTLE_MS);
    expect(cardAtServer()).toEqual([]);
    await follow(form + encodeURIComponent(HARMLESS));
    await expect.poll(() => world.server.sinkContains(HARMLESS), SOON).not.toEqual([]);
    expect(cardAtServer()).toEqual([]);
  });

  it('[I21][I34] a packed prompt with a card number is not opened, and a harmless one is', async () => {
    const addressOf = (text: string) => PACKED_FORM + lzString.compressToEncodedURIComponent(text);
    page = await world.driver.open('https://lovable.dev/');
    await follow(addressOf(WITH_CARD));
    await sleep(SETTLE_MS);
    const opened = () => world.server.requests('/').filter(({ host }) => host === 'replit.com');
    expect(opened()).toEqual([]);
    await follow(addressOf(HARMLESS));
    await expect.poll(opened, SOON).not.toEqual([]);
    expect(opened().map(({ url }) => url)).toEqual([addressOf(HARMLESS)]);
  });

  /** How much of its fragment the page has read, each time it looked. */
  const read = () =>
    world.server.requests('/opened').map(({ url }) => Number(new URL(url).searchParams.get('characters')));
  const readSome = () => read().filter((characters) => characters > 0);
  const withFragment = (text: string) => `https://lovable.dev/#autosubmit=true&prompt=${encodeURIComponent(text)}`;
  const EDITOR = '.tiptap.ProseMirror';

  it.each(['#autosubmit=true&prompt=', '#/start?prompt='])(
    '[I21][I34] a card number behind %s is not opened: the page reads nothing',
    async (form) => {
      page = await world.driver.open('https://lovable.dev/');
      await expect.poll(read, SOON).toEqual([0]);
      await follow(`https://lovable.dev/new${form}${encodeURIComponent(WITH_CARD)}`);
      await sleep(SETTLE_MS);
      expect(read()).toEqual([0]);
      expect(world.server.requests('/new')).toEqual([]);
      expect(cardAtServer()).toEqual([]);
    },
  );

  it('[I21][I34] a harmless prompt behind # is read by the page once it is known to be harmless', async () => {
    page = await world.driver.open(withFragment(HARMLESS));
    await page.waitFor(EDITOR, { text: HARMLESS });
    await expect.poll(readSome, SOON).toEqual([new URL(withFragment(HARMLESS)).hash.length]);
    expect(await page.dialogText()).toBeNull();
  });

  it('[I34] a fragment that changes in an open page is looked at in the same way', async () => {
    page = await world.driver.open('https://lovable.dev/');
    await expect.poll(read, SOON).toEqual([0]);
    const changeTo = (text: string) =>
      page.evaluate(`location.hash = ${JSON.stringify(new URL(withFragment(text)).hash)}`);
    await changeTo(HARMLESS);
    await page.waitFor(EDITOR, { text: HARMLESS });
    await expect.poll(readSome, SOON).toEqual([new URL(withFragment(HARMLESS)).hash.length]);
    world.server.clear();
    await changeTo(WITH_CARD);
    expect(await page.waitForNotice()).toContain('The address of this page carried text');
    expect(await page.evaluate('location.hash')).toBe('');
    expect(readSome()).toEqual([]);
    expect(await page.text(EDITOR)).not.toContain('4111');
    expect(cardAtServer()).toEqual([]);
  });

  it('the rest of a host that an app shares goes on as ever, except for what was written in the app', async () => {
    const comment = () =>
      page.evaluate<string>(
        `fetch('/northwind/shop/issue_comments', { method: 'POST', body: ${JSON.stringify(WITH_CARD)} }).then(() => 'sent', () => 'refused')`,
      );
    page = await world.driver.open('https://github.com/northwind/shop/issues/new');
    expect(await comment()).toBe('sent');
    expect(world.server.sinkContains(CARD).length).toBe(1);
    await page.close();
    world.server.clear();
    page = await world.driver.open('https://github.com/copilot');
    await page.type('#copilot-chat-textarea', WITH_CARD);
    await sleep(SETTLE_MS);
    expect(await comment()).toBe('refused');
    expect(cardAtServer()).toEqual([]);
  });
});

describe.runIf(browsersUnderTest().includes('chromium'))('in chromium without a gate', () => {
  const world = useBrowser('chromium', { mode: 'unpacked' });

  it('[I21][I34] a card number behind # is gone before the page reads it, and the person is told', async () => {
    const page = await world.driver.open(`https://lovable.dev/?x=1#prompt=${encodeURIComponent(WITH_CARD)}`);
    expect(await page.waitForNotice()).toContain('The address of this page carried text');
    expect(await page.evaluate('location.href')).toBe('https://lovable.dev/?x=1');
    await expect
      .poll(() => world.server.requests('/opened').map(({ url }) => url), SOON)
      .toEqual(['https://api.lovable.dev/opened?characters=0']);
    expect(world.server.sinkContains(CARD)).toEqual([]);
  });
});
