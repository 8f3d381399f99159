/**
 * A page of a governed host that knows this source and wants a card number out, which a person has typed into it. Each
 * way gets a fresh page. What counts is what any server received; the text of the dialogue must not come out either.
 */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FixtureApp, sendJson } from '../../../fixtures/server/fixture-app.ts';
import { arrival } from '../../arrival.ts';
import { browsersUnderTest } from '../../drivers/browsers.ts';
import type { DriverPage } from '../../drivers/driver.ts';
import { useBrowser } from '../../use-browser.ts';
import { WAYS, type Way } from './ways.data.ts';

const CARD = '4111 1111 1111 1111';
const HARMLESS = 'tea with milk';
const EVIL = 'https://evil.example';
/** Longer than timers of any way. What comes later still counts: the next test looks before it begins. */
const SETTLE_MS = 200;
/** For ways that never end. */
const LONGEST_MS = 5_000;
const REMEMBERED_MS = 450;

/** A host of ChatGPT that no other stand-in uses; no content security policy stands in the attacker's way. */
const attacker: FixtureApp = {
  id: 'hostile',
  hosts: ['chat.openai.com'],
  script: fileURLToPath(new URL('page.ts', import.meta.url)),
  body: '<form><textarea id="prompt-textarea"></textarea><button data-testid="send-button" type="button">Send</button></form>',
  csp: '',
  answer: (call) => sendJson(call, {}),
};

describe.each(browsersUnderTest())('a hostile page in %s', (browser) => {
  const world = useBrowser(browser, { apps: [attacker], otherHosts: ['evil.example'] });
  let page: DriverPage;
  let relay: Socket;
  let relayed: Buffer[] = [];

  beforeAll(async () => {
    relay = createSocket('udp4', (message) => relayed.push(message)).bind(0, '127.0.0.1');
    await once(relay, 'listening');
    // The first page after an install waits for the admin's settings; the tests are not about that.
    await (await world.driver.open('https://chat.openai.com/')).close();
  });
  afterAll(() => relay?.close());
  beforeEach(async () => {
    page = await world.driver.open('https://chat.openai.com/');
    expect(arrived(CARD), 'late, of the way before this one').toEqual([]);
    world.server.clear();
    relayed = [];
  });
  afterEach(() => page?.close());

  const attempt = async ({ source }: Way, text: string) => {
    const message = {
      author: { role: 'user' },
      content: { content_type: 'text', parts: [`my card number is ${text}`] },
    };
    const constants = { TEXT: text, PROMPT: JSON.stringify({ messages: [message] }), EVIL };
    const declared = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
    const code = source
      .replaceAll('EXTENSION', world.driver.extensionId)
      .replaceAll('PORT', String((relay.address() as AddressInfo).port));
    // Ways that end in a thrown error or never end are as good as any: what left has left.
    let over = false;
    const running = page
      .evaluate(`(async () => { ${declared.join(' ')} ${code} })().then(() => 0, () => 0)`)
      .catch(() => 0)
      .then(() => {
        over = true;
      });
    // Whatever the person is asked on the way is refused, so that the rest of the way is gone as well.
    for (const end = Date.now() + LONGEST_MS; !over && Date.now() < end; await Promise.race([running, sleep(50)])) {
      if ((await page.dialogText().catch(() => null)) === null) continue;
      await Promise.race([page.dialogPress('Don’t send').catch(() => 0), running, sleep(1_000)]);
    }
  };
  const arrived = (text: string) => [
    ...world.server.sinkContains(text),
    ...world.server.sinkContains(text.replaceAll(' ', '')),
    ...relayed.filter((message) => message.includes(text) || message.includes(text.replaceAll(' ', ''))),
  ];

  it.each(WAYS)('gets nothing out: $name', async (way) => {
    await page.type('#prompt-textarea', `card number ${CARD}`);
    // What is typed is remembered when typing pauses.
    await sleep(REMEMBERED_MS);
    await attempt(way, CARD);
    await sleep(SETTLE_MS);
    expect(arrived(CARD)).toEqual([]);
  });

  it.each(WAYS.filter(({ control }) => control !== false))(
    'is a real way, harmless text takes it: $name',
    async (way) => {
      await attempt(way, HARMLESS);
      await arrival<unknown>('harmless text', () => arrived(HARMLESS));
    },
  );

  it('gets nothing out: a socket subprotocol of a page that was left, by a socket of the page after it', async () => {
    const { source } = WAYS.find(({ name }) => name === 'socket subprotocol')!;
    await page.type('#prompt-textarea', CARD);
    await sleep(REMEMBERED_MS);
    await attempt({ name: 'before', source }, CARD);
    await page.goto('https://chat.openai.com/');
    await attempt({ name: 'after', source }, HARMLESS);
    await arrival<unknown>('the harmless socket', () => arrived(HARMLESS));
    await sleep(SETTLE_MS);
    expect(arrived(CARD)).toEqual([]);
  });

  it('[I61] finds none of our secrets in its own world', async () => {
    const names = await page.evaluate<string[]>(`(() => {
      const seen = new Set(); const found = [];
      const visit = (value, path, depth) => {
        if (depth > 3 || value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return;
        seen.add(value);
        for (const key of Reflect.ownKeys(value)) {
          if (/sluice|verdict|permit|digest/i.test(String(key))) found.push(path + '.' + String(key));
          try { visit(Object.getOwnPropertyDescriptor(value, key).value, path + '.' + String(key), depth + 1); } catch {}
        }
      };
      visit(window, 'window', 0); visit(document, 'document', 0);
      return [...found, ...[...document.querySelectorAll('*')].flatMap((node) => node.getAttributeNames().filter((name) => /sluice/i.test(name)))];
    })()`);
    // Digests of the platform itself (SubtleCrypto.digest) are no secret of ours.
    expect(names.filter((name) => !/\.digest$/.test(name))).toEqual([]);
  });
});
