/** Every route of the endpoint, whoever asks and whatever it answers: the headers that browsers are told to obey. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { access, declaredRoutes } from '../../../server/auth/access.ts';
import { TestEndpoint, testStore } from './test-endpoint.ts';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
/** What may stay with somebody: the console's files, whose names change with them, and what a device has to ask again for. */
const MAY_BE_KEPT: Record<string, RegExp> = {
  'GET /console/*': /^(no-store|public, max-age=31536000, immutable)$/,
  'GET /v1/policy': /^(no-store|private, no-cache)$/,
  'GET /v1/sites': /^(no-store|private, no-cache)$/,
  // A stream of events is nothing to keep, which its own library says in its own word.
  'GET /v1/stream': /^(no-store|no-cache)$/,
};

const folder = mkdtempSync(join(tmpdir(), 'sluice-headers-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['https', 'https://sluice.example', 'max-age=31536000'],
  ['plain http', null, null],
] as const)('behind %s', (_, publicOrigin, hsts) => {
  const store = testStore('PGlite');
  let endpoint: TestEndpoint;
  let callers: Record<string, Record<string, string>>;

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Sluice</title>');
    writeFileSync(join(folder, 'assets', 'x'), 'let app;');
    endpoint = await TestEndpoint.create(store(), { publicOrigin, consoleFolder: folder, scrapeToken: 'a token' });
    endpoint.app.get('/v1/boom', access('public'), () => {
      throw new TypeError('unforeseen');
    });
    await endpoint.signIn();
    const { token } = await endpoint.enrolled();
    callers = {
      nobody: {},
      'another site': { origin: 'https://evil.example', cookie: endpoint.cookie },
      'who has all roles': { cookie: endpoint.cookie, 'x-sluice': '1', origin: publicOrigin ?? 'http://localhost' },
      'a device': { authorization: `Bearer ${token}` },
      'a collector': { authorization: 'Bearer a token' },
    };
  });

  it('every answer says what may be done with it', async () => {
    const routes = declaredRoutes(endpoint.app).filter(({ path }) => path !== '/v1/session/password');
    // Signing out would end the session that the others are asked with: last.
    routes.sort((a, b) => Number(isLast(a)) - Number(isLast(b)));
    const paths = [
      ...routes.map(({ method, path }) => ({ name: `${method} ${path}`, method, path })),
      { name: 'GET /console/*', method: 'GET', path: '/console/assets/x' },
      { name: 'nothing', method: 'GET', path: '/nothing-here' },
      { name: 'nothing', method: 'PUT', path: '/v1/nothing-here' },
      { name: 'another method', method: 'OPTIONS', path: '/v1/session' },
      { name: 'too much', method: 'POST', path: '/v1/session', body: 'x'.repeat(100_000) },
    ];
    const wrong: string[] = [];
    const statuses = new Set<number>();
    for (const { name, method, path, body } of paths as ((typeof paths)[number] & { body?: string })[]) {
      for (const [who, headers] of Object.entries(callers)) {
        const filled = path.replaceAll(/:\w+/g, () => randomUUID()).replace('*', 'x');
        const cut = new AbortController();
        const sent = body ?? (['GET', 'DELETE', 'OPTIONS'].includes(method) ? undefined : {});
        const answer = await endpoint.request(method, filled, sent, headers, cut.signal);
        cut.abort();
        await answer.body?.cancel();
        statuses.add(answer.status);
        for (const fault of faultsOf(name, answer, hsts)) wrong.push(`${name} for ${who}, ${answer.status}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
    // Successes, refusals, redirects and the unforeseen were among them.
    expect([...statuses]).toEqual(expect.arrayContaining([200, 302, 400, 401, 403, 404, 413, 500]));
  }, 120_000);
});

const isLast = ({ method, path }: { method: string; path: string }) => method === 'DELETE' && path === '/v1/session';

function faultsOf(name: string, { status, headers }: Response, hsts: string | null): string[] {
  const faults = Object.entries(ALWAYS)
    .filter(([header, value]) => headers.get(header) !== value)
    .map(([header]) => `${header} is ${headers.get(header)}`);
  const policy = headers.get('content-security-policy') ?? '';
  if (!/^default-src 'none';/.test(policy) || /unsafe|\*/.test(policy)) faults.push(`policy ${policy}`);
  if (!/frame-ancestors 'none'/.test(policy)) faults.push('may be framed');
  const isHtml = headers.get('content-type')?.includes('text/html') ?? false;
  if (!isHtml && /script-src|style-src/.test(policy)) faults.push(`policy of no page: ${policy}`);
  if (headers.get('strict-transport-security') !== hsts) faults.push('HSTS');
  const kept = headers.get('cache-control') ?? '';
  if (!(MAY_BE_KEPT[name] ?? /^no-store$/).test(kept)) faults.push(`cache-control ${kept}`);
  if (headers.has('access-control-allow-origin')) faults.push('open to other sites');
  if (headers.has('x-powered-by')) faults.push('tells what it is made of');
  if (status !== 304 && !isHtml && status !== 204 && status < 300 && !headers.has('content-type'))
    faults.push('no type');
  return faults;
}
