/** The gate as the browser meets it: who is judged, who has to be guarded, what waits, what breaks. */
import { describe, expect, it } from 'vitest';
import type { RequestDetails } from '../../../lib/gate/captured.ts';
import { Gate, type GatePorts, type Refusal } from '../../../lib/gate/gate.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { GovernedApps } from '../../../lib/sites/governed-apps.ts';
import { SITES } from '../../../lib/sites/registry.ts';
import { guardedTab, TAB } from '../../fakes/guarded-tab.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';

const OWN = 'chrome-extension://sluice';
const PAGE = { initiator: 'https://chatgpt.com', tabId: TAB, frameId: 0, parentFrameId: -1 };
const raw = (text: string) => ({ raw: [{ bytes: new TextEncoder().encode(text).buffer as ArrayBuffer }] });
const prompt = (text: string, more: Partial<RequestDetails> = {}): RequestDetails => ({
  ...PAGE,
  url: chatgptUrl.conversation,
  method: 'POST',
  type: 'xmlhttprequest',
  requestBody: raw(chatgptConversationBody(text)),
  ...more,
});
const HARMLESS = 'How do I bake bread?';
const CARD = 'My card is 4111 1111 1111 1111';
const SOCKET: RequestDetails = { ...PAGE, url: 'wss://ws.chatgpt.com/s', method: 'GET', type: 'websocket' };
const announcement = {
  transport: 'websocket',
  url: SOCKET.url,
  method: 'GET',
  headers: {},
  body: { kind: 'none' },
} as const;

async function setUp(ports: Partial<GatePorts> = {}) {
  const tab = await guardedTab();
  const refusals: Refusal[] = [];
  const asked: (readonly number[])[] = [];
  const gate = new Gate({
    apps: async () => new GovernedApps(SITES),
    ownOrigin: OWN,
    state: async () => tab.state(),
    tabAddress: async () => 'https://chatgpt.com/c/1',
    async isGuarded(_, frames) {
      asked.push(frames);
      return true;
    },
    nextPermit: () => tab.permits.next(),
    patience: () => new Promise((resolve) => setTimeout(resolve, 50)),
    onReleased: () => undefined,
    onRefused: (refusal) => refusals.push(refusal),
    ...ports,
  });
  return { gate, refusals, asked, ...tab };
}

describe('a page without a living guard', () => {
  const unguarded = { isGuarded: async () => false };

  it('sends no prompt, however harmless, from any of its realms', async () => {
    const { gate, refusals } = await setUp(unguarded);
    expect(await gate.judge(prompt(HARMLESS))).toBe(false);
    expect(await gate.judge(prompt(HARMLESS, { frameId: 7, parentFrameId: 0 }))).toBe(false);
    expect(refusals.map(({ code }) => code)).toEqual(['unguarded', 'unguarded']);
  });

  it('still loads, signs in and may be opened by an address with a prompt', async () => {
    const { gate } = await setUp(unguarded);
    const get = { ...PAGE, method: 'GET', type: 'xmlhttprequest', url: 'https://chatgpt.com/api/auth/session?x=1' };
    expect(await gate.judge(get)).toBe(true);
    const opened = { method: 'GET', type: 'main_frame', tabId: TAB, url: 'https://chatgpt.com/?q=bread' };
    expect(await gate.judge(opened)).toBe(true);
    expect(await gate.judge({ ...opened, ...PAGE })).toBe(true);
  });

  it('is asked for only where no permit speaks for it', async () => {
    const { gate, hold, asked } = await setUp();
    const text = chatgptConversationBody(HARMLESS);
    const request = { ...announcement, transport: 'fetch', method: 'POST', url: chatgptUrl.conversation } as const;
    await hold.onRequest(chatgpt, { ...request, body: { kind: 'text', text } });
    expect(await gate.judge(prompt(HARMLESS))).toBe(true);
    expect(asked).toEqual([]);
    expect(await gate.judge(prompt(HARMLESS, { frameId: 7, parentFrameId: 0 }))).toBe(true);
    expect(asked).toEqual([[7, 0]]);
  });
});

