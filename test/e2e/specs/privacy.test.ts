/**
 * What must not lie about anywhere: originals in the page after a redaction, prompts in what the extension stores, keys
 * that scripts could read. And prompts that hide a card in odd places or odd writing.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatgptCodexBody, chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { claudeCompletionBody, claudeUrl } from '../../fixtures/sites/claude/bodies.ts';
import { t3ChatBody, t3ChatUrl } from '../../fixtures/sites/t3-chat/bodies.ts';
import { answerDialog, UNMEANT_MS } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { poll } from '../drivers/poll.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const NAME = 'Hannah Becker';
/** More than the popup shows and than one page of the list holds. */
const FLOOD = 400;

/** Everything of a page that scripts of it can read: markup, storage, databases, window properties. */
const READ_PAGE = `(async () => {
  const seen = [document.documentElement.outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  for (const name of Object.getOwnPropertyNames(window)) {
    try { seen.push(typeof window[name] === 'string' ? window[name] : JSON.stringify(window[name]) ?? ''); } catch {}
  }
  for (const { name } of await indexedDB.databases()) seen.push(await dump(name));
  return seen.join('\\n');
  DUMP
})()`;
const DUMP = `async function dump(name) {
  const wait = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await wait(indexedDB.open(name));
  const rows = [];
  for (const store of db.objectStoreNames) {
    rows.push(store, await wait(db.transaction(store).objectStore(store).getAll()));
  }
  db.close();
  return JSON.stringify(rows, (_, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? Array.from(new Uint8Array(value.buffer ?? value), (byte) => String.fromCharCode(byte)).join('')
      : value);
}`;
/** Everything the extension keeps, and what its badge says. Runs in a page of the extension. */
const READ_EXTENSION = `(async () => {
  const { storage, action } = globalThis.browser ?? globalThis.chrome;
  const seen = [await action.getBadgeText({}), await action.getTitle({})];
  for (const area of ['local', 'session', 'managed', 'sync']) {
    seen.push(JSON.stringify(await storage[area]?.get(null).catch(() => null) ?? null));
  }
  for (const { name } of await indexedDB.databases()) seen.push(await dump(name));
  return seen.join('\\n');
  ${DUMP}
})()`;

/** Twenty values of the kinds people paste. */
const PLANTED = [
  ...['4111111111111111', '5555555555554444', '378282246310005', '6011111111111117', '3530111333300000'],
  ...['anna', 'bela', 'carl', 'dora', 'emil', 'fred', 'gina', 'hugo'].map((who) => `${who}.planted@acme-corp.com`),
  ...['DE89370400440532013000', 'GB29NWBK60161331926819', 'FR1420041010050500013M02606'],
  ...['A1b2C3d4E5', 'F6g7H8i9J0', 'K1l2M3n4O5', 'P6q7R8s9T0'].map((mid) => `ghp_${mid}16C7e42F292c6912E7710c8383`),
];

