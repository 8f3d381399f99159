import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyEvidence } from '../../../lib/integrity/verify-evidence.ts';
import type { DecisionDetail } from '../../../server/api/decisions.ts';
import type { SummaryResponse } from '../../../server/api/summary.ts';
import { complaintsOf, type Device, PASSWORD, type RunningConsole, startConsole } from './console-endpoint.ts';

/** Real servers and browsers take their time. */
const soon = <T>(read: () => T) => expect.poll(read);

let running: RunningConsole;
let device: Device;
let page: Page;

beforeAll(async () => {
  running = await startConsole();
  device = await running.device();
  // More than two pages of the list.
  for (let n = 0; n < 110; n++) {
    await device.decide({
      action: n % 10 === 0 ? 'block' : 'allow',
      app: 'gemini',
      host: 'gemini.google.com',
      ago: 60_000 * (200 - n),
    });
  }
  await device.ship();
});
afterAll(() => running.close());
afterEach(() => running.leave(page));

const rows = () => page.locator('tbody tr');
const signInAs = async (password: string) => {
  await page.getByLabel('Name').fill('admin');
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

describe('signing in', () => {
  it('says what is wrong, and then shows the page that was asked for', async () => {
    page = await running.open('/decisions?action=block&q=gem', { signedIn: false });
    const complaints = complaintsOf(page);
    await signInAs('wrong password');
    await page.getByRole('alert').getByText('Name or password is wrong.').waitFor();
    await signInAs(PASSWORD);
    await soon(() => rows().count()).toBe(11);
    expect(new URL(page.url()).search).toBe('?action=block&q=gem');
    expect(await page.getByLabel('Action').inputValue()).toBe('block');
    expect(complaints).toEqual([]);
  });

  it('is asked for again when the session has ended, without losing the place', async () => {
    page = await running.open('/decisions?action=block');
    await rows().first().waitFor();
    await page.context().clearCookies();
    await page.getByLabel('Action').selectOption('allow');
    await page.getByText('Your session has ended.').waitFor();
    expect(await rows().count()).toBe(0);
    await signInAs(PASSWORD);
    await rows().first().waitFor();
    expect(new URL(page.url()).search).toBe('?action=allow');
  });

  it('ends with signing out: the cookie is worth nothing afterwards', async () => {
    page = await running.open('/');
    const [cookie] = await page.context().cookies();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    const again = await fetch(`${running.url}/v1/session`, { headers: { cookie: `${cookie!.name}=${cookie!.value}` } });
    expect(again.status).toBe(401);
  });
});

describe('the list of decisions', () => {
  it('is paged, each row once', async () => {
    page = await running.open('/decisions');
    await soon(() => rows().count()).toBe(50);
    await page.getByRole('button', { name: 'Load older' }).click();
    await soon(() => rows().count()).toBe(100);
    await page.getByRole('button', { name: 'Load older' }).click();
    await page.getByText('That is all.').waitFor();
    const ids = await page
      .locator('[data-row]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-row')));
    expect(ids.length).toBeGreaterThanOrEqual(110);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps its filters in the address, which can be shared', async () => {
    page = await running.open('/decisions');
    await page.getByLabel('Data class').selectOption('PCI');
    await page.getByLabel('Time').selectOption('24h');
    await page.getByLabel('Search app, host or device').fill('gemini.goo');
    await soon(() => new URL(page.url()).search).toBe('?class=PCI&range=24h&q=gemini.goo');
    await soon(() => rows().count()).toBe(11);
    await page.reload();
    await soon(() => rows().count()).toBe(11);
    expect(await page.getByLabel('Search app, host or device').inputValue()).toBe('gemini.goo');

    await page.getByLabel('Search app, host or device').fill('nobody has this');
    await page.getByText('No decision fits these filters').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await soon(() => rows().count()).toBe(50);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByLabel('Search app, host or device').inputValue()).toBe('');
  });

  it('shows a decision as it arrives, where the filters let it', async () => {
    page = await running.open('/decisions?app=claude');
    await page.getByText('No decision fits these filters').waitFor();
    await device.decide({ app: 'chatgpt' });
    const id = await device.decide({ app: 'claude', host: 'claude.ai' });
    await device.ship();
    await page.locator(`[data-row="${id}"]`).waitFor();
    expect(await rows().count()).toBe(1);
  });

  it('does not move under the pointer: new rows wait until they are asked for', async () => {
    page = await running.open('/decisions?action=warn');
    await page.getByText('No decision fits these filters').waitFor();
    const first = await device.decide({ action: 'warn', choice: 'proceed' });
    await device.ship();
    await page.locator(`[data-row="${first}"]`).hover();
    const second = await device.decide({ action: 'warn', choice: 'cancel' });
    await device.ship();
    await page.getByRole('button', { name: 'Show 1 new decision' }).waitFor();
    expect(await page.locator(`[data-row="${second}"]`).count()).toBe(0);
    await page.getByRole('button', { name: 'Show 1 new decision' }).click();
    await page.locator(`[data-row="${second}"]`).waitFor();
    expect(await page.locator('[data-row]').first().getAttribute('data-row')).toBe(second);
  });

  it('is walked with the keyboard, and remembers the row', async () => {
    page = await running.open('/decisions?action=block');
    await rows().first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const id = await page.evaluate(() => document.activeElement?.getAttribute('data-row'));
    expect(id).toBe(await page.locator('[data-row]').nth(1).getAttribute('data-row'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The record, byte for byte' }).waitFor();
    expect(page.url()).toContain(id);
    await page.goBack();
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(id);
    await page.keyboard.press('/');
    await page.keyboard.type('j');
    expect(await page.getByLabel('Search app, host or device').inputValue()).toBe('j');
  });
});

