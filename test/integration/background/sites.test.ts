/** What the background learns about sites, over a real IndexedDB implementation: packs, discovered sites, health, accounts. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PackKeeper } from '../../../lib/background/pack-keeper.ts';
import { SiteWatch } from '../../../lib/background/site-watch.ts';
import { PACK_PAYLOAD_TYPE, packPayload } from '../../../lib/coverage/pack-signature.ts';
import { sitePackSchema } from '../../../lib/coverage/site-pack.ts';
import { fromBase64 } from '../../../lib/policy/base64.ts';
import { keyIdOf, signEnvelope } from '../../../lib/policy/envelope.ts';
import type { PolicySites } from '../../../lib/policy/schema.ts';
import type { RecordDraft } from '../../../lib/records/record.ts';
import { createDeviceKey } from '../../../lib/records/sign.ts';
import { openDb, type SluiceDb } from '../../../lib/storage/db.ts';
import { writeMeta } from '../../../lib/storage/meta.ts';
import type { Enrolment } from '../../../lib/sync/enrol.ts';
import type { Net } from '../../../lib/sync/net.ts';
import { fakeGovernedList } from '../../fakes/fake-governed-list.ts';

const DAY = 24 * 60 * 60_000;
const encoder = new TextEncoder();
let db: SluiceDb;
let now: number;
let drafts: RecordDraft[];
let session: Map<string, unknown>;

beforeEach(() => {
  now = Date.UTC(2026, 10, 21, 9);
  db = openDb(`sites-${crypto.randomUUID()}`, { indexedDB: new IDBFactory(), IDBKeyRange });
  drafts = [];
  session = new Map();
});
afterEach(() => db.close());

const append = async (draft: RecordDraft) => void drafts.push(draft);

describe('site packs', () => {
  const ENDPOINT = 'https://sluice.example.test';
  type Key = Awaited<ReturnType<typeof createDeviceKey>>;
  let root: Key;
  let served: { envelope: string; etag: string } | null;
  let enrolment: Enrolment;
  beforeEach(async () => {
    root = await createDeviceKey();
    served = null;
    enrolment = {
      ...{ tenant: 'acme', endpoint: ENDPOINT, device: crypto.randomUUID(), kid: 'k', deviceToken: 'x'.repeat(40) },
      ...{ serverKey: { kid: 's', publicKey: 'p' }, policyRootKeys: [root.publicKey], enrolledAt: now },
    };
    await writeMeta(db, 'enrolment', enrolment);
  });

  const net: Net = async ({ url, headers }) => {
    const answer = (status: number, text = '', etag: string | null = null) =>
      ({ ok: true, status, text, header: (name: string) => (name === 'etag' ? etag : null) }) as const;
    if (!url.endsWith('/v1/sites') || served === null) return answer(404);
    return headers?.['if-none-match'] === served.etag ? answer(304) : answer(200, served.envelope, served.etag);
  };
  async function serve(version: number, hosts: string[], key = root) {
    const pack = sitePackSchema.parse({ v: 1, id: 'sites', version, apps: [{ app: 'chatgpt', hosts }] });
    const keyid = await keyIdOf(fromBase64(key.publicKey)!);
    const signed = await signEnvelope(packPayload(pack), key.privateKey, keyid, PACK_PAYLOAD_TYPE);
    served = { envelope: JSON.stringify(signed), etag: `"${version}-${hosts}"` };
  }
  const open = async (governed = fakeGovernedList()) => {
    const ports = { db, net, now: () => now, governed: governed.list, config: { endpoint: ENDPOINT }, append };
    return { keeper: await PackKeeper.open(ports), ...governed };
  };

  it('bring a new host to an app, hooked and held, also after a restart without the endpoint', async () => {
    await serve(2, ['chat-next.example']);
    const first = await open();
    expect(await first.keeper.refresh(enrolment)).toBe('applied');
    expect(first.list.now?.forHost('chat-next.example')?.id).toBe('chatgpt');
    expect(first.kept.registered.at(-1)).toEqual(['*://chat-next.example/*']);
    expect(await first.keeper.refresh(enrolment)).toBe('unchanged');
    const again = await open();
    expect(again.list.now?.forHost('chat-next.example')?.id).toBe('chatgpt');
    expect(drafts).toEqual([]);
  });

  it.each([
    ['an older one', () => serve(1, ['evil.example']), 'rollback'],
    ['another one of the same version', () => serve(2, ['evil.example']), 'same_version'],
    ['one by a foreign key', async () => serve(3, ['evil.example'], await createDeviceKey()), 'unknown_key'],
    [
      'a changed one',
      async () => {
        served = { etag: '"x"', envelope: served!.envelope.replace(/"payload":"..../, '"payload":"AAAA') };
      },
      'bad_signature',
    ],
  ])('%s is refused, recorded once, and the last good one stays', async (_, change, code) => {
    await serve(2, ['good.example']);
    const { keeper, list } = await open();
    await keeper.refresh(enrolment);
    await change();
    expect(await keeper.refresh(enrolment)).toBe('rejected');
    expect(await keeper.refresh(enrolment)).toBe('rejected');
    expect([list.now?.forHost('good.example')?.id, list.now?.forHost('evil.example')]).toEqual(['chatgpt', null]);
    expect(drafts).toMatchObject([{ kind: 'policy_rejected', code: `sites:${code}`, source: 'endpoint' }]);
  });
});

describe('the site watch', () => {
  let sites: PolicySites;
  let told: number;
  const open = (governed: ReturnType<typeof fakeGovernedList>) =>
    SiteWatch.open({
      db,
      governed: governed.list,
      append,
      now: () => now,
      sites: () => sites,
      onAccount: () => {
        told += 1;
      },
      loadSession: async (key, schema, empty) => {
        const parsed = schema.safeParse(session.get(key));
        return parsed.success ? parsed.data : empty;
      },
      saveSession: (key, value) => void session.set(key, structuredClone(value)),
    });
  const stored = () => fakeGovernedList({ extra: [], unlisted: [] });
  beforeEach(() => {
    sites = {};
    told = 0;
  });

  async function chat(watch: SiteWatch, host = 'new-ai.example') {
    const bytes = encoder.encode('{"q":"how do I bake bread for my mother"}').buffer as ArrayBuffer;
    const requestId = crypto.randomUUID();
    const responseHeaders = [{ name: 'content-type', value: 'text/event-stream' }];
    watch.called({ requestId, url: `https://${host}/api`, method: 'POST', requestBody: { raw: [{ bytes }] } });
    await watch.answered({ requestId, statusCode: 200, responseHeaders });
  }

  it('records a site once a day with the times it was seen, and nothing of what was said', async () => {
    const governed = stored();
    await governed.list.ready();
    const watch = await open(governed);
    await chat(watch);
    await chat(watch);
    await chat(watch);
    now += DAY;
    await chat(await open(governed));
    expect(drafts).toEqual([
      { kind: 'site_discovered', host: 'new-ai.example', times: 1, governed: false },
      { kind: 'site_discovered', host: 'new-ai.example', times: 3, governed: false },
    ]);
    expect(governed.list.now?.forHost('new-ai.example')).toBeNull();
    expect(JSON.stringify([...session, await db.meta.toArray()])).not.toContain('bread');
  });

  it('does not look where policy says so', async () => {
    sites = { discovery: 'off' };
    const governed = stored();
    await governed.list.ready();
    await chat(await open(governed));
    expect(drafts).toEqual([]);
  });

  it('governs the host where policy says so, and only as long', async () => {
    sites = { discovery: 'govern' };
    const governed = stored();
    await governed.list.ready();
    const watch = await open(governed);
    await chat(watch);
    expect(governed.list.now?.forHost('new-ai.example')?.id).toBe('unlisted:new-ai.example');
    expect(drafts).toMatchObject([{ governed: true }]);
    sites = { discovery: 'record' };
    await watch.policyChanged();
    expect(governed.list.now?.forHost('new-ai.example')).toBeNull();
  });

  it('keeps health and accounts over the death of the background, and tells guards of another account once', async () => {
    sites = { corporateTenants: ['t-1'] };
    const governed = stored();
    await governed.list.ready();
    const watch = await open(governed);
    const request = (id: string) => ({
      url: 'https://chatgpt.com/backend-api/me',
      requestHeaders: [{ name: 'ChatGPT-Account-Id', value: id }],
    });
    watch.headers(3, request('t-9'));
    watch.headers(3, request('t-9'));
    watch.canary('chatgpt', { shape: 'unknown', composer: true, matches: null });
    const again = await open(governed);
    expect([again.accountOf(3, 'chatgpt'), again.accountOf(4, 'chatgpt'), told]).toEqual(['personal', 'unknown', 1]);
    expect(again.health.chatgpt).toMatchObject({ known: 0, unknown: 1 });
    expect(JSON.stringify([...session])).not.toContain('t-9');
  });
});
