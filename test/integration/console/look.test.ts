import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answered } from '../../../server/api/endpoint-types.ts';
import type { IncidentPage } from '../../../server/api/incidents.ts';
import { ROLES } from '../../../server/auth/permissions.ts';
import { words as en } from '../../../server/console/language/en/words.ts';
import { words as fr } from '../../../server/console/language/fr/words.ts';
import { type ApiDocument, hostileAnswer } from '../../fakes/hostile-answers.ts';
import { violationsOf } from '../accessibility.ts';
import { type Receiver, startReceiver, until } from '../connectors/receiver.ts';
import { complaintsOf, type RunningConsole, startConsole, webhook } from './console-endpoint.ts';

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

/** What JSON can say and no database of ours can hold. */
const UNSTORABLE = ['before\u0000after', 'half \ud83d of it', '\u2028\u2029\u0007'];
const HUGE = '<b>x</b>'.repeat(131_072);
/** A port that nobody listens on. */
const NOBODY = 'http://127.0.0.1:1';

/** Real servers and browsers take their time. */
const soon = <T>(read: () => T) => expect.poll(read);

let running: RunningConsole;
let receiver: Receiver;
let page: Page;
let decision: string;
let incident: string;
let revoked: string;
let told: string;

beforeAll(async () => {
  receiver = await startReceiver(({ body }) => ({ status: body.includes('person_created') ? 422 : 200 }));
  // One that delivers and has put something aside, and one where nobody listens.
  running = await startConsole([await webhook('siem', receiver.url), await webhook('x'.repeat(32), NOBODY)]);
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
  const post = async (path: string, body: unknown = {}) => {
    const answer = await api(path, { method: 'POST', body });
    expect([path, answer.ok]).toEqual([path, true]);
  };
  await post('/v1/people', { name: 'rita', roles: ['reviewer', 'auditor'] });
  await post('/v1/people', { name: "w'".repeat(64), roles: ROLES });
  for (const text of HOSTILE) await post('/v1/enrolment-tokens', { label: text.slice(0, 120) });
  await post('/v1/enrolment-tokens', { label: 'A team', maxUses: 5, expiresAt: Date.now() + 86_400_000 });
  await device.beat('full');
  await device.ship();
  told = device.id;
  revoked = (await running.device()).id;
  await post(`/v1/devices/${revoked}/revoke`, { reason: HOSTILE.join('\n').slice(0, 500) });
  await until('a dead letter', async () => {
    const { items } = (await (await api('/v1/connectors')).json()) as Answered<'GET /v1/connectors'>;
    return items[0]!.deadLetters > 0 && items[1]!.failures > 0;
  });
});
afterAll(async () => {
  await running.close();
  await receiver.close();
});
afterEach(() => running.leave(page));

const pages = () => ({
  overview: '/',
  decisions: '/decisions',
  'decisions by day': '/decisions?range=days&q=nothing-fits',
  decision: `/decisions/${decision}`,
  incidents: '/incidents?status=any',
  incident: `/incidents/${incident}`,
  evidence: '/evidence',
  people: '/people',
  account: '/account',
  devices: '/devices',
  'devices that are not there': '/devices?q=nothing-fits&state=silent',
  'a device': `/devices/${told}`,
  'a revoked device': `/devices/${revoked}`,
  connectors: '/connectors',
  policy: '/policy',
  privacy: '/privacy',
  'nothing there': `/incidents/${decision}`,
});

const isWide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const settled = () =>
  page
    .locator('h1')
    .first()
    .waitFor()
    .then(() => page.waitForLoadState('load'));

const press = (name: string | RegExp, nth?: number) => {
  const found = page.getByRole('button', { name });
  return (nth === undefined ? found : found.nth(nth)).click();
};
const visit = async (path: string) => {
  await page.goto(`${running.url}/console${path}`);
  await settled();
};
/** By page, whatever its entry or filter. */
const kindOf = (path: string) => path.split('?')[0]!.replace(/^(\/\w+\/).+/, '$1');
/** As a link does it, without loading the console again; from one entry to another of a kind no heading tells when. */
const follow = async (path: string) => {
  if (kindOf(path) === kindOf(new URL(page.url()).pathname.replace('/console', ''))) return visit(path);
  await page.evaluate((to) => {
    for (const heading of document.querySelectorAll('h1')) heading.dataset.left = '';
    history.pushState({}, '', to);
  }, `/console${path}`);
  await page.locator('h1:not([data-left])').first().waitFor();
};
/** For the eyes, where somebody wants to look. */
const picture = async (name: string) => {
  const folder = process.env.SLUICE_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
};

