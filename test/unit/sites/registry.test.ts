import { describe, expect, it } from 'vitest';
import { code } from '../../../lib/records/record-fields.ts';
import { GOVERNED_MATCHES, GOVERNED_SOCKET_MATCHES, HOSTS } from '../../../lib/sites/hosts.ts';
import { SITES, siteForHost, siteForUrl } from '../../../lib/sites/registry.ts';

describe('siteForUrl', () => {
  it.each([
    ['https://chatgpt.com/', 'chatgpt'],
    ['https://CHATGPT.com./c/1', 'chatgpt'],
    ['https://chat.openai.com/', 'chatgpt'],
    ['wss://ws.chatgpt.com/p/1', 'chatgpt'],
    ['https://ab.chatgpt.com/v1/rgstr', 'chatgpt'],
    ['https://sdmntpreastus2.oaiusercontent.com/files/1', 'chatgpt'],
    ['https://user@chatgpt.com:8443/', 'chatgpt'],
    ['https://claude.ai/new', 'claude'],
    ['http://claude.ai/', 'claude'],
    ['https://gemini.google.com/u/1/app', 'gemini'],
    ['https://content-push.googleapis.com/upload/', 'gemini'],
    ['https://push.clients6.google.com/upload/', 'gemini'],
    ['http://practice.localhost:4173/', 'practice'],
  ])('%s belongs to %s', (url, id) => expect(siteForUrl(url)?.id).toBe(id));

  it.each([
    'https://example.com/?u=chatgpt.com',
    'https://notchatgpt.com/',
    'https://chatgpt.com.example.com/',
    'https://openai.com/',
    'https://www.google.com/',
    'https://fonts.googleapis.com/',
    'http://localhost:4173/',
    'blob:https://chatgpt.com/1',
    'data:text/html,chatgpt.com',
    'chrome-extension://chatgpt.com/',
    'chatgpt.com',
    '',
  ])('%s belongs to none', (url) => expect(siteForUrl(url)).toBeNull());
});

describe('SITES', () => {
  it('have ids of their own and hosts of their own', () => {
    const ids = SITES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const hosts = SITES.flatMap((site) => site.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it('are found by each of their hosts, and so are their subdomains', () => {
    for (const site of SITES) {
      for (const host of site.hosts) {
        expect(siteForHost(host.replace('*.', ''))).toBe(site);
        expect(siteForHost(host.replace('*', 'sub'))).toBe(site);
      }
    }
  });

  it('can be named in records', () => {
    for (const { id, provider } of SITES) {
      expect(code.safeParse(id).success, id).toBe(true);
      expect(code.safeParse(provider).success, provider).toBe(true);
    }
  });

  it('say how to reach their composer', () => {
    for (const { composer } of SITES) {
      expect(composer.editors.length).toBeGreaterThan(0);
      expect(composer.sendButtons.length).toBeGreaterThan(0);
    }
  });

  it('have exactly the hosts the manifest is made of', () => {
    expect(SITES.flatMap(({ hosts }) => hosts).sort()).toEqual(Object.values(HOSTS).flat().sort());
    expect(Object.keys(HOSTS).sort()).toEqual(SITES.map(({ id }) => id).sort());
  });
});

describe('match patterns', () => {
  it('are well formed and cover every host', () => {
    expect(GOVERNED_MATCHES).toContain('*://*.oaiusercontent.com/*');
    for (const pattern of GOVERNED_MATCHES) expect(pattern).toMatch(/^\*:\/\/(?:\*\.)?[a-z0-9.-]+\/\*$/);
    for (const pattern of GOVERNED_SOCKET_MATCHES) expect(pattern).toMatch(/^wss?:\/\/(?:\*\.)?[a-z0-9.-]+\/\*$/);
    expect(GOVERNED_MATCHES).toHaveLength(Object.values(HOSTS).flat().length);
  });
});
