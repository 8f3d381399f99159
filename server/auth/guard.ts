/** Stands before every route: who calls, and may they? A route that declares nothing is refused. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { accessOf } from './access.ts';
import { may, type Permission } from './permissions.ts';
import { requireDevice } from './require-device.ts';
import { isForeign } from './same-origin.ts';
import { readSession } from './session-cookie.ts';

export function createGuard(deps: AppDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => (await refuse(c, deps)) ?? next();
}

/** The answer that refuses, or null. Puts session or device where the route finds it. */
async function refuse(c: Context<AppEnv>, deps: AppDeps): Promise<Response | null> {
  const access = accessOf(matchedRoutes(c));
  switch (access) {
    case undefined:
      // What is there and what is not is nobody's business without a session.
      return c.req.path.startsWith('/v1/') ? refuseReviewer(c, deps, 'session.own') : null;
    case null:
      deps.log('error', 'undeclared_route', { method: c.req.method });
      return fail(c, 403, 'undeclared', 'Nobody has said who may do this.');
    case 'enrol':
      return null;
    case 'public':
      return isForeign(c, deps.publicOrigin) ? refuseForeign(c) : null;
    case 'device':
      return refuseDevice(c, deps);
    case 'scrape':
      return refuseScraper(c, deps);
    default:
      return refuseReviewer(c, deps, access);
  }
}

const refuseForeign = (c: Context) => fail(c, 403, 'cross_site', 'This request did not come from the console.');

async function refuseReviewer(c: Context<AppEnv>, deps: AppDeps, permission: Permission): Promise<Response | null> {
  if (isForeign(c, deps.publicOrigin)) return refuseForeign(c);
  const found = await readSession(c, deps);
  if (found === null) return fail(c, 401, 'no_session', 'Sign in first.');
  const { session, hash } = found;
  if (session.mustChange && permission !== 'session.own') {
    return fail(c, 403, 'password_change_needed', 'Choose a password of your own first.');
  }
  if (!may(session.roles, permission)) {
    return fail(c, 403, 'no_permission', `None of your roles allows this (${permission}).`);
  }
  c.set('session', session);
  c.set('sessionHash', hash);
  return null;
}

async function refuseDevice(c: Context<AppEnv>, deps: AppDeps): Promise<Response | null> {
  const found = await requireDevice(c, deps);
  if (!found.ok) return found.answer;
  c.set('device', found.device);
  return null;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

function refuseScraper(c: Context, { scrapeToken }: AppDeps): Response | null {
  const given = /^Bearer (.{1,512})$/.exec(c.req.header('authorization') ?? '')?.[1];
  const isRight = scrapeToken !== null && given !== undefined && timingSafeEqual(digest(given), digest(scrapeToken));
  if (isRight) return null;
  c.header('WWW-Authenticate', 'Bearer');
  return fail(c, 401, 'bad_scrape_token', 'Reading metrics needs their token.');
}
