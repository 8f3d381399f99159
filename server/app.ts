/**
 * The endpoint as one Hono app: what devices send, what reviewers see, and the console. Each route declares
 * what it asks of its caller (auth/access.ts); the guard stands before all of them.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { access } from './auth/access.ts';
import { createGuard } from './auth/guard.ts';
import { requestId } from './auth/request-id.ts';
import type { AppDeps, AppEnv } from './deps.ts';
import { createErrorHandler, describeIssues, fail, routeOf } from './errors.ts';
import { addActs } from './routes/acts.ts';
import { addCertificates } from './routes/certificates.ts';
import { addConnectors } from './routes/connectors.ts';
import { addConsole } from './routes/console.ts';
import { addDecisions } from './routes/decisions.ts';
import { addDeviceRoutes } from './routes/device.ts';
import { addDeviceCertificate } from './routes/device-certificate.ts';
import { addDeviceSignIn } from './routes/device-sign-in.ts';
import { addDevices } from './routes/devices.ts';
import { addErasures } from './routes/erasures.ts';
import { addEvidence } from './routes/evidence.ts';
import { addHealth } from './routes/health.ts';
import { addHolds } from './routes/holds.ts';
import { addIdentity } from './routes/identity.ts';
import { addIncidents } from './routes/incidents.ts';
import { addLogRoute } from './routes/log.ts';
import { addMetrics } from './routes/metrics.ts';
import { addOidc } from './routes/oidc.ts';
import { addPeople } from './routes/people.ts';
import { addPolicies } from './routes/policies.ts';
import { addRetention } from './routes/retention.ts';
import { addReveals } from './routes/reveals.ts';
import { addSession } from './routes/session.ts';
import { addStream } from './routes/stream.ts';
import { addSummary } from './routes/summary.ts';

const MAX_REVIEWER_BODY = 65_536;
/** Asked every few seconds by machines: said only when the answer is not the usual one. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) =>
      result.success ? undefined : fail(c, 400, 'malformed', describeIssues(result.error.issues)),
  });
  app.onError(createErrorHandler(deps.log));
  app.notFound((c) => fail(c, 404, 'not_found', 'There is nothing here.'));

  app.use(async (c, next) => {
    const began = performance.now();
    const id = requestId(c, deps.trustProxy);
    c.set('requestId', id);
    await next();
    c.header('X-Request-Id', id);
    const { method } = c.req;
    const { status } = c.res;
    const ms = performance.now() - began;
    const route = routeOf(c);
    deps.metrics.request(method, route, status, ms / 1000);
    if (!QUIET.has(route) || status >= 400)
      deps.log('info', 'request', { id, method, route, status, ms: Math.round(ms) });
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
  // Whatever a route does not say itself: nothing in an answer may load anything, and nothing keeps it.
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Content-Security-Policy')) {
      c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    }
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(createGuard(deps));

  addHealth(app, deps);
  addMetrics(app, deps);
  addDeviceRoutes(app, deps);
  addDeviceCertificate(app, deps);
  addIdentity(app, deps);
  addLogRoute(app, deps);
  // Before the limit of what else people send: a policy can be larger.
  addPolicies(app, deps);

  app.use(
    '/v1/*',
    bodyLimit({
      maxSize: MAX_REVIEWER_BODY,
      onError: (c) => fail(c, 413, 'too_large', `The body may have ${MAX_REVIEWER_BODY} bytes.`),
    }),
  );
  addSession(app, deps);
  addOidc(app, deps);
  addDeviceSignIn(app, deps);
  addSummary(app, deps);
  addDecisions(app, deps);
  addIncidents(app, deps);
  addStream(app, deps);
  addEvidence(app, deps);
  addPeople(app, deps);
  addDevices(app, deps);
  addCertificates(app, deps);
  addConnectors(app, deps);
  addReveals(app, deps);
  addErasures(app, deps);
  addHolds(app, deps);
  addRetention(app, deps);
  addActs(app, deps);

  app.get('/openapi.json', access('public'));
  app.doc('/openapi.json', { openapi: '3.0.3', info: { title: 'Sluice endpoint', version: '1' } });
  addConsole(app, deps);
  return app;
}
