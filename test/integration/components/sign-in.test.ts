import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../lib/language/language.ts';
import type { IdentityView } from '../../../lib/messages/popup-state.ts';
import { violationsOf } from '../accessibility.ts';
import { launchHeadless } from '../headless.ts';
import { buildPage, openPage } from './page/serve.ts';

const NONE: IdentityView = {
  ...{ state: 'none', canSignIn: true, pending: null, fault: null },
  subject: { assurance: 'device_only', ref: null, until: null, since: null, name: null },
};
const URL_TO_OPEN = 'https://sluice.example/v1/identity/confirm?link=x';
const PENDING: IdentityView = {
  ...NONE,
  state: 'pending',
  pending: { code: 'BCDF-GHJK', expiresAt: 5, url: URL_TO_OPEN },
};
const BOUND: IdentityView = {
  ...NONE,
  state: 'bound',
  subject: { assurance: 'oidc', ref: 'lusab-babad-gutih', until: 1_800_000_000_000, since: 1, name: 'rita.roe' },
};

let dist: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [dist, browser] = await Promise.all([buildPage(), launchHeadless()]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(dist, { recursive: true, force: true });
});
afterEach(() => page.context().close());

const show = (answers: IdentityView[], language: Language = 'en') =>
  page.evaluate(([words, given]) => window.sluice.signIn(words, given), [language, answers] as const);
const section = () => page.locator('.sign-in');
const opened = () => page.evaluate(() => window.sluice.opened);

describe('the section to sign in', () => {
  it('is done by keyboard: the code beside the opened tab, what came of it, and the way out', async () => {
    page = await openPage(browser, dist, { shadow: 'open' });
    await show([NONE, PENDING, BOUND, NONE]);
    await page.getByRole('button', { name: 'Sign in' }).focus();
    await page.keyboard.press('Enter');
    await section().getByText('BCDF-GHJK').waitFor();
    await expect.poll(opened).toEqual([URL_TO_OPEN]);
    // The button that was pressed is gone; the keyboard goes on from where it was.
    expect(await section().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(opened).toEqual([URL_TO_OPEN, URL_TO_OPEN]);
    // Whoever comes back from the tab is told at once.
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await section().getByText('You are signed in as rita.roe.').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await page.keyboard.press('Enter');
    await section().getByText('You are not signed in.').waitFor();
  });

  it.each(['light', 'dark'] as const)('has no violation in %s', async (colorScheme) => {
    page = await openPage(browser, dist, { shadow: 'open', colorScheme, viewport: { width: 320, height: 700 } });
    for (const view of [{ ...NONE, fault: 'expired' as const }, PENDING, BOUND]) {
      for (const language of LANGUAGES) {
        await show([view], language);
        await section().waitFor();
        expect(await page.evaluate(() => document.body.scrollWidth <= innerWidth)).toBe(true);
      }
      const violations = await violationsOf(page, 'main');
      expect(violations.map(({ id, nodes }) => `${view.state} ${id}: ${nodes[0]!.html}`)).toEqual([]);
    }
  });
});
