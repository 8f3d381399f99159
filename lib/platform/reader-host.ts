/**
 * The other end of lib/platform/file-reader.ts. Tasks run one after the other in a worker; one that takes too long, or
 * that nobody waits for any more, takes the worker down with it, and the next one gets a new one.
 */
import { browser } from 'wxt/browser';
import { chunksOf, Gathered } from '../messages/chunks.ts';
import { READER_PORT, type ReaderAnswer, TASK_LIMIT_MS } from '../messages/reader-protocol.ts';
import { readerRequest } from '../messages/reader-request.ts';
import type { ReaderTask, TaskReport } from '../messages/reader-task.ts';

interface Port {
  name: string;
  sender?: { id?: string | undefined; tab?: unknown } | undefined;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: ReaderAnswer): void;
  disconnect(): void;
}

/** No file is as large; a message that says so is not believed. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** Built from entrypoints/reader.ts. */
const WORKER = '/reader.js';

/** Call synchronously at start-up, so that a sleeping background is woken for it. */
export function serveReader(): void {
  const startWorker = () => new Worker((browser.runtime.getURL as (path: string) => string)(WORKER));
  let worker: Worker | null = null;
  let last: Promise<void> = Promise.resolve();

  const enqueue = (port: Port, task: ReaderTask, gone: AbortSignal): void => {
    last = last.then(async () => {
      if (gone.aborted) return;
      worker ??= startWorker();
      const isWorkerFit = await run(worker, port, task, gone);
      if (isWorkerFit) return;
      worker.terminate();
      worker = null;
    });
  };
  browser.runtime.onConnect.addListener((connected: unknown) => {
    const port = connected as Port;
    const isGuard = port.sender?.id === browser.runtime.id && port.sender.tab !== undefined;
    if (port.name !== READER_PORT || !isGuard) return;
    receive(port, (task, gone) => enqueue(port, task, gone));
  });
}

/** Gathers a task from its messages. What does not fit the protocol closes the port. */
function receive(port: Port, onTask: (task: ReaderTask, gone: AbortSignal) => void): void {
  const gone = new AbortController();
  port.onDisconnect.addListener(() => gone.abort());
  let file: { name: string; mediaType: string; texts: [string, string][] | null; content: Gathered } | null = null;
  port.onMessage.addListener((message: unknown) => {
    try {
      const request = readerRequest.parse(message);
      if (request.type === 'start') {
        if (file !== null || request.size > LARGEST_FILE) throw new Error('start out of place');
        file = { ...request, content: new Gathered(request.size) };
      } else file!.content.add(request.base64);
      const { name, mediaType, texts, content } = file!;
      if (content.isWhole) onTask({ file: { name, mediaType, bytes: content.bytes }, texts }, gone.signal);
    } catch {
      port.disconnect();
      gone.abort();
    }
  });
}

/** Resolves, when the task is over, to whether the worker can be used for the next one. */
function run(worker: Worker, port: Port, task: ReaderTask, gone: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isFit: boolean) => {
      clearTimeout(timer);
      gone.removeEventListener('abort', stop);
      worker.onmessage = null;
      worker.onerror = null;
      if (!isFit && !gone.aborted) port.postMessage({ type: 'failed' });
      resolve(isFit);
    };
    const stop = () => finish(false);
    const timer = setTimeout(stop, TASK_LIMIT_MS);
    gone.addEventListener('abort', stop, { once: true });
    worker.onerror = stop;
    worker.onmessageerror = stop;
    worker.onmessage = ({ data }: MessageEvent<TaskReport | { type?: undefined }>) => {
      // The PDF library greets whoever has started the worker it is loaded into.
      if (data.type === undefined) return;
      for (const answer of answersTo(data)) port.postMessage(answer);
      if (data.type !== 'progress') finish(true);
    };
    worker.postMessage(task, [task.file.bytes.buffer as ArrayBuffer]);
  });
}

function* answersTo(report: TaskReport): Generator<ReaderAnswer> {
  if (report.type !== 'written') {
    yield report;
    return;
  }
  yield { type: 'written', size: report.bytes?.length ?? null };
  if (report.bytes) yield* chunksOf(report.bytes);
}
