import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionDialogContent } from '../../../components/decision-dialog/decision-dialog.tsx';
import { UNMEANT_MS } from '../../../components/views.tsx';
import { LANGUAGES } from '../../../lib/language/language.ts';
import type { Decision } from '../../../lib/policy/decision.ts';
import { violationsOf } from '../accessibility.ts';
import { launchHeadless } from '../headless.ts';
import { buildPage, openPage } from './page/serve.ts';

const decision: Decision = {
  action: 'justify',
  wouldAction: 'justify',
  rules: [
    {
      id: 'card-numbers',
      ver: 3,
      action: 'justify',
      mode: 'enforce',
      severity: 'high',
      findings: [0, 1, 2],
      message: { en: 'Card numbers stay in the company.', de: 'Kartennummern bleiben im Unternehmen.' },
      owner: 'Maria Keller (Data Protection)',
    },
  ],
  decisive: 'card-numbers',
  choices: ['redact', 'proceed', 'justify', 'edit', 'cancel'],
  redact: [0, 1],
  reason: 'rule',
  evaluation: 'evaluated',
};

const content: DecisionDialogContent = {
  language: 'en',
  appName: 'ChatGPT',
  decision,
  findings: [
    { type: 'CREDIT_CARD', class: 'PCI', masked: '•••• 1111' },
    { type: 'EMAIL_ADDRESS', class: 'PII', masked: 'a•••@…' },
    { type: 'PERSON', class: 'PII', masked: 'J••• M•••', partName: 'customers.xlsx' },
  ],
  preview: 'The card [CREDIT_CARD_1·k7q2mx] was declined.',
  takesNote: true,
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

async function open(options: Partial<Parameters<typeof openPage>[2]> = {}) {
  page = await openPage(browser, dist, { shadow: 'open', ...options });
}

async function ask(extra: Partial<DecisionDialogContent> = {}) {
  await page.locator('#editor').focus();
  await page.evaluate((options) => window.sluice.ask(options), { ...content, ...extra });
}

/** The dialogue judges by the events' own time, so waiting at least this long is enough however slow the machine is. */
const letTimePass = () => page.waitForTimeout(UNMEANT_MS);
const outcomes = () => page.evaluate(() => window.sluice.outcomes);
const dialog = () => page.locator('dialog');
const choice = (name: string) => page.locator(`[data-choice=${name}]`);
const settled = (count = 1) => page.waitForFunction((wanted) => window.sluice.outcomes.length >= wanted, count);
/** What has the focus inside the shadow root, by its text. */
const focused = () =>
  page.evaluate(() => {
    const host = [...document.documentElement.children].find((element) => element.shadowRoot);
    const active = host?.shadowRoot?.activeElement;
    return active ? active.textContent || active.localName : null;
  });

describe('the decision dialogue over a page', () => {
  it('shows masked findings, the rule and the ways on, and answers with the choice', async () => {
    await open();
    await ask();
    await expect(dialog().getAttribute('role')).resolves.toBe('alertdialog');
    const text = await dialog().textContent();
    for (const part of ['ChatGPT', '•••• 1111', 'Card numbers stay in the company.', 'Maria Keller', 'card-numbers']) {
      expect(text).toContain(part);
    }
    await letTimePass();
    await choice('proceed').click();
    await settled();
    expect(await outcomes()).toEqual([{ choice: 'proceed' }]);
    expect(await dialog().count()).toBe(0);
  });

  it('puts the focus on the safest way on, keeps it inside both ways round, and gives it back', async () => {
    await open();
    await ask();
    expect(await focused()).toBe('Send redacted');
    const seen = new Set<string | null>();
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Tab');
      seen.add(await focused());
    }
    expect(seen).not.toContain(null);
    expect(seen.size).toBeGreaterThanOrEqual(6);
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Shift+Tab');
      expect(await focused()).not.toBeNull();
    }
    await page.keyboard.press('Escape');
    await settled();
    expect(await outcomes()).toEqual([{ choice: 'cancel' }]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');
  });

  it('sends redacted on Enter, but not on a key that was held down or pressed at once', async () => {
    await open();
    await ask();
    await page.keyboard.down('Enter');
    await letTimePass();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    expect(await outcomes()).toEqual([]);
    await page.keyboard.up('Enter');
    await page.keyboard.press('Enter');
    await settled();
    expect(await outcomes()).toEqual([{ choice: 'redact' }]);
  });

  it('comes back to the primary button on Enter after a click on text', async () => {
    await open();
    await ask();
    await dialog().locator('h2').click();
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Send redacted');
    expect(await outcomes()).toEqual([]);
  });

  it('takes a reason only when one is picked, and keeps the note apart', async () => {
    await open();
    await ask();
    await letTimePass();
    await choice('justify').click();
    expect(await focused()).toBe('input');
    await choice('justify').click();
    expect(await dialog().locator('.reason .error').textContent()).toBe('Please choose a reason first.');
    await page.keyboard.press('ArrowDown');
    await dialog().locator('textarea').click();
    await page.keyboard.type('as agreed');
    await choice('justify').click();
    await settled();
    expect(await outcomes()).toEqual([{ choice: 'justify', justificationCode: 'approved', note: 'as agreed' }]);
  });

  it('stays open while the choice is carried out, says what went wrong, and lets the person choose again', async () => {
    await open();
    await page.evaluate((options) => {
      const answers = [{ ok: false as const, message: 'The record could not be written.' }, { ok: true as const }];
      window.sluice.ask({ ...options, perform: async () => answers.shift()! });
    }, content);
    await letTimePass();
    await choice('redact').click();
    await dialog().getByText('The record could not be written.').waitFor();
    expect(await outcomes()).toEqual([]);
    await choice('redact').click();
    await settled();
    expect(await outcomes()).toEqual([{ choice: 'redact' }]);
  });

  it.each(['rejects', 'is given up'])('answers cancel when carrying out %s', async (how) => {
    await open();
    await page.evaluate(
      ([options, rejects]) => {
        const given = new AbortController();
        const perform = () => {
          if (!rejects) given.abort();
          return rejects ? Promise.reject(new Error('no')) : new Promise<never>(() => {});
        };
        window.sluice.ask({ ...options, perform, signal: given.signal });
      },
      [content, how === 'rejects'] as const,
    );
    await letTimePass();
    await choice('proceed').click();
    await settled();
    expect(await outcomes()).toEqual([{ choice: 'cancel' }]);
    expect(await dialog().count()).toBe(0);
  });

  it('keeps the buttons in sight with 200 findings and words without end', async () => {
    await open({ viewport: { width: 400, height: 480 } });
    const findings = Array.from({ length: 200 }, (_, index) => ({
      type: index % 2 ? 'EMAIL_ADDRESS' : 'PL_PESEL',
      class: 'PII' as const,
      masked: `${'x'.repeat(index % 50 === 0 ? 500 : 1)}•••${index}`,
      partName: 'a-very-long-file-name-'.repeat(20),
    }));
    const rules = [{ ...decision.rules[0]!, findings: findings.map((_, index) => index) }];
    await ask({ findings, decision: { ...decision, rules }, preview: 'word'.repeat(100_000) });
    for (const name of decision.choices) {
      const box = (await choice(name).boundingBox())!;
      expect([box.x >= 0, box.y >= 0, box.x + box.width <= 400, box.y + box.height <= 480]).toEqual(
        Array(4).fill(true),
      );
    }
    expect(await dialog().getByText('Found: 200 values').count()).toBe(1);
    expect(await dialog().evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });

  it('shows one dialogue after the other', async () => {
    await open();
    await ask();
    await ask({ appName: 'Claude' });
    expect(await dialog().count()).toBe(1);
    expect(await dialog().textContent()).toContain('ChatGPT');
    await page.keyboard.press('Escape');
    await settled();
    expect(await dialog().textContent()).toContain('Claude');
    await page.keyboard.press('Escape');
    await settled(2);
    expect(await outcomes()).toEqual([{ choice: 'cancel' }, { choice: 'cancel' }]);
  });
});

describe('a page that attacks the dialogue', () => {
  it('cannot press a button by script, even one it could reach', async () => {
    await open();
    await ask();
    await letTimePass();
    await page.evaluate(() => {
      const host = [...document.documentElement.children].find((element) => element.shadowRoot)!;
      for (const button of host.shadowRoot!.querySelectorAll('button')) {
        if (['proceed', 'redact'].includes(button.dataset.choice!)) button.click();
      }
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    });
    expect(await outcomes()).toEqual([]);
    expect(await dialog().count()).toBe(1);
  });

  it('cannot see into it', async () => {
    await open({ shadow: 'closed' });
    await ask();
    const host = await page.evaluate(() => {
      const last = document.documentElement.lastElementChild!;
      return {
        name: last.localName,
        open: last.shadowRoot !== null,
        text: last.textContent,
        active: document.activeElement === last,
      };
    });
    expect(host).toEqual({ name: 'div', open: false, text: '', active: true });
  });

  it.each([
    ['removes it', () => document.documentElement.lastElementChild!.remove()],
    ['moves it', () => document.body.append(document.documentElement.lastElementChild!)],
    [
      'moves it and puts it back',
      () => {
        const host = document.documentElement.lastElementChild!;
        document.body.append(host);
        document.documentElement.append(host);
      },
    ],
    ['replaces the document', () => document.replaceChild(document.createElement('html'), document.documentElement)],
  ])('gets a cancel when it %s', async (_, attack) => {
    await open({ shadow: 'closed' });
    await ask();
    await page.evaluate(attack);
    await settled();
    expect(await outcomes()).toEqual([{ choice: 'cancel' }]);
  });

  it('cannot hide or recolour it with its own styles, nor cover it with a z-index', async () => {
    await open();
    await page.addStyleTag({
      content: `* { opacity: 0 !important; display: none !important; --text: #fff !important; --surface: #fff !important }
        html, head, body { display: block !important }`,
    });
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: red';
      document.body.append(cover);
    });
    await ask();
    const seen = await choice('proceed').evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const root = button.getRootNode() as ShadowRoot;
      const title = getComputedStyle(root.querySelector('h2')!);
      return {
        onTop: root.elementFromPoint(left + width / 2, top + height / 2) === button,
        hostOpacity: getComputedStyle(root.host).opacity,
        color: title.color,
      };
    });
    expect(seen).toEqual({ onTop: true, hostOpacity: '1', color: 'rgb(24, 33, 44)' });
  });

  it('hears no key, input or click that is meant for the dialogue', async () => {
    await open();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const keys = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'paste'];
      for (const type of keys) document.addEventListener(type, () => heard.push(type), { capture: true });
      for (const type of ['click', 'mousedown', 'pointerdown', 'pointerup']) {
        document.addEventListener(type, () => heard.push(type));
      }
    });
    await ask();
    await choice('justify').click();
    await dialog().locator('textarea').click();
    await page.keyboard.type('private');
    expect(await dialog().locator('textarea').inputValue()).toBe('private');
    await page.keyboard.press('Escape');
    await settled();
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  });

  it('with the strictest content security policy still gets a styled dialogue', async () => {
    await open({ csp: "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'" });
    await ask();
    expect(await dialog().evaluate((element) => getComputedStyle(element).borderRadius)).toBe('14px');
  });
});

