import { median } from '../statistics.ts';

/** A first run slower than this is the figure: repeating it would take the time of everything else. */
const ONCE_ABOVE_MS = 400;
/** The engine's compiler takes a dozen runs of some milliseconds before the code is what it stays. */
const WARM_UP_MS = 500;
const SAMPLE_MS = 200;
const MAX_RUNS = 100;
const MIN_RUNS = 3;

export interface TimedRuns {
  /** Median by the clock. */
  ms: number;
  /** Processor time of this thread for one run, on average: what the work costs, whatever else the machine does. */
  cpuMs: number;
  runs: number;
}

/** Time of one run, after a warm-up: runs until the sample is long enough. */
export async function timeRuns(run: () => unknown): Promise<TimedRuns> {
  const first = await sample(run, 0, 1);
  if (first.ms > ONCE_ABOVE_MS) return first;
  await sample(run, WARM_UP_MS, 1);
  return sample(run, SAMPLE_MS, MIN_RUNS);
}

async function sample(run: () => unknown, leastMs: number, leastRuns: number): Promise<TimedRuns> {
  const times: number[] = [];
  // Read once around all runs: the system counts processor time in steps of some milliseconds.
  const before = process.threadCpuUsage();
  for (let spent = 0; times.length < leastRuns || (spent < leastMs && times.length < MAX_RUNS); ) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
    spent += times.at(-1)!;
  }
  const { user, system } = process.threadCpuUsage(before);
  return { ms: median(times), cpuMs: (user + system) / 1000 / times.length, runs: times.length };
}
