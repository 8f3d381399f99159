/**
 * `npm test`: everything that must hold, in order of how fast it fails. Ends with one line `N passed, N failed`.
 * Arguments name the steps to run (`npm test -- unit`); without any, all run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, '.output/test-results');

interface Count {
  passed: number;
  failed: number;
}

/** A command that passes or fails as a whole. */
async function check(...commands: string[][]): Promise<Count> {
  for (const [name, ...args] of commands) if (!(await run(name!, args))) return { passed: 0, failed: 1 };
  return { passed: 1, failed: 0 };
}

/** The part of Vitest's JSON report that is read. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string; failureMessages?: string[] }[] }[];
}

/** A Vitest project: counted test by test. A run that dies without a report is one failure. */
async function vitest(project: string, options: RunOptions & { part?: string; workers?: number } = {}): Promise<Count> {
  const report = join(results, `${options.part ?? project}.json`);
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  if (options.workers !== undefined) args.push('--fileParallelism', `--maxWorkers=${options.workers}`);
  const ok = await run('vitest', args, options);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  for (const { assertionResults } of testResults) {
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status === 'passed' && failureMessages?.length) console.log(`passed at the second try: ${fullName}`);
    }
  }
  // A file that fails to load has no tests to count, yet nothing about it is fine.
  return { passed: numPassedTests, failed: numFailedTests || (ok && numPassedTests > 0 ? 0 : 1) };
}

/** Two of each browser side by side: most of an e2e test is waiting. Each browser has settings of its own. */
async function endToEnd(): Promise<Count> {
  const counts = await Promise.all(
    ['chromium', 'firefox'].map((browser) =>
      vitest('e2e', {
        part: `e2e-${browser}`,
        env: { SLUICE_BROWSERS: browser },
        hold: browser !== 'chromium',
        workers: 2,
      }),
    ),
  );
  return { passed: sum(counts, 'passed'), failed: sum(counts, 'failed') };
}

function sum(counts: readonly Count[], key: keyof Count): number {
  return counts.reduce((total, count) => total + count[key], 0);
}

interface RunOptions {
  env?: Record<string, string>;
  /** Print the output when the command has ended, because another one is printing now. */
  hold?: boolean;
}

/** Resolves to true when the command ended well. */
async function run(name: string, args: string[], { env = {}, hold = false }: RunOptions = {}): Promise<boolean> {
  const stdio = hold ? 'pipe' : 'inherit';
  const child = spawn(name, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['inherit', stdio, stdio] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk));
  const [status] = await once(child, 'close').catch(() => [1]);
  if (hold) process.stdout.write(Buffer.concat(output));
  return status === 0;
}

const STEPS: Record<string, () => Promise<Count>> = {
  types: () => check(['wxt', 'prepare'], ['tsc', '--noEmit']),
  lint: () => check(['biome', 'check', '--error-on-warnings']),
  unit: () => vitest('unit'),
  build: () => check(['node', 'tools/build.ts']),
  // Much of it is waiting too: for databases, processes, pages.
  integration: () => vitest('integration', { workers: 2 }),
  e2e: endToEnd,
  coverage: () => check(['node', 'tools/coverage/main.ts', '--check']),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}.`);
  process.exit(2);
}

mkdirSync(results, { recursive: true });
const total: Count = { passed: 0, failed: 0 };
for (const [name, step] of Object.entries(STEPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  const count = await step();
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed`);
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
