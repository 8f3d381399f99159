import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createProvider } from '../../../server/auth/oidc/provider.ts';
import type { OidcSettings } from '../../../server/auth/oidc/settings.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { CLIENT_ID, CLIENT_SECRET, HONEST, IdentityProvider } from '../../fakes/identity-provider.ts';
import { CookieJar, visitProvider } from './cookie-jar.ts';
import { PASSWORD, TestEndpoint, testStore } from './test-endpoint.ts';

const ORIGIN = 'https://sluice.example';
const CALLBACK = `${ORIGIN}/v1/oidc/callback`;

describe('signing in at the identity provider', () => {
  const store = testStore('PGlite');
  let idp: IdentityProvider;
  let endpoint: TestEndpoint;
  let browser: CookieJar;
  beforeAll(async () => {
    idp = await IdentityProvider.start(CALLBACK);
  });
  afterAll(() => idp.stop());

  const settings = (): OidcSettings => ({
    issuer: idp.issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    scopes: 'openid profile email',
    groupsClaim: 'groups',
    rolesByGroup: new Map([
      ['security', ['reviewer']],
      ['audit', ['auditor', 'council_observer']],
    ]),
  });
  const withProvider = (changes: Partial<OidcSettings> = {}) => ({
    publicOrigin: ORIGIN,
    provider: createProvider({ ...settings(), ...changes }),
  });
  beforeEach(async () => {
    Object.assign(idp, HONEST);
    endpoint = await TestEndpoint.create(store(), withProvider());
    browser = new CookieJar();
  });

  const visit = async (path: string) => {
    const answer = await endpoint.request('GET', path, undefined, browser.header);
    browser.take(answer);
    return answer;
  };
  /** As far as the address that the provider sends the browser back to. */
  const goThere = async (): Promise<string> => {
    const begun = await visit('/v1/oidc/start');
    expect(begun.status).toBe(303);
    return visitProvider(begun.headers.get('location')!, ORIGIN);
  };
  const session = async () => {
    const answer = await endpoint.request('GET', '/v1/session', undefined, browser.header);
    return answer.status === 200 ? answer.json() : null;
  };
  const expectRefusal = async (answer: Response, status: number, code: string) => {
    const page = await answer.text();
    expect([answer.status, /<small>(\w+)<\/small>/.exec(page)?.[1]]).toEqual([status, code]);
    expect(page).toContain('You are not signed in');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(answer.headers.getSetCookie().filter((cookie) => cookie.includes('sluice_session'))).toEqual([]);
    expect(await session()).toBeNull();
    expect(endpoint.logged.join()).toContain(`"reason":"${code}"`);
  };

  it('gives the roles of the person’s groups, and tells the provider nothing it need not know', async () => {
    idp.person = { sub: 'sub-1', preferred_username: 'rita', groups: ['security', 'audit', 'cooking'] };
    const start = await endpoint.request('GET', '/v1/oidc/start');
    const asked = new URL(start.headers.get('location')!).searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      client_id: CLIENT_ID,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      nonce: expect.any(String),
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'openid profile email',
      state: expect.any(String),
    });
    expect(start.headers.get('set-cookie')).toMatch(/^__Host-sluice_sign_in=.*HttpOnly; Secure; SameSite=Lax$/);
    const back = await visit(await goThere());
    expect([back.status, back.headers.get('location')]).toEqual([303, '/console/']);
    expect(browser.names).toEqual(['__Host-sluice_session']);
    expect(await session()).toMatchObject({ user: 'rita', roles: ['reviewer', 'auditor', 'council_observer'] });
    expect((await listAudit(endpoint.db, endpoint.tenant)).map(({ act }) => act)).toEqual([
      'person_created',
      'signed_in',
    ]);
    expect(JSON.stringify(endpoint.logged)).not.toContain(CLIENT_SECRET);
  });

  it('takes the roles of now at every time, and the sessions of who has none any more', async () => {
    await visit(await goThere());
    const before = await session();
    idp.person = { ...idp.person, preferred_username: 'rita-married', groups: ['audit'] };
    await visit(await goThere());
    expect(await session()).toMatchObject({ user: 'rita', roles: ['auditor', 'council_observer'] });
    expect(before.roles).toEqual(['reviewer']);
    idp.person = { ...idp.person, groups: [] };
    await expectRefusal(await visit(await goThere()), 403, 'no_role');
  });

  it('lets nobody in without a mapped group, twice with one answer, or under another’s name', async () => {
    idp.person = { sub: 'sub-2', preferred_username: 'cook', groups: ['cooking'] };
    await expectRefusal(await visit(await goThere()), 403, 'no_role');
    expect(await store().owner.selectFrom('reviewers').selectAll().where('name', '=', 'cook').execute()).toEqual([]);
    idp.person = { sub: 'sub-3', preferred_username: 'admin', groups: ['security'] };
    await endpoint.signInByPassword();
    browser = new CookieJar();
    await expectRefusal(await visit(await goThere()), 409, 'name_taken');
    idp.person = { sub: 'sub-4', preferred_username: 'fine', groups: ['security'] };
    const back = await goThere();
    expect((await visit(back)).status).toBe(303);
    browser = new CookieJar();
    await expectRefusal(await visit(back), 400, 'unknown_attempt');
  });

  it('does not finish what another browser began, or what was begun too long ago', async () => {
    const stolen = await goThere();
    const own = browser;
    browser = new CookieJar();
    await expectRefusal(await visit(stolen), 400, 'unknown_attempt');
    browser = own;
    endpoint.now += 11 * 60_000;
    await expectRefusal(await visit(stolen), 400, 'unknown_attempt');
    await expectRefusal(await visit('/v1/oidc/callback?code=x&state=y'), 400, 'unknown_attempt');
    await expectRefusal(await visit('/v1/oidc/callback'), 400, 'unknown_attempt');
    const read = { 'accept-language': 'fr-CA, en;q=0.5' };
    const french = await (await endpoint.request('GET', '/v1/oidc/callback', undefined, read)).text();
    expect(french).toContain('<html lang="fr">');
    expect(french).toContain('Vous n’êtes pas connecté');
  });

  it.each([
    ['of another issuer', { tamper: (claims: object) => ({ ...claims, iss: 'http://127.0.0.1:1' }) }],
    ['for another client', { tamper: (claims: object) => ({ ...claims, aud: 'somebody-else' }) }],
    ['with another nonce', { tamper: (claims: object) => ({ ...claims, nonce: 'replayed' }) }],
    ['that has expired', { tamper: (claims: object) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 40 }) }],
    ['signed with another key', { signsWithOtherKey: true }],
  ])('believes no token %s', async (_, how) => {
    const back = await goThere();
    Object.assign(idp, how);
    await expectRefusal(await visit(back), 403, 'bad_answer');
  });

  it('allows for clocks that differ by some seconds', async () => {
    const back = await goThere();
    idp.tamper = (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 10 });
    expect((await visit(back)).status).toBe(303);
  });

  it('believes no answer that names another issuer, and no provider that calls itself otherwise', async () => {
    const back = await goThere();
    await expectRefusal(await visit(back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')), 403, 'bad_answer');
    idp.metadata = (document) => ({ ...document, issuer: 'https://evil.example' });
    endpoint = await TestEndpoint.create(store(), withProvider());
    await expectRefusal(await visit('/v1/oidc/start'), 403, 'bad_answer');
  });

  it('says so when the provider is away or says no, and works when it is back', async () => {
    idp.isDown = true;
    await expectRefusal(await visit('/v1/oidc/start'), 503, 'provider_away');
    idp.isDown = false;
    const back = await goThere();
    idp.isDown = true;
    await expectRefusal(await visit(back), 503, 'provider_away');
    idp.isDown = false;
    idp.agrees = false;
    await expectRefusal(await visit(await goThere()), 403, 'provider_refused');
    idp.agrees = true;
    expect((await visit(await goThere())).status).toBe(303);
  });

  it('keeps out whose account was closed here', async () => {
    await visit(await goThere());
    await endpoint.signInByPassword();
    const roles = await endpoint.as('PATCH', '/v1/people/rita', { roles: ['admin'] });
    expect([roles.status, (await roles.json()).error.code]).toEqual([409, 'roles_from_provider']);
    expect((await endpoint.as('POST', '/v1/people/rita/password')).status).toBe(409);
    expect((await endpoint.as('PATCH', '/v1/people/rita', { disabled: true })).status).toBe(200);
    expect(await session()).toBeNull();
    await expectRefusal(await visit(await goThere()), 403, 'account_closed');
  });

  it('names where to sign out there too, and can be the only way in', async () => {
    await visit(await goThere());
    const answer = await endpoint.request('DELETE', '/v1/session', undefined, { ...browser.header, 'x-sluice': '1' });
    const { elsewhere } = await answer.json();
    expect(elsewhere).toMatch(new RegExp(`^${idp.issuer}/session/end\\?`));
    expect((await fetch(elsewhere)).status).toBe(200);
    expect(await session()).toBeNull();
    const ways = await (await endpoint.request('GET', '/v1/sign-in')).json();
    expect(ways).toEqual({ local: true, provider: { host: new URL(idp.issuer).host, startAt: '/v1/oidc/start' } });
    await endpoint.signInByPassword();
    endpoint = await TestEndpoint.create(store(), { ...withProvider(), localSignIn: false });
    const local = await endpoint.trySignIn(PASSWORD);
    expect([local.status, (await local.json()).error.code]).toEqual([403, 'local_sign_in_off']);
  });
});
