/** The way to the endpoint: one call with a time limit and a bounded answer. What went wrong is a value. */
import * as z from 'zod/mini';

export interface NetRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  timeoutMs: number;
}

export type NetResult =
  | { ok: true; status: number; header(name: string): string | null; text: string }
  | { ok: false; code: 'unreachable' | 'timeout' | 'too_large' };

export type Net = (request: NetRequest) => Promise<NetResult>;

export interface NetPorts {
  fetch: typeof globalThis.fetch;
  /** A signal that aborts after so many milliseconds (`AbortSignal.timeout`). */
  timeoutSignal(ms: number): AbortSignal;
}

/** Far above every answer of the endpoint; a policy is the largest. */
const MAX_ANSWER_BYTES = 8 * 1_048_576;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export function createNet(ports: NetPorts): Net {
  return async ({ method, url, headers, body, timeoutMs }) => {
    const signal = ports.timeoutSignal(timeoutMs);
    try {
      const response = await ports.fetch(url, {
        method,
        headers,
        body,
        signal,
        // No cookies of the person, no answer from a cache, and a redirect could carry the token elsewhere.
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      const text = await readBounded(response);
      if (text === null) return { ok: false, code: 'too_large' };
      return { ok: true, status: response.status, header: (name) => response.headers.get(name), text };
    } catch {
      return { ok: false, code: signal.aborted ? 'timeout' : 'unreachable' };
    }
  };
}

/**
 * The endpoint's address with `path` added, or null for one that must not be used: only https, or http on this machine.
 * @param path Absolute, e.g. `/v1/records`.
 */
export function endpointUrl(endpoint: string, path: string): string | null {
  if (!URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '') return null;
  return url.origin + url.pathname.replace(/\/+$/, '') + path;
}

/** Parse a JSON answer; null when it is not JSON or does not fit. */
export function parseAnswer<T>(schema: z.ZodMiniType<T>, text: string): T | null {
  try {
    const parsed = z.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function readBounded(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) {
      return null;
    }
    chunks.push(chunk);
  }
  return await new Blob(chunks as BlobPart[]).text();
}
