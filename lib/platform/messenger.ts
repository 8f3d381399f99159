/** Asking the background: one call, one retry when its worker was just waking, a clear failure otherwise. */
import { browser } from 'wxt/browser';
import type { Answer, Method, RequestOf } from '../messages/table.ts';

export class MessageFailed extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`background: ${code}`);
    this.code = code;
  }
}

/** True once this script has outlived its extension (update, disable): every call would throw from then on. */
export function isOrphaned(): boolean {
  return !browser.runtime?.id;
}

/**
 * Call a method of lib/messages/table.ts. Throws MessageFailed with the answer's code, `orphaned` when the extension
 * was replaced under this script, or `unreachable` when the background does not answer.
 */
export async function call<T>(method: Method, request: RequestOf<Method>): Promise<T> {
  const answer = (await sendOnce(method, request)) ?? (await sendOnce(method, request));
  if (answer === null) throw new MessageFailed('unreachable');
  if (!answer.ok) throw new MessageFailed(answer.code);
  return answer.value as T;
}

async function sendOnce(method: Method, request: RequestOf<Method>): Promise<Answer<unknown> | null> {
  if (isOrphaned()) throw new MessageFailed('orphaned');
  try {
    const answer: unknown = await browser.runtime.sendMessage({ method, ...request });
    return typeof answer === 'object' && answer !== null && 'ok' in answer ? (answer as Answer<unknown>) : null;
  } catch {
    // "Receiving end does not exist": the worker was being started; the retry wakes it.
    return null;
  }
}
