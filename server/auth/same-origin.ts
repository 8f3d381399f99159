/** Keeps other sites from acting with a reviewer's cookie. */
import type { Context, MiddlewareHandler } from 'hono';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The origin people see in their address bar. */
export function ownOrigin(c: Context, publicOrigin: string | null): string {
  return publicOrigin ?? new URL(c.req.url).origin;
}

/**
 * An unsafe request must come from our own pages: its `Origin` is ours, or it carries `x-sluice: 1`, a header that other
 * sites cannot set without asking, and are never allowed to.
 */
export function requireSameOrigin({ publicOrigin }: Pick<AppDeps, 'publicOrigin'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const isOwn = origin === ownOrigin(c, publicOrigin) || c.req.header('x-sluice') === '1';
    const isForeign = c.req.header('sec-fetch-site') === 'cross-site';
    if (!isOwn || isForeign) return fail(c, 403, 'cross_site', 'This request did not come from the console.');
    return next();
  };
}