describe('notices', () => {
  const refused = { language: 'en', appName: 'ChatGPT', kind: 'refused', code: 'unwritable' } as const;

  it('count the same refusal up, stay out of the way of the focus, and go when dismissed', async () => {
    await open();
    await page.locator('#editor').focus();
    await page.evaluate((notice) => {
      window.sluice.notify(notice);
      window.sluice.notify(notice);
    }, refused);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');
    const notice = page.locator('.notice');
    expect(await notice.count()).toBe(1);
    await notice.locator('summary').click();
    expect(await notice.getByText('Stopped 2 times').isVisible()).toBe(true);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    expect(await notice.count()).toBe(0);
    await page.evaluate((again) => window.sluice.notify(again), refused);
    expect(await notice.textContent()).not.toContain('Stopped 2 times');
  });

  it('come back after the page removed them', async () => {
    await open();
    await page.evaluate((notice) => window.sluice.notify(notice), refused);
    await page.evaluate(() => document.documentElement.lastElementChild!.remove());
    await page.evaluate((notice) => window.sluice.notify(notice), refused);
    expect(await page.locator('.notice').isVisible()).toBe(true);
  });
});

describe('accessibility', () => {
  const violations = async () => {
    const violations = await violationsOf(page);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  };

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const)('has no violation in %s at %i px, choosing and giving a reason', async (colorScheme, width) => {
    await open({ colorScheme, viewport: { width, height: 700 } });
    for (const language of LANGUAGES) {
      await page.reload();
      await page.evaluate((options) => window.sluice.lay(options), { ...content, language });
      for (const summary of await dialog().locator('summary').all()) await summary.click();
      expect(await violations()).toEqual([]);
      expect(await dialog().evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    }
    await choice('justify').click();
    await choice('justify').click();
    expect(await violations()).toEqual([]);
  });

  it('holds where it is mounted, and for notices', async () => {
    await open();
    await ask();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate(() =>
      window.sluice.notify({ language: 'en', appName: 'ChatGPT', kind: 'reload', code: 'disconnected' }),
    );
    expect(await violations()).toEqual([]);
  });
});
