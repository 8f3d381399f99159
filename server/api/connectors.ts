/** What admins see and ask of connectors. */
import { z } from '@hono/zod-openapi';
import { milliseconds } from './common.ts';

/** Of one connector, the first ones. */
export const MAX_DEAD_LETTERS_SHOWN = 500;

const position = z.number().int().min(0);

export const connectorItem = z
  .object({
    name: z.string(),
    type: z.enum(['otlp', 'splunk', 'sentinel', 'syslog', 'webhook']),
    /** Address without anything secret. */
    target: z.string(),
    state: z.enum(['ok', 'failing', 'paused']),
    /** The next entry to deliver, and where the feed ends: between them is what the receiver does not have yet. */
    position,
    feedSize: position,
    lag: position,
    /** Age of the oldest entry that waits, in milliseconds; 0 when none does. */
    lagMs: milliseconds,
    delivered: z.number().int(),
    deadLetters: z.number().int(),
    /** Failed tries since the last success, and when the next one may be. */
    failures: z.number().int(),
    retryAt: milliseconds.nullable(),
    lastSuccessAt: milliseconds.nullable(),
    lastErrorAt: milliseconds.nullable(),
    /** A code, e.g. `http_503`. */
    lastError: z.string().nullable(),
  })
  .openapi('Connector');
export type ConnectorItem = z.infer<typeof connectorItem>;

export const connectorList = z.object({ items: z.array(connectorItem) }).openapi('Connectors');

export const connectorParam = z.object({ name: z.string().max(64) });

export const testAnswer = z
  .object({ ok: z.boolean(), code: z.string().nullable(), ms: z.number().int() })
  .openapi('ConnectorTest');

/** One entry that was put aside. */
export const deadLetterParam = z.object({
  name: connectorParam.shape.name,
  position: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .openapi({ type: 'integer' }),
});

/** From a place in the feed, from a time, or only what was put aside: all of it, or these places. */
export const replayRequest = z.union([
  z.strictObject({ position }),
  z.strictObject({ since: milliseconds }),
  z.strictObject({ deadLetters: z.union([z.literal(true), z.array(position).min(1).max(MAX_DEAD_LETTERS_SHOWN)]) }),
]);

export const replayAnswer = z
  .object({ position: position.nullable(), deadLetters: z.number().int() })
  .openapi('ConnectorReplay');

export const deadLetter = z
  .object({
    position,
    at: milliseconds,
    code: z.string(),
    tries: z.number().int(),
    /** It is tried again at the next turn. */
    isDue: z.boolean(),
  })
  .openapi('ConnectorDeadLetter');
export type DeadLetter = z.infer<typeof deadLetter>;

export const deadLetterList = z.object({ items: z.array(deadLetter) }).openapi('ConnectorDeadLetters');
