import { describe, expect, it } from 'vitest';
import { countOf, filesToRunAlone, notableOf, type Report, withSecondRun } from '../../../tools/test/report.ts';

const passed = (fullName: string) => ({ status: 'passed', fullName, failureMessages: [] });
const failed = (fullName: string, message = 'why') => ({ status: 'failed', fullName, failureMessages: [message] });
const file = (name: string, ...assertionResults: Report['testResults'][number]['assertionResults']) => ({
  name,
  status:
    assertionResults.length > 0 && assertionResults.every(({ status }) => status === 'passed') ? 'passed' : 'failed',
  assertionResults,
});
const report = (...testResults: Report['testResults']): Report => ({
  isWell: testResults.every(({ status }) => status === 'passed'),
  testResults,
});
const never = () => false;

describe('the report of a test run', () => {
  it('counts tests, and as one what no test tells: a file that does not load, an error outside, no test at all', () => {
    expect(countOf(report(file('a', passed('1'), failed('2'), { status: 'skipped', fullName: '3' })))).toEqual({
      passed: 1,
      failed: 1,
    });
    expect(countOf(report(file('a', passed('1')), file('b')))).toEqual({ passed: 1, failed: 1 });
    expect(countOf({ ...report(file('a', passed('1'))), isWell: false })).toEqual({ passed: 1, failed: 1 });
    expect(countOf({ isWell: true, testResults: [] })).toEqual({ passed: 0, failed: 1 });
    expect(countOf(report(file('a', passed('1'))))).toEqual({ passed: 1, failed: 0 });
  });

  it('names the files that may be run alone: all that failed, unless one failure is final or there are many', () => {
    const some = report(file('a', passed('1')), file('b', passed('2'), failed('3')), file('c'));
    expect(filesToRunAlone(some, never)).toEqual(['b', 'c']);
    expect(filesToRunAlone(some, (message) => message === 'why')).toEqual([]);
    const many = report(file('a', ...Array.from({ length: 13 }, (_, at) => failed(`${at}`))));
    expect(filesToRunAlone(many, never)).toEqual([]);
  });

  it('takes the second word on a file, and tells both', () => {
    const first = report(file('a', passed('1')), file('b', failed('2', 'slow'), failed('3', 'broken'), passed('4')));
    const second = report(file('b', passed('2'), failed('3', 'broken still'), failed('4', 'new')));
    const last = withSecondRun(first, second);
    expect(countOf(last)).toEqual({ passed: 2, failed: 2 });
    expect(notableOf('e2e', first, last)).toEqual([
      'passed when its file ran alone: e2e: 2\nslow\n',
      'failed: e2e: 3\nbroken still\n',
      'failed: e2e: 4\nnew\n',
    ]);
    const well = withSecondRun(first, report(file('b', passed('2'), passed('3'), passed('4'))));
    expect(countOf(well)).toEqual({ passed: 4, failed: 0 });
  });

  it('tells a test that passed at its second try', () => {
    const one = report(file('a', { ...passed('1'), failureMessages: ['too late'] }));
    expect(notableOf('unit', one, one)).toEqual(['passed at the second try: unit: 1\ntoo late\n']);
  });
});
