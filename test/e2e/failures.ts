/**
 * What is done when a browser test has failed: it is told what was there, and decided whether it may be tried once
 * more. Loaded before each spec (vitest.config.ts).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, type RunnerTestCase } from 'vitest';
import { TRY_AGAIN } from './tries.ts';
import { beforeClosing, type Watched, watched } from './watched-driver.ts';

const FOLDER = join(import.meta.dirname, '../../.output/test-results/failures');
const CARDS = ['4111 1111 1111 1111', '5500 0000 0000 0004', '4012 8888 8888 1881', '5105 1051 0510 5100'];
const SECRETS = CARDS.flatMap((card) => [card, card.replaceAll(' ', '')]);
/** Neither says anything about the product: a wait that ran out, a browser that went away. */
const OF_THE_MACHINE = new Set(['NotArrived', 'BrowserLost']);
const TEST_TOO_LONG = /^(?:Test|Hook) timed out in /;
/** The cause of an `expect.poll` that ran out: it waited for something to come, for what must not come nobody polls. */
const POLL_RAN_OUT = /^Matcher did not succeed in time/;
const PATIENCE_MS = 5_000;

type Errors = NonNullable<NonNullable<RunnerTestCase['result']>['errors']>;

let current: RunnerTestCase | undefined;
/** What was there, by world, when its first page was closed. */
const told = new Map<Watched, string>();

beforeClosing.tell = async (world) => {
  if (current?.result?.state === 'fail' && !told.has(world)) told.set(world, await report(world, current));
};

beforeEach(({ task, onTestFailed }) => {
  current = task as RunnerTestCase;
  told.clear();
  const before = task.result?.errors?.length ?? 0;
  onTestFailed(async () => {
    for (const world of watched) await beforeClosing.tell(world);
    const errors = task.result?.errors?.slice(before) ?? [];
    const last = errors.at(-1);
    if (last === undefined) return;
    say(last, [...told.values()].join('\n'));
    if (mayTryAgain(errors)) say(last, TRY_AGAIN);
  });
});

/**
 * An assertion gets no second try: what reached the server has reached it. Nor does anything once a card number is there,
 * whatever else went wrong. The one exception is a refusal too many: what cannot be judged in time is refused.
 */
function mayTryAgain(errors: Errors): boolean {
  const ofTheMachine = errors.every(
    ({ name, message, cause, actual, expected }) =>
      OF_THE_MACHINE.has(name ?? '') ||
      TEST_TOO_LONG.test(message) ||
      POLL_RAN_OUT.test((cause as Error | undefined)?.message ?? '') ||
      (actual === 'refused' && expected === 'sent'),
  );
  const isClean = [...watched].every(({ server }) =>
    SECRETS.every((secret) => server.sinkContains(secret).length === 0),
  );
  return ofTheMachine && isClean;
}

/** Reporters print the message, or the stack, which begins with it. */
function say(error: Errors[number], text: string): void {
  const message = `${error.message}\n${text}`;
  if (error.stack !== undefined) error.stack = error.stack.replace(error.message, () => message);
  error.message = message;
}

async function report({ driver, server, pages }: Watched, task: RunnerTestCase): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const lines: string[] = [];
  let count = 0;
  for (const page of pages) {
    const picture = join(FOLDER, `${driver.name}-${task.id}-${task.result?.retryCount ?? 0}-${count++}.png`);
    const shot = await inTime(page.screenshot(picture).then(() => picture));
    lines.push(`page: ${page.url()} (${shot})`, `  dialogue: ${await inTime(page.dialogText())}`);
  }
  lines.push(
    'last requests:',
    ...server
      .requests()
      .slice(-20)
      .map(({ kind, method, url }) => `  ${kind === 'frame' ? 'frame of' : method} ${url.slice(0, 200)}`),
  );
  lines.push(`console: ${String(await inTime(driver.consoleText())).slice(-1_000)}`);
  return lines.join('\n');
}

/** A browser that hangs is told of, not waited for. */
function inTime<T>(asked: Promise<T>): Promise<T | string> {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), PATIENCE_MS));
  return Promise.race([asked.catch(String), late]);
}
