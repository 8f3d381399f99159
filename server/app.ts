/**
 * The endpoint as one Hono app: what devices send, what reviewers see, and the console. Each route declares
 * what it asks of its caller (auth/access.ts); the guard stands before all of them.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { matchedRoutes } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { access } from './auth/access.ts';
import { createGuard } from './auth/guard.ts';
import type { AppDeps, AppEnv } from './deps.ts';
import { createErrorHandler, describeIssues, fail } from './errors.ts';
import { addConsole } from './routes/console.ts';
import { addDecisions } from './routes/decisions.ts';
import { addDeviceRoutes } from './routes/device.ts';
import { addEvidence } from './routes/evidence.ts';
import { addHealth } from './routes/health.ts';
import { addIncidents } from './routes/incidents.ts';
import { addLogRoute } from './routes/log.ts';
import { addOidc } from './routes/oidc.ts';
import { addPeople } from './routes/people.ts';
import { addSession } from './routes/session.ts';
import { addStream } from './routes/stream.ts';
import { addSummary } from './routes/summary.ts';

const MAX_REVIEWER_BODY = 65_536;

export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) =>
      result.success ? undefined : fail(c, 400, 'malformed', describeIssues(result.error.issues)),
  });
  app.onError(createErrorHandler(deps.log));
  app.notFound((c) => fail(c, 404, 'not_found', 'There is nothing here.'));

  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    const { method } = c.req;
    const ms = Math.round(performance.now() - began);
    // The route, not the path: a path could hold anything. Patterns with a star are middleware.
    const route = matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? 'none';
    deps.log('info', 'request', { method, route, status: c.res.status, ms });
  });
  app.use(
    secureHeaders({
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      crossOriginResourcePolicy: 'same-origin',
      strictTransportSecurity: deps.publicOrigin?.startsWith('https:') ? 'max-age=31536000' : false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    }),
  );
  app.use('/v1/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('Content-Security-Policy')) {
      c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    }
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(createGuard(deps));

  addHealth(app, deps);
  addDeviceRoutes(app, deps);
  addLogRoute(app, deps);

  app.use(
    '/v1/*',
    bodyLimit({
      maxSize: MAX_REVIEWER_BODY,
      onError: (c) => fail(c, 413, 'too_large', `The body may have ${MAX_REVIEWER_BODY} bytes.`),
    }),
  );
  addSession(app, deps);
  addOidc(app, deps);
  addSummary(app, deps);
  addDecisions(app, deps);
  addIncidents(app, deps);
  addStream(app, deps);
  addEvidence(app, deps);
  addPeople(app, deps);

  app.get('/openapi.json', access('public'));
  app.doc('/openapi.json', { openapi: '3.0.3', info: { title: 'Sluice endpoint', version: '1' } });
  addConsole(app, deps);
  return app;
}
