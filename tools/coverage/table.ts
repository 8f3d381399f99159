// COVERAGE.md out of three facts: the catalogue of ways past the guard, what the tests of each way said in each browser,
// and the browser policies that close what no extension can.
import type { Case, Outcome } from '../../test/e2e/catalogue.data.ts';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** A way that no extension can close in a browser, and the browser policy that does. */
export interface NotCoverable {
  case: string;
  browser: BrowserName | 'both';
  why: string;
  /** The policy as an admin writes it. */
  policy: string;
}

/** One test of a run. */
export interface TestResult {
  title: string;
  passed: boolean;
}

/** What stands in a cell of the table. */
export type Cell =
  | { kind: 'tested'; outcome: Outcome; tests: number }
  | { kind: 'policy'; policy: string }
  | { kind: 'leaks'; failed: readonly string[] }
  | { kind: 'missing' };

/** The numbers a title carries, e.g. `[I25][B5] …` gives I25 and B5. */
export function numbersOf(title: string): string[] {
  return [...title.matchAll(/\[([IB]\d+)\]/g)].map((match) => match[1]!);
}

export function cellOf(
  { id, outcome }: Case,
  browser: BrowserName,
  results: readonly TestResult[],
  closed: readonly NotCoverable[],
): Cell {
  const own = results.filter(({ title }) => numbersOf(title).includes(id));
  const failed = own.filter(({ passed }) => !passed).map(({ title }) => title);
  if (failed.length > 0) return { kind: 'leaks', failed };
  const line = closed.find((each) => each.case === id && (each.browser === browser || each.browser === 'both'));
  if (own.length > 0) {
    return { kind: 'tested', outcome: typeof outcome === 'string' ? outcome : outcome[browser], tests: own.length };
  }
  return line === undefined ? { kind: 'missing' } : { kind: 'policy', policy: line.policy };
}

const INTRODUCTION = `# What is held, and where

Every way past the guard that we know, and what becomes of it in each browser with the extension installed by policy.
This page is made from the test run by \`npm run coverage\`; \`npm test\` fails when it is out of date, when a way has
neither a test nor a browser policy, or when one leaks. Tests assert on what the app's server received.

- **held**: nothing leaves before the person or the policy decided.
- **refused**: stopped, and the person is told; nobody is asked.
- **kept**: nothing is to be stopped; a property that other products broke stands.
- **not coverable**: no extension can; the browser policy in the second table closes it.

One gap is known and not in the table: in Chromium, requests of a page's own workers can pass in the moment in which the
extension's background is ended by force: 31 of 3,840 sends did, in two of 96 ends. When the browser itself ends an idle
one, none of 13,032 did ([limits](SECURITY.md)).

Tried on Debian's Chromium and Firefox ESR on Linux. Branded Chrome, Edge, Windows and macOS have not been tried.
`;

/** The page. `results`: of one full run per browser. */
export function coveragePage(
  catalogue: readonly Case[],
  results: Readonly<Record<BrowserName, readonly TestResult[]>>,
  closed: readonly NotCoverable[],
): string {
  const rows = catalogue.map((each) => {
    const cells = BROWSERS.map((browser) => cellText(cellOf(each, browser, results[browser], closed)));
    return `| ${each.id} | ${each.title} | ${cells.join(' | ')} |`;
  });
  const lines = closed.map((line) => {
    const where = line.browser === 'both' ? 'both' : nameOf(line.browser);
    return `| ${line.case} | ${where} | ${line.why} | ${line.policy} |`;
  });
  return [
    INTRODUCTION,
    `| | way | ${BROWSERS.map(nameOf).join(' | ')} |`,
    '|---|---|---|---|',
    ...rows,
    '',
    '## Closed by browser policy',
    '',
    '| | browser | why no extension can | policy |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

function nameOf(browser: BrowserName): string {
  return browser === 'chromium' ? 'Chromium' : 'Firefox';
}

function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'tested':
      return `${cell.outcome} (${cell.tests} ${cell.tests === 1 ? 'test' : 'tests'})`;
    case 'policy':
      return 'not coverable';
    case 'leaks':
      return '**leaks**';
    case 'missing':
      return '**not tested**';
  }
}
