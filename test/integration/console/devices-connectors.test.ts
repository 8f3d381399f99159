import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answered } from '../../../server/api/endpoint-types.ts';
import { type Receiver, startReceiver, until } from '../connectors/receiver.ts';
import { complaintsOf, type RunningConsole, signInAs, startConsole, webhook } from './console-endpoint.ts';

/** Real servers and browsers take their time. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

let running: RunningConsole;
let receiver: Receiver;
let api: Awaited<ReturnType<RunningConsole['api']>>;
let page: Page;
beforeAll(async () => {
  receiver = await startReceiver();
  running = await startConsole([await webhook('siem', receiver.url)]);
  api = await running.api();
});
afterAll(async () => {
  await running.close();
  await receiver.close();
});
afterEach(() => {
  receiver.answer = () => ({ status: 200 });
  return running.leave(page);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');
const read = async <T>(path: string) => (await (await api(path)).json()) as T;
const send = (method: string, path: string, body: unknown = {}) => api(path, { method, body });

let people = 0;
/** A page of somebody with these roles. */
async function openAs(role: string, path: string): Promise<Page> {
  const made = await send('POST', '/v1/people', { name: `${role} ${++people}`, roles: [role] });
  const { name, password } = (await made.json()) as { name: string; password: string };
  return running.open(path, { cookie: await signInAs(running.url, name, password) });
}

describe('devices', () => {
  it('come in with a token that is made here, told once, and ended here', async () => {
    page = await running.open('/devices');
    const complaints = complaintsOf(page);
    await button('New token').click();
    await page.getByLabel('For whom').fill('Plant in Łódź');
    await page.getByLabel('Expires').fill('2099-01-31');
    await page.getByLabel('Devices at most').fill('3');
    await button('Make token').click();
    await page.getByText('Token for Plant in Łódź, shown only now:').waitFor();
    const token = (await page.locator('section code').first().textContent())!;
    const before = await running.tryEnrol(token);
    expect(before).toBe('ok');
    await button('I have it').click();
    await page.getByText('shown only now').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(token);
    await page.reload();
    const row = page.getByRole('row').filter({ hasText: 'Plant in Łódź' });
    await soon(() => row.textContent()).toContain('1 of 3');
    expect(await page.content()).not.toContain(token);

    await button('End token: Plant in Łódź').click();
    await dialog().getByText('No further device can come in with it.').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await running.tryEnrol(token)).toBe('ok');
    await button('End token: Plant in Łódź').click();
    await dialog().getByRole('button', { name: 'End' }).click();
    await page.getByText('The token has ended').waitFor();
    expect(await running.tryEnrol(token)).toBe('refused');
    await button('Show 1 token that cannot be used any more').click();
    await page.getByRole('cell', { name: 'Ended' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('are found, looked at, shut out for a reason, and let in again', async () => {
    const device = await running.device();
    await device.decide();
    await device.beat('partial');
    await device.ship();
    page = await running.open('/devices');
    const complaints = complaintsOf(page);
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(device.id.slice(2, 30));
    await soon(() => page.locator('[data-row]').count()).toBe(1);
    await soon(() => new URL(page.url()).search).toBe(`?q=${device.id.slice(2, 30)}`);
    await page.getByText('1 row shown').waitFor();
    expect(await page.locator('tbody tr').last().textContent()).toContain('Partial');
    await page.locator('[data-row]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What it told last' }).waitFor();
    const told = page.getByRole('region', { name: 'What it told last' });
    expect(await told.textContent()).toContain('Version 3, up to date');
    expect(await told.textContent()).toContain('Records waiting on it3');
    expect(await page.getByRole('region', { name: 'Its records' }).textContent()).toMatch(
      /hole up to3.*Last one held3/,
    );

    await button('Revoke device').click();
    await dialog().getByRole('button', { name: 'Revoke device' }).click();
    // Without a reason nothing happens.
    expect(await dialog().count()).toBe(1);
    await page.getByLabel('Reason').fill('Left in a train');
    await dialog().getByRole('button', { name: 'Revoke device' }).click();
    await page.getByText('The device is shut out').waitFor();
    await page.getByRole('region', { name: 'Shut out' }).getByText('Left in a train').waitFor();
    await device.decide();
    await expect(device.ship()).rejects.toThrow('revoked');

    await page.goto(`${running.url}/console/devices?state=revoked`);
    await page.locator(`[data-row="${device.id}"]`).click();
    await button('Let in again').click();
    await dialog().getByRole('button', { name: 'Let in again' }).click();
    await page.getByText('The device is let in again').waitFor();
    await soon(() => page.getByRole('region', { name: 'Shut out' }).count()).toBe(0);
    // After a refusal a device waits some seconds, and has nothing to ask for: its token is good again.
    const ship = () =>
      device.ship().then(
        () => 'delivered',
        (error: Error) => error.message,
      );
    await expect.poll(ship, { timeout: 60_000, interval: 1_000 }).toBe('delivered');
    expect(complaints).toEqual([]);
  });

  it('come in pages, each once, and are only looked at by who may not change them', async () => {
    // A few at a time: many at once wait for each other longer than a device does.
    for (let made = 0; made < 55; made += 5) await Promise.all(Array.from({ length: 5 }, () => running.device()));
    page = await openAs('auditor', '/devices');
    await soon(() => page.locator('[data-row]').count()).toBe(50);
    await button('Load older').click();
    await page.getByText('That is all.').waitFor();
    const ids = await page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));
    expect(ids.length).toBeGreaterThanOrEqual(55);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await button(/New token|End token/).count()).toBe(0);
    await page.locator('[data-row]').first().click();
    await page.getByRole('heading', { name: 'What it is' }).waitFor();
    expect(await button('Revoke device').count()).toBe(0);
    await running.leave(page);

    page = await openAs('reviewer', '/devices');
    await page.getByText('Your roles do not allow this').first().waitFor();
  });

  it('say what is not there, and that nothing fits', async () => {
    page = await running.open('/devices/00000000-0000-4000-8000-000000000000');
    await page.getByText('There is nothing under this address').waitFor();
    await page.goto(`${running.url}/console/devices?q=nobody-has-this`);
    await page.getByText('No device fits these filters').waitFor();
    await button('Clear filters').click();
    await page.locator('[data-row]').first().waitFor();
  });
});

