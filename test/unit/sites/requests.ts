/** Short ways to write captured requests in tests. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { CapturedRequest, RequestBody } from '../../../lib/prompt/request.ts';

export function post(url: string, body: string | Uint8Array | RequestBody, headers: Record<string, string> = {}) {
  return { transport: 'fetch', url, method: 'POST', headers, body: toBody(body) } satisfies CapturedRequest;
}

/** What the gate sees of the same call: bytes, and no headers. */
export function atGate(request: CapturedRequest): CapturedRequest {
  const { body } = request;
  const seen: RequestBody = body.kind === 'text' ? { kind: 'bytes', bytes: new TextEncoder().encode(body.text) } : body;
  return { ...request, transport: 'webrequest', headers: {}, body: seen };
}

/** What Chromium shows the gate of an urlencoded form: its fields, parsed. */
export function formAtGate(request: CapturedRequest): CapturedRequest {
  const source = request.body.kind === 'text' ? request.body.text : '';
  const fields = [...new URLSearchParams(source)].map(([name, value]) => ({ name, value }));
  return { ...request, transport: 'webrequest', headers: {}, body: { kind: 'fields', encoding: 'urlencoded', fields } };
}

export function open(url: string): CapturedRequest {
  return { transport: 'navigation', url, method: 'GET', headers: {}, body: { kind: 'none' } };
}

export function gzipped(body: string | Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(body));
}

export function gunzipped(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(gunzipSync(bytes));
}

export function textOf(body: RequestBody | null): string {
  if (body?.kind === 'text') return body.text;
  if (body?.kind === 'bytes') return new TextDecoder('utf-8', { fatal: true }).decode(body.bytes);
  throw new Error(`no text in a body of kind ${body?.kind}`);
}

export function bytesOf(body: RequestBody | null): Uint8Array {
  if (body?.kind !== 'bytes') throw new Error(`no bytes in a body of kind ${body?.kind}`);
  return body.bytes;
}

function toBody(body: string | Uint8Array | RequestBody): RequestBody {
  if (typeof body === 'string') return { kind: 'text', text: body };
  return body instanceof Uint8Array ? { kind: 'bytes', bytes: body } : body;
}
