/**
 * `npm test`: everything that must hold, in order of how fast it fails. Ends with what each step took and one line
 * `N passed, N failed`; before it, what failed is told again. Arguments name the steps to run (`npm test -- unit`);
 * without any, all run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, '.output/test-results');
/** Where Node keeps what it has compiled: more than a hundred processes begin with the same modules. */
const compiled = join(root, '.output/compiled');

interface Count {
  passed: number;
  failed: number;
}

/** What failed and why, or passed at the second try only: told at the end, after everybody's output. */
const notable: string[] = [];
const MESSAGE_CHARS = 1_500;

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

interface VitestOptions extends RunOptions {
  /** Names its report. Default: the project. */
  part?: string;
  /** Files at a time. Default: what vitest.config.ts says. */
  workers?: number;
}

/** A Vitest project: counted test by test. A run that dies without a report is one failure. */
async function vitest(project: string, { part = project, workers, ...options }: VitestOptions = {}) {
  const report = join(results, `${part}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const parallel = workers === undefined ? [] : ['--fileParallelism', `--maxWorkers=${workers}`];
  const args = ['run', '--project', project, ...reporters, ...parallel];
  const ok = await run('vitest', args, options);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  for (const { assertionResults } of testResults) {
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (!failureMessages?.length) continue;
      const how = status === 'passed' ? 'passed at the second try' : status;
      notable.push(`${how}: ${part}: ${fullName}\n${failureMessages.join('\n').slice(0, MESSAGE_CHARS)}\n`);
    }
  }
  // A file that fails to load has no tests to count, yet nothing about it is fine.
  return { passed: numPassedTests, failed: numFailedTests || (ok && numPassedTests > 0 ? 0 : 1) };
}

/** All of the browser tests in one browser; each has settings of its own. Browsers are waited for more than they work. */
function endToEnd(browser: string, options: RunOptions): Promise<Count> {
  return vitest('e2e', { part: `e2e-${browser}`, workers: 2, env: { SLUICE_BROWSERS: browser }, ...options });
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
  const inherited = { NODE_COMPILE_CACHE: compiled, ...process.env };
  const child = spawn(name, args, { cwd: root, env: { ...inherited, ...env }, stdio: ['inherit', stdio, stdio] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk));
  const [status] = await once(child, 'close').catch(() => [1]);
  if (hold) process.stdout.write(Buffer.concat(output));
  return status === 0;
}

/**
 * What runs after what, and in each line what runs side by side: the first prints as it goes, the others when they have
 * ended. `npm test -- e2e` means both of its parts.
 */
const STAGES: Record<string, (options: RunOptions) => Promise<Count>>[] = [
  { types: () => check(['wxt', 'prepare'], ['tsc', '--noEmit']) },
  { lint: () => check(['biome', 'check', '--error-on-warnings']) },
  { unit: (options) => vitest('unit', options) },
  { build: () => check(['node', 'tools/build.ts']) },
  {
    'e2e:chromium': (options) => endToEnd('chromium', options),
    'e2e:firefox': (options) => endToEnd('firefox', options),
    integration: (options) => vitest('integration', { workers: 2, ...options }),
  },
  { coverage: () => check(['node', 'tools/coverage/main.ts', '--check']) },
];

const names = STAGES.flatMap((stage) => Object.keys(stage));
const isMeant = (name: string, asked: readonly string[]) =>
  asked.some((one) => one === name || name.startsWith(`${one}:`));

const asked = process.argv.slice(2);
const unknown = asked.filter((one) => !names.some((name) => isMeant(name, [one])));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(', ')}. Steps: ${names.join(', ')}.`);
  process.exit(2);
}

mkdirSync(results, { recursive: true });
const rows: (Count & { step: string; seconds: number })[] = [];
for (const stage of STAGES) {
  const steps = Object.entries(stage).filter(([name]) => asked.length === 0 || isMeant(name, asked));
  if (steps.length === 0) continue;
  console.log(`\n== ${steps.map(([name]) => name).join(', ')}`);
  const ended = steps.map(async ([step, work], index) => {
    const began = performance.now();
    const count = await work({ hold: index > 0 });
    console.log(`${step}: ${count.passed} passed, ${count.failed} failed`);
    return { step, ...count, seconds: Math.round((performance.now() - began) / 100) / 10 };
  });
  rows.push(...(await Promise.all(ended)));
}
console.log(`\n${notable.join('\n')}`);
console.table(Object.fromEntries(rows.map(({ step, ...row }) => [step, row])));
const total = { passed: sum(rows, 'passed'), failed: sum(rows, 'failed') };
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
