import { describe, expect, it } from 'vitest';
import { applySitePack } from '../../../lib/coverage/apply-pack.ts';
import { addedMatches, governedApps, pageFacts } from '../../../lib/coverage/governed.ts';
import { choosePack, PACK_PAYLOAD_TYPE, packPayload, verifyPack } from '../../../lib/coverage/pack-signature.ts';
import { siteOfPage } from '../../../lib/coverage/site-of-page.ts';
import { type SitePack, sitePackSchema } from '../../../lib/coverage/site-pack.ts';
import { addSignature, POLICY_PAYLOAD_TYPE, signEnvelope } from '../../../lib/policy/envelope.ts';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { createDeviceKey } from '../../../lib/records/sign.ts';
import { STATIC_APPS } from '../../../lib/sites/registry.ts';

const PACK: SitePack = sitePackSchema.parse({
  v: 1,
  id: 'sites',
  version: 7,
  apps: [
    {
      app: 'chatgpt',
      hosts: ['chat-next.openai.com'],
      editors: ['#composer-next'],
      promptParameters: ['ask'],
      calls: [
        {
          host: '*.openai.com',
          path: '/v2/*/turn',
          methods: ['POST'],
          kind: 'prompt',
          channel: 'typed',
          formats: ['json'],
          text: [{ at: 'input/*/text' }],
          protocol: ['model'],
          conversationAt: ['thread'],
        },
      ],
    },
    { app: 'nobody-knows', hosts: ['x.example'] },
  ],
  newApps: [{ id: 'fresh', name: 'Fresh', hosts: ['fresh.example'] }],
});
const STATE = { extra: [], unlisted: [], pack: PACK };
const chatgpt = STATIC_APPS.byId('chatgpt')!;
const turn = (body: object): CapturedRequest => ({
  transport: 'fetch',
  url: 'https://chat-next.openai.com/v2/7/turn',
  method: 'POST',
  headers: {},
  body: { kind: 'text', text: JSON.stringify(body) },
});

describe('applySitePack', () => {
  const [after] = applySitePack([chatgpt.definition!], PACK);

  it('adds, and takes nothing away', () => {
    const before = chatgpt.definition!;
    expect(after!.hosts).toEqual([...before.hosts, 'chat-next.openai.com']);
    expect(after!.composer.editors).toEqual(['#composer-next', ...before.composer.editors]);
    expect(after!.calls.slice(1)).toEqual(before.calls);
    expect(after!.promptParameters).toEqual([...before.promptParameters, 'ask']);
  });

  it('leaves its input and apps it does not name as they are', () => {
    expect(chatgpt.definition!.hosts).not.toContain('chat-next.openai.com');
    const claude = STATIC_APPS.byId('claude')!.definition!;
    expect(applySitePack([claude], PACK)[0]).toBe(claude);
  });
});

describe('governed apps with a pack', () => {
  const apps = governedApps(STATE);

  it('read the new call by its places, and everything the pack does not name as well', async () => {
    const site = apps.forUrl('https://chat-next.openai.com/')!;
    expect(site.id).toBe('chatgpt');
    const prompt = await site.read(
      turn({ model: 'x', thread: 't-1', input: [{ text: 'hello you' }], extra: 'and this too' }),
    );
    expect(prompt).toMatchObject({ app: 'chatgpt', shape: 'known', conversation: 't-1' });
    expect(prompt!.parts.map(({ text }) => text).sort()).toEqual(['and this too', 'hello you']);
    expect(chatgpt.callKind(turn({}))).toBe('other');
  });

  it('know what the package knew', () => {
    expect(apps.forUrl('https://claude.ai/')).toBe(STATIC_APPS.byId('claude'));
    expect(apps.forUrl('https://fresh.example/')?.id).toBe('fresh');
    expect(addedMatches(STATE)).toEqual(['*://chat-next.openai.com/*', '*://x.example/*', '*://fresh.example/*']);
  });

  it('are told to guards', () => {
    const told = (host: string) => JSON.parse(JSON.stringify(pageFacts(STATE, host)));
    expect(siteOfPage(told('chatgpt.com'))!.composer.editors[0]).toBe('#composer-next');
    expect(siteOfPage(told('chat-next.openai.com'))!.callKind(turn({}))).toBe('prompt');
    expect(siteOfPage(told('fresh.example'))!.id).toBe('fresh');
    expect(siteOfPage(told('claude.ai'))).toBe(STATIC_APPS.byId('claude'));
  });

  it('keep an app that shares its host on the addresses the pack adds', () => {
    const shared = STATIC_APPS.sites.find(({ definition }) => definition?.own)!;
    const pack = { ...PACK, apps: [{ app: shared.id, hosts: ['own.example'] }] };
    const site = governedApps({ ...STATE, pack }).forHost('own.example')!;
    const request = { transport: 'fetch', method: 'POST' } as const;
    expect(site.callKind({ ...request, url: 'https://own.example/x' })).toBe('other');
    expect(shared.callKind({ ...request, url: 'https://own.example/x' })).toBe('outside');
  });
});

