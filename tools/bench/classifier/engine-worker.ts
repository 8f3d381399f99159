/** A thread that holds one engine and times it on the texts it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { ENGINES, importFrom } from './engines.ts';
import { type TimedRuns, timeRuns } from './time-runs.ts';

export interface WorkerInput {
  engine: string;
  peersFolder: string;
}

export type WorkerAnswer = { kind: 'ready' } | ({ kind: 'timed' } & TimedRuns) | { kind: 'failed'; message: string };

const port = parentPort!;
const answer = (value: WorkerAnswer) => port.postMessage(value);
const failure = (error: unknown): WorkerAnswer => ({
  kind: 'failed',
  message: error instanceof Error ? error.message : String(error),
});

try {
  const { engine, peersFolder } = workerData as WorkerInput;
  const { load } = ENGINES.find(({ name }) => name === engine)!;
  const run = await load(importFrom(peersFolder));
  port.on('message', (text: string) => {
    timeRuns(() => run(text)).then(
      (timed) => answer({ kind: 'timed', ...timed }),
      (error) => answer(failure(error)),
    );
  });
  answer({ kind: 'ready' });
} catch (error) {
  answer(failure(error));
}
