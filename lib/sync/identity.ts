/**
 * Whose this browser is, as the endpoint knows it: what managed settings say is told to it, and a person can sign in at the
 * organisation's identity provider. Shaped like RFC 8628: the endpoint gives an address to open and a code to compare.
 */
import type * as z from 'zod/mini';
import { type IdentityAnswer, type IdentityRequest, identityAnswer, type SignInOffer, signInOffer } from './api.ts';
import type { Enrolment } from './enrol.ts';
import { endpointUrl, type Net, type NetRequest, parseAnswer } from './net.ts';

export type IdentityFault =
  /** No sensible answer, or the endpoint asked for patience. */
  | 'unreachable'
  | 'too_many'
  /** The endpoint has no identity provider. */
  | 'not_offered'
  /** The device's token is not taken any more. */
  | 'unauthorised';
export type IdentityResult<T> = { ok: true; value: T } | { ok: false; code: IdentityFault };

export interface IdentityPorts {
  net: Net;
  enrolment: Pick<Enrolment, 'endpoint' | 'deviceToken'>;
}

const PATH = '/v1/identity';
const TIMEOUT_MS = 15_000;

export async function askIdentity(ports: IdentityPorts): Promise<IdentityResult<IdentityAnswer>> {
  return parsed(identityAnswer, await send(ports, 'GET'));
}

/** Only an address that may be opened comes back: https, or this machine. */
export async function beginSignIn(ports: IdentityPorts): Promise<IdentityResult<SignInOffer>> {
  const offer = parsed(signInOffer, await send(ports, 'POST'));
  if (!offer.ok) return offer;
  return endpointUrl(offer.value.url, '') === null ? { ok: false, code: 'unreachable' } : offer;
}

/** Sign out, or give up signing in. */
export async function endSignIn(ports: IdentityPorts): Promise<IdentityResult<null>> {
  const answer = await send(ports, 'DELETE');
  return answer.ok ? { ok: true, value: null } : answer;
}

/** Tell whose the browser is by managed settings; null: they name nobody. */
export async function tellIdentity(ports: IdentityPorts, user: string | null): Promise<IdentityResult<null>> {
  const answer = await send(ports, 'PUT', { user } satisfies IdentityRequest);
  return answer.ok ? { ok: true, value: null } : answer;
}

/** Two ways to write the same name; as the endpoint compares them. */
export function isSameUser(left: string, right: string): boolean {
  const plain = (name: string) => name.trim().normalize('NFC').toLowerCase();
  return plain(left) === plain(right);
}

async function send(
  { net, enrolment }: IdentityPorts,
  method: NetRequest['method'],
  body?: object,
): Promise<IdentityResult<string>> {
  const url = endpointUrl(enrolment.endpoint, PATH);
  if (url === null) return { ok: false, code: 'unreachable' };
  const answer = await net({
    method,
    url,
    headers: {
      authorization: `Bearer ${enrolment.deviceToken}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return { ok: false, code: 'unreachable' };
  if (answer.status >= 200 && answer.status < 300) return { ok: true, value: answer.text };
  return { ok: false, code: FAULTS[answer.status] ?? 'unreachable' };
}

const FAULTS: Record<number, IdentityFault> = {
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'not_offered',
  429: 'too_many',
};

function parsed<T>(schema: z.ZodMiniType<T>, answer: IdentityResult<string>): IdentityResult<T> {
  if (!answer.ok) return answer;
  const value = parseAnswer(schema, answer.value);
  return value === null ? { ok: false, code: 'unreachable' } : { ok: true, value };
}
