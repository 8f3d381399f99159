/**
 * Puts the decision dialogue and the notices over a governed page. No browser API: any document will do. Every way in
 * which this can go wrong (render error, page removes it, no document root) answers `cancel`, which sends nothing.
 */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { Choice } from '../lib/policy/decision.ts';
import { DecisionDialog, type DecisionDialogContent } from './decision-dialog/decision-dialog.tsx';
import dialogCss from './decision-dialog/dialog.css?inline';
import { type DialogueOutcome, sends } from './decision-dialog/outcome.ts';
import { handleDialogKey } from './dialog-keys.ts';
import type { FileProgressContent } from './file-progress/file-progress.tsx';
import { mountProgress, type ShownProgress } from './file-progress/mount-progress.tsx';
import noticeCss from './notice/notice.css?inline';
import type { NoticeContent } from './notice/notice.tsx';
import { addNotice, NoticeStack, type StackedNotice } from './notice/notice-stack.tsx';
import type { OpenOverlay } from './overlay.ts';
import overlayCss from './ui/overlay.css?inline';
import tokensCss from './ui/tokens.css?inline';

export interface MountDialogOptions extends DecisionDialogContent {
  /**
   * Carry the choice out while the dialogue shows that it is busy. On failure it stays open with `message` and the
   * person can choose again. Without it the dialogue closes on the choice.
   */
  perform?: (outcome: DialogueOutcome) => Promise<{ ok: true } | { ok: false; message: string }>;
  /** Aborted when the question is moot (the text changed, the call was given up): the outcome is `cancel`. */
  signal?: AbortSignal;
}

const CANCEL: DialogueOutcome = { choice: 'cancel' };

/**
 * The dialogue appears under a hand that is typing or double-clicking. What is pressed this soon (ms) was not meant for
 * it, so it cannot send; cancelling is always possible.
 */
export const UNMEANT_MS = 500;

export interface ShowNoticeOptions extends NoticeContent {
  /** What the button offered with `reload` does. */
  onReload?: () => void;
}

/** What the guard loads into a page when it first has something to show. */
export interface Views {
  /**
   * Ask the person. Dialogues of one document come one after the other, in the order of the calls. Never rejects. An
   * outcome that sends comes only from a trusted event on a button that the decision offers.
   */
  mountDialog(document: Document, options: MountDialogOptions): Promise<DialogueOutcome>;
  /**
   * Tell the person something without asking. Does not take the focus. The same refusal again counts up the notice that
   * stands. A notice that the page removes is gone: it decides nothing.
   */
  showNotice(document: Document, options: ShowNoticeOptions): void;
  /** Files are being read. Does not take the focus. */
  showProgress(document: Document, content: FileProgressContent): ShownProgress;
}

/** `openOverlay`: the guard's own, whose key shield stands since `document_start`. */
export function createViews(openOverlay: OpenOverlay): Views {
  const queues = new WeakMap<Document, Promise<unknown>>();
  const stacks = new WeakMap<Document, Stack>();
  return {
    mountDialog(document, options) {
      const before = queues.get(document) ?? Promise.resolve();
      const mine = before.then(() => ask(document, options, openOverlay)).catch(() => CANCEL);
      queues.set(document, mine);
      return mine;
    },
    showProgress: (document, content) => mountProgress(document, content, openOverlay),
    showNotice(document, { onReload, ...content }) {
      const stack = stacks.get(document) ?? openStack(document, openOverlay, () => stacks.delete(document));
      stacks.set(document, stack);
      const key = JSON.stringify([content.kind, content.appName, content.code, content.rule?.id]);
      stack.show(addNotice(stack.notices, { ...content, key, ...(onReload && { onReload }) }));
    },
  };
}

function ask(document: Document, options: MountDialogOptions, openOverlay: OpenOverlay): Promise<DialogueOutcome> {
  const { perform, signal, ...content } = options;
  if (signal?.aborted) return Promise.resolve(CANCEL);
  return new Promise((resolve) => {
    const clock = document.defaultView!.performance;
    const cameFrom = document.activeElement;
    let react: Root | null = null;
    let shownAt = Number.POSITIVE_INFINITY;
    let state = { busy: false, error: null as string | null };
    let over = false;

    const overlay = openOverlay({
      document,
      css: overlayCss + tokensCss + dialogCss,
      onKey: (event) => handleDialogKey(event, overlay.root, () => finish(CANCEL)),
      onRemoved: () => finish(CANCEL),
    });

    function finish(outcome: DialogueOutcome) {
      if (over) return;
      over = true;
      signal?.removeEventListener('abort', abort);
      overlay.root.querySelector('dialog')?.close();
      overlay.remove();
      // Unmounting is left to the next task: this may run inside React's own event handling.
      setTimeout(() => react?.unmount());
      if (cameFrom?.isConnected && document.activeElement !== cameFrom) (cameFrom as HTMLElement).focus?.();
      resolve(outcome);
    }
    function abort() {
      finish(CANCEL);
    }
    function show(next: Partial<typeof state>) {
      state = { ...state, ...next };
      if (!over) flushSync(() => react?.render(<DecisionDialog {...content} {...state} onChoice={choose} />));
    }
    function choose(outcome: DialogueOutcome, event: Event) {
      if (!sends(outcome.choice)) return finish(outcome);
      if (!isMeant(event) || !offered(outcome.choice) || state.busy || !overlay.host.isConnected) return;
      if (!perform) return finish(outcome);
      show({ busy: true, error: null });
      perform(outcome).then(
        (done) => (done.ok ? finish(outcome) : show({ busy: false, error: done.message })),
        () => finish(CANCEL),
      );
    }
    function isMeant(event: Event) {
      return event.isTrusted && event.timeStamp - shownAt >= UNMEANT_MS;
    }
    function offered(choice: Choice) {
      return content.decision.choices.includes(choice);
    }

    try {
      signal?.addEventListener('abort', abort);
      react = createRoot(overlay.container, { onUncaughtError: abort });
      show({});
      const dialog = overlay.root.querySelector('dialog');
      dialog?.addEventListener('close', abort);
      dialog?.showModal();
      overlay.root.querySelector<HTMLElement>('.primary')?.focus();
      shownAt = clock.now();
      if (!dialog?.open) abort();
    } catch {
      abort();
    }
  });
}

interface Stack {
  notices: StackedNotice[];
  show(notices: StackedNotice[]): void;
}

function openStack(document: Document, openOverlay: OpenOverlay, onClosed: () => void): Stack {
  const overlay = openOverlay({
    document,
    css: overlayCss + tokensCss + noticeCss,
    onKey: () => {},
    onRemoved: close,
  });
  const react = createRoot(overlay.container, { onUncaughtError: close });
  const stack: Stack = { show, notices: [] };

  function show(notices: StackedNotice[]) {
    stack.notices = notices;
    if (notices.length === 0) return close();
    flushSync(() => react.render(<NoticeStack notices={notices} onDismiss={dismiss} />));
    overlay.root.querySelector<HTMLElement>('[popover]:not(:popover-open)')?.showPopover();
  }
  function dismiss(key: string) {
    show(stack.notices.filter((notice) => notice.key !== key));
  }
  function close() {
    onClosed();
    overlay.remove();
    setTimeout(() => react.unmount());
  }
  return stack;
}
