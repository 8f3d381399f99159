/** Bundled into the test page's first script: the hooks, and a guard that the test steers from page globals. */
import { openGuardEnd } from '../../../lib/bridge/guard-end.ts';
import { openPageEnd } from '../../../lib/bridge/page-end.ts';
import { parseHookMessage } from '../../../lib/bridge/parse.ts';
import type { AskMessage, VerdictMessage } from '../../../lib/bridge/protocol.ts';
import { installCapture } from '../../../lib/capture/install.ts';

type Answer = VerdictMessage extends infer V ? (V extends VerdictMessage ? Omit<V, 'type' | 'id'> : never) : never;

export interface TestGuard {
  asks: AskMessage[];
  /** Verdict for a question: at once, later (promise), or null to leave it open for `answer`. */
  decide(ask: AskMessage): Answer | Promise<Answer> | null;
  answer(id: number, answer: Answer): void;
  /** Messages the guard could not parse. */
  malformed: string[];
  strangers(): { page: number; guard: number };
}

declare global {
  interface Window {
    guard: TestGuard;
  }
}

// Kept from the page's hands as an isolated world would be: the test pages patch these.
const { stringify } = JSON;
const { push } = Array.prototype;
const add = <T>(list: T[], item: T) => Reflect.apply(push, list, [item]);
const then = Promise.prototype.then;
const NativePromise = Promise;
const apply = Reflect.apply;

const kind = document.documentElement.dataset.guard;
const early = kind === 'late' ? openPageEnd() : null;
const guardEnd = kind === 'none' ? { send() {}, onMessage() {}, strangers: () => 0 } : openGuardEnd();
const pageEnd = early ?? openPageEnd();
const guard: TestGuard = {
  asks: [],
  malformed: [],
  decide: () => ({ verdict: 'pass' }) as Answer,
  answer: (id, answer) => guardEnd.send(stringify({ type: 'verdict', id, ...answer })),
  strangers: () => ({ page: pageEnd.strangers(), guard: guardEnd.strangers() }),
};
window.guard = guard;
if (kind !== 'deaf') {
  guardEnd.onMessage((json) => {
    const message = parseHookMessage(json);
    if (message === null) add(guard.malformed, json);
    if (message?.type !== 'ask') return;
    add(guard.asks, message);
    const answer = guard.decide(message);
    if (answer instanceof NativePromise) apply(then, answer, [(late: Answer) => guard.answer(message.id, late)]);
    else if (answer !== null) guard.answer(message.id, answer as Answer);
  });
}
installCapture(pageEnd);
