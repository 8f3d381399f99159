/**
 * Which requests are the gate's affair: those that go to a governed app, and those that a page or worker of one makes,
 * wherever they go. Runs for every request of the browser before anything else: synchronous, no policy, no decoding.
 */
import type { SiteAdapter } from '../sites/adapter.ts';
import type { GovernedApps } from '../sites/governed-apps.ts';
import type { RequestDetails } from './captured.ts';

export type Concern =
  /** `page`: the governed app whose page or worker asks; null when somebody else does (another site, the address bar). */
  | { kind: 'app'; site: SiteAdapter; page: SiteAdapter | null }
  /** Asked by a realm without an address of its own (sandboxed frame, data: worker): its tab's address has to say. */
  | { kind: 'opaque' };

/** Origins that say nothing. Chromium says `null`, and Firefox mostly nothing at all. */
const OPAQUE = /^(?:null$|about:|data:|moz-nullprincipal:)/;
const BLOB = /^blob:/;

/**
 * Null when the request is none of our business.
 * @param ownOrigin the extension's own, without a final slash: what it sends itself is never touched
 */
export function concernOf(apps: GovernedApps, details: RequestDetails, ownOrigin: string): Concern | null {
  const askers = askersOf(details);
  if (askers.some((asker) => asker === ownOrigin || asker.startsWith(`${ownOrigin}/`))) return null;
  const page = firstSite(apps, askers);
  const site = apps.forUrl(details.url) ?? page;
  if (site !== null) return { kind: 'app', site, page };
  const reachesNetwork = /^(?:https?|wss?):/.test(details.url);
  return reachesNetwork && isOpaque(details, askers) ? { kind: 'opaque' } : null;
}

/**
 * Who asks. In Firefox a navigation inside a frame is asked for by the frame (`originUrl`), not by the document around
 * it (`documentUrl`); what a style sheet of another host loads is asked for by the document it styles.
 */
function askersOf(details: RequestDetails): string[] {
  const { initiator, originUrl, documentUrl, frameAncestors, type } = details;
  const isFrame = type.endsWith('_frame');
  const named = [initiator, originUrl, isFrame ? undefined : documentUrl];
  const askers = named.filter((asker) => asker !== undefined).map((asker) => asker.replace(BLOB, ''));
  // Firefox names the frames around a realm that has no address of its own.
  return isOpaque(details, askers) ? [...askers, ...(frameAncestors ?? []).map(({ url }) => url)] : askers;
}

function isOpaque({ type, tabId }: RequestDetails, askers: readonly string[]): boolean {
  const isUnnamed = askers.length === 0 && type !== 'main_frame' && tabId >= 0;
  return isUnnamed || askers.some((asker) => OPAQUE.test(asker));
}

function firstSite(apps: GovernedApps, askers: readonly string[]): SiteAdapter | null {
  for (const asker of askers) {
    const site = apps.forUrl(asker);
    if (site !== null) return site;
  }
  return null;
}

/** A number of nine digits or more, an at sign, anything in percent code: more than the name of a file. */
const TELLING = /[%@]|\d(?:[-._+]?\d){8}/;
/** Longer addresses than any file of an app has can carry a text in plain words. */
const LONG_CHARS = 300;

/** Most requests of a page are files fetched by a bare address: nothing in them to judge. */
export function carriesNothing({ method, url, requestBody, type }: RequestDetails): boolean {
  if (type === 'websocket' || type === 'webtransport' || requestBody) return false;
  if (method !== 'GET' && method !== 'HEAD') return false;
  return url.length <= LONG_CHARS && !url.includes('?') && !TELLING.test(url);
}