/** Whatever is shown in part only: a word of a button, a heading or a label that has no room. */
const cut = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, button *, nav a, th, h1, h2, h3, label, [data-tone]')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .map(({ textContent }) => textContent),
  );

/**
 * Colours do not depend on the width, nor widths on the colours: each is looked at once. Of the languages, the one that
 * needs most room is looked at where there is least.
 */
const VIEWS = [
  { colorScheme: 'light', width: 1280, locale: 'en', words: en },
  { colorScheme: 'dark', width: 390, locale: 'fr', words: fr },
] as const;

describe.each(VIEWS)(
  'in the $colorScheme scheme, at $width pixels, in $locale',
  ({ colorScheme, width, locale, words }) => {
    const { text } = words;
    const look = { colorScheme, locale, viewport: { width, height: 844 } };
    const starting = (words: string) => new RegExp(`^${words}`);
    const faultsOf = async () => {
      const violations = await violationsOf(page);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
    };

    it('every page is accessible, and nothing sticks out', async () => {
      page = await running.open('/', look);
      await settled();
      for (const [name, path] of Object.entries(pages())) {
        await follow(path);
        await soon(() => page.getByLabel(text.loading, { exact: true }).count()).toBe(0);
        expect([name, await faultsOf()]).toEqual([name, []]);
        expect([name, await isWide()]).toEqual([name, 0]);
        expect([name, await cut()]).toEqual([name, []]);
        await picture(`${name} ${colorScheme} ${width}`);
      }
    });

    it('so are signing in, the selection with its menu, a conflict, toasts and the help', async () => {
      page = await running.open('/', { ...look, signedIn: false });
      await page.getByRole('button', { name: text.signIn.submit }).waitFor();
      expect(await faultsOf()).toEqual([]);
      expect([await isWide(), await cut()]).toEqual([0, []]);
      await running.leave(page);

      page = await running.open('/incidents', look);
      await page.getByRole('checkbox').nth(1).check();
      await page.getByRole('button', { name: text.incidents.closeAs }).click();
      await page.getByRole('menuitem').first().waitFor();
      expect(await faultsOf()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: text.incidents.investigate }).click();
      await page.getByText(text.changes.saved(1)).waitFor();
      expect(await faultsOf()).toEqual([]);
      await page.getByRole('button', { name: text.changes.undo }).click();
      await page.getByText(text.changes.undone(1)).waitFor();

      await page.goto(`${running.url}/console/incidents/${incident}`);
      await page.getByLabel(text.incident.status).selectOption('investigating');
      const api = await running.api();
      const { version } = ((await (await api(`/v1/incidents/${incident}`)).json()) as { incident: { version: number } })
        .incident;
      await api(`/v1/incidents/${incident}`, { method: 'PATCH', body: { version, note: 'Something else' } });
      await page.getByRole('button', { name: text.incident.keepMine }).waitFor();
      expect(await faultsOf()).toEqual([]);
      await page.getByRole('button', { name: text.keys.open }).click();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf()).toEqual([]);
    });

    it('so is all that admins open: forms, questions, and a secret told once', async () => {
      page = await running.open('/devices', look);
      const isFine = async (name: string) => {
        await picture(`${name} ${colorScheme} ${width}`);
        expect([name, await faultsOf()]).toEqual([name, []]);
        expect([name, await isWide()]).toEqual([name, 0]);
        expect([name, await cut()]).toEqual([name, []]);
      };
      await press(text.tokens.add);
      await page.locator('input[name=label]').fill(`Plant ${colorScheme} ${width}`);
      await isFine('token form');
      await press(text.tokens.create);
      await page.getByText(text.tokens.onceDone).waitFor();
      await isFine('token once');
      await press(starting(text.tokens.end('')), 0);
      await page.getByRole('dialog').waitFor();
      await isFine('token end');
      await visit(`/devices/${told}`);
      await press(text.device.revoke);
      await page.getByRole('dialog').waitFor();
      await isFine('revoke');
      await visit('/connectors');
      // As many as have come back by now.
      await press(new RegExp([1, 2, 3].map(text.connectors.showLetters).join('|')));
      await page.getByRole('region', { name: text.connectors.letters }).getByRole('row').nth(1).waitFor();
      await isFine('dead letters');
      await press(text.connectors.replay, 0);
      await page.getByLabel(text.connectors.fromTime).check();
      await isFine('replay');
      await visit('/people');
      await press(text.people.add);
      await isFine('new person');
    });
  },
);