it('shows one decision with its record byte for byte, verified now, and its neighbours', async () => {
  const before = await device.decide({ app: 'claude', ago: 1000 });
  const id = await device.decide({ groups: ['<b>Zürich</b> \u202egroup'], sentUnredacted: true });
  await device.ship();
  const api = await running.api();
  const detail = (await (await api(`/v1/decisions/${id}`)).json()) as DecisionDetail;
  page = await running.open(`/decisions/${id}`);
  await page.getByText('Verified just now').first().waitFor();
  expect(await page.locator('pre').textContent()).toBe(detail.record);
  expect(await page.getByRole('region', { name: 'Findings' }).locator('tbody tr').allTextContents()).toEqual([
    'CREDIT_CARDCard data199%',
    'EMAIL_ADDRESSPersonal data290%',
  ]);
  const what = page.getByRole('region', { name: 'What happened' });
  await what.getByText('Sent the redacted text').waitFor();
  await what.getByText('The original was sent').waitFor();
  await page.getByRole('region', { name: 'Incidents' }).getByText('Original was sent').waitFor();
  await page.getByRole('region', { name: 'Proof' }).getByRole('link', { name: 'decision' }).click();
  await soon(() => page.url()).toContain(before);
});

it('brings the overview up to date as records arrive', async () => {
  page = await running.open('/');
  const critical = page.getByRole('list', { name: 'Open incidents' }).getByRole('link', { name: /Critical/ });
  await critical.waitFor();
  const count = async () => Number(/\d+/.exec((await critical.textContent())!)![0]);
  const before = await count();
  await device.decide({ sentUnredacted: true });
  await device.ship();
  await soon(count).toBe(before + 1);
});

it('hands out an evidence pack that verifies', async () => {
  page = await running.open('/evidence');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download evidence pack' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^sluice-evidence-.*\.zip$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const pack = new Map(Object.entries(unzipSync(Buffer.concat(chunks))));
  const summary = (await (await (await running.api())('/v1/summary')).json()) as SummaryResponse;
  const verified = await verifyEvidence(pack as never, {
    serverKey: summary.serverKey.publicKey,
    rootKeys: [running.rootKey],
  });
  // The decisions of these tests are made up, so policy does not come to them again; everything else holds.
  expect(verified.faults.filter(({ code }) => code !== 'decision_differs')).toEqual([]);
  expect(verified.checked.records).toBeGreaterThan(110);
  await page.getByText(`Saved as ${download.suggestedFilename()}`).waitFor();
});

it('says that the endpoint is down, and goes on by itself when it is back', async () => {
  page = await running.open('/decisions?action=justify');
  await page.getByText('No decision fits these filters').waitFor();
  await running.stopEndpoint();
  await page.getByText('The endpoint does not answer.').first().waitFor();
  await page.getByLabel('Action').selectOption('block');
  await page.getByRole('alert').getByText('The endpoint does not answer').waitFor();
  await running.startEndpoint();
  await rows().first().waitFor();
  await soon(() => page.getByText('The endpoint does not answer.').count()).toBe(0);
});
