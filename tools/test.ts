/**
 * `npm test`: everything that must hold, in order of how fast it fails. Ends with what each step took and one line
 * `N passed, N failed`; before it, what failed is told again, and what passed only when it was alone. Arguments name the
 * steps to run (`npm test -- unit`); without any, all run.
 */
import { TRY_AGAIN } from '../test/e2e/tries.ts';
import { type RunOptions, run } from './test/command.ts';
import type { Count } from './test/report.ts';
import { type Tested, vitest } from './test/vitest.ts';

/** A command that passes or fails as a whole. */
async function check(...commands: string[][]): Promise<Tested> {
  for (const [name, ...args] of commands) if (!(await run(name!, args))) return { passed: 0, failed: 1, notable: [] };
  return { passed: 1, failed: 0, notable: [] };
}

/**
 * All of the browser tests in one browser; each has settings of its own. Browsers are waited for more than they work.
 * What arrived has arrived: only a failure that says so of itself may be looked at again.
 */
function endToEnd(browser: string, options: RunOptions): Promise<Tested> {
  const settings = { part: `e2e-${browser}`, workers: 2, env: { SLUICE_BROWSERS: browser }, ...options };
  return vitest('e2e', settings, (message) => !message.includes(TRY_AGAIN));
}

const sum = (counts: readonly Count[], key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);

/**
 * What runs after what, and in each line what runs side by side: the first prints as it goes, the others when they have
 * ended. `npm test -- e2e` means both of its parts.
 */
const STAGES: Record<string, (options: RunOptions) => Promise<Tested>>[] = [
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

const rows: (Count & { step: string; seconds: number })[] = [];
const notable: string[] = [];
for (const stage of STAGES) {
  const steps = Object.entries(stage).filter(([name]) => asked.length === 0 || isMeant(name, asked));
  if (steps.length === 0) continue;
  console.log(`\n== ${steps.map(([name]) => name).join(', ')}`);
  const ended = steps.map(async ([step, work], index) => {
    const began = performance.now();
    const tested = await work({ hold: index > 0 });
    console.log(`${step}: ${tested.passed} passed, ${tested.failed} failed`);
    return { step, tested, seconds: Math.round((performance.now() - began) / 100) / 10 };
  });
  for (const { step, tested, seconds } of await Promise.all(ended)) {
    // What failed beside others, and not by what it found, may have had too little of the machine.
    const { passed, failed, notable: told } = (steps.length > 1 && (await tested.alone?.())) || tested;
    notable.push(...told);
    rows.push({ step, passed, failed, seconds });
  }
}
console.log(`\n${notable.join('\n')}`);
console.table(Object.fromEntries(rows.map(({ step, ...row }) => [step, row])));
const total = { passed: sum(rows, 'passed'), failed: sum(rows, 'failed') };
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
