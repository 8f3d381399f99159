import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentPage } from '../../../server/api/incidents.ts';
import { complaintsOf, type RunningConsole, startConsole } from './console-endpoint.ts';

/** Stricter than what the endpoint sends: no nonce and nothing inline, neither scripts nor styles. */
const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const LONG = `${'a-very-long-host-name.'.repeat(470)}example`;
const HOSTILE = [
  '<script>window.pwned = 1</script>',
  '"><img src=x onerror="window.pwned=1">',
  'javascript:window.pwned=1',
  '\u202eevil.example\u202c \u2067שלום\u2069',
  'Z̸̧͍͎̮͔͎̘̲̓̈́̚a̵͓̓l̷̟̂g̶̱̈o̷̗͝',
  '{{constructor.constructor("window.pwned=1")()}}',
  LONG,
];

/** Real servers and browsers take their time. */
const soon = <T>(read: () => T) => expect.poll(read);

let running: RunningConsole;
let page: Page;
let decision: string;
let incident: string;

beforeAll(async () => {
  running = await startConsole();
  const device = await running.device();
  for (const action of ['allow', 'redact', 'block', 'warn', 'justify'] as const) {
    await device.decide({ action, choice: action === 'justify' ? 'justify' : null });
  }
  decision = await device.decide({ sentUnredacted: true });
  await device.ship();
  const api = await running.api();
  const { items } = (await (await api('/v1/incidents?severity=critical')).json()) as IncidentPage;
  incident = items[0]!.id;
  for (const [at, note] of HOSTILE.slice(0, -1).entries()) {
    const body = { version: at + 1, assignee: note.slice(0, 128), note };
    expect((await api(`/v1/incidents/${incident}`, { method: 'PATCH', body })).status).toBe(200);
  }
});
afterAll(() => running.close());
afterEach(() => page?.context().close());

const pages = () => ({
  overview: '/',
  decisions: '/decisions',
  'decisions by day': '/decisions?range=days&q=nothing-fits',
  decision: `/decisions/${decision}`,
  incidents: '/incidents?status=any',
  incident: `/incidents/${incident}`,
  evidence: '/evidence',
  'nothing there': `/incidents/${decision}`,
});

const isWide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const settled = () =>
  page
    .locator('h1')
    .first()
    .waitFor()
    .then(() => page.waitForLoadState('load'));

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  const faultsOf = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  };

  it.each([1280, 390])('every page is accessible at %i pixels, and nothing sticks out', async (width) => {
    page = await running.open('/', { colorScheme, viewport: { width, height: 844 } });
    for (const [name, path] of Object.entries(pages())) {
      await page.goto(`${running.url}/console${path}`);
      await settled();
      await soon(() => page.getByLabel('Loading').count()).toBe(0);
      expect([name, await faultsOf()]).toEqual([name, []]);
      expect([name, await isWide()]).toEqual([name, 0]);
    }
  });

  it('so are signing in, the selection with its menu, a conflict, toasts and the help', async () => {
    page = await running.open('/', { colorScheme, signedIn: false });
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await faultsOf()).toEqual([]);
    await page.context().close();

    page = await running.open('/incidents', { colorScheme });
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: 'Close as' }).click();
    await page.getByRole('menuitem').first().waitFor();
    expect(await faultsOf()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Investigate' }).click();
    await page.getByText('Incident changed').waitFor();
    expect(await faultsOf()).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 change taken back').waitFor();

    await page.goto(`${running.url}/console/incidents/${incident}`);
    await page.getByLabel('Status').selectOption('investigating');
    const api = await running.api();
    const { version } = ((await (await api(`/v1/incidents/${incident}`)).json()) as { incident: { version: number } })
      .incident;
    await api(`/v1/incidents/${incident}`, { method: 'PATCH', body: { version, note: 'Something else' } });
    await page.getByRole('button', { name: 'Apply mine' }).waitFor();
    expect(await faultsOf()).toEqual([]);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf()).toEqual([]);
  });
});

describe('hostile strings', () => {
  const isHarmless = async () => {
    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
    expect(await page.locator('main img').count()).toBe(0);
    expect(await isWide()).toBe(0);
  };

  it.each([1280, 390])('stay text in lists and pages at %i pixels', async (width) => {
    page = await running.open('/evidence', { viewport: { width, height: 844 } });
    const complaints = complaintsOf(page);
    // No record can hold such hosts and rules: as if the database had been tampered with.
    await page.route(/\/v1\/decisions/, async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      const spoil = (item: Record<string, unknown>, bad: string) => {
        Object.assign(item, { app: bad, host: bad, channel: bad, accountKind: bad, reason: bad, decisive: bad });
        item.rules = [{ id: bad, ver: 1, action: 'block', mode: 'enforce' }];
      };
      for (const [at, item] of (body.items ?? []).entries()) spoil(item, HOSTILE[at % HOSTILE.length]!);
      if (body.decision) {
        spoil(body.decision, LONG);
        body.record = HOSTILE.join('\n');
      }
      await route.fulfill({ response: answer, json: body });
    });
    await page.goto(`${running.url}/console/decisions`);
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody').textContent()).toContain(HOSTILE[0]);
    await isHarmless();
    const tallest = await page
      .locator('tbody tr')
      .evaluateAll((rows) => Math.max(...rows.map((row) => row.clientHeight)));
    expect(tallest).toBeLessThan(200);
    await page.goto(`${running.url}/console/decisions/${decision}`);
    await page.getByText('These bytes are not a decision record.').waitFor();
    expect(await page.locator('pre').textContent()).toBe(HOSTILE.join('\n'));
    await isHarmless();
    await page.goto(`${running.url}/console/incidents/${incident}`);
    await page.getByRole('region', { name: 'History' }).getByText(HOSTILE[0]!, { exact: true }).first().waitFor();
    await isHarmless();
    expect(complaints).toEqual([]);
  });
});

it('needs no inline script, no inline style and no dynamic markup: a strict content security policy holds', async () => {
  page = await running.open('/evidence');
  const complaints = complaintsOf(page);
  await page.route('**/console/**', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': STRICT_CSP } });
  });
  for (const path of Object.values(pages())) {
    await page.goto(`${running.url}/console${path}`);
    await settled();
  }
  await page.goto(`${running.url}/console/incidents?status=any`);
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Close as' }).click();
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await page.locator('style').count()).toBe(0);
  expect(complaints).toEqual([]);
});