describe('a socket', () => {
  it('waits for its announcement', async () => {
    const { gate, hold } = await setUp();
    const opening = gate.judge(SOCKET);
    await hold.onRequest(chatgpt, { ...announcement, url: 'wss://ws.chatgpt.com/another' });
    await hold.onRequest(chatgpt, announcement);
    expect(await opening).toBe(true);
  });

  it('that nobody announces is refused, a worker’s without any delay', async () => {
    const { gate, refusals } = await setUp();
    expect(await gate.judge(SOCKET)).toBe(false);
    const { gate: impatient } = await setUp({ patience: () => Promise.reject(new Error('it waited')) });
    expect(await impatient.judge({ ...SOCKET, tabId: -1 })).toBe(false);
    expect(refusals.map(({ code }) => code)).toEqual(['unannounced_socket']);
  });

  it('to somebody else, from an app’s page, has to be announced as well; one of other pages not', async () => {
    const { gate } = await setUp();
    expect(await gate.judge({ ...SOCKET, url: 'wss://elsewhere.example/s' })).toBe(false);
    expect(await gate.judge({ ...SOCKET, url: 'wss://elsewhere.example/s', initiator: 'https://a.example' })).toBe(
      true,
    );
  });
});

describe('a redirect', () => {
  const approved = async () => {
    const set = await setUp();
    const text = chatgptConversationBody(HARMLESS);
    const file = { kind: 'bytes', bytes: new Uint8Array([0x89, 0x50, 0, 1, 255]) } as const;
    const upload = {
      ...announcement,
      transport: 'fetch',
      method: 'PUT',
      url: 'https://chatgpt.com/put',
      body: file,
    } as const;
    await set.hold.onRequest(chatgpt, upload);
    const details = {
      ...prompt(text),
      url: upload.url,
      method: 'PUT',
      requestBody: { error: 'Unknown error.' },
      requestId: '9',
    };
    return { ...set, details };
  };

  it('to another address of the app is the call that was let go', async () => {
    const { gate, details } = await approved();
    expect(await gate.judge(details)).toBe(true);
    expect(await gate.judge({ ...details, url: 'https://chatgpt.com/put/2' })).toBe(true);
    expect(await gate.judge({ ...details, url: 'https://chatgpt.com/put/2', requestId: '10' })).toBe(false);
  });

  it('to somebody else is judged anew', async () => {
    const { gate, details } = await approved();
    expect(await gate.judge(details)).toBe(true);
    expect(await gate.judge({ ...details, url: 'https://elsewhere.example/put' })).toBe(false);
  });
});

describe('a realm without an address', () => {
  const telemetry = {
    ...prompt(''),
    url: 'https://metrics.example/v1',
    initiator: 'null',
    requestBody: raw(`{"v":"${CARD}"}`),
  };

  it('is judged as part of the page in its tab', async () => {
    const { gate } = await setUp();
    expect(await gate.judge(telemetry)).toBe(false);
    expect(await gate.judge({ ...telemetry, requestBody: raw('{"v":"click"}') })).toBe(true);
  });

  it.each([
    ['of another site', { tabAddress: async () => 'https://a.example/' }],
    ['that has no tab', { tabAddress: async () => null }],
  ])('%s is nobody’s business', async (_, ports) => {
    expect(await (await setUp(ports)).gate.judge(telemetry)).toBe(true);
  });
});

describe('what breaks refuses', () => {
  const broken = () => Promise.reject(new Error('broken'));
  it.each<[string, Partial<GatePorts>]>([
    ['the list of apps', { apps: broken }],
    ['the policy', { state: broken }],
    ['the question to the guard', { isGuarded: broken }],
  ])('%s', async (_, ports) => {
    const { gate } = await setUp(ports);
    await expect(gate.judge(prompt(HARMLESS))).rejects.toThrow('broken');
  });

  it.each<[string, Partial<RequestDetails>]>([
    ['a session of WebTransport', { type: 'webtransport', method: 'CONNECT', requestBody: null }],
    ['a body nobody can read', { requestBody: { error: 'Unknown error.' } }],
    ['a card', { requestBody: raw(chatgptConversationBody(CARD)) }],
    ['a card from a worker', { requestBody: raw(chatgptConversationBody(CARD)), tabId: -1 }],
  ])('%s', async (_, more) => {
    expect(await (await setUp()).gate.judge(prompt(HARMLESS, more))).toBe(false);
  });
});
