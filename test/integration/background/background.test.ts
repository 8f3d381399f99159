/** The background over a real IndexedDB implementation and an endpoint in memory, stopped and built again at will. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Background, type BrowserRules, createBackground } from '../../../lib/background/background.ts';
import type { RequestDetails } from '../../../lib/gate/captured.ts';
import type { Answers } from '../../../lib/messages/answers.ts';
import type { PopupState } from '../../../lib/messages/popup-state.ts';
import { type Handlers, route } from '../../../lib/messages/router.ts';
import { classifyInWindows } from '../../../lib/messages/text-windows.ts';
import { createDigester } from '../../../lib/pipeline/digest.ts';
import { Hold } from '../../../lib/pipeline/hold.ts';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { verifyChain } from '../../../lib/records/chain.ts';
import { listRecords, shippedLine } from '../../../lib/records/outbox.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { openDb, type SluiceDb } from '../../../lib/storage/db.ts';
import { quietPorts } from '../../fakes/background-ports.ts';
import { fakeBrowserFacts } from '../../fakes/fake-browser-facts.ts';
import { FakeEndpoint } from '../../fakes/fake-endpoint.ts';
import { guardPorts } from '../../fakes/guard-ports.ts';
import { inlinePolicy } from '../../fakes/inline-policy.ts';
import { sameRulesSignedAnew } from '../../fakes/same-rules.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';

const TAB = 4;
const CARD = '4111 1111 1111 1111';
const WITH_CARD = `Please check my card ${CARD}`;
const encoder = new TextEncoder();

let db: SluiceDb;
let endpoint: FakeEndpoint;
let session: Map<string, unknown>;
let background: Background;
let now: number;
let announced: number;
let browserRules: BrowserRules[];
let guarded: boolean;

async function start(config: object = { endpoint: endpoint.url, tenant: 'acme', enrolmentToken: 'right' }) {
  background = await createBackground({
    db,
    ...quietPorts(),
    net: endpoint.net,
    config,
    now: () => now,
    loadSession: async (key, schema, empty) => {
      const parsed = schema.safeParse(session.get(key));
      return parsed.success ? parsed.data : empty;
    },
    saveSession: (key, value) => void session.set(key, structuredClone(value)),
    announcePolicy: () => {
      announced += 1;
    },
    isGuarded: async () => guarded,
    activeTab: async () => ({ id: TAB, url: 'https://chatgpt.com/c/1' }),
    ...fakeBrowserFacts(browserRules),
  });
}

beforeEach(async () => {
  now = Date.UTC(2026, 10, 21, 9);
  db = openDb(`background-${crypto.randomUUID()}`, { indexedDB: new IDBFactory(), IDBKeyRange });
  endpoint = await FakeEndpoint.start(() => now);
  session = new Map();
  announced = 0;
  browserRules = [];
  guarded = true;
});
afterEach(() => db.close());

/**
 * A guard in a tab, wired to the background as the browser would wire it.
 * @param unheard the background ends after it has done what a commit asks for: the guard asks again
 */
async function guard(choice: 'redact' | 'cancel', unheard = false) {
  const ask = async <M extends keyof Handlers>(method: M, request: object) => {
    const sender = { surface: 'content' as const, tab: TAB, frame: 0, document: null };
    const answer = await route({ method, ...request }, sender, background.handlers);
    if (!answer.ok) throw new Error(answer.code);
    return answer.value as M extends keyof Answers ? Answers[M] : unknown;
  };
  const { digestKey, ...session } = await ask('guard.open', { app: 'chatgpt' });
  const opened = {
    ...session,
    digester: await createDigester(Uint8Array.from(atob(digestKey), (char) => char.charCodeAt(0))),
  };
  const { ports } = await guardPorts({ choice });
  return new Hold({
    ...ports,
    session: async () => opened,
    sessionNow: () => opened,
    classify: (prompt) => classifyInWindows(prompt, (parts) => ask('guard.classify', { parts })),
    async commit(draft, permit) {
      const request = { key: crypto.randomUUID(), draft, permit };
      if (unheard) await ask('guard.commit', request).then(() => start({}));
      return (await ask('guard.commit', request)).id;
    },
    vouch: async (decision, permit) => void (await ask('guard.vouch', { decision, ...permit })),
    approvals: {
      recall: (conversation, policy) => ask('guard.recall', { conversation, policy }),
      remember: (conversation, policy, approvals) => void ask('guard.remember', { conversation, policy, approvals }),
    },
    entered: (values) => void ask('guard.entered', { values }),
    now: () => now,
  });
}

