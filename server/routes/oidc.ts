/** Signing in at the identity provider: there, back again, and what the sign-in page offers. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { errorAnswer, json } from '../api/common.ts';
import { signInWays } from '../api/session.ts';
import { access } from '../auth/access.ts';
import { clientAddress } from '../auth/client-address.ts';
import { newAttempt } from '../auth/oidc/provider.ts';
import { refuseSignIn } from '../auth/oidc/refusal-page.ts';
import { ownOrigin } from '../auth/same-origin.ts';
import { createSecret, hashSecret } from '../auth/secret.ts';
import { startSession } from '../auth/session-cookie.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail, failSoon } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import { admitIdentity } from '../store/people.ts';
import { putSignIn, SIGN_IN_WITHIN_MS, takeSignIn } from '../store/sign-ins.ts';

const START = '/v1/oidc/start';
const CALLBACK = '/v1/oidc/callback';
const COOKIE = 'sluice_sign_in';

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
  const { provider, publicOrigin, localSignIn: local } = deps;
  const { tenant } = deps;
  const db = deps.store.of(tenant, 'access');
  // The way back is a navigation from another site: `Lax`, where the session itself is `Strict`.
  const attributes = (c: Context) => {
    const secure = ownOrigin(c, publicOrigin).startsWith('https:');
    return {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure,
      ...(secure && ({ prefix: 'host' } as const)),
    } as const;
  };
  const nothingHere = (c: Context) => fail(c, 404, 'not_found', 'There is no identity provider here.');

  app.openapi(ways, (c) =>
    c.json({ local, provider: provider && { host: new URL(provider.issuer).host, startAt: START } }, 200),
  );
  app.openapi(start, async (c) => {
    if (provider === null) return nothingHere(c);
    const wait = deps.limits.signInAddress.take(clientAddress(c, deps.trustProxy));
    if (wait > 0) return failSoon(c, 429, 'too_many_tries', 'Too many tries. Wait a little.', wait);
    const attempt = newAttempt();
    const begun = await provider.begin(`${ownOrigin(c, publicOrigin)}${CALLBACK}`, attempt);
    if (!begun.ok) {
      deps.log('warn', 'sign_in_refused', { reason: begun.code });
      return (await refuseSignIn(c, begun.code)) as never;
    }
    const browser = createSecret();
    const { state, nonce, verifier } = attempt;
    const stored = { stateHash: hashSecret(state), browserHash: hashSecret(browser), nonce, verifier };
    await putSignIn(db, tenant, stored, deps.now());
    setCookie(c, COOKIE, browser, { ...attributes(c), maxAge: SIGN_IN_WITHIN_MS / 1000 });
    return c.redirect(begun.url, 303) as never;
  });
  app.openapi(callback, async (c) => {
    if (provider === null) return nothingHere(c);
    const state = c.req.query('state') ?? '';
    const options = attributes(c);
    const browser = options.secure ? getCookie(c, COOKIE, 'host') : getCookie(c, COOKIE);
    deleteCookie(c, COOKIE, options);
    const at = deps.now();
    const hashes = { stateHash: hashSecret(state), browserHash: hashSecret(browser ?? '') };
    const known = await takeSignIn(db, hashes, at);
    // The address people see, whatever a proxy made of it: it names the redirect that the provider was told.
    const url = new URL(`${ownOrigin(c, publicOrigin)}${CALLBACK}${new URL(c.req.url).search}`);
    const result = known === null ? UNKNOWN : await provider.finish(url, { state, ...known });
    const admitted = result.ok ? await admitIdentity(db, tenant, result.identity, at) : result;
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

const UNKNOWN = { ok: false, code: 'unknown_attempt' } as const;
