/**
 * What is governed beyond the apps of the package, and what policy makes the browser do by itself: hosts an admin added,
 * AI sites found by what they do, tenant headers, forbidden calls, accounts. Asserted on what the server received.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { inlinePolicy } from '../../fakes/inline-policy.ts';
import { APPS } from '../../fixtures/server/apps.ts';
import { unlistedApp } from '../../fixtures/unlisted/app.ts';
import { answerDialog } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `Please check my card ${CARD} for me`;
const HARMLESS = 'how do I bake bread for my mother';
const OURS = '11111111-2222-4333-8444-555555555555';
const THEIRS = '99999999-2222-4333-8444-555555555555';
const EXTRA = 'chat.intern.example';
const EXTRA_API = 'api.intern-ai.example';
const NEW = 'app.new-ai.example';
const SETTLE_MS = 1_200;
const SOON = { timeout: PATIENCE_MS };

const message = { en: 'Not with this account.', de: 'Nicht so.', fr: 'Pas ainsi.', es: 'Así no.' };
const NO_PERSONAL = {
  id: 'no-personal-accounts',
  ver: 1,
  owner: { role: 'Security', person: 'A. Person' },
  rationale: 'Work belongs into the accounts of the organisation.',
  severity: 'high' as const,
  mode: 'enforce' as const,
  when: { accountKind: ['personal' as const] },
  // biome-ignore lint/suspicious/noThenProperty: the policy format's own word
  then: { action: 'block' as const, message },
  examples: [{ input: { accountKind: 'personal' as const }, expect: 'block' as const }],
};
const SITES = {
  discovery: 'govern' as const,
  corporateTenants: [OURS],
  tenantHeaders: {
    openai: ['ws-1', 'ws-2'],
    anthropic: [OURS],
    google: ['example.com'],
    microsoft: { tenants: ['example.com'], directory: OURS, consumer: 'block' as const },
  },
  blocked: [
    { host: 'chatgpt.com', path: '/backend-api/connectors/**' },
    { host: 'chatgpt.com', path: '/backend-api/transcribe' },
  ],
};

const chatgptBody = (text: string) =>
  JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] });
const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  `fetch(${JSON.stringify(url)}, { method: 'POST', body: ${JSON.stringify(body)}, headers: ${JSON.stringify(headers)} })
    .then((answer) => answer.text()).then(() => 'sent', () => 'refused')`;

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;

  const managed = async () => ({
    ...(await inlinePolicy({ sites: SITES, rules: [NO_PERSONAL] })),
    extraApps: [{ id: 'intern-chat', name: 'Intern Chat', hosts: [EXTRA, '*.intern-ai.example'] }],
  });
  const world = useBrowser(browser, {
    apps: [...APPS, unlistedApp([EXTRA, EXTRA_API, `not${EXTRA}`, NEW, 'api.new-ai.example', 'news.example'])],
    otherHosts: ['login.microsoftonline.com', 'login.live.com', 'accounts.google.com'],
    managed: managed(),
    // The popup speaks of the tab that was opened last.
    reusesTabs: false,
  });
  beforeAll(async () => {
    // The first page waits for the admin's settings, and pages that are open then have no hook yet.
    await (await world.driver.open('https://chatgpt.com/')).evaluate(
      post('https://chatgpt.com/backend-api/f/conversation', chatgptBody(HARMLESS)),
    );
  });
  beforeEach(() => world.server.clear());
  afterEach(() => page?.close());

  const cardAtServer = () => [
    ...world.server.sinkContains(CARD),
    ...world.server.sinkContains(CARD.replaceAll(' ', '')),
  ];
  const arrived = (text: string) => vi.waitFor(() => expect(world.server.sinkContains(text)).not.toEqual([]), SOON);

  /** The person's own records, as the options page lists them. */
  async function records(): Promise<{ kind: string; json: string }[]> {
    const options = await world.driver.extensionPage('options.html');
    try {
      const ask =
        "(globalThis.browser ?? chrome).runtime.sendMessage({ method: 'records.list', offset: 0, limit: 100 })";
      const answer = await options.evaluate<{ value: { records: { kind: string; json: string }[] } }>(ask);
      return answer.value.records;
    } finally {
      await options.close();
    }
  }

  async function popupText(): Promise<string> {
    const popup = await world.driver.extensionPage('popup.html');
    try {
      await popup.waitFor('.popup header p');
      return (await popup.text('.popup')) ?? '';
    } finally {
      await popup.close();
    }
  }

  describe('an app the admin added', () => {
    it('[I47] asks the person about a card in its composer, and sends the redacted text', async () => {
      page = await world.driver.open(`https://${EXTRA}/`);
      await page.type('#ask', WITH_CARD);
      await page.press('Enter');
      expect(await answerDialog(page, 'Send redacted')).toContain('Intern Chat');
      await vi.waitFor(
        () =>
          expect(world.server.requests('/api/ask').map(({ body }) => body.toString('utf8'))).toEqual([
            expect.stringMatching(/Please check my card \[CREDIT_CARD_1·\w+\] for me/),
          ]),
        SOON,
      );
      expect(cardAtServer()).toEqual([]);
    });

    it('[I47] sends harmless text as it is', async () => {
      page = await world.driver.open(`https://${EXTRA}/`);
      await page.type('#ask', HARMLESS);
      await page.click('#send');
      await arrived(HARMLESS);
      expect(await popupText()).toMatch(/Intern Chat.*Protected.*not known to Sluice/s);
    });

    it('[I47] is held by its address, whoever calls it', async () => {
      page = await world.driver.open('https://news.example/');
      expect(await page.evaluate(post(`https://${EXTRA_API}/api/ask`, JSON.stringify({ question: WITH_CARD })))).toBe(
        'refused',
      );
      expect(cardAtServer()).toEqual([]);
      expect(await page.evaluate(post(`https://${EXTRA_API}/api/ask`, JSON.stringify({ question: HARMLESS })))).toBe(
        'sent',
      );
      expect(world.server.sinkContains(HARMLESS)).not.toEqual([]);
    });

    it('[B32] is no other host whose name ends or begins like its own', async () => {
      page = await world.driver.open(`https://not${EXTRA}/`);
      expect(await page.evaluate(post('/plain', JSON.stringify({ question: `card ${CARD}` })))).toBe('sent');
      expect(cardAtServer()).not.toEqual([]);
    });

    it('is known to a worker that was just stopped', async () => {
      page = await world.driver.open('https://news.example/');
      await world.driver.killExtensionWorker();
      expect(await page.evaluate(post(`https://${EXTRA_API}/api/ask`, JSON.stringify({ question: WITH_CARD })))).toBe(
        'refused',
      );
      expect(cardAtServer()).toEqual([]);
    });
  });

  describe('a site nobody listed', () => {
    it('is recorded by its host alone when a sentence is answered with a stream, and held from then on', async () => {
      page = await world.driver.open(`https://${NEW}/`);
      // The control: before it was found, even a card leaves.
      expect(await page.evaluate(post('/plain', JSON.stringify({ question: `card ${CARD}` })))).toBe('sent');
      expect(cardAtServer()).not.toEqual([]);
      expect(
        await page.evaluate(post('https://api.new-ai.example/api/ask', JSON.stringify({ question: HARMLESS }))),
      ).toBe('sent');

      const found = await vi.waitFor(async () => {
        const all = (await records()).filter(({ kind }) => kind === 'site_discovered');
        expect(all).toHaveLength(1);
        return all[0]!.json;
      }, SOON);
      expect(JSON.parse(found)).toMatchObject({ host: NEW, times: 1, governed: true });
      expect(found).not.toContain('bread');

      world.server.clear();
      await page.goto(`https://${NEW}/`);
      await page.type('#ask', WITH_CARD);
      await page.press('Enter');
      await page.waitForDialog();
      expect(cardAtServer()).toEqual([]);
    });
  });

  describe('the browser itself, by policy,', () => {
    it('tells each vendor whose accounts may be used, and nobody else', async () => {
      const headersOf = async (url: string) => {
        const tab = await world.driver.open(url);
        await tab.close();
        return world.server.requests().find((entry) => entry.url === url)?.headers ?? {};
      };
      expect(await headersOf('https://chatgpt.com/gpts')).toMatchObject({
        'chatgpt-allowed-workspace-id': 'ws-1,ws-2',
      });
      expect(await headersOf('https://claude.ai/new')).toMatchObject({ 'anthropic-allowed-org-ids': OURS });
      const google = await headersOf('https://gemini.google.com/app');
      expect(google).toMatchObject({ 'x-googapps-allowed-domains': 'example.com' });
      expect(google).not.toHaveProperty('anthropic-allowed-org-ids');
      page = await world.driver.open('https://news.example/start');
      await page.evaluate(`Promise.all(['https://login.microsoftonline.com/common', 'https://login.live.com/login'].map((url) =>
        fetch(url, { mode: 'no-cors' }).catch(() => 0))).then(() => 0)`);
      const at = (host: string) => world.server.requests().find((entry) => entry.host === host)?.headers;
      expect(at('login.microsoftonline.com')).toMatchObject({
        'restrict-access-to-tenants': 'example.com',
        'restrict-access-context': OURS,
      });
      expect(at('login.live.com')).toMatchObject({ 'sec-restrict-tenant-access-policy': 'restrict-msa' });
      expect(Object.keys(at('news.example') ?? {}).filter((name) => /restrict|allowed/.test(name))).toEqual([]);
    });

    it('[I13] refuses a connector by its address, and nothing beside it', async () => {
      page = await world.driver.open('https://chatgpt.com/');
      const connector = JSON.stringify({ source: 'drive', file: 'doc-7' });
      expect(await page.evaluate(post('/backend-api/connectors/files/import', connector))).toBe('refused');
      expect(world.server.requests('/backend-api/connectors/files/import')).toEqual([]);
      await page.evaluate(post('/backend-api/connectorsettings', connector));
      expect(world.server.requests('/backend-api/connectorsettings')).toHaveLength(1);
    });

    it('[I14] refuses dictation by its address, and live voice because nobody can read it', async () => {
      page = await world.driver.open('https://chatgpt.com/');
      const audio = `(() => { const form = new FormData(); form.append('file', new Blob([new Uint8Array(2000)]), 'a.webm');
        void fetch('/backend-api/transcribe', { method: 'POST', body: form }).catch(() => 0); })()`;
      const offer = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n';
      await page.evaluate(audio);
      await page.evaluate(
        `void ${post('https://chatgpt.com/realtime/vp', offer, { 'content-type': 'application/sdp' })}`,
      );
      await page.waitForDialog();
      await sleep(SETTLE_MS);
      expect([...world.server.requests('/backend-api/transcribe'), ...world.server.requests('/realtime/vp')]).toEqual(
        [],
      );
      await page.goto('https://chatgpt.com/');
      await page.evaluate(post('/backend-api/f/conversation', chatgptBody(HARMLESS)));
      expect(world.server.sinkContains(HARMLESS)).not.toEqual([]);
    });
  });

  describe('the account', () => {
    it('is told by the requests of the page, and a rule about it holds', async () => {
      page = await world.driver.open('https://chatgpt.com/');
      const me = (id: string) => page.evaluate(post('/backend-api/me', '{}', { 'ChatGPT-Account-Id': id }));
      await me(THEIRS);
      await vi.waitFor(async () => expect(await popupText()).toContain('personal account'), SOON);
      void page.evaluate(post('/backend-api/f/conversation', chatgptBody(HARMLESS))).catch(() => 0);
      await sleep(SETTLE_MS);
      expect(world.server.sinkContains(HARMLESS)).toEqual([]);
      await me(OURS);
      await vi.waitFor(async () => expect(await popupText()).toContain('account of your organisation'), SOON);
      await page.goto('https://chatgpt.com/');
      expect(await page.evaluate(post('/backend-api/f/conversation', chatgptBody(HARMLESS)))).toBe('sent');
      await arrived(HARMLESS);
    });
  });

  it('a page whose guard does not answer is refused, and the popup says what helps', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    const call = post('https://chatgpt.com/backend-api/f/conversation', chatgptBody(HARMLESS));
    const fromWorker = (busyMs: number) =>
      page.evaluate<string>(`new Promise((done) => {
        const code = ${JSON.stringify(`postMessage('soon'); setTimeout(() => ${call}.then(postMessage), 1500);`)};
        new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => {
          if (data !== 'soon') return done(data);
          for (const end = Date.now() + ${busyMs}; Date.now() < end; );
        };
      })`);
    expect(await fromWorker(7_000)).toBe('refused');
    expect(world.server.sinkContains(HARMLESS)).toEqual([]);
    await vi.waitFor(async () => expect(await popupText()).toMatch(/In a part of this page.*Reload this tab/s), SOON);
    await page.goto('https://chatgpt.com/');
    await vi.waitFor(async () => expect(await popupText()).toContain('Everything this tab sends to ChatGPT'), SOON);
    expect(await fromWorker(0)).toBe('sent');
    expect(world.server.sinkContains(HARMLESS)).not.toEqual([]);
  });

  it('[I74] a call typed into the developer tools is held like one of the page', async () => {
    page = await world.driver.open('https://chatgpt.com/');
    void page.evaluate(post('https://chatgpt.com/backend-api/f/conversation', chatgptBody(WITH_CARD))).catch(() => 0);
    await page.waitForDialog();
    expect(cardAtServer()).toEqual([]);
    expect(
      await (await world.driver.open('https://chatgpt.com/')).evaluate(
        post('https://chatgpt.com/backend-api/f/conversation', chatgptBody(HARMLESS)),
      ),
    ).toBe('sent');
    expect(world.server.sinkContains(HARMLESS)).not.toEqual([]);
  });
});
