/** The device-facing routes; their wire is in lib/sync/api.ts. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fromBase64 } from '../../lib/policy/base64.ts';
import { keyId } from '../../lib/records/sign.ts';
import { type EnrolRequest, type EnrolResponse, enrolRequest } from '../../lib/sync/api.ts';
import { access } from '../auth/access.ts';
import { clientAddress } from '../auth/client-address.ts';
import { createSecret, hashSecret } from '../auth/secret.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describeIssues, fail, failSoon } from '../errors.ts';
import { type BatchFault, MAX_BODY_BYTES, MAX_LINES, MAX_UNPACKED_BYTES, readBatch } from '../ingest/read-batch.ts';
import { isStorable } from '../storable.ts';
import { writeAudit } from '../store/audit.ts';
import { certificateFor } from '../store/certificates.ts';
import { type Device, type EnrolFault, enrolDevice } from '../store/enrolment.ts';
import { currentPolicy, type SignedTable } from '../store/policies.ts';
import { addDeviceSubject } from '../store/subjects.ts';
import { CERTIFIED_FAULTS, refuseUncertified } from './device-certificate.ts';
import { describeDeviceRoutes } from './device-openapi.ts';

const MAX_ENROL_BYTES = 16_384;
/** What can wait here is stored within seconds. */
const BUSY_WAIT_S = 5;

const ENROL_FAULTS: Record<EnrolFault, [401 | 403 | 409, string]> = {
  bad_token: [401, 'This enrolment token is not known.'],
  expired_token: [401, 'This enrolment token has expired.'],
  used_up_token: [403, 'This enrolment token has been used as often as it may.'],
  device_exists: [409, 'Another key is enrolled for this device.'],
  device_revoked: [403, 'This device was revoked.'],
};

const BATCH_FAULTS: Record<BatchFault, [400 | 413 | 415, string]> = {
  unsupported_encoding: [415, 'Only gzip is understood as content encoding.'],
  bad_gzip: [400, 'The body is not valid gzip.'],
  too_large: [413, `A batch may have ${MAX_BODY_BYTES} bytes, ${MAX_UNPACKED_BYTES} unpacked.`],
  too_many_lines: [413, `A batch may have ${MAX_LINES} lines.`],
  empty: [400, 'The batch has no line.'],
};

export function addDeviceRoutes(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const limit = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => fail(c, 413, 'too_large', `The body may have ${maxSize} bytes.`) });
  app.post('/v1/enrol', access('enrol'), limit(MAX_ENROL_BYTES), (c) => enrol(c, deps));
  app.post('/v1/records', access('device'), limit(MAX_BODY_BYTES), (c) => takeRecords(c, deps));
  app.get('/v1/policy', access('device'), (c) => giveSigned(c, deps, 'policies'));
  app.get('/v1/sites', access('device'), (c) => giveSigned(c, deps, 'site_packs'));
  describeDeviceRoutes(app);
}

