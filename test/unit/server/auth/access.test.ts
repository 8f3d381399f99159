import { describe, expect, it } from 'vitest';
import { createApp } from '../../../../server/app.ts';
import { declaredRoutes } from '../../../../server/auth/access.ts';
import { may, PERMISSIONS, permissionsOf, ROLES } from '../../../../server/auth/permissions.ts';
import type { AppDeps } from '../../../../server/deps.ts';

const metrics = { request: () => {} };
const nothing = { store: { db: null }, log: () => {}, metrics, consoleFolder: '/nowhere' } as unknown as AppDeps;

describe('every route', () => {
  const routes = declaredRoutes(createApp(nothing));

  it('declares what it asks of its caller', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ access }) => access === null)).toEqual([]);
  });

  it('is refused when it declares nothing, also beside one of the same path that does', async () => {
    const app = createApp(nothing);
    app.get('/v1/new', (c) => c.text('inside'));
    app.put('/v1/health', (c) => c.text('inside'));
    for (const [method, path] of [
      ['GET', '/v1/new'],
      ['HEAD', '/v1/new'],
      ['PUT', '/v1/health'],
    ] as const) {
      const answer = await app.request(path, { method, headers: { 'x-sluice': '1' } });
      expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining('inside')]);
    }
    expect(declaredRoutes(app).filter(({ access }) => access === null)).toHaveLength(2);
  });

  it('is in the document, except pages, metrics and signs of life', async () => {
    const { paths } = (await (await createApp(nothing).request('/openapi.json')).json()) as { paths: object };
    const described = new Set(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
      ),
    );
    const missing = routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !described.has(route));
    expect(missing.filter((route) => route.includes(' /v1/'))).toEqual([]);
    expect(described.size).toBeGreaterThan(30);
  });

  it('uses up the table: no permission is without a route', () => {
    const used = new Set(routes.map(({ access }) => access as string));
    expect(Object.keys(PERMISSIONS).filter((permission) => !used.has(permission))).toEqual([]);
  });
});

describe('duties', () => {
  it('are kept apart', () => {
    expect(may(['admin'], 'incidents.read')).toBe(false);
    expect(may(['admin'], 'decisions.read')).toBe(false);
    expect(may(['reviewer'], 'people.manage')).toBe(false);
    expect(may(['auditor'], 'incidents.work')).toBe(false);
    const counts = ['session.own', 'summary.read', 'stream.read'];
    const council = [
      ...counts,
      'proposals.own',
      'proposals.read',
      'retention.read',
      'council.vote',
      'holds.read',
      'acts.read',
    ];
    expect(permissionsOf(['council_observer'])).toEqual(council);
    expect(ROLES.filter((role) => may([role], 'council.vote'))).toEqual(['council_observer']);
    expect(ROLES.filter((role) => may([role], 'reveal.ask') && may([role], 'reveal.approve'))).toEqual([]);
  });

  it('add up for who has several, and are none without a role', () => {
    expect(may(['admin', 'reviewer'], 'incidents.work')).toBe(true);
    expect(permissionsOf([])).toEqual([]);
    expect(permissionsOf(ROLES)).toEqual(Object.keys(PERMISSIONS));
  });
});
