/**
 * Whose a device is. It tells what its managed settings say, or asks for a link by which a person can sign in (shaped like
 * RFC 8628), and asks what came of it. What is told is sealed at once, and in no log.
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { type IdentityAnswer, identityRequest, type SignInOffer } from '../../lib/sync/api.ts';
import { access } from '../auth/access.ts';
import { createCode } from '../auth/oidc/device-code.ts';
import { ownOrigin } from '../auth/same-origin.ts';
import { createSecret, hashSecret } from '../auth/secret.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describeIssues, fail, failSoon } from '../errors.ts';
import { boundsOf } from '../privacy/pseudonym.ts';
import { isStorable } from '../storable.ts';
import { writeAudit } from '../store/audit.ts';
import {
  dropDeviceSignIn,
  nameOf,
  pendingSignIn,
  personOf,
  putDeviceSignIn,
  takeFromPerson,
} from '../store/device-sign-ins.ts';
import { groupsForPolicy } from '../store/policy-groups.ts';
import { setIdentity } from '../store/subjects.ts';
import { CONFIRM } from './device-sign-in.ts';

const MAX_BYTES = 4_096;

export function addIdentity(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const limit = bodyLimit({
    maxSize: MAX_BYTES,
    onError: (c) => fail(c, 413, 'too_large', `The body may have ${MAX_BYTES} bytes.`),
  });
  app.put('/v1/identity', access('device'), limit, async (c) => {
    const parsed = identityRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return fail(c, 400, 'malformed', describeIssues(parsed.error.issues));
    const user = parsed.data.user?.trim() || null;
    if (!isStorable(user)) return fail(c, 400, 'malformed', 'Not as expected: text without NUL characters.');
    const { tenant, device } = c.var.device;
    await setIdentity(
      deps.store.of(tenant, 'privacy'),
      deps.privacy.keys.of(tenant),
      { tenant, device, at: deps.now() },
      user,
    );
    return c.body(null, 204);
  });

  const { limits, rates, privacy, browserSignIn, publicOrigin } = deps;
  const of = (tenant: string) => deps.store.of(tenant, 'privacy');
  const canSignIn = deps.provider !== null && browserSignIn;

  app.get('/v1/identity', access('device'), async (c) => {
    const { tenant, device } = c.var.device;
    const wait = rates.identity.take(device);
    if (wait > 0) return failSoon(c, 429, 'too_many_tries', 'This device asks too often. Wait a little.', wait);
    const place = { tenant, device, at: deps.now() };
    const pending = canSignIn ? await pendingSignIn(of(tenant), place) : null;
    const person = await personOf(of(tenant), privacy.keys.of(tenant), privacy.period, place);
    const signedIn = person?.assurance === 'oidc' ? ('bound' as const) : ('none' as const);
    const answer: IdentityAnswer = {
      state: pending === null ? signedIn : 'pending',
      canSignIn,
      pending,
      subject: person && {
        assurance: person.assurance,
        ref: person.ref,
        until: boundsOf(place.at, privacy.period).to,
        since: person.since,
        name: person.user,
        groups:
          person.assurance === 'oidc' ? await groupsForPolicy(deps.store.of(tenant), tenant, person.groups ?? []) : [],
      },
    };
    return c.json(answer, 200);
  });

  app.post('/v1/identity', access('device'), async (c) => {
    if (!canSignIn) return fail(c, 404, 'no_provider', 'Nobody can sign in on a browser here.');
    const { tenant, device } = c.var.device;
    const wait = limits.deviceSignIn.take(`device ${device}`);
    if (wait > 0) return failSoon(c, 429, 'too_many_tries', 'Too many tries. Wait a little.', wait);
    const [link, code] = [createSecret(), createCode()];
    const expiresAt = await putDeviceSignIn(
      of(tenant),
      { tenant, device, at: deps.now() },
      { link: hashSecret(link), code },
    );
    const url = `${ownOrigin(c, publicOrigin)}${CONFIRM}?link=${link}`;
    return c.json({ url, code, expiresAt } satisfies SignInOffer, 200);
  });

  app.delete('/v1/identity', access('device'), async (c) => {
    const { tenant, device } = c.var.device;
    const place = { tenant, device, at: deps.now() };
    const keys = privacy.keys.of(tenant);
    await of(tenant)
      .transaction()
      .execute(async (trx) => {
        await dropDeviceSignIn(trx, place);
        const subject = await takeFromPerson(trx, keys, place);
        if (subject === null) return;
        const ref = (await nameOf(trx, keys, privacy.period, { tenant, subject, at: place.at })) ?? 'nobody';
        await writeAudit(trx, { tenant, at: place.at, actor: device, act: 'device_signed_out', subject: ref });
      });
    return c.body(null, 204);
  });
}