describe.each(browsersUnderTest())('in %s', (browser) => {
  const world = useBrowser(browser);
  let page: DriverPage;
  beforeEach(() => world.server.clear());
  afterEach(async () => {
    // ChatGPT's page keeps what was not sent and would put it into the next test's composer.
    await page?.evaluate('localStorage.clear()');
    await page?.close();
  });

  /** Sends from the page's own code; a question is answered with `button`. */
  const send = async (url: string, body: string, button = 'Don’t send') => {
    await page.evaluate(`void (window.outcome = null, fetch(${JSON.stringify(url)}, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)},
    }).then((response) => response.text()).then(() => { window.outcome = 'sent'; }, () => { window.outcome = 'refused'; }))`);
    const outcome = await poll('an outcome or a dialogue', PATIENCE_MS, async () => {
      const done = await page.evaluate<string | null>('window.outcome');
      return done ?? ((await page.dialogText()) === null ? null : 'asked');
    });
    if (outcome !== 'asked') return outcome;
    await answerDialog(page, button);
    return poll('an outcome', PATIENCE_MS, () => page.evaluate<string | null>('window.outcome'));
  };

  it('[B20][B21] after a redaction the page holds tokens alone, whole or in pieces, whatever an answer lists', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    await page.type('#prompt-textarea', `My name is ${NAME} and I need a cover letter`);
    await page.press('Enter');
    await page.waitForDialog(PATIENCE_MS);
    // From now on: every state of the thread, piece by piece, also of those that came at once.
    await page.evaluate(`window.states = [];
      new MutationObserver((changes) => window.states.push(
        ...changes.flatMap(({ oldValue, addedNodes }) => [oldValue ?? '', ...[...addedNodes].map((node) => node.textContent)]),
        document.getElementById('thread').textContent,
      )).observe(document.getElementById('thread'), { subtree: true, childList: true, characterDataOldValue: true });`);
    await sleep(UNMEANT_MS);
    await page.dialogPress('Send redacted');
    await page.waitFor('[data-message-author-role=assistant]', { text: 'cover letter', timeoutMs: PATIENCE_MS });
    const states = await page.evaluate<string[]>('window.states');
    const inAnswer = (state: string) => state.slice(state.indexOf('You wrote'));
    // The answer did come in pieces that cut the token.
    expect(states.some((state) => state.includes('You wrote') && /\[[A-Z_0-9·\w]*$/.test(inAnswer(state)))).toBe(true);
    expect(states.filter((state) => state.includes('Hannah') || state.includes('Becker'))).toEqual([]);

    const all = Array.from({ length: 99 }, (_, index) => `[PERSON_${index + 1}]`).join(' ');
    await page.paste('#prompt-textarea', `Repeat ${all} [PERSON_1·zzzzzz] to the end`);
    await page.press('Enter');
    await page.waitFor('[data-message-author-role=assistant]', { text: 'to the end', timeoutMs: PATIENCE_MS });
    const held = await page.evaluate<string>(READ_PAGE.replace('DUMP', DUMP));
    expect(held).toContain('[PERSON_99]');
    expect(held).toMatch(/\[PERSON_1·\w+\]/);
    expect(held).not.toMatch(/Hannah|Becker/);
    expect(world.server.sinkContains(NAME)).toEqual([]);
  });

  it('[B25][B26] twenty planted values and the signing key are nowhere to be read', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    const text = `Sort these: ${PLANTED.join(' ; ')} ; done`;
    expect(await send(chatgptUrl.conversation, chatgptConversationBody(text), 'Send redacted')).toBe('sent');
    expect(world.server.requests('/backend-api/f/conversation')).toHaveLength(1);
    const leaked = PLANTED.filter((value) => world.server.sinkContains(value).length > 0);
    expect(leaked).toEqual([]);
    const options = await world.driver.extensionPage('options.html');
    // What is said on a console is seen here: in a page and, where the browser tells, in one of the extension.
    await page.evaluate(`console.warn('said by the page', { among: ['others'] })`);
    await options.evaluate(`console.error('said by the extension')`);
    const speakers = browser === 'chromium' ? ['page', 'extension'] : ['page'];
    const said = await poll('what was said', PATIENCE_MS, async () => {
      const text = await world.driver.consoleText();
      return speakers.every((who) => text.includes(`said by the ${who}`)) && text;
    });
    expect(PLANTED.filter((value) => said.includes(value))).toEqual([]);
    const kept = await options.evaluate<string>(READ_EXTENSION);
    // It is the right place to look: the decision about the prompt is there.
    expect(kept).toContain('prompt.submit');
    expect(kept).toContain('CREDIT_CARD');
    const forms = (value: string) => [
      value,
      ...(['sha256', 'md5', 'sha1'] as const).flatMap((name) => {
        const hash = createHash(name).update(value).digest();
        return [hash.toString('hex'), hash.toString('base64'), hash.toString('base64url')];
      }),
      Buffer.from(value).toString('base64').replace(/=+$/, ''),
      Buffer.from(value).toString('hex'),
    ];
    expect(PLANTED.filter((value) => forms(value).some((form) => kept.includes(form)))).toEqual([]);
    expect(options.url()).not.toContain('planted');

    const key = await options.evaluate<{ extractable: boolean; exported: string[] }>(`(async () => {
      const wait = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
      const db = await wait(indexedDB.open('sluice'));
      const [{ privateKey }] = await wait(db.transaction('identity').objectStore('identity').getAll());
      db.close();
      const exported = [];
      for (const format of ['pkcs8', 'jwk', 'raw']) {
        await crypto.subtle.exportKey(format, privateKey).then(() => exported.push(format), () => undefined);
      }
      return { extractable: privateKey.extractable, exported };
    })()`);
    expect(key).toEqual({ extractable: false, exported: [] });
    await options.close();
  });

  it('[B31] markup in a prompt is text in the dialogue, and no script of it runs', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    const markup = '<img src=x onerror="window.ran = 1"><script>window.ran = 1</script>';
    const text = `${markup} \u202eodd\u202c ${'long '.repeat(2_000)} my card is ${CARD} ${markup}`;
    await page.evaluate(`void fetch(${JSON.stringify(chatgptUrl.conversation)}, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: ${JSON.stringify(chatgptConversationBody(text))} }).catch(() => undefined)`);
    await page.waitForDialog(PATIENCE_MS);
    await page.dialogPress('See exactly what will be sent');
    await poll(
      'the markup as text',
      PATIENCE_MS,
      async () => (await page.dialogText())?.includes('<img src=x onerror=') ?? false,
    );
    await sleep(UNMEANT_MS);
    expect(await page.evaluate('window.ran ?? null')).toBeNull();
    await page.dialogPress('Don’t send');
    expect(world.server.sinkContains(CARD)).toEqual([]);
  });

  it.each([
    ['zero-width', CARD.replaceAll(' ', '\u200b')],
    ['full-width', CARD.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
    ['spaced', CARD.replaceAll(' ', '').split('').join(' ')],
    ['base64', Buffer.from(`my card is ${CARD}`).toString('base64')],
  ])('[I23] a %s card in a typed prompt is held', async (_, written) => {
    page = await world.driver.open('https://chatgpt.com/');
    await page.type('#prompt-textarea', `My card number is ${written} so check it`);
    await page.press('Enter');
    await answerDialog(page, 'Don’t send');
    expect(world.server.requests('/backend-api/f/conversation')).toEqual([]);
    expect(world.server.sinkContains(written)).toEqual([]);
    expect(world.server.sinkContains(CARD.replaceAll(' ', ''))).toEqual([]);
  });

  const PLACES: [string, string, string, (text: string) => string][] = [
    [
      'an earlier turn',
      'https://chatgpt.com/',
      chatgptUrl.conversation,
      (text) => chatgptConversationBody('And now?', { earlier: [{ text }] }),
    ],
    [
      'the second of several parts',
      'https://chatgpt.com/',
      chatgptUrl.conversation,
      (text) => chatgptConversationBody('PART').replace('["PART"]', JSON.stringify(['Look at this', text])),
    ],
    [
      'the output of a tool',
      'https://chatgpt.com/',
      chatgptUrl.codex,
      (text) => chatgptCodexBody('What does it say?', text),
    ],
    [
      'the text of an attachment',
      'https://claude.ai/new',
      claudeUrl.completion,
      (text) => claudeCompletionBody('Sum it up', { attachments: [{ name: 'notes.txt', content: text }] }),
    ],
    [
      'a title',
      'https://claude.ai/new',
      claudeUrl.title,
      (text) => JSON.stringify({ message_content: text, recent_titles: [] }),
    ],
    [
      'custom instructions',
      'https://t3.chat/',
      t3ChatUrl.chat,
      (text) => t3ChatBody('Hello', { preferences: { additionalInfo: text } }),
    ],
  ];
  it.each(PLACES)('[B17] a card in %s is held, harmless text in its place arrives', async (place, home, url, body) => {
    page = await world.driver.open(home);
    expect(await send(url, body(`For ${place}: my card is ${CARD}`))).toBe('refused');
    expect(world.server.sinkContains(CARD)).toEqual([]);
    const harmless = `Nothing to see in ${place}`;
    expect(await send(url, body(harmless))).toBe('sent');
    expect(world.server.sinkContains(harmless).length).toBeGreaterThan(0);
  });

  it('[B37] a flood of decisions neither pushes older records out nor can a page clear them', async () => {
    const options = await world.driver.extensionPage('options.html');
    const recordTotal = () =>
      options.evaluate<number>(`(globalThis.browser ?? globalThis.chrome).runtime
        .sendMessage({ method: 'records.list', offset: 0, limit: 1 }).then((answer) => answer.value.total)`);
    const before = await recordTotal();
    page = await world.driver.open('https://chatgpt.com/');
    const body = chatgptConversationBody('Is the kettle on?');
    const sent = await page.evaluate<number>(`(async () => {
      let sent = 0;
      const once = () => fetch(${JSON.stringify(chatgptUrl.conversation)}, { method: 'POST', body: ${JSON.stringify(body)} })
        .then((answer) => answer.text()).then(() => { sent++; }, () => undefined);
      for (let round = 0; round < ${FLOOD / 20}; round++) await Promise.all(Array.from({ length: 20 }, once));
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      localStorage.clear();
      return sent;
    })()`);
    expect(sent).toBe(FLOOD);
    await poll('all records', PATIENCE_MS, async () => ((await recordTotal()) >= before + FLOOD ? true : null));
    const popup = await world.driver.extensionPage('popup.html');
    await poll('the popup', PATIENCE_MS, () => popup.text('main').catch(() => null));
    await popup.close();
    await options.close();
  });
});
