// What supervisors, balancers and collectors of metrics rely on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../../server/settings.ts';
import { type RunningEndpoint, startEndpoint } from '../../../server/start.ts';
import { startReceiver, until } from '../connectors/receiver.ts';
import { batch, SignedDevice } from './signed-device.ts';

const dir = mkdtempSync(join(tmpdir(), 'sluice-operations-'));
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

const running: RunningEndpoint[] = [];
afterEach(async () => {
  for (const endpoint of running.splice(0)) await endpoint.close();
});
const log: string[] = [];

async function start(env: Record<string, string>): Promise<RunningEndpoint> {
  const settings = await readSettings({ PORT: '0', DATA_DIR: join(dir, 'data'), TENANT: 'acme', ...env });
  if (!settings.ok) throw new Error(settings.errors.join('; '));
  const write = (level: string, code: string, fields?: object) => log.push(JSON.stringify({ level, code, ...fields }));
  const endpoint = await startEndpoint(settings.config, write, settings.connectors);
  running.push(endpoint);
  return endpoint;
}

const status = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).status;

async function enrolled(url: string): Promise<SignedDevice> {
  const device = await SignedDevice.create('acme');
  const answer = await fetch(`${url}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(device.enrolRequest('an enrolment token')),
  });
  device.token = ((await answer.json()) as { deviceToken: string }).deviceToken;
  return device;
}

describe('probes', () => {
  it('say alive and ready, and name what is not ready', async () => {
    const { url } = await start({});
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', parts: { database: 'ok', server: 'ok' } },
    ]);
    expect(log.filter((line) => line.includes('"/readyz"'))).toEqual([]);
  });

  it('give every request a name that its line in the log has too', async () => {
    const { url } = await start({});
    const answer = await fetch(`${url}/v1/health`, { headers: { 'x-request-id': 'from-outside-1' } });
    const id = answer.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(log.some((line) => line.includes(`"id":"${id}"`))).toBe(true);
    expect(log.join()).not.toContain('from-outside-1');
  });
});

describe('metrics', () => {
  it('are for those with the token, on the endpoint as on a port of their own', async () => {
    const token = 'a token for the collector';
    const tokenFile = join(dir, 'metrics-token');
    writeFileSync(tokenFile, 'a-token-for-the-collector\n');
    const authorization = `Bearer ${token.replaceAll(' ', '-')}`;
    const { url, metricsUrl } = await start({ METRICS_TOKEN_FILE: tokenFile, METRICS_PORT: '0' });
    for (const place of [`${url}/metrics`, metricsUrl!]) {
      expect(await status(place)).toBe(401);
      expect(await status(place, { authorization: 'Bearer wrong' })).toBe(401);
      expect(await status(place, { authorization })).toBe(200);
    }
  });

  it('are not there without a token or a port, and open on loopback alone with a port', async () => {
    expect(await status(`${(await start({})).url}/metrics`)).toBe(401);
    await running.pop()!.close();
    const { metricsUrl } = await start({ METRICS_PORT: '0' });
    expect(metricsUrl).toContain('127.0.0.1');
    expect(await status(metricsUrl!)).toBe(200);
    expect(await status(metricsUrl!.replace('/metrics', '/v1/summary'))).toBe(404);
    const outside = await readSettings({ METRICS_PORT: '0', METRICS_HOST: '0.0.0.0' });
    expect(outside).toMatchObject({ ok: false, errors: [expect.stringContaining('METRICS_HOST')] });
  });

  it('count requests, records and what connectors deliver', async () => {
    const receiver = await startReceiver();
    const connectors = join(dir, 'connectors.yaml');
    writeFileSync(join(dir, 'hook'), 'the secret of the hook');
    const lines = ['connectors:', '  - { name: hook, type: webhook, batched: true, secret: { file: hook },'];
    writeFileSync(connectors, [...lines, `      url: "${receiver.url}/PLANTED-path" }`].join('\n'));
    const env = { ENROLMENT_TOKEN: 'an enrolment token', METRICS_PORT: '0', CONNECTORS_FILE: connectors };
    const { url, metricsUrl } = await start(env);
    const device = await enrolled(url);
    const body = batch(await device.several(3));
    const headers = { authorization: `Bearer ${device.token}` };
    for (const _ of [1, 2])
      expect((await fetch(`${url}/v1/records`, { method: 'POST', headers, body })).status).toBe(200);
    const read = async () => (await fetch(metricsUrl!)).text();
    await until('no lag', async () => {
      const text = await read();
      const isLogged = text.includes('sluice_log_pending_records 0\n');
      return (
        isLogged && receiver.requests.length > 0 && text.includes('sluice_connector_lag_entries{connector="hook"} 0\n')
      );
    });
    const text = await read();
    expect(text).toContain('sluice_records_total{outcome="accepted"} 3\n');
    expect(text).toContain('sluice_records_total{outcome="duplicate"} 3\n');
    expect(text).toMatch(
      /sluice_http_request_duration_seconds_count\{method="POST",route="\/v1\/records",status="200"\} 2\n/,
    );
    expect(text).toMatch(/sluice_connector_entries_total\{connector="hook",outcome="delivered"\} [1-9]/);
    expect(text).toContain('sluice_database_up 1\n');
    expect(text).not.toMatch(/PLANTED|acme/);
    await running.pop()!.close();
    await receiver.close();
  });
});

it('finishes a request that is under way when it stops, and takes no new one', async () => {
  const endpoint = await start({ ENROLMENT_TOKEN: 'an enrolment token' });
  const device = await enrolled(endpoint.url);
  const body = batch(await device.several(2));
  const { hostname, port } = new URL(endpoint.url);
  const headers = { authorization: `Bearer ${device.token}`, 'content-length': Buffer.byteLength(body) };
  const sending = request({ hostname, port, path: '/v1/records', method: 'POST', headers });
  const answer = new Promise<number>((resolve, reject) => {
    sending.on('response', (response) => resolve(response.statusCode ?? 0));
    sending.on('error', reject);
  });
  sending.write(body.slice(0, 100));
  // It is under way once its connection is taken.
  await new Promise((resolve) => sending.once('socket', (socket) => socket.once('connect', resolve)));
  await fetch(`${endpoint.url}/healthz`);
  running.pop();
  const closing = endpoint.close();
  await until('a closed door', async () => {
    return fetch(`${endpoint.url}/healthz`).then(
      () => false,
      () => true,
    );
  });
  sending.end(body.slice(100));
  expect(await answer).toBe(200);
  await closing;
  const again = await start({});
  const reading = await fetch(`${again.url}/v1/records`, {
    method: 'POST',
    headers: { authorization: headers.authorization },
    body,
  });
  expect(await reading.json()).toMatchObject({ accepted: 0, duplicates: 2 });
});
