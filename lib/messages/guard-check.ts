/**
 * The background's question to the guard of a frame: are you there, and do you still protect? Asked, not remembered: no
 * list of guards can then be out of date after an update, a stopped worker, or a page that came back from the cache.
 */
import * as z from 'zod/mini';

export const GUARD_CHECK = { type: 'guard.check' } as const;

export const guardCheck = z.strictObject({ type: z.literal('guard.check') });

/** The guard's answer. `version`: of the extension it belongs to. */
export const guardAnswer = z.strictObject({ current: z.boolean(), version: z.string() });
export type GuardAnswer = z.infer<typeof guardAnswer>;
