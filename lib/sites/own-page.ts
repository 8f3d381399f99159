import type { SiteAdapter } from './adapter.ts';

/** Is the page at this address the app's? Of a host that it shares with other products most pages are not. */
export function isOwnPage(site: Pick<SiteAdapter, 'callKind'>, url: string): boolean {
  return site.callKind({ url, method: 'GET', transport: 'navigation' }) !== 'outside';
}
