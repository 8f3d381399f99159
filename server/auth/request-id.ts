/** A name for each request, by which its lines in the log and the answer belong together. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';

/** A proxy's own name for the request is kept, if we believe the proxy and it is harmless in a log. */
export function requestId(c: Context, trustProxy: boolean): string {
  const given = trustProxy ? c.req.header('x-request-id') : undefined;
  return given !== undefined && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}
