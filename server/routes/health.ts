import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { errorAnswer, json } from '../api/common.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { failSoon } from '../errors.ts';
import { describeError } from '../log.ts';

/** A database that takes longer than this to answer nothing is not there. */
const PING_WITHIN_MS = 3_000;
const RETRY_AFTER_S = 5;

const health = createRoute({
  method: 'get',
  path: '/v1/health',
  summary: 'Is the endpoint there, and its database',
  middleware: access('public'),
  responses: {
    200: json(z.object({ status: z.literal('ok'), database: z.literal('ok') }).openapi('Health'), 'Both are there'),
    503: errorAnswer('The database is away'),
  },
});

export function addHealth(app: OpenAPIHono<AppEnv>, { store, log }: AppDeps): void {
  app.openapi(health, async (c) => {
    try {
      await Promise.race([store.ping(), timeout(PING_WITHIN_MS)]);
      return c.json({ status: 'ok' as const, database: 'ok' as const }, 200);
    } catch (error) {
      log('warn', 'database_unavailable', describeError(error));
      return failSoon(c, 503, 'database_unavailable', 'The database cannot be reached.', RETRY_AFTER_S);
    }
  });
}

function timeout(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), ms).unref();
  });
}