describe('connectors', () => {
  const connector = async () =>
    (await read<Answered<'GET /v1/connectors'>>('/v1/connectors')).items.find(({ name }) => name === 'siem')!;
  const panel = () => page.getByRole('region', { name: 'siem' });
  /** Whatever the test before has left. */
  beforeEach(() => send('POST', '/v1/connectors/siem/resume'));

  it('say in plain words what is wrong, and are tested, paused and resumed', async () => {
    receiver.answer = () => ({ status: 401 });
    page = await running.open('/connectors');
    const complaints = complaintsOf(page);
    await button('Send a test event').click();
    const refusal = page.getByRole('group', { name: 'siem did not take the test event' });
    await soon(() => refusal.textContent()).toContain('The receiver does not know this token');
    receiver.answer = () => ({ status: 200 });
    await button('Send a test event').click();
    await page.getByText(/^siem took the test event in \d+ ms$/).waitFor();
    expect(receiver.requests.some(({ body }) => body.includes('connector_tested'))).toBe(true);

    await button('Pause').click();
    await panel().getByText('Paused').waitFor();
    expect((await connector()).state).toBe('paused');
    await send('POST', '/v1/enrolment-tokens', { label: 'something to tell' });
    await soon(() => panel().textContent()).toMatch(/Not delivered yet[1-9]\d* entr/);
    await button('Resume').click();
    await soon(() => panel().textContent()).toContain('Nothing, it has everything');
    expect((await connector()).state).toBe('ok');
    expect(complaints).toEqual([]);
  });

  it('deliver again from where they are told to', async () => {
    await until('everything', async () => (await connector()).lag === 0);
    receiver.requests.length = 0;
    page = await running.open('/connectors');
    await button('Deliver again').click();
    await page.getByLabel('From a place in the feed').check();
    await page.locator('input[name=position]').fill('2');
    await dialog().getByRole('button', { name: 'Deliver again' }).click();
    await page.getByText('It goes on at place 2').waitFor();
    const sequence = () => receiver.requests.map(({ body }) => Number(JSON.parse(body).sequence));
    await until('a repeat', () => sequence().includes(2));
    expect(Math.min(...sequence())).toBe(2);
    await button('Deliver again').click();
    await page.getByLabel('From a time').check();
    await page.locator('input[name=time]').fill('2099-01-01T00:00');
    const { feedSize: before } = await connector();
    await dialog().getByRole('button', { name: 'Deliver again' }).click();
    // The feed may have grown meanwhile.
    const told = page.getByText(/It goes on at place \d+/).last();
    const place = async () => Number(/\d+/.exec((await told.textContent())!));
    await soon(place).toBeGreaterThanOrEqual(before);
    expect(await place()).toBeLessThanOrEqual((await connector()).feedSize);
  });

  it('show what a receiver refuses, and try it again or drop it', async () => {
    await until('everything', async () => (await connector()).lag === 0);
    receiver.answer = ({ body }) => ({ status: body.includes('token_created') ? 422 : 200 });
    for (const label of ['first', 'second']) await send('POST', '/v1/enrolment-tokens', { label });
    page = await running.open('/connectors');
    // The row goes as soon as it is read to be gone; who dropped it is told all the same.
    await page.route(/\/v1\/connectors$/, async (route) => {
      await sleep(1_000);
      await route.continue();
    });
    await button('Show 2 entries that were put aside').click();
    const rows = page.getByRole('region', { name: 'Put aside' }).locator('tbody tr');
    await soon(() => rows.count()).toBe(2);
    expect(await rows.first().textContent()).toContain('The receiver does not like these events');
    await rows.first().getByRole('button', { name: /^Drop/ }).click();
    await dialog().getByText('This receiver will never have it.').waitFor();
    await dialog().getByRole('button', { name: 'Drop' }).click();
    await page.getByText('The entry was dropped').waitFor();
    await soon(() => rows.count()).toBe(1);
    receiver.answer = () => ({ status: 200 });
    await rows
      .first()
      .getByRole('button', { name: /^Try again: place/ })
      .click();
    await page.getByText('1 entry is tried again').waitFor();
    await soon(() => page.getByRole('region', { name: 'Put aside' }).count()).toBe(0);
    expect((await connector()).deadLetters).toBe(0);
  });

  it('are only looked at by who may not change them', async () => {
    page = await openAs('auditor', '/connectors');
    await panel().waitFor();
    // What was put aside may be looked at, should there be anything.
    const acts = panel().getByRole('button').filter({ hasNotText: 'put aside' });
    expect(await acts.allTextContents()).toEqual([]);
  });
});
