/**
 * The threads that check signatures, so that the one thread of JavaScript can go on. They are this process's, begin with
 * the first batch that is worth the way to another thread, and keep no process alive.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkPacked, packSignatures, type Signed } from './signature-batch.ts';

/** Beside the one of JavaScript and the database. */
const THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));
/** Fewer are checked sooner than they are sent. */
const WORTH_SENDING = 4;

interface Thread {
  worker: Worker;
  /** Whoever waits, in the order of what was sent. */
  waiting: { resolve(good: Uint8Array): void; reject(error: Error): void }[];
}

const threads: Thread[] = [];

/** For each of them 1 when its signature is good, else 0. Rejects when the thread dies; what is asked again gets another. */
export async function checkSignatures(signed: readonly Signed[]): Promise<Uint8Array> {
  const packed = packSignatures(signed);
  if (signed.length < WORTH_SENDING) return checkPacked(packed);
  const { worker, waiting } = leastBusy();
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.ref();
    worker.postMessage(packed, [packed.bytes.buffer, packed.ends.buffer]);
  });
}

function leastBusy(): Thread {
  const idle = threads.find(({ waiting }) => waiting.length === 0);
  if (idle !== undefined) return idle;
  if (threads.length < THREADS) return begin();
  return threads.reduce((least, each) => (each.waiting.length < least.waiting.length ? each : least));
}

function begin(): Thread {
  const worker = new Worker(new URL('./signature-worker.ts', import.meta.url));
  const thread: Thread = { worker, waiting: [] };
  worker.on('message', (good: Uint8Array) => {
    thread.waiting.shift()?.resolve(good);
    if (thread.waiting.length === 0) worker.unref();
  });
  const end = (error: Error) => {
    if (threads.includes(thread)) threads.splice(threads.indexOf(thread), 1);
    for (const { reject } of thread.waiting.splice(0)) reject(error);
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('a thread that checks signatures ended')));
  worker.unref();
  threads.push(thread);
  return thread;
}
