import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../server/auth/permissions.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { DATABASES, PASSWORD, TestEndpoint, testStore } from './test-endpoint.ts';

describe.each(DATABASES)('people on %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    await endpoint.signIn();
  });

  const create = async (name: string, roles: Role[]): Promise<string> => {
    const answer = await endpoint.as('POST', '/v1/people', { name, roles });
    expect(answer.status).toBe(201);
    return (await answer.json()).password;
  };
  /** As somebody else, with a cookie of their own. */
  const signInAs = async (user: string, password: string) => {
    const body = { user, password, tenant: endpoint.tenant };
    const answer = await endpoint.request('POST', '/v1/session', body, { 'x-sluice': '1' });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const ask = async (method: string, path: string, sent?: object) => {
      const given = await endpoint.request(method, path, sent, { cookie, 'x-sluice': '1' });
      const read = given.status === 204 ? null : await given.json();
      return { status: given.status, code: read?.error?.code ?? null, body: read };
    };
    return { status: answer.status, ask };
  };
  const acts = async () =>
    (await listAudit(endpoint.db, endpoint.tenant)).map(({ actor, act, subject }) => `${actor} ${act} ${subject}`);

  it('begin with a password that is told once and has to be changed before anything else', async () => {
    const once = await create('rita', ['reviewer']);
    const stored = JSON.stringify(await endpoint.db.selectFrom('reviewers').selectAll().execute());
    expect(stored).not.toContain(once);
    const rita = await signInAs('rita', once);
    expect(await rita.ask('GET', '/v1/session')).toMatchObject({ status: 200, body: { mustChange: true } });
    expect(await rita.ask('GET', '/v1/incidents')).toMatchObject({ status: 403, code: 'password_change_needed' });
    const change = (current: string, next: string) => rita.ask('POST', '/v1/session/password', { current, next });
    expect(await change('not this one', PASSWORD)).toMatchObject({ status: 403, code: 'wrong_credentials' });
    expect(await change(once, 'too short')).toMatchObject({ status: 400 });
    expect(await change(once, once)).toMatchObject({ status: 400, code: 'same_password' });
    const elsewhere = await signInAs('rita', once);
    expect(await change(once, PASSWORD)).toMatchObject({ status: 200 });
    expect(await rita.ask('GET', '/v1/incidents')).toMatchObject({ status: 200 });
    expect(await elsewhere.ask('GET', '/v1/session')).toMatchObject({ status: 401 });
    expect((await signInAs('rita', once)).status).toBe(401);
    expect((await signInAs('rita', PASSWORD)).status).toBe(200);
    expect(await acts()).toEqual(
      expect.arrayContaining(['admin person_created rita: reviewer', 'rita password_changed rita']),
    );
  });

  it('may do what their roles allow from their next request on', async () => {
    const once = await create('ada', ['auditor']);
    const ada = await signInAs('ada', once);
    await ada.ask('POST', '/v1/session/password', { current: once, next: PASSWORD });
    expect((await ada.ask('GET', '/v1/people')).status).toBe(200);
    expect(await ada.ask('POST', '/v1/people', { name: 'eve', roles: ['admin'] })).toMatchObject({
      status: 403,
      code: 'no_permission',
    });
    const answer = await endpoint.as('PATCH', '/v1/people/ada', { roles: ['council_observer', 'council_observer'] });
    expect(await answer.json()).toMatchObject({ name: 'ada', roles: ['council_observer'], sessions: 1 });
    expect(await ada.ask('GET', '/v1/people')).toMatchObject({ status: 403, code: 'no_permission' });
    expect((await ada.ask('GET', '/v1/summary')).status).toBe(200);
    expect(await acts()).toContain('admin roles_changed ada: council_observer');
  });

  it('are signed out when their account is closed, and stay out until it is open again', async () => {
    const once = await create('bob', ['reviewer']);
    const bob = await signInAs('bob', once);
    await endpoint.as('PATCH', '/v1/people/bob', { disabled: true });
    expect((await bob.ask('GET', '/v1/session')).status).toBe(401);
    expect((await signInAs('bob', once)).status).toBe(401);
    await endpoint.as('PATCH', '/v1/people/bob', { disabled: false });
    expect((await signInAs('bob', once)).status).toBe(200);
    expect(await acts()).toEqual(expect.arrayContaining(['admin person_disabled bob', 'admin person_enabled bob']));
  });

  it('get another password from an admin, who can also sign them out everywhere', async () => {
    const once = await create('cleo', ['reviewer']);
    const cleo = await signInAs('cleo', once);
    expect((await endpoint.as('DELETE', '/v1/people/cleo/sessions')).status).toBe(204);
    expect((await cleo.ask('GET', '/v1/session')).status).toBe(401);
    const again = await signInAs('cleo', once);
    const { password } = await (await endpoint.as('POST', '/v1/people/cleo/password')).json();
    expect((await again.ask('GET', '/v1/session')).status).toBe(401);
    expect((await signInAs('cleo', once)).status).toBe(401);
    expect((await signInAs('cleo', password)).status).toBe(200);
    expect(await acts()).toEqual(expect.arrayContaining(['admin sessions_ended cleo', 'admin password_reset cleo']));
  });

  it('are not changed by themselves, nor made twice, nor out of another tenant', async () => {
    const code = async (answer: Response | Promise<Response>) => {
      const given = await answer;
      return [given.status, (await given.json()).error.code];
    };
    expect(await code(endpoint.as('PATCH', '/v1/people/admin', { roles: ['reviewer'] }))).toEqual([403, 'own_account']);
    expect(await code(endpoint.as('PATCH', '/v1/people/admin', { disabled: true }))).toEqual([403, 'own_account']);
    expect(await code(endpoint.as('POST', '/v1/people/admin/password'))).toEqual([403, 'own_account']);
    await create('dora', ['reviewer']);
    expect(await code(endpoint.as('POST', '/v1/people', { name: 'dora', roles: ['admin'] }))).toEqual([
      409,
      'name_taken',
    ]);
    const elsewhere = await TestEndpoint.create(store());
    await elsewhere.signIn();
    expect(await code(elsewhere.as('PATCH', '/v1/people/dora', { disabled: true }))).toEqual([404, 'not_found']);
    expect(await code(elsewhere.as('POST', '/v1/people/dora/password'))).toEqual([404, 'not_found']);
    expect(await code(elsewhere.as('DELETE', '/v1/people/dora/sessions'))).toEqual([404, 'not_found']);
    expect((await elsewhere.get('/v1/people')).items.map(({ name }: { name: string }) => name)).toEqual(['admin']);
  });

  it.each([
    ['no role', { name: 'eve', roles: [] }],
    ['a role that there is not', { name: 'eve', roles: ['root'] }],
    ['a name that is a path', { name: '../admin', roles: ['admin'] }],
    ['a name that turns the text around', { name: 'eve\u202Enimda', roles: ['admin'] }],
    ['a NUL character', { name: 'e\0ve', roles: ['admin'] }],
    ['half a character', { name: 'eve\ud800', roles: ['admin'] }],
    ['a password of the admin’s choice', { name: 'eve', roles: ['admin'], password: PASSWORD }],
  ])('are not made with %s', async (_, body) => {
    expect((await endpoint.as('POST', '/v1/people', body)).status).toBe(400);
  });

  it('see and end their own sessions, and nobody else’s', async () => {
    const once = await create('finn', ['reviewer']);
    const [here, there] = [await signInAs('finn', once), await signInAs('finn', once)];
    const { items } = (await here.ask('GET', '/v1/sessions')).body;
    expect(items.map(({ isThis }: { isThis: boolean }) => isThis).sort()).toEqual([false, true]);
    const other = items.find(({ isThis }: { isThis: boolean }) => !isThis).id;
    expect((await endpoint.as('DELETE', `/v1/sessions/${other}`)).status).toBe(404);
    expect((await there.ask('GET', '/v1/session')).status).toBe(200);
    expect((await here.ask('DELETE', `/v1/sessions/${other}`)).status).toBe(204);
    expect((await there.ask('GET', '/v1/session')).status).toBe(401);
    expect((await here.ask('GET', '/v1/session')).status).toBe(200);
  });
});
