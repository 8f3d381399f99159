/** `POST /v1/certificate`: the certificate of a device's key, asked for with that very key; and what is asked of a batch. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { signatureFault } from '../../lib/records/signed-body.ts';
import { CERTIFICATE_HEADER, certificateRequest } from '../../lib/sync/api.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describeIssues, fail } from '../errors.ts';
import { type CertifiedFault, certificateFor, certifiedFault } from '../store/certificates.ts';

const MAX_REQUEST_BYTES = 4_096;

export const CERTIFIED_FAULTS: Record<CertifiedFault, string> = {
  certificate_expired: "The certificate of this device's key has ended: enrol again.",
  certificate_revoked: "The certificate of this device's key was revoked: an admin has to let it in again.",
  certificate_other_key: 'This certificate is for another key than the device has: ask for the present one.',
  certificate_unknown: 'This certificate was not given to this device: ask for its own.',
};

export function addDeviceCertificate(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const limit = bodyLimit({
    maxSize: MAX_REQUEST_BYTES,
    onError: (c) => fail(c, 413, 'too_large', `The body may have ${MAX_REQUEST_BYTES} bytes.`),
  });
  app.post('/v1/certificate', access('device'), limit, (c) => giveCertificate(c, deps));
}

async function giveCertificate(c: Context<AppEnv>, deps: AppDeps) {
  const { device } = c.var;
  const parsed = certificateRequest.safeParse(await c.req.json().catch(() => undefined));
  if (!parsed.success) return fail(c, 400, 'malformed', describeIssues(parsed.error.issues));
  const { body, kid } = parsed.data;
  if (body.tenant !== device.tenant || body.device !== device.device) {
    return fail(c, 403, 'wrong_device', 'This asks for the certificate of another device.');
  }
  if (kid !== device.kid || body.kid !== kid) {
    return fail(
      c,
      409,
      'certificate_other_key',
      "This is not the device's present key: send the record of the change first.",
    );
  }
  if ((await signatureFault(parsed.data, { kid, publicKey: device.public_key })) !== null) {
    return fail(c, 403, 'bad_signature', 'The request is not signed with the key it is about.');
  }
  const signer = await deps.signerOf(device.tenant);
  const given = await certificateFor(deps.store.of(device.tenant, 'access'), signer, device, deps.now());
  return given.ok ? c.json(given.certificate, 200) : fail(c, 403, given.code, CERTIFIED_FAULTS[given.code]);
}

/** The answer to a batch of a device whose certificate lets nothing in; null when it may be taken. */
export async function refuseUncertified(c: Context<AppEnv>, deps: AppDeps): Promise<Response | null> {
  const { device } = c.var;
  const db = deps.store.of(device.tenant, 'access');
  const serial = c.req.header(CERTIFICATE_HEADER) ?? null;
  if (serial !== null && !SERIAL.test(serial))
    return fail(c, 400, 'malformed', 'A certificate is named by its serial.');
  const code = await certifiedFault(db, device, serial, deps.now());
  // Known since before there were certificates: it is given its first one.
  if (code === null && device.certificate === null) {
    await certificateFor(db, await deps.signerOf(device.tenant), device, deps.now());
  }
  if (code === null) return null;
  deps.log('warn', 'batch_refused', { reason: code });
  return fail(c, 403, code, CERTIFIED_FAULTS[code]);
}

const SERIAL = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
