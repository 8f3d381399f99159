/** Is the endpoint there, and can it work? For probes of a supervisor or balancer; no sign-in, nothing but states. */
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

export function addHealth(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(health, async (c) => {
    if (await hasDatabase(deps)) return c.json({ status: 'ok' as const, database: 'ok' as const }, 200);
    return failSoon(c, 503, 'database_unavailable', 'The database cannot be reached.', RETRY_AFTER_S);
  });
  // The process answers: a supervisor that starts it anew for less would only lose what it is doing.
  app.get('/healthz', access('public'), (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', access('public'), async (c) => {
    const parts = {
      database: (await hasDatabase(deps)) ? 'ok' : 'away',
      server: deps.isStopping() ? 'stopping' : 'ok',
    };
    const isReady = Object.values(parts).every((state) => state === 'ok');
    const body = { status: isReady ? 'ready' : 'not_ready', parts };
    return c.json(body, isReady ? 200 : 503, { 'cache-control': 'no-store' });
  });
}

async function hasDatabase({ store, log }: AppDeps): Promise<boolean> {
  try {
    await Promise.race([store.ping(), timeout(PING_WITHIN_MS)]);
    return true;
  } catch (error) {
    log('warn', 'database_unavailable', describeError(error));
    return false;
  }
}

function timeout(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), ms).unref();
  });
}
