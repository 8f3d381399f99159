/** What a run of Vitest has told: counts, what failed, and what a second run of some files changes about it. */

export interface Count {
  passed: number;
  failed: number;
}

export interface TestOutcome {
  status: string;
  fullName: string;
  failureMessages?: string[];
}

/** The part of Vitest's JSON report that is read, and whether Vitest ended well: errors outside tests are not in it. */
export interface Report {
  isWell: boolean;
  testResults: { name: string; status: string; assertionResults: TestOutcome[] }[];
}

/** More failures than this are no accident of a busy machine. */
const MOST_AGAIN = 12;
const MESSAGE_CHARS = 1_500;

/** Tests by outcome. What is not fine and no test tells, a file that does not load or no test at all, counts as one. */
export function countOf({ testResults, isWell }: Report): Count {
  const outcomes = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = outcomes.filter(({ status }) => status === 'passed').length;
  const failed = outcomes.filter(hasFailed).length;
  return { passed, failed: failed || (isWell && passed > 0 ? 0 : 1) };
}

const hasFailed = ({ status }: TestOutcome) => status === 'failed';

/**
 * Files in which something failed, to be run again by themselves; none when one of the failures is final, or when there
 * are too many of them.
 * @param isFinal By the message of a failure.
 */
export function filesToRunAlone(report: Report, isFinal: (message: string) => boolean): string[] {
  const failed = report.testResults.filter(({ status }) => status === 'failed');
  const messages = failed.flatMap(({ assertionResults }) =>
    assertionResults.filter(hasFailed).map(({ failureMessages }) => failureMessages?.join('\n') ?? ''),
  );
  if (messages.length > MOST_AGAIN || messages.some(isFinal)) return [];
  return failed.map(({ name }) => name);
}

/** The first report, with the second one's word on every file that it has: those where the first one failed. */
export function withSecondRun<R extends Report>(first: R, second: Report): R {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file);
  return { ...first, testResults, isWell: second.isWell };
}

/**
 * What failed and why, or passed at the second try only.
 * @param first The run beside others. What failed there and in `last` is told once, with what it said last.
 * @param last The same report when no file was run again.
 */
export function notableOf(part: string, first: Report, last: Report): string[] {
  const messageOf = ({ failureMessages = [] }: TestOutcome) => failureMessages.join('\n').slice(0, MESSAGE_CHARS);
  const before = new Map(first.testResults.flatMap(({ assertionResults }) => assertionResults.map(keyed)));
  return last.testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap((outcome) => {
      const { status, fullName, failureMessages } = outcome;
      const early = before.get(fullName);
      if (status === 'passed' && early !== undefined && hasFailed(early))
        return [`passed when its file ran alone: ${part}: ${fullName}\n${messageOf(early)}\n`];
      if (!failureMessages?.length) return [];
      const how = status === 'passed' ? 'passed at the second try' : status;
      return [`${how}: ${part}: ${fullName}\n${messageOf(outcome)}\n`];
    }),
  );
}

const keyed = (outcome: TestOutcome) => [outcome.fullName, outcome] as const;
