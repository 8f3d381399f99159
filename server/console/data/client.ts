/**
 * One call to the endpoint, from this origin. Failures are thrown, because that is how the query library learns of them;
 * every one is a `Fault`. What a call takes and answers are the types of the route itself; what our endpoint sends to its
 * own page is trusted.
 */
import type { ApiError } from '../../../lib/sync/api.ts';
import type { Answered, Asked, Endpoint } from '../../api/endpoint-types.ts';

/** The endpoint gave no answer that came from it. */
export const UNREACHABLE = 'unreachable';

export class Fault extends Error {
  override readonly name = 'Fault';
  /** 0 when there was no answer at all. */
  readonly status: number;
  /** The endpoint's stable code, or `UNREACHABLE`. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The same call may well work in a moment. */
  get isPassing(): boolean {
    return this.code === UNREACHABLE || this.status >= 500;
  }
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof Fault && error.status === 401;
}

/** What is needed must be given; where nothing is, the options may be left out. */
type Given<E extends Endpoint> =
  Record<never, never> extends Asked<E>
    ? [options?: Asked<E> & { signal?: AbortSignal }]
    : [options: Asked<E> & { signal?: AbortSignal }];

/** @returns The answer's JSON, undefined when it has none (204). */
export async function call<E extends Endpoint>(endpoint: E, ...given: Given<E>): Promise<Answered<E>> {
  const [options] = given as [Sent?];
  const answer = await send(endpoint, options);
  return (answer.status === 204 ? undefined : await answer.json()) as Answered<E>;
}

/** An evidence pack as a file, with the name the endpoint gives it. */
export async function callForEvidence(): Promise<{ blob: Blob; name: string }> {
  const answer = await send('GET /v1/evidence');
  const name =
    /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'sluice-evidence.zip';
  return { blob: await answer.blob(), name };
}

interface Sent {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

async function send(endpoint: string, { params = {}, query = {}, body, signal }: Sent = {}): Promise<Response> {
  const [method, pattern] = endpoint.split(' ') as [string, string];
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  const address = parameters.size === 0 ? path : `${path}?${parameters}`;
  const headers = {
    ...(method === 'GET' ? {} : { 'x-sluice': '1' }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  let answer: Response;
  try {
    answer = await fetch(address, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
      credentials: 'same-origin',
      redirect: 'error',
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Fault(0, UNREACHABLE, 'The endpoint does not answer.');
  }
  if (!answer.ok) throw await faultOf(answer);
  return answer;
}

async function faultOf(answer: Response): Promise<Fault> {
  const body = (await answer.json().catch(() => null)) as Partial<ApiError> | null;
  const { code, message } = body?.error ?? {};
  // A proxy in between answers in its own words.
  if (typeof code !== 'string' || typeof message !== 'string') {
    return new Fault(answer.status, UNREACHABLE, 'The endpoint does not answer.');
  }
  return new Fault(answer.status, code, message);
}
