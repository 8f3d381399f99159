import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { words as de } from '../../../server/console/language/de/words.ts';
import { words as en } from '../../../server/console/language/en/words.ts';
import { words as es } from '../../../server/console/language/es/words.ts';
import { words as fr } from '../../../server/console/language/fr/words.ts';
import { violationsOf } from '../accessibility.ts';
import { complaintsOf, PASSWORD, type RunningConsole, signInAs, startConsole } from './console-endpoint.ts';

let running: RunningConsole;
let page: Page;
beforeAll(async () => {
  running = await startConsole();
});
afterAll(() => running.close());
afterEach(() => running.leave(page));

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

describe('languages', () => {
  const langOf = () => page.evaluate(() => document.documentElement.lang);
  const choice = (label: string) => page.getByRole('combobox', { name: label });
  /** Somebody of their own: what one test chooses is no other's. */
  const somebody = async (name: string) => {
    const api = await running.api();
    const made = await api('/v1/people', { method: 'POST', body: { name, roles: ['reviewer'] } });
    const { password } = (await made.json()) as { password: string };
    return signInAs(running.url, name, password);
  };
  const languageOf = async ({ name, value }: { name: string; value: string }) => {
    const answer = await fetch(`${running.url}/v1/session`, { headers: { cookie: `${name}=${value}` } });
    return ((await answer.json()) as { language: string | null }).language;
  };

  it('are chosen before signing in, without losing what is typed, and kept with the person', async () => {
    const cookie = await somebody('lena');
    page = await running.open('/people', { signedIn: false, locale: 'de-AT' });
    await button(de.text.signIn.submit).waitFor();
    expect(await langOf()).toBe('de');
    await page.locator('input[name=user]').fill('lena');
    await choice(de.text.language.label).selectOption('fr');
    await button(fr.text.signIn.submit).waitFor();
    expect([await langOf(), await page.locator('input[name=user]').inputValue()]).toEqual(['fr', 'lena']);
    await page.locator('input[name=password]').fill('wrong');
    await button(fr.text.signIn.submit).click();
    await page.getByText(fr.faults.wrong_credentials!).waitFor();
    await page.locator('input[name=password]').fill(PASSWORD);
    await button(fr.text.signIn.submit).click();
    await page.getByText(fr.text.fault.forbidden).waitFor();
    expect(await languageOf(cookie)).toBe('fr');
  });

  it('are those of the account from the first sight, and fetched alone', async () => {
    const cookie = await somebody('marta');
    const headers = { 'content-type': 'application/json', 'x-sluice': '1', cookie: `${cookie.name}=${cookie.value}` };
    const body = JSON.stringify({ language: 'es' });
    expect((await fetch(`${running.url}/v1/session/language`, { method: 'PUT', headers, body })).status).toBe(204);
    page = await running.open('/account', { cookie, locale: 'es' });
    await page.getByRole('heading', { name: es.text.account.sessions }).waitFor();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.reload();
    await page.getByRole('heading', { name: es.text.account.sessions }).waitFor();
    expect(fetched.filter((path) => /\/words-/.test(path)).length).toBe(1);

    // A browser that prefers another.
    await running.leave(page);
    page = await running.open('/account', { cookie, locale: 'de' });
    // Every heading that was ever there.
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      new MutationObserver(() => {
        for (const { textContent } of document.querySelectorAll('h1, h2')) seen.add(textContent);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByRole('heading', { name: es.text.account.sessions }).waitFor();
    const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
    expect(seen).toContain(es.text.account.title);
    expect(seen).not.toContain(de.text.account.title);
  });

  it('are changed on the own page at once, and changed back when they cannot be kept', async () => {
    const cookie = await somebody('nora');
    page = await running.open('/account', { cookie });
    await page.locator('input[name=current]').fill('half of a passw');
    await choice(en.text.language.label).selectOption('de');
    await page.getByRole('heading', { name: de.text.account.title }).waitFor();
    expect(await langOf()).toBe('de');
    expect(await page.locator('input[name=current]').inputValue()).toBe('half of a passw');
    await expect.poll(() => languageOf(cookie)).toBe('de');
    await page.route('**/v1/session/language', (route) => route.abort());
    await choice(de.text.language.label).selectOption('es');
    await page.getByText(de.text.language.notKept).waitFor();
    await page.getByRole('heading', { name: de.text.account.title }).waitFor();
    expect(await languageOf(cookie)).toBe('de');
  });

  it('leave the keys where they are', async () => {
    for (const [locale, { text }] of Object.entries({ de, fr, es })) {
      page = await running.open('/', { locale });
      await page.getByRole('link', { name: text.decisions.title, exact: true }).press('Enter');
      await page.getByRole('heading', { name: text.decisions.title, exact: true }).waitFor();
      await page.keyboard.press('/');
      await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[data-search]'))).toBe(true);
      await button(text.keys.open).press('Enter');
      await page.getByRole('dialog', { name: text.keys.title }).waitFor();
      await running.leave(page);
    }
  });
});
