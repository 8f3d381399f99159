/** All governed apps. A new app is one file, one line here, its hosts in hosts.ts and a folder of fixtures. */
import type { SiteAdapter } from './adapter.ts';
import { chatgpt } from './chatgpt.ts';
import { claude } from './claude.ts';
import { gemini } from './gemini.ts';
import { matchesHost } from './match-host.ts';
import { practice } from './practice.ts';

export const SITES: readonly SiteAdapter[] = [chatgpt, claude, gemini, practice];

/** The app a host name belongs to, without port. */
export function siteForHost(host: string): SiteAdapter | null {
  return SITES.find(({ hosts }) => hosts.some((pattern) => matchesHost(pattern, host))) ?? null;
}

/** The app an address belongs to; null for anything but http(s) and ws(s), and for text that is no address. */
export function siteForUrl(url: string): SiteAdapter | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^(?:https?|wss?):$/.test(protocol) ? siteForHost(hostname) : null;
}
