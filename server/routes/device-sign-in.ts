/** Signing in on a browser, for the person: the question behind the link that their device was given, and the answer. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { errorAnswer } from '../api/common.ts';
import { access } from '../auth/access.ts';
import { clientAddress } from '../auth/client-address.ts';
import type { DeviceSignInFault } from '../auth/oidc/device-pages.data.ts';
import { askPage, donePage, faultPage, leavePage } from '../auth/oidc/device-pages.ts';
import { leave, type Return } from '../auth/oidc/round-trip.ts';
import { hashSecret } from '../auth/secret.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import { dropDeviceSignIn, findDeviceSignIn, giveToPerson, nameOf } from '../store/device-sign-ins.ts';
import { tenantOfDeviceSignIn } from '../store/directory.ts';

/** The page a device is given, with `?link=`. */
export const CONFIRM = '/v1/identity/confirm';

/** Whatever is none leads to a page that says so. */
const withLink = z.object({ link: z.string().max(200).default('') });
const page = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } });
const refusals = {
  400: page('Not known, or too old'),
  404: errorAnswer('Nobody can sign in here'),
  429: page('Too often'),
};

const ask = createRoute({
  method: 'get',
  path: CONFIRM,
  summary: 'Asks a person whether they want to sign in on their browser; shows the code to compare',
  middleware: access('public'),
  request: { query: withLink },
  responses: { 200: page('The question'), ...refusals },
});

const agree = createRoute({
  method: 'post',
  path: CONFIRM,
  summary: 'The person wants to: on to the identity provider',
  middleware: access('public'),
  request: {
    body: {
      content: { 'application/x-www-form-urlencoded': { schema: withLink } },
      required: true,
    },
  },
  responses: {
    200: page('The way there'),
    ...refusals,
    403: errorAnswer('From another site, or the provider refused'),
    503: page('The provider does not answer'),
  },
});

export function addDeviceSignIn(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const { limits, browserSignIn, store } = deps;
  const provider = browserSignIn ? deps.provider : null;
  const nothingHere = (c: Context) => fail(c, 404, 'not_found', 'Nobody can sign in on a browser here.') as never;
  /** The device that waits, or why not; each link counts its own tries, and whoever has none their address. */
  const find = async (c: Context, given: string) => {
    const tenant = await tenantOfDeviceSignIn(store.directory, hashSecret(given));
    const waiting =
      tenant === null ? null : await findDeviceSignIn(store.of(tenant, 'privacy'), hashSecret(given), deps.now());
    const wait =
      waiting === null
        ? limits.signInAddress.take(clientAddress(c, deps.trustProxy))
        : limits.deviceSignIn.take(`link ${hashSecret(given)}`);
    if (wait > 0) c.header('Retry-After', String(wait));
    return wait > 0 ? ('too_many_tries' as const) : (waiting ?? ('unknown_link' as const));
  };

  app.openapi(ask, async (c) => {
    if (provider === null) return nothingHere(c);
    const { link } = c.req.valid('query');
    const found = await find(c, link);
    if (typeof found === 'string') return refuse(c, deps, found);
    return (await askPage(c, found, { action: CONFIRM, link })) as never;
  });
  app.openapi(agree, async (c) => {
    if (provider === null) return nothingHere(c);
    const { link } = c.req.valid('form');
    const found = await find(c, link);
    if (typeof found === 'string') return refuse(c, deps, found);
    const begun = await leave(c, deps, provider, hashSecret(link));
    return begun.ok ? ((await leavePage(c, begun.url)) as never) : refuse(c, deps, begun.code);
  });
}

async function refuse(c: Context, { log }: AppDeps, fault: DeviceSignInFault): Promise<never> {
  log('warn', 'device_sign_in_refused', { reason: fault });
  return (await faultPage(c, fault)) as never;
}

/** Somebody is back from the identity provider, to sign in the device that waits at this link. */
export async function endDeviceSignIn(c: Context, deps: AppDeps, link: string, back: Return): Promise<Response> {
  if (!back.ok) return refuse(c, deps, back.code === 'unknown_attempt' ? 'unknown_link' : back.code);
  const { privacy, store, browserSignIn } = deps;
  const { subject: account, name, groups } = back.identity;
  const at = deps.now();
  const tenant = browserSignIn ? await tenantOfDeviceSignIn(store.directory, link) : null;
  if (tenant === null) return refuse(c, deps, 'unknown_link');
  const done = await store
    .of(tenant, 'privacy')
    .transaction()
    .execute(async (trx) => {
      const waiting = await findDeviceSignIn(trx, link, at);
      if (waiting === null || !(await dropDeviceSignIn(trx, waiting))) return 'unknown_link' as const;
      const { device } = waiting;
      const keys = privacy.keys.of(tenant);
      const subject = await giveToPerson(trx, keys, { tenant, device, at }, { account, name, groups });
      if (subject === null) return 'name_taken' as const;
      const ref = (await nameOf(trx, keys, privacy.period, { tenant, subject, at }))!;
      await writeAudit(trx, { tenant, at, actor: device, act: 'device_signed_in', subject: ref });
      return { name, ref };
    });
  return typeof done === 'string' ? refuse(c, deps, done) : donePage(c, done);
}
