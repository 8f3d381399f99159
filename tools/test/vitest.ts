/** Runs a Vitest project, and what failed in it once more when nothing else runs any more. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type RunOptions, run } from './command.ts';
import { type Count, countOf, filesToRunAlone, notableOf, type Report, withSecondRun } from './report.ts';

const RESULTS = join(ROOT, '.output/test-results');

interface VitestOptions extends RunOptions {
  /** Names its report. Default: the project. */
  part?: string;
  /** Files at a time. Default: what vitest.config.ts says. */
  workers?: number;
}

export interface Tested extends Count {
  /** What failed and why, or passed at the second try only. */
  notable: string[];
  /** Run the files that failed by themselves, if that may tell anything. */
  alone?: () => Promise<Tested>;
}

/**
 * A Vitest project: counted test by test. A run that dies without a report is one failure. The report stays in
 * `.output/test-results`.
 * @param isFinal By its message: a failure that another run says nothing about.
 */
export async function vitest(
  project: string,
  { part = project, workers, ...options }: VitestOptions = {},
  isFinal: (message: string) => boolean = () => false,
): Promise<Tested> {
  const first = await report(project, { part, options, workers });
  if (first === null) return { passed: 0, failed: 1, notable: [] };
  const files = filesToRunAlone(first, isFinal);
  const told = { ...countOf(first), notable: notableOf(part, first, first) };
  if (files.length === 0) return told;
  return {
    ...told,
    alone: async () => {
      console.log(`\n== ${part}: ${files.length} ${files.length === 1 ? 'file' : 'files'} once more, alone`);
      const second = await report(project, { part: `${part}-alone`, options: { ...options, hold: false }, files });
      if (second === null) return told;
      const last = withSecondRun(first, second);
      writeFileSync(join(RESULTS, `${part}.json`), JSON.stringify(last));
      return { ...countOf(last), notable: notableOf(part, first, last) };
    },
  };
}

interface Asked {
  part: string;
  options: RunOptions;
  workers?: number | undefined;
  /** Default: all of the project. */
  files?: string[];
}

/** Null when the run died. */
async function report(project: string, { part, options, workers, files = [] }: Asked): Promise<Report | null> {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, `${part}.json`);
  rmSync(path, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const parallel = workers === undefined ? [] : ['--fileParallelism', `--maxWorkers=${workers}`];
  const isWell = await run('vitest', ['run', '--project', project, ...reporters, ...parallel, ...files], options);
  if (!existsSync(path)) return null;
  return { ...(JSON.parse(readFileSync(path, 'utf8')) as Report), isWell };
}
