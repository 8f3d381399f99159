import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../accessibility.ts';
import { complaintsOf, type RunningConsole, startConsole } from './console-endpoint.ts';

let running: RunningConsole;
let page: Page;
beforeAll(async () => {
  running = await startConsole();
});
afterAll(() => running.close());
afterEach(() => page?.context().close());

const links = () => page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allInnerTexts();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const signIn = async (user: string, password: string) => {
  await page.locator('input[name=user]').fill(user);
  await page.locator('input[name=password]').fill(password);
  await button('Sign in').click();
};

describe('people', () => {
  it('are added by an admin, choose a password of their own, and see what their roles allow', async () => {
    page = await running.open('/people');
    const complaints = complaintsOf(page);
    await button('Add a person').click();
    await page.getByLabel('Name').fill('rita');
    await page.getByLabel(/^Reviewer/).check();
    await button('Create').click();
    await page.getByText('Password of rita, shown only now:').first().waitFor();
    const once = (await page.locator('section code').first().textContent())!;
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await button('Sign out').click();

    await signIn('rita', once);
    await page.getByText('This password was made for you.').waitFor();
    await page.locator('input[name=current]').fill(once);
    await page.locator('input[name=next]').fill('a password of my own');
    await button('Change password').click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(await links()).toEqual(['Overview', 'Incidents', 'Decisions', 'Evidence', 'Privacy', 'Your account']);
    expect(complaints).toEqual([]);
  });

  it('are told why when a page is not for them', async () => {
    const api = await running.api();
    const made = await api('/v1/people', { method: 'POST', body: { name: 'cora', roles: ['council_observer'] } });
    const { password } = (await made.json()) as { password: string };
    page = await running.open('/', { signedIn: false });
    await signIn('cora', password);
    await page.locator('input[name=current]').fill(password);
    await page.locator('input[name=next]').fill('a password of my own');
    await button('Change password').click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(await links()).toEqual(['Overview', 'Privacy', 'Your account']);
    await page.goto(`${running.url}/console/decisions`);
    await page.getByText('Your roles do not allow this').waitFor();
    await page.getByText('You have: Works council.').waitFor();
  });

  it('lose a role, a session or their account at once', async () => {
    const api = await running.api();
    const made = await api('/v1/people', { method: 'POST', body: { name: 'bob', roles: ['reviewer', 'auditor'] } });
    expect(made.status).toBe(201);
    page = await running.open('/people');
    await button('Change bob').click();
    await page.getByLabel(/^Auditor/).uncheck();
    await button('Save').click();
    await page.getByText('bob was changed.').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'bob' });
    await expect.poll(() => row.textContent(), { timeout: 20_000 }).not.toContain('Auditor');
    await button('Change bob').click();
    await button('Close account').click();
    await expect.poll(() => row.textContent(), { timeout: 20_000 }).toContain('Closed');
    expect(await page.getByRole('row').filter({ hasText: 'admin' }).getByRole('button').count()).toBe(0);
  });

  it('see where else they are signed in, and end it', async () => {
    await running.api();
    page = await running.open('/account');
    await page.getByText('This browser').waitFor();
    const ends = button('End');
    const before = await ends.count();
    expect(before).toBeGreaterThan(0);
    await ends.first().click();
    await expect.poll(() => ends.count(), { timeout: 20_000 }).toBe(before - 1);
  });
});
