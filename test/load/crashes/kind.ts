/** What a kind of crash is, and what is counted of it. */
import { type Bench, startBench } from './bench.ts';

export interface Counts {
  /** Times that something was killed, cut, filled or set. */
  strikes: number;
  /** Records that the device wrote down, in all. */
  made: number;
  /** Of these, those for which the device held a receipt at some time. */
  acknowledged: number;
  /** Acknowledged, and in the end not in the database as they were signed. */
  lost: number;
  /** Stored more than once. */
  doubled: number;
  /** Holes in the row that the endpoint saw, and records that the device could not write down. */
  gaps: number;
  /** Of these, those that neither an incident nor a record of the device tells of. */
  unnamed: number;
}

/** One crash and what was there after it. `faults`: everything else that must not be. */
export interface Run extends Counts {
  faults: string[];
}

export interface Prepared {
  run(): Promise<Run>;
  close(): Promise<void>;
}

export interface Kind {
  id: string;
  /** What is done, in the words of the table. */
  title: string;
  /** Whether nothing of the bench is ended or started for it: it may be shared. */
  sharesBench?: true;
  prepare(shared?: Bench): Promise<Prepared>;
}

/** What a kind is made of that ends and starts parts of its bench. */
export function onOwnBench(run: (bench: Bench) => Promise<Run>): Pick<Kind, 'prepare'> {
  return {
    async prepare() {
      const bench = await startBench();
      return { run: () => run(bench), close: () => bench.close() };
    },
  };
}

/** What a kind is made of that needs a bench and nothing else. */
export function onBench(run: (bench: Bench) => Promise<Run>): Pick<Kind, 'sharesBench' | 'prepare'> {
  return {
    sharesBench: true,
    async prepare(shared) {
      const bench = shared ?? (await startBench());
      return { run: () => run(bench), close: async () => void (shared ?? (await bench.close())) };
    },
  };
}

export interface Row extends Counts {
  id: string;
  title: string;
  runs: number;
  /** Runs after which the chain in the database verified and nothing else was wrong. */
  verified: number;
  faults: string[];
  seconds: number;
}

const COUNTS = ['strikes', 'made', 'acknowledged', 'lost', 'doubled', 'gaps', 'unnamed'] as const;

/** Runs a kind so many times. What it throws is a fault of that run, and ends it. */
export async function runKind({ id, title, prepare }: Kind, runs: number, shared?: Bench): Promise<Row> {
  const began = Date.now();
  const row: Row = { id, title, runs: 0, verified: 0, faults: [], seconds: 0, ...noCounts() };
  let prepared: Prepared | undefined;
  try {
    prepared = await prepare(shared);
    while (row.runs < runs) {
      row.runs += 1;
      const run = await prepared.run();
      for (const name of COUNTS) row[name] += run[name];
      row.faults.push(...run.faults.map((fault) => `run ${row.runs}: ${fault}`));
      if (run.faults.length === 0) row.verified += 1;
    }
  } catch (error) {
    row.faults.push(`run ${row.runs}: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await prepared?.close();
  }
  row.seconds = Math.round((Date.now() - began) / 1000);
  return row;
}

export function noCounts(): Counts {
  return { strikes: 0, made: 0, acknowledged: 0, lost: 0, doubled: 0, gaps: 0, unnamed: 0 };
}

/** Whether a row shows what is promised. */
export function isSound({ lost, doubled, unnamed, faults, made, acknowledged }: Row): boolean {
  return lost + doubled + unnamed + faults.length === 0 && acknowledged > 0 && made >= acknowledged;
}
