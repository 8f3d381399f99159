import { describe, expect, it } from 'vitest';
import { GOVERNED_MATCHES, GOVERNED_SOCKET_MATCHES, HOSTS } from '../../../lib/sites/hosts.ts';
import { SITES, siteForHost, siteForUrl } from '../../../lib/sites/registry.ts';
import { WIRES } from './wires.ts';

describe('hosts', () => {
  it('of every app stand in the list the manifest is made from, and the other way round', () => {
    expect(Object.fromEntries(SITES.map(({ id, hosts }) => [id, hosts]))).toEqual(HOSTS);
    const hosts = SITES.flatMap((site) => site.hosts);
    expect([...GOVERNED_MATCHES].sort()).toEqual(hosts.map((host) => `*://${host}/*`).sort());
    for (const host of hosts) {
      expect(GOVERNED_SOCKET_MATCHES).toContain(`wss://${host}/*`);
      expect(GOVERNED_SOCKET_MATCHES).toContain(`ws://${host}/*`);
    }
  });

  it('belong to one app each', () => {
    for (const { id, hosts } of SITES) {
      for (const host of hosts) expect(siteForHost(host.replace('*.', 'sub.'))?.id).toBe(id);
    }
  });

  it.each([
    ['https://chatgpt.com/', 'chatgpt'],
    ['https://CHATGPT.com./x', 'chatgpt'],
    ['wss://ws.chatgpt.com/p6', 'chatgpt'],
    ['https://sdmntpreastus2.oaiusercontent.com/files/a/raw', 'chatgpt'],
    ['https://claude.ai:443/new', 'claude'],
    ['https://push.clients6.google.com/upload/', 'gemini'],
    ['http://practice.localhost:4173/', 'practice'],
    ['https://notchatgpt.com/', undefined],
    ['https://chatgpt.com.example.org/', undefined],
    ['https://example.org/?u=https://chatgpt.com/', undefined],
    ['https://mail.google.com/', undefined],
    ['blob:https://chatgpt.com/1', undefined],
    ['chrome-extension://chatgpt.com/x', undefined],
    ['not an address', undefined],
  ])('%s is of %s', (url, app) => {
    expect(siteForUrl(url)?.id).toBe(app);
  });

  it('of every known call are governed, or object stores of others', () => {
    for (const { site, make } of WIRES) expect([site, null]).toContain(siteForUrl(make('x').url));
  });

  it('spelled with a final dot, capitals or doubled slashes are told as well', () => {
    const [chatgpt] = SITES;
    for (const url of [
      'https://ChatGPT.com./backend-api/f/conversation',
      'https://chatgpt.com//backend-api/f//conversation',
      'https://chatgpt.com/backend-api/f/%63onversation?x=1#y',
      'https://user:word@chatgpt.com:8443/backend-api/f/conversation/',
    ]) {
      expect(chatgpt?.callKind({ url, method: 'POST', transport: 'fetch' }), url).toBe('prompt');
    }
  });
});
