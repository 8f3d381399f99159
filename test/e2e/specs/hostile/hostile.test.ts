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
import { type FixtureServer, startFixtureServer } from '../../../fixtures/server/server.ts';
import { browsersUnderTest } from '../../drivers/browsers.ts';
import { type Driver, type DriverPage, launchDriver } from '../../drivers/driver.ts';
import { WAYS, type Way } from './ways.data.ts';

const CARD = '4111 1111 1111 1111';
const HARMLESS = 'tea with milk';
const EVIL = 'https://evil.example';
/** Longer than the slowest way needs to its end. */
const SETTLE_MS = 500;
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
  let server: FixtureServer;
  let driver: Driver;
  let page: DriverPage;
  let relay: Socket;
  let relayed: Buffer[];

  beforeAll(async () => {
    relay = createSocket('udp4', (message) => relayed.push(message)).bind(0, '127.0.0.1');
    await once(relay, 'listening');
    server = await startFixtureServer({ apps: [attacker], otherHosts: ['evil.example'] });
    driver = await launchDriver(browser, { hosts: server.hosts, trustedKeys: server.trustedKeys });
    // The first page after an install waits for the admin's settings; the tests are not about that.
    await (await driver.open('https://chat.openai.com/')).close();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    relay?.close();
  });
  beforeEach(async () => {
    page = await driver.open('https://chat.openai.com/');
    server.clear();
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
      .replaceAll('EXTENSION', driver.extensionId)
      .replaceAll('PORT', String((relay.address() as AddressInfo).port));
    // Ways that end in a thrown error or never end are as good as any: what left has left.
    const running = page.evaluate(`(async () => { ${declared.join(' ')} ${code} })().then(() => 0, () => 0)`);
    await Promise.race([running.catch(() => 0), sleep(4_000)]);
  };
  const arrived = (text: string) => [
    ...server.sinkContains(text),
    ...server.sinkContains(text.replaceAll(' ', '')),
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
      await expect.poll(() => arrived(HARMLESS), { timeout: 15_000, interval: 50 }).not.toEqual([]);
    },
  );

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
