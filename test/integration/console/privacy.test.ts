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
afterEach(() => running.leave(page));

const button = (name: string) => page.getByRole('button', { name, exact: true });
const panel = (name: string) => page.getByRole('region', { name, exact: true });

/** Somebody else, in a browser of their own. */
async function signInAs(name: string, roles: string[], path: string): Promise<Page> {
  const api = await running.api();
  const made = await api('/v1/people', { method: 'POST', body: { name, roles } });
  const { password } = (await made.json()) as { password: string };
  const other = await running.open('/', { signedIn: false });
  await other.locator('input[name=user]').fill(name);
  await other.locator('input[name=password]').fill(password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.locator('input[name=current]').fill(password);
  await other.locator('input[name=next]').fill('a password of my own');
  await other.getByRole('button', { name: 'Change password' }).click();
  await other.getByRole('heading', { name: 'Overview' }).waitFor();
  await other.goto(`${running.url}/console${path}`);
  return other;
}

describe('privacy', () => {
  it('is changed by two people: tried out, asked for, approved by somebody else, and put in force by a typed word', async () => {
    page = await running.open('/privacy');
    const complaints = complaintsOf(page);
    await page.getByText('Nothing was asked for.').waitFor();
    const retention = panel('How long what is kept');
    await retention.getByText('everything is kept').waitFor();
    await retention.getByLabel('Signs of life').fill('30');
    await button('What would go now?').click();
    await retention.getByRole('heading', { name: 'Would go now' }).waitFor();
    await retention.getByText('Nothing.').waitFor();
    await retention.getByLabel('Reason').fill('as agreed');
    await retention.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('Waits for votes').waitFor();
    // Nobody approves what they ask for.
    expect(await button('Approve').count()).toBe(0);
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

    const officer = await signInAs('otto', ['privacy_officer'], '/privacy');
    await officer.getByRole('button', { name: 'Approve', exact: true }).click();
    await officer.getByText('Privacy officer: approved by otto').waitFor();
    await running.leave(officer);

    await page.reload();
    const done = button('Put in force');
    await done.waitFor();
    expect(await done.isDisabled()).toBe(true);
    await page.getByLabel('Type ERASE to confirm').fill('ERASE');
    await done.click();
    await page.getByText('In force since').waitFor();
    expect(await retention.getByLabel('Signs of life').inputValue()).toBe('30');
    expect(complaints).toEqual([]);
  });

  it('has legal holds, set and lifted, and says who did what', async () => {
    page = await running.open('/privacy');
    const holds = panel('Legal holds');
    await holds.getByText('No legal hold was ever set.').waitFor();
    await holds.getByLabel('Name, or number of a device').fill('nobody@acme.example');
    await holds.getByLabel('Reason').fill('a court case');
    await holds.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByText('There is nobody like that, or').waitFor();
    // What was written is there to be corrected.
    expect(await holds.getByLabel('Reason').inputValue()).toBe('a court case');
    await holds.getByLabel('Name, or number of a device').fill('');
    await holds.getByLabel('Reason').fill('an inquiry');
    await holds.getByRole('button', { name: 'Set', exact: true }).click();
    await holds.getByRole('cell', { name: 'Everybody', exact: true }).waitFor();
    await holds.getByRole('button', { name: 'Lift' }).click();
    await holds.getByText('Lifted by admin').waitFor();
    await panel('What was done').getByText('hold lifted').waitFor();
  });

  it('shows the works council what was decided, and asks it for nothing else', async () => {
    page = await signInAs('carla', ['council_observer'], '/privacy');
    await panel('What was done').waitFor();
    expect(await page.getByRole('button', { name: /^(Ask|Set|Approve|Lift)$/ }).count()).toBe(0);
    await panel('How long what is kept').getByLabel('Decisions').waitFor();
  });

  it('has a policy that one asks for and another approves; a file that is none is told, and what was written stays', async () => {
    page = await running.open('/policy');
    const file = (text: string) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'policy.dsse.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    const drafts = panel('Asked to be published');
    const reason = drafts.getByLabel('Reason');
    await reason.fill('the new release');
    await file('{}');
    await drafts.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('This is no signed policy.').waitFor();
    expect(await reason.inputValue()).toBe('the new release');

    const approver = await signInAs('bert', ['approver'], '/policy');
    await file((await running.signPolicy(4)).envelope);
    await drafts.getByRole('button', { name: 'Ask', exact: true }).click();
    await drafts.getByText('Waits for votes').waitFor();
    await drafts.getByText('Choose a file …').waitFor();
    expect(await reason.inputValue()).toBe('');

    await approver.reload();
    await approver.getByText('3 -> 4').waitFor();
    await approver.getByRole('button', { name: 'Approve', exact: true }).click();
    await approver.getByText('approved by bert').waitFor();
    await running.leave(approver);

    await page.reload();
    await button('Publish').click();
    await panel('In force').getByText('4', { exact: true }).waitFor();
  });
});