const prompt = (text: string): CapturedRequest => ({
  transport: 'fetch',
  url: chatgptUrl.conversation,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: { kind: 'text', text: chatgptConversationBody(text) },
});

const seenByGate = (body: string, tabId = TAB): RequestDetails => ({
  url: chatgptUrl.conversation,
  method: 'POST',
  type: 'xmlhttprequest',
  tabId,
  requestBody: { raw: [{ bytes: encoder.encode(body).buffer as ArrayBuffer }] },
});

/** In the order of the chain. */
const recorded = async () => {
  const { records } = await listRecords(db, { offset: 0, limit: 100 });
  return records.sort((a, b) => a.seq - b.seq);
};
const rowOf = async (wanted: string) => JSON.parse((await recorded()).find(({ kind }) => kind === wanted)!.text);
const kinds = async () => (await recorded()).map(({ kind }) => kind);

describe('gate and guard together', () => {
  beforeEach(() => start({}));

  it('let a redacted prompt leave and record decision and effect', async () => {
    const verdict = await (await guard('redact')).onRequest(chatgpt, prompt(WITH_CARD));
    expect(verdict.verdict).toBe('rewrite');
    const body = verdict.verdict === 'rewrite' && verdict.body.kind === 'text' ? verdict.body.text : '';
    expect(await background.gate.judge(seenByGate(body))).toBe(true);
    await expect
      .poll(async () => (await kinds()).sort())
      .toEqual(['decision', 'effect', 'heartbeat', 'policy_applied']);
    const [decision, effect] = ['decision', 'effect'].map((kind) => rowOf(kind));
    expect((await effect).decision).toBe((await decision).id);
  });

  it('refuse the original, whoever sends it', async () => {
    const body = chatgptConversationBody(WITH_CARD);
    expect(await background.gate.judge(seenByGate(body))).toBe(false);
    expect(await background.gate.judge(seenByGate(body, -1))).toBe(false);
  });

  it.each([
    ['a Blob or stream', { requestBody: { error: 'Unknown error.' } }],
    ['a file', { requestBody: { raw: [{ file: '/tmp/x' }] } }],
    ['a body that is hidden from the gate', { method: 'PATCH', requestBody: undefined }],
  ])('refuse %s that nobody has read', async (_, details) => {
    expect(await background.gate.judge({ ...seenByGate(''), ...details })).toBe(false);
  });

  it('refuse what was entered in the tab when another call carries it', async () => {
    await (await guard('cancel')).resolveText(chatgpt, 'chatgpt.com', 'I am jane.roe@acme-corp.com');
    const telemetry = { ...seenByGate('{"e":"jane.roe@acme-corp.com"}'), url: 'https://chatgpt.com/ces/v1/t' };
    expect(await background.gate.judge(telemetry)).toBe(false);
    expect(await background.gate.judge({ ...telemetry, tabId: TAB + 1 })).toBe(true);
  });

  it('keep a permit over the death of the background', async () => {
    const verdict = await (await guard('redact')).onRequest(chatgpt, prompt(WITH_CARD));
    const body = verdict.verdict === 'rewrite' && verdict.body.kind === 'text' ? verdict.body.text : '';
    await start({});
    expect(await background.gate.judge(seenByGate(body))).toBe(true);
    await expect.poll(kinds).toContain('effect');
  });

  it('write a decision once, with one permit, when the background ended before it was heard', async () => {
    const verdict = await (await guard('redact', true)).onRequest(chatgpt, prompt(WITH_CARD));
    const body = verdict.verdict === 'rewrite' && verdict.body.kind === 'text' ? verdict.body.text : '';
    expect((await kinds()).filter((kind) => kind === 'decision')).toHaveLength(1);
    expect(session.get('permits')).toMatchObject([{ decision: (await rowOf('decision')).id }]);
    expect(await background.gate.judge(seenByGate(body))).toBe(true);
    expect(session.get('permits')).toEqual([]);
    await expect.poll(kinds).toContain('effect');
    expect((await rowOf('effect')).decision).toBe((await rowOf('decision')).id);
  });

  it('say in the popup what happened, without any value', async () => {
    await (await guard('cancel')).onRequest(chatgpt, prompt(WITH_CARD));
    const state = await background.handlers['popup.state']({}, { surface: 'page', tab: -1, frame: 0, document: null });
    expect(state).toMatchObject({
      tab: { host: 'chatgpt.com', app: { id: 'chatgpt' }, coverage: 'full' },
      decisions: [{ action: 'block', choice: 'cancel', counts: [{ type: 'CREDIT_CARD', count: 1 }] }],
      endpoint: { state: 'not_configured' },
    });
    expect(JSON.stringify(state)).not.toContain('4111');
  });
});

