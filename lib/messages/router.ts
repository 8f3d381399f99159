/** Runs a message against the table: sender first, then schema, then the handler under its time limit. */
import { LIMITS_MS } from './limits.ts';
import { type Answer, MESSAGES, type Method, type RequestOf, type Surface } from './table.ts';

export interface Sender {
  surface: Surface | 'untrusted';
  /** Tab and frame of a content script; -1 elsewhere. */
  tab: number;
  frame: number;
  /** Chromium's name of its document; null elsewhere. */
  document: string | null;
}

export type Handlers = { [M in Method]: (request: RequestOf<M>, sender: Sender) => Promise<unknown> };

/** Answer one message. Never throws, never echoes what it was sent. */
export async function route(message: unknown, sender: Sender, handlers: Handlers): Promise<Answer<unknown>> {
  const method = methodOf(message);
  if (method === null || MESSAGES[method].from !== sender.surface) return { ok: false, code: 'refused' };
  const { method: _, ...fields } = message as { method: Method };
  const request = MESSAGES[method].request.safeParse(fields);
  if (!request.success) return { ok: false, code: 'malformed' };
  const handler = handlers[method] as (request: unknown, sender: Sender) => Promise<unknown>;
  try {
    return await limited(handler(request.data, sender), LIMITS_MS[method]);
  } catch {
    return { ok: false, code: 'failed' };
  }
}

function methodOf(message: unknown): Method | null {
  if (typeof message !== 'object' || message === null || !('method' in message)) return null;
  const { method } = message;
  return typeof method === 'string' && Object.hasOwn(MESSAGES, method) ? (method as Method) : null;
}

async function limited(work: Promise<unknown>, limitMs: number): Promise<Answer<unknown>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Answer<unknown>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, code: 'timeout' }), limitMs);
  });
  try {
    return await Promise.race([work.then((value): Answer<unknown> => ({ ok: true, value })), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
