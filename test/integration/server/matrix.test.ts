/**
 * Every route, asked by everybody: what is expected follows from the table of permissions alone, so a new route is in here
 * as soon as it exists.
 */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DeclaredRoute, declaredRoutes } from '../../../server/auth/access.ts';
import { may, PERMISSIONS, type Permission, ROLES, type Role } from '../../../server/auth/permissions.ts';
import { createSecret, hashSecret } from '../../../server/auth/secret.ts';
import { changePerson, setReviewer } from '../../../server/store/people.ts';
import { createSession, IDLE_MS, SESSION_MS } from '../../../server/store/sessions.ts';
import { TestEndpoint, testStore } from './test-endpoint.ts';

const SCRAPE_TOKEN = 'a token for metrics';

interface Caller {
  who: string;
  headers: Record<string, string>;
  /** Null: no session at all. */
  roles: readonly Role[] | null;
  mustChange?: boolean;
  isDevice?: boolean;
  isRevoked?: boolean;
  isScraper?: boolean;
  isForeign?: boolean;
}

describe('who may ask for what', () => {
  const store = testStore('PGlite');
  let endpoint: TestEndpoint;
  const callers: Caller[] = [];

  beforeAll(async () => {
    endpoint = await TestEndpoint.create(store(), { scrapeToken: SCRAPE_TOKEN });
    callers.push(...(await makeCallers(endpoint)));
  });

  /** The code of the refusal that the table asks for, null where the route itself has to answer. */
  const expected = ({ method, access }: DeclaredRoute, caller: Caller): string | null => {
    const isForeign = caller.isForeign && method !== 'GET';
    switch (access) {
      case null:
        return 'undeclared';
      case 'enrol':
        return null;
      case 'public':
        return isForeign ? 'cross_site' : null;
      case 'device':
        if (caller.isRevoked) return 'device_revoked';
        return caller.isDevice ? null : 'bad_device_token';
      case 'scrape':
        return caller.isScraper ? null : 'bad_scrape_token';
      default:
        if (isForeign) return 'cross_site';
        if (caller.roles === null) return 'no_session';
        if (caller.mustChange && access !== 'session.own') return 'password_change_needed';
        return may(caller.roles, access) ? null : 'no_permission';
    }
  };

  it('is answered as the table says, for every route and every caller', async () => {
    const routes = declaredRoutes(endpoint.app);
    const sessions = await endpoint.db.selectFrom('sessions').selectAll().execute();
    const wrong: string[] = [];
    const counts = { cells: 0, allowed: 0, refused: 0 };
    for (const route of routes) {
      for (const caller of callers) {
        const due = expected(route, caller);
        const got = await ask(route, caller);
        counts.cells += 1;
        counts[due === null ? 'allowed' : 'refused'] += 1;
        // Who may sign out has done so now.
        if (due === null && route.method === 'DELETE') {
          const again = endpoint.db.insertInto('sessions').values(sessions);
          await again.onConflict((conflict) => conflict.doNothing()).execute();
        }
        if (got !== due) wrong.push(`${route.method} ${route.path} as ${caller.who}: ${got}, not ${due}`);
      }
    }
    console.log(`${routes.length} routes x ${callers.length} callers: ${JSON.stringify(counts)}`);
    expect(wrong).toEqual([]);
    expect(counts.allowed).toBeGreaterThan(routes.length);
    expect(counts.refused).toBeGreaterThan(routes.length);
  }, 300_000);

  it('tells strangers nothing of what there is not', async () => {
    for (const caller of callers) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const route = { method, path: '/v1/what-does-not-exist', access: 'session.own' as const };
        const due = expected(route, caller);
        expect([caller.who, method, await ask(route, caller)]).toEqual([caller.who, method, due ?? 'not_found']);
      }
    }
  });

  it('is every permission for somebody, and everything for nobody but who has all roles', () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
      expect(ROLES.some((role) => may([role], permission))).toBe(true);
    }
    for (const role of ROLES)
      expect(Object.keys(PERMISSIONS).some((each) => !may([role], each as Permission))).toBe(true);
  });

  /** The refusal's code, if it is one of the guard; else null: the route has answered. */
  async function ask({ method, path }: DeclaredRoute, { headers }: Caller): Promise<string | null> {
    const filled = path.replaceAll(/:\w+/g, () => randomUUID()).replace('*', 'x');
    // Too little to change anything: who is let in fails on its own body.
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    // The stream stays open for whoever may have it.
    const cut = new AbortController();
    const answer = await endpoint.request(method, filled, body, { ...headers }, cut.signal);
    const isRefusal = [401, 403, 404].includes(answer.status) && answer.headers.get('content-type')?.includes('json');
    const code = isRefusal ? ((await answer.json()).error.code as string) : null;
    if (!isRefusal) await answer.body?.cancel();
    cut.abort();
    return code !== null && (GUARD_CODES.has(code) || path.endsWith('not-exist')) ? code : null;
  }
});

