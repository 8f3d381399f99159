/** Which device is calling, by its bearer token. */
import type { Context } from 'hono';
import type { AppDeps } from '../deps.ts';
import { fail } from '../errors.ts';
import { findDevice } from '../store/enrolment.ts';
import { hashSecret } from './secret.ts';

/** The device, or the answer that refuses it. */
export async function requireDevice(c: Context, { store }: AppDeps) {
  const token = /^Bearer ([\w-]{32,512})$/.exec(c.req.header('authorization') ?? '')?.[1];
  const device = token === undefined ? null : await findDevice(store, hashSecret(token));
  if (device === null) {
    c.header('WWW-Authenticate', 'Bearer');
    return { ok: false as const, answer: fail(c, 401, 'bad_device_token', 'This device token is not known.') };
  }
  if (device.revoked_at !== null) {
    return { ok: false as const, answer: fail(c, 403, 'device_revoked', 'This device was revoked.') };
  }
  return { ok: true as const, device };
}