describe('what the gate refuses unread', () => {
  const LATER_MS = 60_000;
  const socket = (url: string) => ({ ...seenByGate(''), url, method: 'GET', type: 'websocket', requestBody: null });
  const decisions = async () =>
    (await recorded()).filter(({ kind }) => kind === 'decision').map(({ text }) => JSON.parse(text));
  const ofPage = (body: string) => ({ ...seenByGate(body), initiator: 'https://chatgpt.com' });
  beforeEach(() => start({}));

  it.each<[string, Partial<RequestDetails>, object]>([
    [
      'a socket that no hook announced',
      socket('wss://ws.chatgpt.com/s'),
      { reason: 'unannounced_socket', op: 'other' },
    ],
    ['a session of WebTransport', { type: 'webtransport', method: 'CONNECT' }, { reason: 'stream' }],
    [
      'a body of nine megabytes',
      { requestBody: { raw: [{ bytes: new ArrayBuffer(9 * 1024 * 1024) }] } },
      { reason: 'oversized', op: 'prompt.submit' },
    ],
  ])('is recorded: %s', async (_, more, expected) => {
    expect(await background.gate.judge({ ...seenByGate(''), ...more })).toBe(false);
    await expect
      .poll(decisions)
      .toMatchObject([{ ...expected, action: 'block', evaluation: 'fallback', findings: [] }]);
    expect((await decisions())[0]).not.toHaveProperty('times');
    const { decisions: shown } = (await background.handlers['popup.state'](
      {},
      { surface: 'page', tab: -1, frame: 0, document: null },
    )) as PopupState;
    expect(shown).toMatchObject([{ action: 'block', counts: [] }]);
  });

  it('is recorded: a prompt of a page without a guard, and what a background could not judge', async () => {
    guarded = false;
    expect(await background.gate.judge(ofPage(chatgptConversationBody('hello')))).toBe(false);
    expect(await background.gate.refuseUnjudged(ofPage(''))).toBe(false);
    await expect.poll(decisions).toMatchObject([{ reason: 'unguarded' }, { reason: 'unjudged' }]);
  });

  it('is counted where a page tries again and again, also over the death of the background', async () => {
    const open = () => background.gate.judge(socket('wss://ws.chatgpt.com/s'));
    for (let time = 0; time < 30; time++) expect(await open()).toBe(false);
    await expect.poll(decisions).toHaveLength(1);
    await start({});
    for (let time = 0; time < 10; time++) await open();
    now += LATER_MS;
    await start({});
    await expect.poll(decisions).toMatchObject([{ reason: 'unannounced_socket' }, { times: 39 }]);
    await open();
    await expect.poll(decisions).toHaveLength(3);
    await open();
    await open();
    background.forgetTab(TAB);
    await expect.poll(async () => (await decisions()).at(-1)).toMatchObject({ times: 2 });
  });

  it('leaves no record where it is a draft', async () => {
    guarded = false;
    const draft = { ...ofPage(chatgptConversationBody('hel')), url: `${chatgptUrl.conversation}/prepare` };
    expect(await background.gate.judge(draft)).toBe(false);
    expect(await background.gate.judge(ofPage(chatgptConversationBody('hello')))).toBe(false);
    await expect.poll(decisions).toMatchObject([{ op: 'prompt.submit' }]);
  });
});