describe('hostile strings', () => {
  const isHarmless = async () => {
    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
    expect(await page.locator('main img').count()).toBe(0);
    expect(await isWide()).toBe(0);
  };
  /** Every page that the console has, with something behind it to look at. */
  const routes = () => {
    const source = readFileSync(new URL('../../../server/console/router.tsx', import.meta.url), 'utf8');
    const paths = [...source.matchAll(/(?<!base)path: '([^']+)'/g)].map(([, path]) =>
      path!.replace(/\$\w+/g, decision),
    );
    expect(paths.length).toBeGreaterThan(7);
    return paths;
  };

  it.each([1280, 390])('stay text on every page at %i pixels, whatever an answer is full of', async (width) => {
    const document = (await (await fetch(`${running.url}/openapi.json`)).json()) as ApiDocument;
    page = await running.open('/evidence', { viewport: { width, height: 844 } });
    const complaints = complaintsOf(page);
    let used = 0;
    let huge = 0;
    const shown: string[] = [];
    const all = [...HOSTILE, ...UNSTORABLE];
    const next = () => (++used === huge ? HUGE : all[used % all.length]!);
    // No endpoint answers so: as if the database had been tampered with.
    await page.route(/\/v1\/(?!stream|health)/, async (route) => {
      const { pathname } = new URL(route.request().url());
      const answer = hostileAnswer(document, pathname, next);
      if (route.request().method() !== 'GET' || answer === null) return route.continue();
      if (pathname !== '/v1/session') return route.fulfill({ json: answer });
      const own = await (await route.fetch({ maxRetries: 3 })).json();
      await route.fulfill({ json: { ...own, user: HOSTILE[0], tenant: HOSTILE[1] } });
    });
    await visit('/evidence');
    for (const path of routes()) {
      // Each kind of string gets into each place in turn.
      used += 1;
      huge = used + 7;
      await follow(path);
      await soon(() => page.getByLabel('Loading').count()).toBe(0);
      expect([path, await page.getByText('This page could not be shown').count()]).toEqual([path, 0]);
      expect([path, await isWide()]).toEqual([path, 0]);
      await isHarmless();
      if (/window\.pwned/.test((await page.locator('main').textContent()) ?? '')) shown.push(path);
    }
    // They were there to be seen.
    expect(shown.length).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
  });

  it('that were really stored stay text as well', async () => {
    page = await running.open(`/incidents/${incident}`);
    const complaints = complaintsOf(page);
    await page.getByRole('region', { name: 'History' }).getByText(HOSTILE[0]!, { exact: true }).first().waitFor();
    await isHarmless();
    await page.goto(`${running.url}/console/decisions/${decision}`);
    await page.locator('pre').first().waitFor();
    await isHarmless();
    for (const path of ['/devices', `/devices/${told}`, `/devices/${revoked}`, '/connectors', '/people', '/account']) {
      await visit(path);
      await page.locator('main td, main dd').first().waitFor();
      await isHarmless();
    }
    await visit('/devices');
    await page.getByRole('cell').getByText(HOSTILE[0]!, { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});

it('needs no inline script, no inline style and no dynamic markup: a strict content security policy holds', async () => {
  page = await running.open('/evidence');
  const complaints = complaintsOf(page);
  await page.route('**/console/**', async (route) => {
    // A server may close a connection that was idle in the moment it is used again.
    const answer = await route.fetch({ maxRetries: 3 });
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': STRICT_CSP } });
  });
  await visit('/');
  for (const path of Object.values(pages())) {
    await follow(path);
    await soon(() => page.getByLabel('Loading').count()).toBe(0);
  }
  await visit('/devices');
  await press(/^End token/, 0);
  await page.getByRole('dialog').waitFor();
  await visit(`/devices/${told}`);
  await press('Revoke device');
  await page.getByRole('dialog').waitFor();
  await visit('/connectors');
  await press('Deliver again', 0);
  await page.getByRole('dialog').waitFor();
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
