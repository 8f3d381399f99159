/** The fixture page of one app in one browser, and what things cost there. */
import type { CDPSession, Page } from 'playwright-core';

const APP = {
  url: 'https://chatgpt.com/',
  editor: '#prompt-textarea',
  answer: '[data-message-author-role=assistant]',
  finished: '[data-message-author-role=assistant][data-is-finished]',
};
/** Longer than anything that is put off at the start of a page or until a person pauses. */
const SETTLED_MS = 700;
const ANSWER_WITHIN_MS = 10_000;

/** Milliseconds. */
export interface PageStart {
  /** Main thread until the load event. */
  load: number;
  /** Main thread until everything that was put off is done. */
  settled: number;
  /** By the clock, from the reload to the end of the load event. */
  clock: number;
}

export class MeasuredPage {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async open(page: Page): Promise<MeasuredPage> {
    const session = await page.context().newCDPSession(page);
    await page.goto(APP.url);
    await page.waitForSelector(APP.editor);
    // Processor time of the main thread, not time by the clock: other work of the machine does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MeasuredPage(page, session);
  }

  /** Loads the page anew. The browser counts the main thread from the new document on; leaving the old one is not in it. */
  async start(): Promise<PageStart> {
    await this.page.reload({ waitUntil: 'load' });
    const load = await this.#busyMs();
    await this.page.waitForTimeout(SETTLED_MS);
    const settled = await this.#busyMs();
    const clock = await this.page.evaluate(() => performance.getEntriesByType('navigation')[0]!.duration);
    return { load, settled, clock };
  }

  /** Puts text into the empty composer at once. */
  async fill(text: string): Promise<void> {
    await this.page.click(APP.editor);
    await this.page.keyboard.insertText(text);
    await this.page.waitForTimeout(SETTLED_MS);
  }

  /** Presses a key. Milliseconds of main thread until the page has drawn what came of it. */
  async key(key: string): Promise<number> {
    const before = await this.#busyMs();
    await this.page.keyboard.press(key);
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    return (await this.#busyMs()) - before;
  }

  /** Stops typing for a moment. Milliseconds of main thread that the page spends on it. */
  async pause(): Promise<number> {
    const before = await this.#busyMs();
    await this.page.waitForTimeout(SETTLED_MS);
    return (await this.#busyMs()) - before;
  }

  /** Presses Enter. Milliseconds by the clock until the answer begins: what a person waits. */
  async send(): Promise<number> {
    const answers = await this.page.locator(APP.answer).count();
    const begun = this.page.evaluate(whenMoreThan, {
      selector: APP.answer,
      count: answers,
      withinMs: ANSWER_WITHIN_MS,
    });
    // The watcher above has to be in place before the key arrives.
    await this.page.evaluate(() => undefined);
    const pressed = performance.timeOrigin + performance.now();
    await this.page.keyboard.press('Enter');
    const at = await begun;
    await this.page.locator(APP.finished).nth(answers).waitFor({ state: 'attached', timeout: ANSWER_WITHIN_MS });
    return at - pressed;
  }

  async #busyMs(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const busy = metrics.find(({ name }) => name === 'TaskDuration');
    if (busy === undefined) throw new Error('the browser does not tell how long its main thread was busy');
    return busy.value * 1000;
  }
}

/** In the page: the time (since the epoch) at which there are more than so many matches. */
function whenMoreThan({ selector, count, withinMs }: { selector: string; count: number; withinMs: number }) {
  return new Promise<number>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('no answer: the prompt was not sent, or refused')), withinMs);
    const watcher = new MutationObserver(() => {
      if (document.querySelectorAll(selector).length <= count) return;
      watcher.disconnect();
      clearTimeout(limit);
      resolve(performance.timeOrigin + performance.now());
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
}
