/** Every answer that is not a success has one shape: a stable code and a sentence. Nothing of the inside shows. */
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiError } from '../lib/sync/api.ts';
import type { AppEnv } from './deps.ts';
import { describeError, type Log } from './log.ts';
import { isDatabaseAway } from './store/open.ts';

/** Seconds after which a device should try again when the database is away. */
const RETRY_AFTER_S = '5';

export function fail<S extends ContentfulStatusCode>(c: Context, status: S, code: string, message: string) {
  return c.json({ error: { code, message } } satisfies ApiError, status);
}

export function failSoon<S extends 429 | 503>(c: Context, status: S, code: string, message: string, seconds: number) {
  c.header('Retry-After', String(seconds));
  return fail(c, status, code, message);
}

/** The route, not the path: a path could hold anything. Patterns with a star are middleware. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? 'none';
}

/** The last resort of a request. A database that is away is no fault of the request: it may come again. */
export function createErrorHandler(log: Log): ErrorHandler<AppEnv> {
  return (error, c) => {
    if (error instanceof HTTPException) {
      const malformed = error.status === 400;
      return fail(
        c,
        error.status,
        malformed ? 'malformed' : 'refused',
        malformed ? 'The body is not valid JSON.' : 'Refused.',
      );
    }
    const { method } = c.req;
    log('error', 'request_failed', { id: c.var.requestId, method, route: routeOf(c), ...describeError(error) });
    if (isDatabaseAway(error)) {
      c.header('Retry-After', RETRY_AFTER_S);
      return fail(c, 503, 'database_unavailable', 'The database cannot be reached. Nothing was taken; try again.');
    }
    return fail(c, 500, 'internal', 'Something went wrong here. Nothing was taken; try again.');
  };
}

interface Issue {
  path: PropertyKey[];
  code?: string;
}

/** Words for a request that does not fit its schema: where, never what. */
export function describeIssues(issues: readonly Issue[]): string {
  const places = issues.slice(0, 3).map(({ path }) => path.map(String).join('.') || 'the request');
  return `Not as expected: ${places.join(', ')}.`;
}