describe('with a policy in managed storage', () => {
  const PAGE = { surface: 'page' as const, tab: -1, frame: 0, document: null };

  it('makes the browser follow it, and forgets with the policy that drops it', async () => {
    const { policy, policyRootKeys } = await inlinePolicy({
      sites: { tenantHeaders: { openai: ['w-1'] }, blocked: [{ host: 'ai.example' }] },
    });
    await start({ policy, policyRootKeys });
    await expect.poll(() => browserRules).toHaveLength(1);
    expect(browserRules[0]).toMatchObject({ headers: [{ value: 'w-1' }], blocked: [expect.stringContaining('ai')] });
    const { verified, rootKey } = await sameRulesSignedAnew();
    await start({ policy: verified, policyRootKeys: [rootKey] });
    await expect.poll(() => browserRules.at(-1)).toMatchObject({ headers: [], blocked: [] });
  });

  it('enforces it without any endpoint', async () => {
    const { verified, rootKey } = await sameRulesSignedAnew();
    await start({ policy: verified, policyRootKeys: [rootKey] });
    expect(await background.handlers['policy.view']({}, PAGE)).toMatchObject({ source: 'managed', freshness: 'fresh' });
    expect((await (await guard('redact')).onRequest(chatgpt, prompt('hello'))).verdict).toBe('pass');
  });

  it.each([
    ['is signed by another key', async () => (await sameRulesSignedAnew()).verified, 'unknown_key'],
    ['is not a policy', async () => 'allow everything', 'malformed'],
  ])('holds everything when it %s, says so in the popup and records why', async (_, policy, code) => {
    const { rootKey } = await sameRulesSignedAnew();
    await start({ policy: await policy(), policyRootKeys: [rootKey] });
    expect((await (await guard('redact')).onRequest(chatgpt, prompt('hello'))).verdict).toBe('refuse');
    expect(await background.handlers['popup.state']({}, PAGE)).toMatchObject({ policy: null });
    expect(await rowOf('policy_rejected')).toMatchObject({ code, source: 'managed' });
  });
});

describe('with an endpoint', () => {
  it('holds everything until the first policy has arrived', async () => {
    endpoint.trouble = Array.from({ length: 50 }, () => ({ ok: false as const, code: 'unreachable' as const }));
    await start();
    expect((await (await guard('redact')).onRequest(chatgpt, prompt('hello'))).verdict).toBe('refuse');
    expect(await background.gate.judge(seenByGate(chatgptConversationBody('hello')))).toBe(false);
  });

  it('lets the bundled rules decide meanwhile where the admin wants that', async () => {
    endpoint.trouble = Array.from({ length: 50 }, () => ({ ok: false as const, code: 'unreachable' as const }));
    await start({ endpoint: endpoint.url, tenant: 'acme', enrolmentToken: 'right', unavailable: 'allow' });
    expect((await (await guard('redact')).onRequest(chatgpt, prompt('hello'))).verdict).toBe('pass');
    expect((await (await guard('cancel')).onRequest(chatgpt, prompt(WITH_CARD))).verdict).toBe('refuse');
  });

  it('tells the guards when the first policy arrives, even one with the rules that stood in for it', async () => {
    await start();
    const waiting = await guard('redact');
    expect((await waiting.onRequest(chatgpt, prompt('hello'))).verdict).toBe('refuse');
    const { verified, rootKey } = await sameRulesSignedAnew();
    endpoint.policy = { envelope: verified, etag: '"1"' };
    await start({ endpoint: endpoint.url, tenant: 'acme', enrolmentToken: 'right', policyRootKeys: [rootKey] });
    announced = 0;
    await background.sync.run();
    expect(announced).toBe(1);
    expect((await (await guard('redact')).onRequest(chatgpt, prompt('hello'))).verdict).toBe('pass');
    await background.sync.run();
    expect(announced).toBe(1);
  });

  it('ships what was recorded, also what a killed background left behind, exactly once', async () => {
    await start();
    const first = await guard('cancel');
    await first.onRequest(chatgpt, prompt(WITH_CARD));
    // The worker dies in the middle of shipping: answers are lost, then it is built anew.
    endpoint.trouble = ['lost'];
    await background.sync.run();
    now += 60 * 60_000;
    await start();
    await background.sync.run();
    await background.sync.run();
    const records = await recorded();
    expect(records.every(({ state }) => state === 'acknowledged')).toBe(true);
    expect(endpoint.stored.map(({ record }) => JSON.parse(record).seq)).toEqual(records.map(({ seq }) => seq));
    const { publicKey } = (await db.identity.get('device'))!;
    const report = await verifyChain(
      records.map((row) => JSON.parse(shippedLine(row))),
      () => publicKey,
    );
    expect(report.faults).toEqual([]);
  });

  it('keeps the policy in force and records the refusal when one with a bad signature comes', async () => {
    await start();
    const before = await background.handlers['policy.view']({}, { surface: 'page', tab: -1, frame: 0, document: null });
    endpoint.policy = { envelope: '{"payloadType":"x"}', etag: '"1"' };
    await background.sync.run();
    await background.sync.run();
    expect(
      await background.handlers['policy.view']({}, { surface: 'page', tab: -1, frame: 0, document: null }),
    ).toEqual(before);
    expect((await kinds()).filter((kind) => kind === 'policy_rejected')).toHaveLength(1);
  });
});
