import type { Role } from '../../../server/auth/permissions.ts';
import { createSecret, hashSecret } from '../../../server/auth/secret.ts';
import { setReviewer } from '../../../server/store/people.ts';
import { createSession } from '../../../server/store/sessions.ts';
import type { TestEndpoint } from './test-endpoint.ts';

export interface Answered {
  status: number;
  /** Of the error; null of a success. */
  code: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects.
  body: any;
}
export type SignedIn = (method: string, path: string, sent?: object) => Promise<Answered>;

/** Somebody of the endpoint's tenant with these roles, and what they are answered. */
export async function signedIn(endpoint: TestEndpoint, name: string, roles: readonly Role[]): Promise<SignedIn> {
  const { tenant, db, now } = endpoint;
  const token = createSecret();
  await setReviewer(db, { tenant, name, roles, passwordHash: 'none' }, now);
  await createSession(db, { tokenHash: hashSecret(token), tenant, reviewer: name, agent: '' }, now);
  return async (method, path, sent) => {
    const headers = { cookie: `sluice_session=${token}`, 'x-sluice': '1' };
    const given = await endpoint.request(method, path, sent, headers);
    const isJson = given.headers.get('content-type')?.includes('json') ?? false;
    const body = isJson ? await given.json() : null;
    return { status: given.status, code: body?.error?.code ?? null, body };
  };
}
