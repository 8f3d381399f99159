/** A person signs in on their browser: from the extension's question to the pseudonym its records carry. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundledPolicy } from '../../../lib/policy/bundled.ts';
import { verifyEnvelope } from '../../../lib/policy/envelope.ts';
import type { SignInOffer } from '../../../lib/sync/api.ts';
import { askIdentity, beginSignIn, endSignIn, type IdentityPorts, tellIdentity } from '../../../lib/sync/identity.ts';
import { createProvider } from '../../../server/auth/oidc/provider.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { publishPolicy } from '../../../server/store/policies.ts';
import { CLIENT_ID, CLIENT_SECRET, HONEST, IdentityProvider } from '../../fakes/identity-provider.ts';
import { inlinePolicy } from '../../fakes/inline-policy.ts';
import { CookieJar, visitProvider } from './cookie-jar.ts';
import type { SignedDevice } from './signed-device.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

const ORIGIN = 'https://sluice.example';
const NOBODY = { state: 'none', canSignIn: true, pending: null, subject: null };
const PERSON = { sub: 'sub-1', preferred_username: 'rita.roe', groups: ['payments', 'cooking'] };
const MINUTE_MS = 60_000;

describe.each(DATABASES)('signing in on a browser, on %s', (kind) => {
  const store = testStore(kind);
  let idp: IdentityProvider;
  let endpoint: TestEndpoint;
  let device: SignedDevice;
  let ports: IdentityPorts;
  let browser: CookieJar;

  beforeAll(async () => {
    idp = await IdentityProvider.start(`${ORIGIN}/v1/oidc/callback`);
  });
  afterAll(() => idp.stop());
  beforeEach(async () => {
    Object.assign(idp, HONEST, { person: PERSON });
    const settings = { issuer: idp.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
    const more = { scopes: 'openid profile email', groupsClaim: 'groups', rolesByGroup: new Map() };
    const provider = createProvider({ ...settings, ...more });
    endpoint = await TestEndpoint.create(store(), { publicOrigin: ORIGIN, provider });
    browser = new CookieJar();
    device = await endpoint.enrolled();
    ports = portsOf(device);
  });

  /** As the extension asks. */
  const portsOf = (asking: SignedDevice): IdentityPorts => ({
    enrolment: { endpoint: ORIGIN, deviceToken: asking.token },
    async net({ method, url, headers, body }) {
      const answer = await endpoint.request(method, url.slice(ORIGIN.length), body, headers);
      return { ok: true, status: answer.status, header: (name) => answer.headers.get(name), text: await answer.text() };
    },
  });
  const asked = async (of = ports) => {
    const answer = await askIdentity(of);
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  const begun = async (of = ports): Promise<SignInOffer> => {
    const offer = await beginSignIn(of);
    if (!offer.ok) throw new Error(offer.code);
    return offer.value;
  };
  /** As the tab asks. */
  const visit = async (method: 'GET' | 'POST', path: string, form?: string, headers: Record<string, string> = {}) => {
    const type: Record<string, string> =
      form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN };
    const answer = await endpoint.request(method, path, form, { ...type, ...browser.header, ...headers });
    browser.take(answer);
    const html = await answer.text();
    return {
      status: answer.status,
      html,
      fault: /<small>(\w+)<\/small>/.exec(html)?.[1] ?? null,
      headers: answer.headers,
    };
  };
  const pathOf = ({ url }: SignInOffer) => url.slice(ORIGIN.length);
  const formOf = ({ url }: SignInOffer) => `link=${new URL(url).searchParams.get('link')}`;
  /** Press the button. @returns Where the page leads. */
  const press = async (offer: SignInOffer) => {
    const page = await visit('POST', '/v1/identity/confirm', formOf(offer));
    return { ...page, onwards: /content="0; url=([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? null };
  };
  /** The whole way. */
  const signIn = async (of = ports) => {
    const { onwards, status } = await press(await begun(of));
    if (onwards === null) throw new Error(`no way on: ${status}`);
    return visit('GET', await visitProvider(onwards, ORIGIN));
  };
  const acts = async () =>
    (await listAudit(endpoint.db, endpoint.tenant))
      .filter(({ act }) => act !== 'device_certified')
      .map(({ act, subject }) => [act, subject]);
  /** A policy with a rule that speaks of a group. */
  const publishPolicyAbout = async (group: string) => {
    const [rule] = (await bundledPolicy()).policy.rules;
    const about = { ...rule!, id: 'about-a-group', when: { all: [rule!.when, { not: { group: [group] } }] } };
    const { policy: envelope, policyRootKeys } = await inlinePolicy({ rules: [about] });
    const verified = await verifyEnvelope(envelope, policyRootKeys);
    if (!verified.ok) throw new Error(verified.message);
    await publishPolicy(endpoint.db, endpoint.tenant, verified, envelope, endpoint.now);
  };
  /** Everything the endpoint keeps or tells. */
  const everything = async () => {
    const tables = [
      'subjects',
      'subject_devices',
      'device_sign_ins',
      'sign_ins',
      'audit',
      'devices',
      'sessions',
    ] as const;
    const rows = await Promise.all(tables.map((table) => endpoint.db.selectFrom(table).selectAll().execute()));
    return `${JSON.stringify(rows)} ${endpoint.logged.join()}`;
  };

  it('goes from the link to the provider and back, and binds the device to a pseudonym', async () => {
    await publishPolicyAbout('payments');
    const offer = await begun();
    expect(await asked()).toEqual({
      ...NOBODY,
      state: 'pending',
      pending: { code: offer.code, expiresAt: offer.expiresAt },
    });
    const page = await visit('GET', pathOf(offer));
    expect(page.status).toBe(200);
    for (const part of [endpoint.tenant, offer.code, 'Records of this browser', '<form method="post"']) {
      expect(page.html).toContain(part);
    }
    expect(page.html).not.toMatch(/<script|onclick|javascript:/i);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-.*form-action 'self'.*frame-ancestors 'none'$/,
    );
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const { onwards } = await press(offer);
    expect(onwards).toMatch(new RegExp(`^${idp.issuer}/auth\\?`));
    const done = await visit('GET', await visitProvider(onwards!, ORIGIN));
    expect(done.status).toBe(200);
    const known = await asked();
    expect(known).toMatchObject({ state: 'bound', pending: null });
    expect(known.subject).toEqual({
      assurance: 'oidc',
      ref: expect.stringMatching(/^[a-z]{5}-[a-z]{5}-[a-z]{5}$/),
      since: endpoint.now,
      until: expect.any(Number),
      name: 'rita.roe',
      groups: ['payments'],
    });
    expect(done.html).toContain(known.subject!.ref);
    expect(done.html).toContain('rita.roe');
    // No reviewer: nobody mapped a group of theirs, and no session began.
    expect(browser.names).toEqual([]);
    expect(await acts()).toEqual([
      ['device_enrolled', device.device],
      ['device_signed_in', known.subject!.ref],
    ]);
    const kept = await everything();
    expect(kept).toContain(device.device);
    expect(kept).not.toMatch(/rita|roe|sub-1|payments|cooking/i);
    expect(kept).not.toContain(new URL(offer.url).searchParams.get('link'));
    expect(await endpoint.deps.privacy.names(endpoint.tenant, [{ device: device.device, at: endpoint.now }])).toEqual([
      known.subject!.ref,
    ]);
  });

  it('binds nobody without the press, and none that comes from elsewhere', async () => {
    const offer = await begun();
    await visit('GET', pathOf(offer));
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of elsewhere) {
      const pressed = await visit('POST', '/v1/identity/confirm', formOf(offer), headers);
      expect([pressed.status, pressed.html]).toEqual([403, expect.stringContaining('cross_site')]);
    }
    expect(await asked()).toMatchObject({ state: 'pending', subject: null });
    expect(await endpoint.db.selectFrom('sign_ins').selectAll().execute()).toEqual([]);
  });

  it('takes each link once, for a while, and only the newest of a device', async () => {
    const [old, offer] = [await begun(), await begun()];
    for (const link of [old, { ...old, url: `${ORIGIN}/v1/identity/confirm?link=x` }]) {
      expect(await visit('GET', pathOf(link))).toMatchObject({ status: 400, fault: 'unknown_link' });
      expect(await press(link)).toMatchObject({ status: 400, fault: 'unknown_link', onwards: null });
    }
    const { onwards } = await press(offer);
    const back = await visitProvider(onwards!, ORIGIN);
    expect((await visit('GET', back)).status).toBe(200);
    expect(await visit('GET', back)).toMatchObject({ status: 400, fault: 'unknown_attempt' });
    expect(await press(offer)).toMatchObject({ status: 400, fault: 'unknown_link' });
    await endSignIn(ports);
    const late = await begun();
    const { onwards: there } = await press(late);
    endpoint.now += 10 * MINUTE_MS;
    expect(await visit('GET', pathOf(late))).toMatchObject({ status: 400, fault: 'unknown_link' });
    expect((await visit('GET', await visitProvider(there!, ORIGIN))).status).toBe(400);
    expect(await asked()).toEqual(NOBODY);
  });

  it('does not believe who comes back in another browser', async () => {
    const { onwards } = await press(await begun());
    browser = new CookieJar();
    expect(await visit('GET', await visitProvider(onwards!, ORIGIN))).toMatchObject({ fault: 'unknown_attempt' });
    expect((await asked()).subject).toBeNull();
  });

  it.each([
    ['the provider says no', 'provider_refused', 403, () => Object.assign(idp, { agrees: false })],
    ['the token has another key', 'bad_answer', 403, () => Object.assign(idp, { signsWithOtherKey: true })],
    [
      'the token is for another',
      'bad_answer',
      403,
      () => Object.assign(idp, { tamper: (claims: object) => ({ ...claims, aud: 'x' }) }),
    ],
  ])('binds nobody when %s, and lets them try again', async (_, fault, status, trouble) => {
    trouble();
    expect(await signIn()).toMatchObject({ status, fault });
    expect(await asked()).toMatchObject({ state: 'pending', subject: null });
    Object.assign(idp, HONEST);
    expect((await signIn()).status).toBe(200);
  });

  it('says when the provider does not answer', async () => {
    idp.isDown = true;
    expect(await press(await begun())).toMatchObject({ status: 503, fault: 'provider_away' });
  });

  it('is over for a device that is revoked on the way, or gives up', async () => {
    const { onwards } = await press(await begun());
    await endSignIn(ports);
    expect(await asked()).toEqual(NOBODY);
    expect(await visit('GET', await visitProvider(onwards!, ORIGIN))).toMatchObject({ fault: 'unknown_link' });
    const { onwards: again } = await press(await begun());
    await endpoint.db.updateTable('devices').set({ revoked_at: 1 }).where('device', '=', device.device).execute();
    expect(await visit('GET', await visitProvider(again!, ORIGIN))).toMatchObject({ fault: 'unknown_link' });
    expect(await askIdentity(ports)).toEqual({ ok: false, code: 'unauthorised' });
  });

  it('ends with signing out, which is an act as well', async () => {
    await signIn();
    const { ref } = (await asked()).subject!;
    expect(await endSignIn(ports)).toEqual({ ok: true, value: null });
    expect(await asked()).toEqual(NOBODY);
    expect((await acts()).at(-1)).toEqual(['device_signed_out', ref]);
    await endSignIn(ports);
    expect((await acts()).length).toBe(3);
  });

  it('is the same person on every device, under every name, and nobody else under theirs', async () => {
    const other = portsOf(await endpoint.enrolled());
    await signIn();
    await signIn(other);
    const [first, second] = [(await asked()).subject!, (await asked(other)).subject!];
    expect(second.ref).toBe(first.ref);
    idp.person = { ...PERSON, preferred_username: 'rita.klein' };
    await signIn(other);
    expect((await asked()).subject).toMatchObject({ ref: first.ref, name: 'rita.klein' });
    const third = portsOf(await endpoint.enrolled());
    // `sub` tells upper from lower case (OpenID Connect Core 1.0, 2).
    idp.person = { sub: 'SUB-1', preferred_username: 'Rita.Klein' };
    expect(await signIn(third)).toMatchObject({ status: 409, fault: 'name_taken' });
    expect(await asked(third)).toEqual(NOBODY);
    idp.person = { sub: 'SUB-1', preferred_username: 'bob' };
    await signIn(third);
    expect((await asked(third)).subject!.ref).not.toBe(first.ref);
  });

  it('counts for more than what settings say, and the same name is the same person', async () => {
    await tellIdentity(ports, 'Rita.Roe');
    const told = await asked();
    expect(told).toMatchObject({ state: 'none', subject: { assurance: 'managed', name: 'Rita.Roe', groups: [] } });
    await signIn();
    await tellIdentity(ports, 'somebody else');
    await tellIdentity(ports, null);
    expect(await asked()).toMatchObject({ state: 'bound', subject: { assurance: 'oidc', ref: told.subject!.ref } });
    await endSignIn(ports);
    await tellIdentity(ports, 'Rita.Roe');
    expect(await asked()).toMatchObject({ state: 'none', subject: { assurance: 'managed', ref: told.subject!.ref } });
  });

  it('changes the pseudonym with the period, and not before', async () => {
    await signIn();
    const { ref, until } = (await asked()).subject!;
    endpoint.now = until - 1;
    expect((await asked()).subject!.ref).toBe(ref);
    endpoint.now = until;
    const next = (await asked()).subject!;
    expect([next.ref === ref, next.until > until, next.name]).toEqual([false, true, 'rita.roe']);
  });

  it('is forgotten with the person’s key, who is somebody new when they come again', async () => {
    await signIn();
    const { ref } = (await asked()).subject!;
    const gone = { wrapped_key: null, identity: null, lookup: null, account: null, erased_at: endpoint.now };
    await endpoint.db.updateTable('subjects').set(gone).where('account', 'is not', null).execute();
    expect(await asked()).toEqual(NOBODY);
    expect((await signIn()).status).toBe(200);
    expect((await asked()).subject!.ref).not.toBe(ref);
  });

  it('is offered only where there is a provider, and browsers may use it', async () => {
    const without = [{ provider: null }, { browserSignIn: false, provider: endpoint.deps.provider }];
    for (const changes of without) {
      endpoint = await TestEndpoint.create(store(), { publicOrigin: ORIGIN, ...changes });
      ports = portsOf(await endpoint.enrolled());
      expect(await asked()).toEqual({ ...NOBODY, canSignIn: false });
      expect(await beginSignIn(ports)).toEqual({ ok: false, code: 'not_offered' });
      expect((await visit('GET', `/v1/identity/confirm?link=${'x'.repeat(43)}`)).status).toBe(404);
    }
  });

  it('can be tried and asked for only so often', async () => {
    for (let i = 0; i < 20; i++) await begun();
    expect(await beginSignIn(ports)).toEqual({ ok: false, code: 'too_many' });
    endpoint.now += 15 * MINUTE_MS;
    const offer = await begun();
    for (let i = 0; i < 20; i++) await visit('GET', pathOf(offer));
    expect(await press(offer)).toMatchObject({ status: 429, fault: 'too_many_tries', onwards: null });
    for (let i = 0; i < 60; i++) await asked();
    expect(await askIdentity(ports)).toEqual({ ok: false, code: 'too_many' });
    endpoint.now += MINUTE_MS;
    expect((await asked()).state).toBe('pending');
  });

  it.each([
    ['de-AT,de;q=0.9', 'In diesem Browser anmelden?'],
    ['fr', 'Se connecter dans ce navigateur ?'],
    ['es-MX', '¿Iniciar sesión en este navegador?'],
    ['nl', 'Sign in on this browser?'],
  ])('speaks to whoever reads %s', async (language, title) => {
    const page = await visit('GET', pathOf(await begun()), undefined, { 'accept-language': language });
    expect(page.html).toContain(`<h1>${title}</h1>`);
  });
});
