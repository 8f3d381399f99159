/**
 * `npm test`: everything that must hold, in order of how fast it fails. Ends with one line `N passed, N failed`.
 * Arguments name the steps to run (`npm test -- unit`); without any, all run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, '.output/test-results');

interface Count {
  passed: number;
  failed: number;
}

/** A command that passes or fails as a whole. */
function check(...commands: string[][]): Count {
  const ok = commands.every(([name, ...args]) => run(name!, args));
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A Vitest project: counted test by test. A run that dies without a report is one failure. */
function vitest(project: string): Count {
  const report = join(results, `${project}.json`);
  rmSync(report, { force: true });
  const ok = run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that fails to load has no tests to count, yet nothing about it is fine.
  return { passed: numPassedTests, failed: numFailedTests || (ok && numPassedTests > 0 ? 0 : 1) };
}

function run(name: string, args: string[]): boolean {
  return spawnSync(name, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

const STEPS: Record<string, () => Count> = {
  types: () => check(['wxt', 'prepare'], ['tsc', '--noEmit']),
  lint: () => check(['biome', 'check', '--error-on-warnings']),
  unit: () => vitest('unit'),
  build: () => check(['node', 'tools/build.ts']),
  integration: () => vitest('integration'),
  e2e: () => vitest('e2e'),
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
  const count = step();
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed`);
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
