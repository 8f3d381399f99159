import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentDetail, IncidentPage } from '../../../server/api/incidents.ts';
import { type Device, PASSWORD, type RunningConsole, startConsole } from './console-endpoint.ts';

/** Real servers and browsers take their time. */
const soon = <T>(read: () => T) => expect.poll(read);

let running: RunningConsole;
let device: Device;
let api: Awaited<ReturnType<RunningConsole['api']>>;
let page: Page;

beforeAll(async () => {
  running = await startConsole();
  device = await running.device();
  api = await running.api();
});
afterAll(() => running.close());
afterEach(() => running.leave(page));

/** Opens as many incidents and answers the ids of theirs, newest first. */
async function openIncidents(count: number): Promise<string[]> {
  for (let n = 0; n < count; n++) await device.decide({ action: 'block' });
  await device.ship();
  const { items } = (await (await api('/v1/incidents?status=open&limit=200')).json()) as IncidentPage;
  return items.slice(0, count).map(({ id }) => id);
}
const detailOf = async (id: string) => (await (await api(`/v1/incidents/${id}`)).json()) as IncidentDetail;
const row = (id: string) => page.locator(`tr:has([data-row="${id}"])`);
const form = () => page.getByRole('region', { name: 'Work on it' });

describe('the inbox', () => {
  it('closes many at once, lets them leave at once, and takes it back', async () => {
    const [a, b, c] = await openIncidents(3);
    page = await running.open('/incidents');
    await row(a!).getByRole('checkbox').check();
    await row(b!).getByRole('checkbox').check();
    await page.getByText('2 selected').waitFor();
    await page.getByRole('button', { name: 'Close as' }).click();
    await page.getByRole('menuitem', { name: 'False positive' }).click();
    await soon(() => row(a!).count()).toBe(0);
    expect(await row(b!).count()).toBe(0);
    expect(await row(c!).count()).toBe(1);
    await page.getByText('2 incidents closed: False positive').waitFor();
    expect((await detailOf(a!)).incident).toMatchObject({ status: 'closed', verdict: 'false_positive' });

    await page.getByRole('button', { name: 'Undo' }).click();
    await row(a!).waitFor();
    await row(b!).waitFor();
    await page.getByText('2 changes taken back').waitFor();
    expect((await detailOf(b!)).incident).toMatchObject({ status: 'open', verdict: null, version: 3 });
  });

  it('leaves before the endpoint has answered, and comes back when it refuses', async () => {
    const [id] = await openIncidents(1);
    page = await running.open('/incidents');
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(`**/v1/incidents/${id}`, async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      await held;
      await route.fulfill({ status: 503, json: { error: { code: 'database_unavailable', message: 'Away.' } } });
    });
    await row(id!).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Close as' }).click();
    await page.getByRole('menuitem', { name: 'Benign' }).click();
    await soon(() => row(id!).count()).toBe(0);
    answer();
    await row(id!).waitFor();
    await page.getByText('1 incident could not be changed').waitFor();
    await page.getByText('The database cannot be reached.').waitFor();
  });

  it('is worked through with the keyboard alone', async () => {
    const [id] = await openIncidents(1);
    page = await running.open('/incidents');
    await row(id!).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('e');
    await page.getByRole('menuitem', { name: 'True positive' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('1 incident closed: False positive').waitFor();
    expect((await detailOf(id!)).incident).toMatchObject({ status: 'closed', verdict: 'false_positive' });
    await page.keyboard.press('z');
    await soon(async () => (await detailOf(id!)).incident.status).toBe('open');
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Keyboard' }).getByLabel('Single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('narrows by status and severity in the address, and shows what arrives', async () => {
    page = await running.open('/incidents?severity=critical');
    await page.getByText('No incident fits these filters').waitFor();
    await device.decide({ sentUnredacted: true });
    await device.ship();
    await page.getByRole('link', { name: 'Original was sent' }).waitFor();
    await page.getByLabel('Status').selectOption('closed');
    await page.getByText('No incident fits these filters').waitFor();
    expect(new URL(page.url()).search).toBe('?severity=critical&status=closed');
  });
});

describe('one incident', () => {
  it('is taken, judged and closed with a note; closing needs a verdict', async () => {
    const [id] = await openIncidents(1);
    page = await running.open(`/incidents/${id}`);
    await form().getByRole('button', { name: 'Assign to me' }).click();
    await form().getByLabel('Status').selectOption('closed');
    await form().getByText('Closing needs a verdict.').waitFor();
    expect(await form().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await form().getByLabel('Verdict').selectOption('true_positive');
    await form().getByLabel('Note').fill('Talked to the team.\nThey use the approved tool now.');
    await form().getByRole('button', { name: 'Save' }).click();
    const history = page.getByRole('region', { name: 'History' });
    await history.getByText('Talked to the team.').waitFor();
    await history.getByText('Status: Open → Closed').waitFor();
    const { incident, history: entries } = await detailOf(id!);
    expect(incident).toMatchObject({ status: 'closed', verdict: 'true_positive', assignee: 'admin', version: 2 });
    expect(entries).toHaveLength(1);
    expect(await form().getByLabel('Note').inputValue()).toBe('');
  });

  const other = (id: string, body: object) => api(`/v1/incidents/${id}`, { method: 'PATCH', body });

  it('shows a conflict that only the endpoint knew of, and lets mine stand', async () => {
    const [id] = await openIncidents(1);
    page = await running.open('/');
    // Nothing live: the page learns of the other change only from the refusal.
    await page.route('**/v1/stream', (route) => route.abort());
    await page.goto(`${running.url}/console/incidents/${id}`);
    await form().getByLabel('Status').selectOption('closed');
    await form().getByLabel('Verdict').selectOption('benign');
    await form().getByLabel('Note').fill('Mine.');
    await other(id!, { version: 1, status: 'investigating', assignee: 'rivera' });
    await form().getByRole('button', { name: 'Save' }).click();
    const conflict = form().getByRole('alert').filter({ hasText: 'Nothing of yours is lost' });
    await conflict.waitFor();
    expect(await conflict.locator('tbody tr').allTextContents()).toEqual([
      'StatusInvestigatingClosed',
      'VerdictnoneBenign',
    ]);
    expect(await form().getByLabel('Note').inputValue()).toBe('Mine.');
    expect((await detailOf(id!)).incident).toMatchObject({ status: 'investigating', version: 2 });
    await conflict.getByRole('button', { name: 'Apply mine' }).click();
    await expect
      .poll(async () => (await detailOf(id!)).incident)
      .toMatchObject({
        status: 'closed',
        verdict: 'benign',
        assignee: 'rivera',
        version: 3,
      });
    await soon(() => conflict.count()).toBe(0);
  });

  it('shows a conflict as soon as it exists, and lets theirs stand', async () => {
    const [id] = await openIncidents(1);
    page = await running.open(`/incidents/${id}`);
    await form().getByLabel('Status').selectOption('investigating');
    await other(id!, { version: 1, status: 'closed', verdict: 'duplicate', note: 'Theirs.' });
    await form().getByText('admin changed this incident while you were working on it.').waitFor();
    await form().getByRole('button', { name: 'Keep what stands now' }).click();
    expect(await form().getByLabel('Status').inputValue()).toBe('closed');
    expect((await detailOf(id!)).incident).toMatchObject({ verdict: 'duplicate', version: 2 });
  });

  it('keeps an unsaved note through an ended session', async () => {
    const [id] = await openIncidents(1);
    page = await running.open(`/incidents/${id}`);
    await form().getByLabel('Note').fill('Half a thought');
    await page.context().clearCookies();
    await form().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your session has ended.').waitFor();
    await page.getByLabel('Name').fill('admin');
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await soon(() => form().getByLabel('Note').inputValue()).toBe('Half a thought');
    expect((await detailOf(id!)).history).toEqual([]);
  });

  it('says so when there is none', async () => {
    page = await running.open('/incidents/00000000-0000-7000-8000-000000000000');
    await page.getByRole('alert').getByText('There is nothing under this address').waitFor();
  });
});
