/** The reader's worker: reads and writes one file at a time, away from everything that has to answer at once. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PdfLibrary } from '../lib/classify/documents/document.ts';
import { readDocument } from '../lib/classify/documents/read-document.ts';
import { rewriteDocument } from '../lib/classify/documents/rewrite-document.ts';
import type { ReaderTask, TaskReport } from '../lib/messages/reader-task.ts';

export default defineUnlistedScript(() => {
  self.onmessage = async ({ data: { file, texts } }: MessageEvent<ReaderTask>) => {
    if (texts !== null) {
      report({ type: 'written', bytes: await rewriteDocument(file, new Map(texts)) });
      return;
    }
    const onProgress = (done: number) => report({ type: 'progress', done });
    report({ type: 'reading', reading: await readDocument(file, { pdf: loadPdf, onProgress }) });
  };
});

function report(message: TaskReport): void {
  self.postMessage(message);
}

/** The library looks for its worker's part before it starts a worker of its own; this is one already. */
async function loadPdf(): Promise<PdfLibrary> {
  // @ts-expect-error The package has no types for this file.
  const [library, worker] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.mjs')]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return library;
}
