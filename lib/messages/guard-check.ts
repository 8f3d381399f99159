/**
 * The background's question to the guard of a frame: are you there, and do you still protect? Asked, not remembered: no
 * list of guards can then be out of date after an update, a stopped worker, or a page that came back from the cache.
 */
export const GUARD_CHECK = { type: 'guard.check' } as const;

/** @param message whatever the background sent */
export function isGuardCheck(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === GUARD_CHECK.type;
}

/** The guard's answer. `version`: of the extension it belongs to. */
export interface GuardAnswer {
  current: boolean;
  version: string;
}
