/** Asking the background: one call, one retry when its worker was just waking, a clear failure otherwise. */
import { browser } from 'wxt/browser';
import type { Answers } from '../messages/answers.ts';
import { LIMITS_MS } from '../messages/limits.ts';
import type { Answer, Method, RequestOf } from '../messages/table.ts';

/** Extension pages parse what they are answered for themselves. */
type AnswerTo<M extends Method> = M extends keyof Answers ? Answers[M] : unknown;

/** The background keeps its own limits; one that is too busy to keep them is given up this much later. */
const GRACE_MS = 4_000;

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
export async function call<M extends Method>(method: M, request: RequestOf<M>): Promise<AnswerTo<M>> {
  const limit = LIMITS_MS[method] + GRACE_MS;
  const answer = await within(
    limit,
    async () => (await sendOnce(method, request)) ?? (await sendOnce(method, request)),
  );
  if (answer === null) throw new MessageFailed('unreachable');
  if (!answer.ok) throw new MessageFailed(answer.code);
  return answer.value as AnswerTo<M>;
}

async function sendOnce<M extends Method>(method: M, request: RequestOf<M>): Promise<Answer<unknown> | null> {
  if (isOrphaned()) throw new MessageFailed('orphaned');
  try {
    const answer: unknown = await browser.runtime.sendMessage({ method, ...request });
    return typeof answer === 'object' && answer !== null && 'ok' in answer ? (answer as Answer<unknown>) : null;
  } catch {
    // "Receiving end does not exist": the worker was being started; the retry wakes it.
    return null;
  }
}

async function within<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MessageFailed('timeout')), limitMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
