/** Whether this guard still protects its page, and the background's question about that. */
import { browser } from 'wxt/browser';
import { type GuardAnswer, isGuardCheck } from '../../lib/messages/guard-check.ts';
import { isOrphaned } from '../../lib/platform/messenger.ts';

/**
 * Browsers give open pages a guard after an install or update, or none. A page that was running by then may have kept
 * functions from before the hooks: it has to be loaded again. Call at `document_start`.
 */
export function cameLate(): boolean {
  return /^https?:$/.test(location.protocol) && document.readyState !== 'loading';
}

/** Answer the background for as long as there is one. */
export function answerChecks(isCurrent: () => boolean): void {
  const { version } = browser.runtime.getManifest();
  browser.runtime.onMessage.addListener((message: unknown, _: unknown, respond: (answer: unknown) => void) => {
    if (!isGuardCheck(message)) return;
    respond({ current: isCurrent(), version } satisfies GuardAnswer);
  });
}

/** Tells whether the page is being left. Registered before the page runs, so it knows before any listener of the page. */
export function watchLeaving(): () => boolean {
  let isLeaving = false;
  addEventListener(
    'pagehide',
    ({ isTrusted }) => {
      if (isTrusted) isLeaving = true;
    },
    true,
  );
  addEventListener('pageshow', () => {
    isLeaving = false;
  });
  return () => isLeaving;
}

/** Calls `onReturn` when the page comes back from the back-forward cache: what was announced meanwhile passed it by. */
export function whenBack(onReturn: () => void): void {
  addEventListener('pageshow', (event) => {
    if (event.persisted && !isOrphaned()) onReturn();
  });
}
