/** An engine in a thread of its own, so that a text it hangs on costs a time limit and not the benchmark. */
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerInput } from './engine-worker.ts';
import type { TimedRuns } from './time-runs.ts';

const LOAD_WITHIN_MS = 30_000;

export type Timing =
  | ({ kind: 'timed' } & TimedRuns)
  /** Still at it when the limit was up. */
  | { kind: 'over'; limitMs: number }
  | { kind: 'failed'; message: string };

export class TimedEngine {
  readonly #input: WorkerInput;
  #worker: Worker | null = null;
  #onAnswer: (answer: WorkerAnswer) => void = () => {};

  constructor(input: WorkerInput) {
    this.#input = input;
  }

  /**
   * Times the engine on a text. The limit holds for all runs together; a thread that reaches it is ended, and the next
   * text gets a fresh one.
   */
  async time(text: string, limitMs: number): Promise<Timing> {
    const loaded = await this.#load();
    if (loaded.kind === 'failed') return loaded;
    const answer = await this.#ask(limitMs, () => this.#worker?.postMessage(text));
    if (answer === null) return { kind: 'over', limitMs };
    return answer.kind === 'ready' ? { kind: 'failed', message: 'an answer out of turn' } : answer;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #load(): Promise<WorkerAnswer> {
    if (this.#worker) return { kind: 'ready' };
    const answer = await this.#ask(LOAD_WITHIN_MS, () => this.#start());
    if (answer?.kind === 'ready') return answer;
    await this.close();
    return answer ?? { kind: 'failed', message: 'it does not load in time' };
  }

  #start(): void {
    const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { workerData: this.#input });
    worker.on('message', (answer: WorkerAnswer) => this.#onAnswer(answer));
    worker.on('error', (error: Error) => {
      if (this.#worker === worker) this.#worker = null;
      this.#onAnswer({ kind: 'failed', message: error.message });
    });
    this.#worker = worker;
  }

  /** The thread's next answer; null, and no thread any more, when the limit is up first. */
  #ask(limitMs: number, question: () => void): Promise<WorkerAnswer | null> {
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        this.#onAnswer = () => {};
        void this.close().then(() => resolve(null));
      }, limitMs);
      this.#onAnswer = (answer) => {
        clearTimeout(limit);
        resolve(answer);
      };
      question();
    });
  }
}
