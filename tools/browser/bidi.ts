import type { Browser, Page } from 'puppeteer-core';

/** WebDriver BiDi commands that puppeteer has no method for. */
export interface Bidi {
  send(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** The browser's BiDi connection (an inner part of puppeteer: pinned with its version, covered by the smoke tests). */
export function bidiOf(browser: Browser): Bidi {
  const { connection } = browser as unknown as {
    connection: { send(m: string, p: object): Promise<{ result: object }> };
  };
  return {
    async send(method, params) {
      const { result } = await connection.send(method, params);
      return result as Record<string, unknown>;
    },
  };
}

/** BiDi's id of a page's top browsing context. */
export function contextIdOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}

/**
 * Runs an expression with the browser's own rights, in its first window (needs `--remote-allow-system-access`).
 * The expression may be a promise; its value is dropped.
 */
export async function evaluateInBrowser(browser: Browser, expression: string): Promise<void> {
  await readInBrowser(browser, expression);
}

/** The same for an expression that is a text, or the promise of one. */
export async function readInBrowser(browser: Browser, expression: string): Promise<string> {
  const bidi = bidiOf(browser);
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [first] = tree.contexts as { context: string }[];
  if (!first) throw new Error('Firefox shows no window');
  const answer = await bidi.send('script.evaluate', {
    expression,
    target: { context: first.context },
    awaitPromise: true,
  });
  if (answer.type !== 'success') throw new Error(`in the browser: ${JSON.stringify(answer.exceptionDetails)}`);
  return String((answer.result as { value?: unknown }).value ?? '');
}