async function enrol(c: Context, deps: AppDeps) {
  const address = clientAddress(c, deps.trustProxy);
  const request = await readEnrolRequest(c);
  if (!request.ok) return fail(c, 400, 'malformed', request.message);
  const { tenant, token, device, publicKey, kid, app, browser, os } = request.value;
  const deviceToken = createSecret();
  const row: Device = {
    tenant,
    device,
    kid,
    public_key: publicKey,
    token_hash: hashSecret(deviceToken),
    app_version: app.version,
    browser: `${browser.name} ${browser.version}`,
    os,
  };
  const now = deps.now();
  const wait = deps.limits.enrol.take(address);
  if (wait > 0) return failSoon(c, 429, 'too_many_tries', 'Too many tries to enrol from this address.', wait);
  const result = await enrolDevice(deps.store.of(tenant, 'access'), row, hashSecret(token), now);
  if (!result.ok) {
    const [status, message] = ENROL_FAULTS[result.code];
    deps.log('warn', 'enrolment_refused', { reason: result.code });
    return fail(c, status, result.code, message);
  }
  deps.limits.enrol.clear(address);
  if (result.isNew) {
    const enrolled = { tenant, device, at: now };
    await addDeviceSubject(deps.store.of(tenant, 'privacy'), deps.privacy.keys.of(tenant), enrolled);
    const entry = { tenant, at: now, actor: device, act: 'device_enrolled', subject: device } as const;
    await writeAudit(deps.store.of(tenant), entry);
  }
  const signer = await deps.signerOf(tenant);
  const given = await certificateFor(deps.store.of(tenant, 'access'), signer, { tenant, device }, now, true);
  if (!given.ok) return fail(c, 403, given.code, CERTIFIED_FAULTS[given.code]);
  const response: EnrolResponse = {
    device,
    deviceToken,
    certificate: given.certificate,
    serverKey: { kid: signer.kid, publicKey: signer.publicKey },
    policyRootKeys: [...deps.policyRootKeys],
    serverTime: now,
  };
  return c.json(response, 200);
}

async function readEnrolRequest(
  c: Context,
): Promise<{ ok: true; value: EnrolRequest } | { ok: false; message: string }> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = enrolRequest.safeParse(body);
  if (!parsed.success) return { ok: false, message: describeIssues(parsed.error.issues) };
  const { device, publicKey, kid } = parsed.data;
  const raw = fromBase64(publicKey);
  if (raw?.length !== 32 || kid !== (await keyId(raw))) {
    return { ok: false, message: 'Not as expected: publicKey has 32 bytes, and kid is made from them.' };
  }
  if (!isStorable(parsed.data) || device !== device.toLowerCase()) {
    return { ok: false, message: 'Not as expected: text without NUL characters, device id in lower case.' };
  }
  return { ok: true, value: parsed.data };
}

async function takeRecords(c: Context<AppEnv>, deps: AppDeps) {
  const { device } = c.var;
  const wait = deps.rates.batches.take(device.device);
  if (wait > 0) return failSoon(c, 429, 'too_many_batches', 'This device sends too many batches. Wait a little.', wait);
  const refused = await refuseUncertified(c, deps);
  if (refused !== null) return refused;
  const batch = await readBatch(new Uint8Array(await c.req.arrayBuffer()), c.req.header('content-encoding') ?? null);
  if (!batch.ok) {
    const [status, message] = BATCH_FAULTS[batch.code];
    return fail(c, status, batch.code, message);
  }
  const tenantWait = deps.rates.records.take(device.tenant, batch.lines.length);
  if (tenantWait > 0) {
    return failSoon(c, 429, 'too_many_records', 'The tenant sends too much. Wait a little.', tenantWait);
  }
  const began = performance.now();
  const response = await deps.ingest.take(device, batch.lines);
  if (response === null) {
    return failSoon(c, 503, 'busy', 'Too much is waiting to be stored. Wait a little.', BUSY_WAIT_S);
  }
  deps.metrics.taken(response, (performance.now() - began) / 1000);
  for (const { code } of response.rejected) deps.log('warn', 'record_rejected', { reason: code });
  return c.json(response, 200);
}

const NONE_YET: Record<SignedTable, [string, string]> = {
  policies: ['no_policy', 'No policy has been published yet.'],
  site_packs: ['no_site_pack', 'No site pack has been published yet.'],
};

async function giveSigned(c: Context<AppEnv>, deps: AppDeps, table: SignedTable) {
  const { device } = c.var;
  const policy = await currentPolicy(deps.store.of(device.tenant), device.tenant, table);
  if (policy === null) return fail(c, 404, ...NONE_YET[table]);
  c.header('ETag', policy.etag);
  c.header('Cache-Control', 'private, no-cache');
  const known = c.req.header('if-none-match')?.split(',') ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === policy.etag)) return c.body(null, 304);
  return c.body(policy.envelope, 200, { 'content-type': 'application/json' });
}
