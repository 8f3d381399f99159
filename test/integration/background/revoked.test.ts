/** A device that its endpoint has shut out: the rules go on, the person is told, nothing is lost. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Background, createBackground } from '../../../lib/background/background.ts';
import { listRecords } from '../../../lib/records/outbox.ts';
import { openDb, type SluiceDb } from '../../../lib/storage/db.ts';
import { quietPorts } from '../../fakes/background-ports.ts';
import { fakeBrowserFacts } from '../../fakes/fake-browser-facts.ts';
import { FakeEndpoint } from '../../fakes/fake-endpoint.ts';
import { sameRulesSignedAnew } from '../../fakes/same-rules.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';

const SENDER = { surface: 'page', tab: -1, frame: 0, document: null } as const;

let db: SluiceDb;
let endpoint: FakeEndpoint;
let background: Background;
let now: number;
let rootKey: string;

async function start() {
  background = await createBackground({
    db,
    ...quietPorts(),
    net: endpoint.net,
    config: { endpoint: endpoint.url, tenant: 'acme', enrolmentToken: 'right', policyRootKeys: [rootKey] },
    now: () => now,
    loadSession: async (_, __, empty) => empty,
    saveSession: () => undefined,
    announcePolicy: () => undefined,
    isGuarded: async () => true,
    activeTab: async () => ({ id: 4, url: 'https://chatgpt.com/c/1' }),
    ...fakeBrowserFacts([]),
  });
  await background.sync.run();
}

beforeEach(async () => {
  now = Date.UTC(2026, 10, 21, 9);
  db = openDb(`revoked-${crypto.randomUUID()}`, { indexedDB: new IDBFactory(), IDBKeyRange });
  endpoint = await FakeEndpoint.start(() => now);
  const { verified, rootKey: key } = await sameRulesSignedAnew();
  endpoint.policy = { envelope: verified, etag: '"1"' };
  rootKey = key;
});
afterEach(() => db.close());

const shows = async (popup: string, options: string) => {
  expect(await background.handlers['popup.state']({}, SENDER)).toMatchObject({ endpoint: { state: popup } });
  expect(await background.handlers['enrolment.view']({}, SENDER)).toMatchObject({ state: options });
};
const passes = (text: string) =>
  background.gate.judge({
    url: chatgptUrl.conversation,
    method: 'POST',
    type: 'xmlhttprequest',
    tabId: 4,
    requestBody: { raw: [{ bytes: new TextEncoder().encode(chatgptConversationBody(text)).buffer as ArrayBuffer }] },
  });
const states = async () => (await listRecords(db, { offset: 0, limit: 100 })).records.map(({ state }) => state);

it('enforces the last rules, also after a restart, says so, and delivers all of it once it is let in', async () => {
  await start();
  await shows('reachable', 'enrolled');
  endpoint.revoked = true;
  const delivered = endpoint.stored.length;
  for (const isRestarted of [false, true]) {
    now += 2 * 60 * 60_000;
    if (isRestarted) await start();
    else await background.sync.run();
    await shows('revoked', 'revoked');
    expect(await background.handlers['policy.view']({}, SENDER)).toMatchObject({ source: 'endpoint' });
    expect(await passes('hello')).toBe(true);
    expect(await passes('Please check my card 4111 1111 1111 1111')).toBe(false);
  }
  expect(endpoint.stored).toHaveLength(delivered);
  expect((await states()).filter((state) => state === 'queued').length).toBeGreaterThanOrEqual(2);

  endpoint.revoked = false;
  await background.sync.run();
  await shows('reachable', 'enrolled');
  expect(new Set(await states())).toEqual(new Set(['acknowledged']));
  // Let in with the token it had: nobody needs to hand out another.
  expect(endpoint.requests.filter(({ url }) => url.endsWith('/v1/enrol'))).toHaveLength(1);
});

it('says that it is shut out when that is why it cannot enrol, and sends nothing without rules', async () => {
  endpoint.revoked = true;
  await start();
  await shows('revoked', 'revoked');
  expect(await passes('hello')).toBe(false);
});
