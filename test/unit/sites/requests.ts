/** Short ways to write captured requests in tests. */
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

export function open(url: string): CapturedRequest {
  return { transport: 'navigation', url, method: 'GET', headers: {}, body: { kind: 'none' } };
}

function toBody(body: string | Uint8Array | RequestBody): RequestBody {
  if (typeof body === 'string') return { kind: 'text', text: body };
  return body instanceof Uint8Array ? { kind: 'bytes', bytes: body } : body;
}
