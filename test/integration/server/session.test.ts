import { beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../server/auth/password.ts';
import { PERMISSIONS, ROLES } from '../../../server/auth/permissions.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { setReviewer } from '../../../server/store/people.ts';
import { SESSION_MS } from '../../../server/store/sessions.ts';
import { DATABASES, PASSWORD, TestEndpoint, testStore } from './test-endpoint.ts';

describe.each(DATABASES)('sessions on %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    await endpoint.signInByPassword();
  });

  const code = async (answer: Response | Promise<Response>) => {
    const response = await answer;
    return [response.status, (await response.json()).error.code];
  };

  it('say who is signed in until signed out, and store no token', async () => {
    const { tenant, now } = endpoint;
    expect(await endpoint.get('/v1/session')).toEqual({
      user: 'admin',
      roles: ROLES,
      permissions: Object.keys(PERMISSIONS),
      mustChange: false,
      hasPassword: true,
      language: null,
      tenant,
      expiresAt: now + SESSION_MS,
    });
    const token = endpoint.cookie.split('=')[1]!;
    expect(JSON.stringify(await endpoint.db.selectFrom('sessions').selectAll().execute())).not.toContain(token);
    const answer = await endpoint.as('DELETE', '/v1/session');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^sluice_session=;.*Max-Age=0/);
    expect(await code(endpoint.as('GET', '/v1/session'))).toEqual([401, 'no_session']);
    expect((await listAudit(endpoint.db, tenant)).map(({ act }) => act)).toEqual(['signed_in', 'signed_out']);
  });

  it('keep the language that was chosen in them, or on the way in, with the person', async () => {
    const languageOf = async () => (await endpoint.get('/v1/session')).language;
    expect(await languageOf()).toBeNull();
    expect((await endpoint.as('PUT', '/v1/session/language', { language: 'tlh' })).status).toBe(400);
    expect((await endpoint.as('PUT', '/v1/session/language', { language: 'de' })).status).toBe(204);
    expect(await languageOf()).toBe('de');
    await endpoint.signInByPassword();
    expect(await languageOf()).toBe('de');
    const asked = { user: 'admin', password: PASSWORD, tenant: endpoint.tenant, language: 'fr' };
    const answer = await endpoint.request('POST', '/v1/session', asked, { 'x-sluice': '1' });
    expect(await answer.json()).toMatchObject({ language: 'fr' });
    expect(await languageOf()).toBe('fr');
  });

  it('end by themselves, and with a new password', async () => {
    endpoint.now += SESSION_MS;
    expect(await code(endpoint.as('GET', '/v1/summary'))).toEqual([401, 'no_session']);
    await endpoint.signInByPassword();
    expect((await endpoint.as('GET', '/v1/summary')).status).toBe(200);
    const passwordHash = await hashPassword('another password');
    await setReviewer(
      endpoint.db,
      { tenant: endpoint.tenant, name: 'admin', roles: ROLES, passwordHash },
      endpoint.now,
    );
    expect(await code(endpoint.as('GET', '/v1/summary'))).toEqual([401, 'no_session']);
  });

  it('answer a wrong password and an unknown name alike', async () => {
    const wrong = await endpoint.trySignIn('wrong password');
    const unknown = await endpoint.request(
      'POST',
      '/v1/session',
      { user: 'nobody', password: PASSWORD, tenant: endpoint.tenant },
      { 'x-sluice': '1' },
    );
    expect(wrong.status).toBe(401);
    expect(await unknown.text()).toBe(await wrong.text());
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('stop guessing after five tries, also many at once, and let the right one in later', async () => {
    const guesses = await Promise.all(Array.from({ length: 9 }, () => endpoint.trySignIn('a guess')));
    expect(guesses.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429]);
    const blocked = await endpoint.trySignIn(PASSWORD);
    expect(blocked.status).toBe(429);
    endpoint.now += Number(blocked.headers.get('retry-after')) * 1000;
    expect((await endpoint.trySignIn(PASSWORD)).status).toBe(200);
  });

  it('refuse a name or password that cannot be one', async () => {
    for (const body of [{ user: 'a\0b', password: 'x' }, { user: 'admin' }, { user: 'admin', password: 1 }]) {
      expect(await code(endpoint.request('POST', '/v1/session', body, { 'x-sluice': '1' }))).toEqual([
        400,
        'malformed',
      ]);
    }
  });
});

describe('the session cookie', () => {
  const store = testStore('PGlite');

  const cookieAt = async (publicOrigin: string | null) => {
    const endpoint = await TestEndpoint.create(store(), { publicOrigin });
    await endpoint.signInByPassword();
    return (await endpoint.trySignIn(PASSWORD)).headers.get('set-cookie')!;
  };

  it('is out of reach for scripts and other sites, and of plain http where there is https', async () => {
    expect(await cookieAt(null)).toMatch(
      /^sluice_session=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(await cookieAt('https://sluice.example')).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it.each([
    ['nothing that says where it comes from', {}, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['the origin null', { origin: 'null' }, 403],
    ['our origin on another port', { origin: 'https://sluice.example:444' }, 403],
    ['our header sent by another site', { 'x-sluice': '1', 'sec-fetch-site': 'cross-site' }, 403],
    ['our origin', { origin: 'https://sluice.example' }, 200],
    ['our header', { 'x-sluice': '1' }, 200],
  ])('does not act for a request with %s', async (_, headers, status) => {
    const endpoint = await TestEndpoint.create(store(), { publicOrigin: 'https://sluice.example' });
    await endpoint.signInByPassword();
    expect((await endpoint.trySignIn(PASSWORD, headers as Record<string, string>)).status).toBe(status);
    const before = await endpoint.db.selectFrom('audit').selectAll().where('tenant', '=', endpoint.tenant).execute();
    const answer = await endpoint.request('DELETE', '/v1/session', undefined, { cookie: endpoint.cookie, ...headers });
    expect(answer.status).toBe(status);
    const after = await endpoint.db.selectFrom('audit').selectAll().where('tenant', '=', endpoint.tenant).execute();
    expect(after.length - before.length).toBe(status === 200 ? 1 : 0);
  });

  it('counts tries by the address a trusted proxy names, and by no other', async () => {
    const tries = async (trustProxy: boolean) => {
      const endpoint = await TestEndpoint.create(store(), { trustProxy });
      await endpoint.signInByPassword();
      const answers = [];
      for (let index = 0; index < 7; index++) {
        const headers = { 'x-sluice': '1', 'x-forwarded-for': `203.0.113.9, 198.51.100.${index}` };
        answers.push((await endpoint.trySignIn('a guess', headers)).status);
      }
      return answers.filter((status) => status === 429).length;
    };
    expect(await tries(false)).toBe(2);
    expect(await tries(true)).toBe(0);
  });
});