describe('the schema', () => {
  const call = PACK.apps[0]!.calls![0]!;
  it.each([
    ['an expression for a path', { calls: [{ ...call, path: '^/(a+)+$ ' }] }],
    ['a host that is half a name', { hosts: ['*'] }],
    ['a call nothing of which is judged', { calls: [{ ...call, protocol: ['**'] }] }],
    ['a call without text', { calls: [{ ...call, text: [] }] }],
    ['a call of no account', { calls: [{ ...call, kind: 'other' }] }],
    ['code', { script: 'alert(1)' }],
  ])('refuses %s', (_, app) =>
    expect(sitePackSchema.safeParse({ ...PACK, apps: [{ app: 'chatgpt', ...app }] }).success).toBe(false),
  );
});

describe('the signature', async () => {
  const [root, other] = [await createDeviceKey(), await createDeviceKey()];
  const sign = (key = root, type = PACK_PAYLOAD_TYPE, pack: object = PACK) =>
    signEnvelope(packPayload(pack as SitePack), key.privateKey, key.kid, type);

  it('by a root key is enough', async () => {
    const verified = await verifyPack(JSON.stringify(await sign()), [root.publicKey]);
    expect(verified).toMatchObject({ ok: true, version: 7, pack: { id: 'sites' } });
    const both = await addSignature(await sign(), other.privateKey, other.kid);
    expect(await verifyPack(both, [other.publicKey])).toMatchObject({ ok: true });
  });

  it.each([
    ['by another key', async () => sign(other), 'unknown_key'],
    ['of a policy', async () => sign(root, POLICY_PAYLOAD_TYPE), 'malformed'],
    ['of other bytes', async () => ({ ...(await sign()), payload: btoa('{"v":1}') }), 'unknown_key'],
    ['of something else', async () => sign(root, PACK_PAYLOAD_TYPE, { v: 2 }), 'schema'],
    ['that is none', async () => 'nonsense', 'malformed'],
  ])('%s is not', async (_, make, code) => {
    expect(await verifyPack(await make(), [root.publicKey])).toMatchObject({ ok: false, code });
  });

  it('without a root key proves nothing', async () =>
    expect(await verifyPack(await sign(), [])).toMatchObject({ ok: false, code: 'no_root_key' }));
});

describe('choosePack', () => {
  const held = { digest: 'a', version: 7, epoch: 'k' };
  it.each([
    ['the first', null, held, 'candidate'],
    ['a newer one', held, { ...held, digest: 'b', version: 8 }, 'candidate'],
    ['one under new keys', held, { ...held, digest: 'b', version: 1, epoch: 'n' }, 'candidate'],
    ['the same', held, held, 'unchanged'],
    ['an older one', held, { ...held, digest: 'b', version: 6 }, 'rollback'],
    ['another of this version', held, { ...held, digest: 'b' }, 'same_version'],
  ])('%s: %o %o', (_, current, candidate, outcome) => {
    const choice = choosePack(current, candidate);
    expect(choice.keep === 'candidate' ? 'candidate' : choice.code).toBe(outcome);
  });
});
