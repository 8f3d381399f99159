/** The console's client against the real routes. That wrong names, bodies and answers do not compile is checked here too. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, Fault, isSignedOut } from '../../../server/console/data/client.ts';
import { apiRoutes } from '../../../server/routes/api-routes.ts';
import { TestEndpoint, testStore } from './test-endpoint.ts';

describe('the client', () => {
  const store = testStore('PGlite');
  let endpoint: TestEndpoint;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    await endpoint.signIn();
    vi.stubGlobal('fetch', (path: string, { headers, redirect: _, credentials: __, ...init }: RequestInit) =>
      endpoint.app.request(path, { ...init, headers: { ...(headers as object), cookie: endpoint.cookie } }),
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it('puts parameters, query and body where the route looks for them', async () => {
    const name = "Zoë O'Neil +1";
    const { password } = await call('POST /v1/people', { body: { name, roles: ['auditor'] } });
    expect(password.length).toBeGreaterThan(16);
    const changed = await call('PATCH /v1/people/{name}', { params: { name }, body: { disabled: true } });
    expect(changed).toMatchObject({ name, roles: ['auditor'], disabledAt: endpoint.now });
    expect(await call('DELETE /v1/people/{name}/sessions', { params: { name } })).toBeUndefined();
    await endpoint.enrolled();
    await endpoint.enrolled();
    const page = await call('GET /v1/devices', { query: { limit: 1, q: undefined } });
    expect(page.items).toHaveLength(1);
    const rest = await call('GET /v1/devices', { query: { limit: 50, cursor: page.nextCursor ?? undefined } });
    expect(rest.items).toHaveLength(1);
  });

  it('throws what the endpoint refuses, with its code', async () => {
    const missing = await call('GET /v1/decisions/{id}', { params: { id: '../session' } }).catch((error) => error);
    expect(missing).toBeInstanceOf(Fault);
    expect(missing).toMatchObject({ status: 400, code: 'malformed', isPassing: false });
    await call('DELETE /v1/session');
    expect(isSignedOut(await call('GET /v1/people').catch((error) => error))).toBe(true);
  });

  it('knows no route that there is not', async () => {
    const { paths } = await (await endpoint.request('GET', '/openapi.json')).json();
    const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const known = apiRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(known.filter((route) => !described.includes(route))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  it('does not compile where something is wrong', () => {
    const wrong = [
      // @ts-expect-error no such route
      () => call('GET /v1/nothing'),
      // @ts-expect-error another method
      () => call('PUT /v1/people'),
      // @ts-expect-error without its parameter
      () => call('POST /v1/devices/{id}/restore'),
      // @ts-expect-error without its body
      () => call('POST /v1/devices/{id}/revoke', { params: { id: 'x' } }),
      // @ts-expect-error a body that the route refuses
      () => call('POST /v1/enrolment-tokens', { body: { label: 'x', maxUses: 'many' } }),
      // @ts-expect-error a state that there is not
      () => call('GET /v1/devices', { query: { state: 'lost' } }),
      // @ts-expect-error a field that is not answered
      async () => (await call('GET /v1/connectors')).items[0]?.password,
    ];
    expect(wrong).toHaveLength(7);
  });
});
