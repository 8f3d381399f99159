/** Keeps other sites from acting with a reviewer's cookie. */
import type { Context } from 'hono';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The origin people see in their address bar. */
export function ownOrigin(c: Context, publicOrigin: string | null): string {
  return publicOrigin ?? new URL(c.req.url).origin;
}

/**
 * Whether a request would change something and does not come from our own pages: then its `Origin` is ours, or it
 * carries `x-sluice: 1`, a header that other sites cannot set without asking, and are never allowed to.
 */
export function isForeign(c: Context, publicOrigin: string | null): boolean {
  if (SAFE.has(c.req.method)) return false;
  const isOwn = c.req.header('origin') === ownOrigin(c, publicOrigin) || c.req.header('x-sluice') === '1';
  return !isOwn || c.req.header('sec-fetch-site') === 'cross-site';
}
