import { describe, expect, it } from 'vitest';
import {
  addedMatches,
  governedApps,
  governedStateSchema,
  NOTHING_MORE,
  pageFacts,
} from '../../../lib/coverage/governed.ts';
import { siteOfPage } from '../../../lib/coverage/site-of-page.ts';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { storedInput } from '../../../lib/records/record-fields.ts';
import { extraSite, unlistedApp } from '../../../lib/sites/extra-app.ts';
import { type ExtraApp, extraAppSchema } from '../../../lib/sites/extra-app-schema.ts';
import { STATIC_APPS } from '../../../lib/sites/registry.ts';

const ASK: ExtraApp = { id: 'ask', name: 'You', hosts: ['ask.example', '*.ask-ai.example'] };
const state = { extra: [ASK], unlisted: ['new-ai.example'] };

describe('governed apps', () => {
  it.each([
    ['https://ask.example/', 'ask'],
    ['https://ASK.example./', 'ask'],
    ['https://ask-ai.example/', 'ask'],
    ['wss://a.b.ask-ai.example/', 'ask'],
    ['https://new-ai.example/x', 'unlisted:new-ai.example'],
    ['https://chatgpt.com/', 'chatgpt'],
  ])('[B32] %s belongs to %s', (url, id) => expect(governedApps(state).forUrl(url)?.id).toBe(id));

  it.each([
    'https://thank-ask.example/',
    'https://www.ask.example/',
    'https://ask.example.evil.example/',
    'https://not-ask-ai.example/',
    'https://example.com/ask.example',
    'https://sub.new-ai.example/',
    'file:///ask.example',
  ])('[B32] %s belongs to none', (url) => expect(governedApps(state).forUrl(url)).toBeNull());

  it('never take a host from an app of the package', () => {
    const greedy = governedApps({ extra: [{ id: 'mine', name: 'Mine', hosts: ['chatgpt.com'] }], unlisted: [] });
    expect(greedy.forHost('chatgpt.com')?.id).toBe('chatgpt');
    expect(addedMatches({ extra: [{ id: 'mine', name: 'Mine', hosts: ['chatgpt.com'] }], unlisted: [] })).toEqual([]);
  });

  it('are those of the package when nothing was added', () => expect(governedApps(NOTHING_MORE)).toBe(STATIC_APPS));

  it('need content scripts of their own', () =>
    expect(addedMatches(state)).toEqual(['*://ask.example/*', '*://*.ask-ai.example/*', '*://new-ai.example/*']));

  it('are told to a guard by the host it stands on', () => {
    const told = (host: string) => JSON.parse(JSON.stringify(pageFacts(state, host)));
    expect(told('ask.example')).toEqual({ app: 'ask', added: ASK, overlay: [] });
    expect(siteOfPage(told('new-ai.example'))?.id).toBe('unlisted:new-ai.example');
    expect(siteOfPage(told('chatgpt.com'))).toBe(STATIC_APPS.byId('chatgpt'));
    expect(siteOfPage(told(''))).toBeNull();
    expect(siteOfPage(told('example.org'))).toBeNull();
  });

  it('survive storage', () => expect(governedStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state));
});

describe('host patterns of an extra app', () => {
  it.each(['ai.example', 'intranet', '*.ai.example', '10.0.0.1'])('%s is taken', (host) =>
    expect(extraAppSchema.safeParse({ ...ASK, hosts: [host] }).success).toBe(true),
  );
  it.each([
    '*',
    '*.com',
    '*://ai.example/*',
    'ai.*',
    'https://ai.example',
    'ai.example:8080',
    'AI.example',
    '.ai',
    'a*b.c',
    '',
  ])('[B32] %s is not', (host) => expect(extraAppSchema.safeParse({ ...ASK, hosts: [host] }).success).toBe(false));
  it('discovered ones are apps like any other, with ids that fit into records', () => {
    expect(unlistedApp(`${'a'.repeat(60)}.example`).id).toHaveLength(64);
    expect(storedInput.shape.app.safeParse(unlistedApp('new-ai.example').id).success).toBe(true);
  });
});

describe('the generic reader', () => {
  const request = (fields: Partial<CapturedRequest>): CapturedRequest => ({
    transport: 'fetch',
    url: 'https://ask.example/api/ask/7',
    method: 'POST',
    headers: {},
    body: { kind: 'text', text: '{"q":"a secret plan","model":"x-1"}' },
    ...fields,
  });
  const all = extraSite(ASK);
  const some = extraSite({ ...ASK, promptPaths: ['/api/ask/*'] });

  it('takes every call with a body for a prompt when no paths are named', () => {
    expect(all.callKind(request({}))).toBe('prompt');
    expect(all.callKind(request({ transport: 'webrequest' }))).toBe('prompt');
    expect(all.callKind(request({ transport: 'websocket', method: 'GET' }))).toBe('prompt');
    expect(all.callKind(request({ method: 'GET' }))).toBe('other');
    expect(all.callKind(request({ transport: 'navigation' }))).toBe('other');
  });

  it('takes the named paths only when some are, also for an address that carries the prompt', () => {
    expect(some.callKind(request({}))).toBe('prompt');
    expect(some.callKind(request({ method: 'GET' }))).toBe('prompt');
    expect(some.callKind(request({ url: 'https://ask.example/login' }))).toBe('other');
  });

  it('reads every string, says that the shape is unknown, and writes every copy', async () => {
    const prompt = await all.read(request({}));
    expect(prompt).toMatchObject({ app: 'ask', host: 'ask.example', channel: 'typed', shape: 'unknown' });
    const part = prompt!.parts.find(({ text }) => text === 'a secret plan')!;
    const body = await all.write(request({}), new Map([[part.id, 'a plan']]));
    expect(JSON.parse((body as { text: string }).text)).toEqual({ q: 'a plan', model: 'x-1' });
  });

  it('refuses to write what it cannot', async () =>
    expect(
      await all.write(request({ body: { kind: 'unreadable', reason: 'no_body' } }), new Map([['x', 'y']])),
    ).toBeNull());
});
