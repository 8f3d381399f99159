/** Signing in at the identity provider: there, back again, and what the sign-in page offers. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { errorAnswer, json } from '../api/common.ts';
import { signInWays } from '../api/session.ts';
import { access } from '../auth/access.ts';
import { clientAddress } from '../auth/client-address.ts';
import { refuseSignIn } from '../auth/oidc/refusal-page.ts';
import { CALLBACK, comeBack, leave } from '../auth/oidc/round-trip.ts';
import { startSession } from '../auth/session-cookie.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail, failSoon } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import { admitIdentity } from '../store/people.ts';
import { endDeviceSignIn } from './device-sign-in.ts';

const START = '/v1/oidc/start';

const ways = createRoute({
  method: 'get',
  path: '/v1/sign-in',
  summary: 'Which ways there are to sign in',
  middleware: access('public'),
  responses: { 200: json(signInWays, 'The ways') },
});

const page = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } });

const start = createRoute({
  method: 'get',
  path: START,
  summary: 'To the identity provider',
  middleware: access('public'),
  responses: {
    303: { description: 'Go there' },
    404: errorAnswer('There is none'),
    429: errorAnswer('Too many tries'),
    503: page('It does not answer'),
  },
});

const callback = createRoute({
  method: 'get',
  path: CALLBACK,
  summary: 'Back from the identity provider',
  middleware: access('public'),
  responses: {
    200: page('Signed in on a browser'),
    303: { description: 'Signed in; the cookie is set' },
    400: page('This attempt is not known'),
    403: page('Not let in'),
    404: errorAnswer('There is none'),
    409: page('The name is taken'),
    503: page('It does not answer'),
  },
});

export const oidcRoutes = [ways] as const;

export function addOidc(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const { provider, tenant, localSignIn: local } = deps;
  const nothingHere = (c: Context) => fail(c, 404, 'not_found', 'There is no identity provider here.');

  app.openapi(ways, (c) =>
    c.json({ local, provider: provider && { host: new URL(provider.issuer).host, startAt: START } }, 200),
  );
  app.openapi(start, async (c) => {
    if (provider === null) return nothingHere(c);
    const wait = deps.limits.signInAddress.take(clientAddress(c, deps.trustProxy));
    if (wait > 0) return failSoon(c, 429, 'too_many_tries', 'Too many tries. Wait a little.', wait);
    const begun = await leave(c, deps, provider, null);
    if (begun.ok) return c.redirect(begun.url, 303) as never;
    deps.log('warn', 'sign_in_refused', { reason: begun.code });
    return (await refuseSignIn(c, begun.code)) as never;
  });
  app.openapi(callback, async (c) => {
    if (provider === null) return nothingHere(c);
    const back = await comeBack(c, deps, provider);
    if (back.link !== null) return (await endDeviceSignIn(c, deps, back.link, back)) as never;
    const [db, at] = [deps.store.of(tenant, 'access'), deps.now()];
    const admitted = back.ok
      ? await admitIdentity(db, tenant, back.identity, provider.rolesOf(back.identity.groups), at)
      : back;
    if (!admitted.ok) {
      deps.log('warn', 'sign_in_refused', { reason: admitted.code });
      return (await refuseSignIn(c, admitted.code)) as never;
    }
    const { name } = admitted;
    await startSession(c, deps, tenant, name);
    await writeAudit(db, { tenant, at, actor: name, act: 'signed_in', subject: name });
    return c.redirect('/console/', 303) as never;
  });
}
