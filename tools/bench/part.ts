/** What each part of the benchmark is given and hands back. */
import type { Table } from './table.ts';

export interface BenchOptions {
  /** Fewer inputs and repetitions, to see that everything works; the figures are rougher. */
  quick: boolean;
  /** Part `accuracy`: also list what is missed and what is a false alarm in the development texts. */
  misses: boolean;
  /** Part `ingest`: also what things cost beside so many records, each number by itself. */
  rows: readonly number[];
  /** Part `ingest`: a folder in which filled databases stay to be used again. */
  keep: string | null;
  /** Part `ingest`: fill them, and measure nothing. */
  fillOnly: boolean;
  /** Tells a person who waits what is going on. */
  progress(message: string): void;
}

export interface PartResult {
  tables: Table[];
  /** The same figures for programs; JSON values only, times in milliseconds. */
  figures: Record<string, unknown>;
  /** What could not be measured here, and why. */
  leftOut: string[];
}

export type Part = (options: BenchOptions) => Promise<PartResult>;
