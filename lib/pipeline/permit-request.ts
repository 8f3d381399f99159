/** What a permit is bound to, computed alike by the guard that asks for it and by the gate that wants to see it. */
import type { CapturedRequest, FormField, RequestBody } from '../prompt/request.ts';
import { hidesBody } from '../prompt/request.ts';
import type { Digester } from './digest.ts';
import type { PermitRequest } from './permit-schema.ts';

const encoder = new TextEncoder();
/** RFC 2046, 5.1.1: a multipart body starts with two dashes and its boundary. */
const DASH = 45;

/**
 * Keyed digest of method and address. Browsers move insecure addresses to their secure scheme and leave fragments
 * behind: both are told apart no longer. A form sent by GET has its fields in the query.
 */
export function targetDigest({ method, url, transport, body }: CapturedRequest, digester: Digester): Promise<string> {
  const address = new URL(url);
  if (transport === 'form' && method === 'GET' && body.kind === 'fields') address.search = queryOf(body.fields);
  const scheme = address.protocol.replace(/^(http|ws)s?:$/, '$1s:');
  const path = `${scheme}//${address.host}${address.pathname}${address.search}`;
  return digester.digest('target', `${method.toUpperCase()} ${path}`);
}

/**
 * For the guard: a digest of the bytes that will leave, where it knows them. Both sides call fields `form`: who writes
 * the boundary is the browser, after the guard has answered.
 */
export async function bodyDigest(body: RequestBody, digester: Digester): Promise<string | 'form' | null> {
  switch (body.kind) {
    case 'bytes':
      return digester.digestBytes('body', body.bytes);
    case 'text':
      return digester.digestBytes('body', encoder.encode(body.text));
    case 'fields':
      return 'form';
    default:
      return null;
  }
}

/**
 * The permit this call needs at the gate. Null for the frames of a socket, which no gate ever sees: a permit for one
 * would lie about for something else to use.
 */
export async function permitFor(
  app: string,
  request: CapturedRequest,
  parts: string[],
  isUnreadable: boolean,
  digester: Digester,
): Promise<PermitRequest | null> {
  if (request.transport === 'websocket' && !isHandshake(request)) return null;
  return {
    app,
    target: await targetDigest(request, digester),
    body: await bodyDigest(request.body, digester),
    parts,
    opaque: isUnreadable || isHiddenFromGate(request),
  };
}

/** A socket about to be opened, as opposed to a frame sent over it. */
export function isHandshake({ transport, body }: CapturedRequest): boolean {
  return transport === 'websocket' && body.kind === 'none';
}

/** For the gate, which sees no headers: does this look like what a browser makes of a form with files? */
export function looksLikeMultipart(bytes: Uint8Array): boolean {
  return bytes[0] === DASH && bytes[1] === DASH;
}

/** Chromium's gate sees no Blob, stream or file bytes, and no body of these methods (research: measured). */
export function isHiddenFromGate({ body, method }: Pick<CapturedRequest, 'body' | 'method'>): boolean {
  return body.kind === 'bytes' || body.kind === 'fields' || hidesBody(method);
}

function queryOf(fields: readonly FormField[]): string {
  const query = new URLSearchParams();
  for (const field of fields) query.append(field.name, 'file' in field ? field.file.name : field.value);
  return query.toString();
}
