import { describe, expect, it } from 'vitest';
import { cellOf, coveragePage, type NotCoverable, numbersOf, type TestResult } from '../../../tools/coverage/table.ts';
import { CATALOGUE, type Case } from '../../e2e/catalogue.data.ts';
import { NOT_COVERABLE } from '../../e2e/not-coverable.data.ts';

const way: Case = { id: 'I28', title: 'A Blob', outcome: { chromium: 'refused', firefox: 'held' } };
const closed: NotCoverable[] = [{ case: 'I72', browser: 'both', why: 'no page', policy: '`GeminiSettings` 1' }];
const passing: TestResult[] = [{ title: 'in chromium [I28] a Blob', passed: true }];

describe('the catalogue', () => {
  it('numbers every way once, without a gap', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
    expect(ids).toEqual([...numbered('I', 80), ...numbered('B', 37)]);
  });

  it('has a way for every line of policy', () => {
    const ids = new Set(CATALOGUE.map(({ id }) => id));
    expect(NOT_COVERABLE.filter((line) => !ids.has(line.case))).toEqual([]);
  });
});

describe('a cell', () => {
  it('takes its numbers from test titles', () => {
    expect(numbersOf('in firefox [I25][B5] fetch(new Request)')).toEqual(['I25', 'B5']);
    expect(numbersOf('array[3] and [X9]')).toEqual([]);
  });

  it('says what the tests of a way say in each browser', () => {
    expect(cellOf(way, 'chromium', passing, closed)).toEqual({ kind: 'tested', outcome: 'refused', tests: 1 });
    expect(cellOf(way, 'firefox', passing, closed)).toEqual({ kind: 'tested', outcome: 'held', tests: 1 });
  });

  it('leaks when one test of several fails', () => {
    const results = [...passing, { title: '[I28] again', passed: false }];
    expect(cellOf(way, 'chromium', results, closed)).toEqual({ kind: 'leaks', failed: ['[I28] again'] });
  });

  it('is a matter of policy only without a test, and missing without either', () => {
    const panel: Case = { id: 'I72', title: 'Panels', outcome: 'held' };
    expect(cellOf(panel, 'firefox', passing, closed)).toEqual({ kind: 'policy', policy: '`GeminiSettings` 1' });
    expect(cellOf({ ...panel, id: 'I73' }, 'firefox', passing, closed)).toEqual({ kind: 'missing' });
  });
});

it('the page shows both browsers and the policies', () => {
  const page = coveragePage([way], { chromium: passing, firefox: [] }, closed);
  expect(page).toContain('| I28 | A Blob | refused (1 test) | **not tested** |');
  expect(page).toContain('| I72 | both | no page | `GeminiSettings` 1 |');
});
