// `npm run coverage`: writes COVERAGE.md from the last run of the browser tests. With --check it writes nothing and fails
// when the page is out of date, or when a way leaks or has neither test nor policy.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { CATALOGUE } from '../../test/e2e/catalogue.data.ts';
import { NOT_COVERABLE } from '../../test/e2e/not-coverable.data.ts';
import { BROWSERS, type BrowserName, cellOf, coveragePage, type TestResult } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'COVERAGE.md');

/** The part of Vitest's JSON report that is read. */
const reportSchema = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })),
});

function resultsOf(browser: BrowserName): TestResult[] {
  const path = join(ROOT, `.output/test-results/e2e-${browser}.json`);
  if (!existsSync(path)) throw new Error(`no test run of ${browser} yet: npm test -- build e2e`);
  const report = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({ title: fullName, passed: status === 'passed' })),
  );
}

function main(): number {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const results = Object.fromEntries(BROWSERS.map((browser) => [browser, resultsOf(browser)])) as Record<
    BrowserName,
    TestResult[]
  >;
  const faults = CATALOGUE.flatMap((each) =>
    BROWSERS.flatMap((browser) => {
      const cell = cellOf(each, browser, results[browser], NOT_COVERABLE);
      if (cell.kind === 'leaks') return [`${each.id} in ${browser}: ${cell.failed.join('; ')}`];
      return cell.kind === 'missing' ? [`${each.id} in ${browser}: neither a test nor a browser policy`] : [];
    }),
  );
  const page = coveragePage(CATALOGUE, results, NOT_COVERABLE);
  if (!values.check) writeFileSync(PAGE, page);
  else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page)
    faults.push('COVERAGE.md is out of date: npm run coverage');
  for (const fault of faults) console.error(fault);
  console.log(`${CATALOGUE.length} ways, ${faults.length} faults`);
  return faults.length > 0 ? 1 : 0;
}

process.exitCode = main();
