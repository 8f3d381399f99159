/** Puts the notice of lib/pipeline/files.ts over the page. One that the page removes is gone: it decides nothing. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import noticeCss from '../notice/notice.css?inline';
import type { OpenOverlay } from '../overlay.ts';
import overlayCss from '../ui/overlay.css?inline';
import tokensCss from '../ui/tokens.css?inline';
import { FileProgress, type FileProgressContent } from './file-progress.tsx';
import progressCss from './progress.css?inline';

export interface ShownProgress {
  /** 0 to 1. */
  progress(done: number): void;
  close(): void;
}

export function mountProgress(
  document: Document,
  content: FileProgressContent,
  openOverlay: OpenOverlay,
): ShownProgress {
  let isOpen = true;
  const overlay = openOverlay({
    document,
    css: overlayCss + tokensCss + noticeCss + progressCss,
    onKey: () => {},
    onRemoved: close,
  });
  const root = createRoot(overlay.container, { onUncaughtError: close });
  progress(0);
  overlay.root.querySelector<HTMLElement>('[popover]')?.showPopover();
  return { progress, close };

  function progress(done: number) {
    if (isOpen) flushSync(() => root.render(<FileProgress {...content} done={done} />));
  }
  function close() {
    if (!isOpen) return;
    isOpen = false;
    overlay.remove();
    setTimeout(() => root.unmount());
  }
}