const GUARD_CODES = new Set([
  'undeclared',
  'cross_site',
  'no_session',
  'no_permission',
  'password_change_needed',
  'bad_device_token',
  'device_revoked',
  'bad_scrape_token',
]);

async function makeCallers(endpoint: TestEndpoint): Promise<Caller[]> {
  const { db, now } = endpoint;
  const session = async (tenant: string, roles: readonly Role[], began = now) => {
    const [name, token] = [randomUUID(), createSecret()];
    await setReviewer(db, { tenant, name, roles, passwordHash: 'none' }, now);
    await createSession(db, { tokenHash: hashSecret(token), tenant, reviewer: name, agent: '' }, began);
    return { name, token, headers: { cookie: `sluice_session=${token}`, 'x-sluice': '1' } };
  };
  const callers: Caller[] = [];
  for (const role of ROLES) {
    for (const tenant of [endpoint.tenant, 'another tenant']) {
      const { headers } = await session(tenant, [role]);
      callers.push({
        who: `${role} of ${tenant === endpoint.tenant ? 'the' : 'another'} tenant`,
        headers,
        roles: [role],
      });
    }
  }
  const everything = await session(endpoint.tenant, ROLES);
  callers.push({ who: 'somebody with all roles', headers: everything.headers, roles: ROLES });
  callers.push({ who: 'nobody', headers: { 'x-sluice': '1' }, roles: null });
  callers.push({ who: 'a person without a role', headers: (await session(endpoint.tenant, [])).headers, roles: [] });

  const old = await session(endpoint.tenant, ROLES);
  const times = { expires_at: now, seen_at: now };
  await db.updateTable('sessions').set(times).where('token_hash', '=', hashSecret(old.token)).execute();
  callers.push({ who: 'an expired session', headers: old.headers, roles: null });
  const idle = await session(endpoint.tenant, ROLES);
  const idleTimes = { expires_at: now + SESSION_MS, seen_at: now - IDLE_MS };
  await db.updateTable('sessions').set(idleTimes).where('token_hash', '=', hashSecret(idle.token)).execute();
  callers.push({ who: 'an idle session', headers: idle.headers, roles: null });

  const changed = `${everything.token.slice(0, -1)}${everything.token.endsWith('A') ? 'B' : 'A'}`;
  for (const [who, cookie] of [
    ['a changed token', changed],
    ['the stored hash', hashSecret(everything.token)],
    ['an empty token', ''],
    ['a quoted token', `"${everything.token}`],
  ]) {
    callers.push({ who: who!, headers: { cookie: `sluice_session=${cookie}`, 'x-sluice': '1' }, roles: null });
  }
  const asBearer = { authorization: `Bearer ${everything.token}`, 'x-sluice': '1' };
  callers.push({ who: 'a session as bearer', headers: asBearer, roles: null });

  const closed = await session(endpoint.tenant, ROLES);
  const act = { tenant: endpoint.tenant, name: closed.name, actor: 'admin', at: now };
  await db.transaction().execute(async (trx) => {
    // Even a session that was left over does nothing.
    await trx.updateTable('reviewers').set({ disabled_at: now }).where('name', '=', closed.name).execute();
  });
  callers.push({ who: 'a closed account', headers: closed.headers, roles: null });
  const reset = await session(endpoint.tenant, ROLES);
  await db.updateTable('reviewers').set({ must_change: true }).where('name', '=', reset.name).execute();
  callers.push({ who: 'somebody with a made password', headers: reset.headers, roles: ROLES, mustChange: true });
  const demoted = await session(endpoint.tenant, ROLES);
  await changePerson(db, { ...act, name: demoted.name }, { roles: ['council_observer'] });
  callers.push({ who: 'somebody who lost roles', headers: demoted.headers, roles: ['council_observer'] });
  const foreign = { cookie: everything.headers.cookie, origin: 'https://evil.example' };
  callers.push({ who: 'another site with the cookie', headers: foreign, roles: ROLES, isForeign: true });

  const device = await endpoint.enrolled();
  const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'x-sluice': '1' });
  callers.push({ who: 'a device', headers: bearer(device.token), roles: null, isDevice: true });
  const asCookie = { cookie: `sluice_session=${device.token}`, 'x-sluice': '1' };
  callers.push({ who: 'a device token as cookie', headers: asCookie, roles: null });
  callers.push({ who: 'a changed device token', headers: bearer(`${device.token.slice(0, -1)}_`), roles: null });
  const revoked = await endpoint.enrolled();
  await db
    .updateTable('devices')
    .set({ revoked_at: now })
    .where('token_hash', '=', hashSecret(revoked.token))
    .execute();
  callers.push({ who: 'a revoked device', headers: bearer(revoked.token), roles: null, isRevoked: true });
  callers.push({ who: 'a collector of metrics', headers: bearer(SCRAPE_TOKEN), roles: null, isScraper: true });
  return callers;
}
