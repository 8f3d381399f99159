/** The guard's line to the reader of files: one port per task. Cancelling closes the port. */
import { browser } from 'wxt/browser';
import type { DocumentReading, SourceFile } from '../classify/documents/document.ts';
import { chunksOf, Gathered } from '../messages/chunks.ts';
import { READER_PORT, type ReaderAnswer, type ReaderRequest, TASK_LIMIT_MS } from '../messages/reader-protocol.ts';
import type { FileReader } from '../pipeline/files.ts';
import { call } from './messenger.ts';

/** The reader ends its tasks itself; this is for one that is gone without a word. */
const SILENCE_LIMIT_MS = TASK_LIMIT_MS + 15_000;

export const fileReader: FileReader = {
  read: (file, { signal, onProgress }) =>
    task<DocumentReading>(file, null, signal, (answer, finish) => {
      if (answer.type === 'progress') onProgress(answer.done);
      else if (answer.type === 'reading') finish(answer.reading);
    }),
  rewrite(file, texts) {
    let written: Gathered | null = null;
    return task<Uint8Array | null>(file, [...texts], undefined, (answer, finish) => {
      if (answer.type === 'written' && answer.size === null) finish(null);
      else if (answer.type === 'written') written = new Gathered(answer.size!);
      else if (answer.type === 'chunk') written?.add(answer.base64);
      if (written?.isWhole) finish(written.bytes);
    });
  },
};

async function task<T>(
  { name, mediaType, bytes }: SourceFile,
  texts: [string, string][] | null,
  signal: AbortSignal | undefined,
  onAnswer: (answer: ReaderAnswer, finish: (result: T) => void) => void,
): Promise<T> {
  await call('guard.reader', {});
  const port = browser.runtime.connect({ name: READER_PORT });
  const send = (message: ReaderRequest) => port.postMessage(message);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = new AbortController();
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('reader: silent')), SILENCE_LIMIT_MS);
      port.onDisconnect.addListener(() => reject(new Error('reader: gone')));
      port.onMessage.addListener((message: unknown) => {
        try {
          const answer = message as ReaderAnswer;
          if (answer.type === 'failed') reject(new Error('reader: failed'));
          else onAnswer(answer, resolve);
        } catch (error) {
          reject(error);
        }
      });
      signal?.addEventListener('abort', () => reject(new Error('reader: cancelled')), { signal: cancel.signal });
      if (signal?.aborted) reject(new Error('reader: cancelled'));
      send({ type: 'start', name, mediaType, size: bytes.length, texts });
      for (const chunk of chunksOf(bytes)) send(chunk);
    });
  } finally {
    clearTimeout(timer);
    cancel.abort();
    port.disconnect();
  }
}
