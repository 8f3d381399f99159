/** What the guard accepts from the hook. The hook lives in the page's world, so every message is checked whole. */
import * as z from 'zod/mini';
import type { HookMessage } from './protocol.ts';

/** The hook's largest body is 32 MiB; as JSON, with every character escaped, it stays below this. */
const MAX_MESSAGE_CHARS = 256 * 1024 * 1024;

const field = z.union([
  z.strictObject({ name: z.string(), value: z.string() }),
  z.strictObject({
    name: z.string(),
    file: z.strictObject({ name: z.string(), type: z.string(), base64: z.string() }),
  }),
]);

const body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('bytes'), base64: z.string() }),
  z.strictObject({
    kind: z.literal('fields'),
    encoding: z.enum(['multipart', 'urlencoded']),
    fields: z.array(field),
  }),
  z.strictObject({ kind: z.literal('unreadable'), reason: z.string() }),
]);

const hookMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ask'),
    id: z.int().check(z.nonnegative()),
    transport: z.enum(['fetch', 'xhr', 'websocket', 'beacon', 'form', 'eventsource']),
    url: z.url(),
    method: z.string().check(z.minLength(1)),
    headers: z.record(z.string(), z.string()),
    body,
  }),
  z.strictObject({ type: z.literal('withdraw'), id: z.int().check(z.nonnegative()) }),
  z.strictObject({ type: z.literal('hello'), transports: z.array(z.string()) }),
  z.strictObject({ type: z.literal('reopened') }),
]);

/** Null for everything that is not exactly a message of the hook. Never throws. */
export function parseHookMessage(json: string): HookMessage | null {
  if (json.length > MAX_MESSAGE_CHARS) return null;
  try {
    const parsed = hookMessage.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
