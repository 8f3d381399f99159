import { describe, expect, it } from 'vitest';
import type { RequestDetails } from '../../../lib/gate/captured.ts';
import { carriesNothing, concernOf } from '../../../lib/gate/concern.ts';
import { GovernedApps } from '../../../lib/sites/governed-apps.ts';
import { SITES } from '../../../lib/sites/registry.ts';

const OWN = 'chrome-extension://sluice';
const APPS = new GovernedApps(SITES);
const details = (more: Partial<RequestDetails>): RequestDetails => ({
  url: 'https://elsewhere.example/collect?x=1',
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 1,
  ...more,
});
const concern = (more: Partial<RequestDetails>) => {
  const found = concernOf(APPS, details(more), OWN);
  return found?.kind === 'app' ? [found.site.id, found.page?.id ?? null] : (found?.kind ?? null);
};
const ANCESTORS = { frameAncestors: [{ url: 'https://claude.ai/new', frameId: 0 }] };

describe('a request is the gate’s affair', () => {
  it.each<[string, Partial<RequestDetails>, unknown]>([
    ['to an app, from its page', { url: 'https://claude.ai/x', initiator: 'https://claude.ai' }, ['claude', 'claude']],
    ['to an app, from the address bar', { url: 'https://claude.ai/x', type: 'main_frame' }, ['claude', null]],
    ['to an app, from another site', { url: 'wss://claude.ai/x', initiator: 'https://a.example' }, ['claude', null]],
    [
      'from one app to another',
      { url: 'https://claude.ai/x', initiator: 'https://chatgpt.com' },
      ['claude', 'chatgpt'],
    ],
    ['to anybody, from an app', { initiator: 'https://chatgpt.com' }, ['chatgpt', 'chatgpt']],
    ['to anybody, from a worker of an app', { initiator: 'https://chatgpt.com', tabId: -1 }, ['chatgpt', 'chatgpt']],
    ['to anybody, from an app in Firefox', { originUrl: 'https://chatgpt.com/c/1' }, ['chatgpt', 'chatgpt']],
    ['from a blob worker', { originUrl: 'blob:https://chatgpt.com/4c0e' }, ['chatgpt', 'chatgpt']],
    [
      'of a style sheet of somebody else on an app’s page',
      { originUrl: 'https://cdn.example/a.css', documentUrl: 'https://chatgpt.com/' },
      ['chatgpt', 'chatgpt'],
    ],
    ['from a sandboxed frame in Chromium', { initiator: 'null' }, 'opaque'],
    ['from a sandboxed frame in Firefox', { originUrl: 'moz-nullprincipal:{1}', ...ANCESTORS }, ['claude', 'claude']],
    ['from a sandboxed frame that Firefox does not name', { ...ANCESTORS, type: 'image' }, ['claude', 'claude']],
    ['from a frame nobody names', { type: 'image' }, 'opaque'],
    ['by leaving an app’s page', { initiator: 'https://chatgpt.com', type: 'main_frame' }, ['chatgpt', 'chatgpt']],
  ])('%s', (_, more, expected) => {
    expect(concern(more)).toEqual(expected);
  });

  it.each<[string, Partial<RequestDetails>]>([
    ['between others', { initiator: 'https://a.example' }],
    ['from the address bar', { type: 'main_frame' }],
    ['from the browser itself', { tabId: -1 }],
    ['to a host that only looks like an app’s', { url: 'https://claude.ai.evil.example/', type: 'main_frame' }],
    ['of its own', { initiator: OWN }],
    ['of its own, to an app', { url: 'https://claude.ai/', originUrl: `${OWN}/background.js` }],
    [
      'of a frame of somebody else, navigating itself on an app’s page',
      { type: 'sub_frame', originUrl: 'https://pay.example/', documentUrl: 'https://chatgpt.com/', ...ANCESTORS },
    ],
    [
      'of a frame of somebody else on an app’s page',
      { originUrl: 'https://pay.example/', documentUrl: 'https://pay.example/', ...ANCESTORS },
    ],
    ['that reaches no network', { url: 'data:text/plain,x', initiator: 'null' }],
  ])('but not one %s', (_, more) => {
    expect(concern(more)).toBeNull();
  });
});

describe('an address', () => {
  const plain = { url: 'https://chatgpt.com/assets/page-BqB3f9.js', type: 'script' };
  it.each<[string, Partial<RequestDetails>]>([
    ['of a file', plain],
    ['asked for by HEAD', { ...plain, method: 'HEAD' }],
  ])('%s carries nothing', (_, more) => {
    expect(carriesNothing(details(more))).toBe(true);
  });

  it.each<[string, Partial<RequestDetails>]>([
    ['with a query', {}],
    ['with a long number', { ...plain, url: 'https://chatgpt.com/4111-1111-1111-1111.png' }],
    ['with percent code', { ...plain, url: 'https://chatgpt.com/Jane%20Roe' }],
    ['with an at sign', { ...plain, url: 'https://chatgpt.com/jane@acme.example' }],
    ['of great length', { ...plain, url: `https://chatgpt.com/${'word-'.repeat(80)}` }],
    ['of a socket', { url: 'wss://chatgpt.com/socket', type: 'websocket' }],
    ['of a session', { url: 'https://chatgpt.com/session', type: 'webtransport' }],
    ['written to', { ...plain, method: 'POST' }],
    ['deleted', { ...plain, method: 'DELETE' }],
    ['with a body', { ...plain, requestBody: { raw: [] } }],
  ])('%s may carry something', (_, more) => {
    expect(carriesNothing(details(more))).toBe(false);
  });
});
