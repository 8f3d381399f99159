import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { access, declaredRoutes } from '../../../server/auth/access.ts';
import { FILE, textOf } from '../../../tools/openapi.ts';
import { TestEndpoint, testStore } from './test-endpoint.ts';

describe('what anybody sees', () => {
  const store = testStore('PGlite');
  let endpoint: TestEndpoint;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
  });

  it('is an OpenAPI document, the one in docs (else: npm run openapi)', async () => {
    const document = await (await endpoint.request('GET', '/openapi.json')).json();
    expect(readFileSync(FILE, 'utf8')).toBe(textOf(document));
    // And it has every route under /v1.
    const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = declaredRoutes(endpoint.app).filter(({ path }) => path.startsWith('/v1/'));
    const inBraces = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');
    expect(described.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${inBraces(path)}`).toSorted());
  });

  it('has headers that keep answers out of frames, caches and other sites', async () => {
    const { headers } = await endpoint.request('GET', '/v1/summary');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('never shows the inside of an error, and logs no message of it', async () => {
    const secret = 'PLANTED-7f3a';
    endpoint.deps.store = {
      ...endpoint.deps.store,
      ping: () => Promise.reject(new Error(secret)),
    };
    endpoint.app.get('/boom', access('public'), () => {
      throw new TypeError(`cannot read ${secret}`);
    });
    const answer = await endpoint.request('GET', '/boom');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: { code: 'internal', message: expect.any(String) } });
    const health = await endpoint.request('GET', `/v1/nothing-${secret}`);
    expect(await health.text()).not.toContain(secret);
    expect(endpoint.logged.join()).toContain('"error":"TypeError"');
    expect(endpoint.logged.filter((entry) => entry.includes(`cannot read ${secret}`))).toEqual([]);
  });

  describe('the console', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sluice-console-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const page = '<script src="/console/assets/app.js"></script>';

    it('says when it is not built', async () => {
      const answer = await endpoint.request('GET', '/console/');
      expect(answer.status).toBe(503);
      expect(await answer.text()).toContain('The console is not built');
    });

    it('is served for every path below it', async () => {
      mkdirSync(join(folder, 'assets'));
      writeFileSync(join(folder, 'index.html'), page);
      writeFileSync(join(folder, 'assets', 'app.js'), 'let app;');
      writeFileSync(join(folder, 'icon.svg'), '<svg/>');
      writeFileSync(join(folder, '..', 'outside.txt'), 'outside');
      const built = await TestEndpoint.create(store(), { consoleFolder: folder });
      const [root, deep] = [
        await built.request('GET', '/console/'),
        await built.request('GET', '/console/incidents/12'),
      ];
      expect([await root.text(), await deep.text()]).toEqual([page, page]);
      for (const { headers } of [root, deep]) {
        const policy = headers.get('content-security-policy')!;
        expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
        expect(policy).not.toContain('unsafe');
      }

      const asset = await built.request('GET', '/console/assets/app.js');
      expect(await asset.text()).toBe('let app;');
      expect(asset.headers.get('content-type')).toContain('javascript');
      expect(asset.headers.get('cache-control')).toContain('immutable');
      expect(await (await built.request('GET', '/console/icon.svg')).text()).toBe('<svg/>');
      expect((await built.request('GET', '/console/assets/none.js')).status).toBe(404);
      for (const path of ['..%2f..%2foutside.txt', '%2e%2e/%2e%2e/outside.txt', '../../outside.txt']) {
        expect(await (await built.request('GET', `/console/assets/${path}`)).text()).not.toContain('outside');
      }
      rmSync(join(folder, '..', 'outside.txt'));
    });

    it('is where the bare address leads', async () => {
      const answer = await endpoint.request('GET', '/');
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/console/']);
    });
  });
});
