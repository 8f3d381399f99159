import { createHmac, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseConnectors } from '../../../server/connectors/connector-settings.ts';
import { createTransport } from '../../../server/connectors/create-transport.ts';
import { toOcsf } from '../../../server/connectors/ocsf/to-ocsf.ts';
import type { Delivery, OutEvent, Transport } from '../../../server/connectors/transport.ts';
import { allSamples, TELLER } from '../../fakes/feed-samples.ts';
import { type Receiver, startReceiver, until } from './receiver.ts';
import { startRsyslog } from './rsyslog.ts';

const EVENTS: OutEvent[] = allSamples().flatMap(([, entry], position) =>
  toOcsf(entry, TELLER).map((event) => ({ position, event, json: JSON.stringify(event) })),
);
const UIDS = EVENTS.map(({ event }) => event.metadata.uid);
const TOKEN = 'PLANTED-token-7f3a';

const open: Transport[] = [];
async function transport(settings: object, secret = TOKEN): Promise<Transport> {
  const text = JSON.stringify({ connectors: [{ name: 'one', timeoutSeconds: 5, ...settings }] });
  const parsed = await parseConnectors(text, { folder: '/', env: { SECRET: secret } });
  if (!parsed.ok) throw new Error(parsed.errors.join());
  const made = createTransport(parsed.connectors[0]!, TELLER);
  open.push(made);
  return made;
}
const send = (made: Transport, events = EVENTS): Promise<Delivery> => made.send(events, new AbortController().signal);

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  for (const each of open.splice(0)) each.close();
  await receiver.close();
});

describe('OTLP over HTTP', () => {
  it('sends log records whose body is the event, as the protocol spells them', async () => {
    expect(await send(await transport({ type: 'otlp', url: `${receiver.url}/v1/logs` }))).toEqual({ ok: true });
    const [{ path, headers, body }] = receiver.requests as [(typeof receiver.requests)[0]];
    expect([path, headers['content-type'], headers['content-encoding']]).toEqual([
      '/v1/logs',
      'application/json',
      'gzip',
    ]);
    const [resource, ...others] = JSON.parse(body).resourceLogs;
    expect(others).toEqual([]);
    const { logRecords } = resource.scopeLogs[0];
    expect(logRecords).toHaveLength(EVENTS.length);
    for (const [index, record] of logRecords.entries()) {
      expect(record.timeUnixNano).toMatch(/^\d{19}$/);
      expect([9, 10, 13, 17, 21]).toContain(record.severityNumber);
      expect(fromAnyValue(record.body)).toEqual(EVENTS[index]!.event);
    }
  });

  it('takes a partial success as a refusal of the batch, so that the entry can be found', async () => {
    receiver.answer = () => ({ status: 200, body: '{"partialSuccess":{"rejectedLogRecords":"2"}}' });
    const made = await transport({ type: 'otlp', url: receiver.url, body: 'json' });
    expect(await send(made)).toMatchObject({ kind: 'refused', code: 'partly_rejected' });
  });

  it.each([
    [429, 'later', { 'retry-after': '7' }, 7_000],
    [503, 'later', {}, undefined],
    [401, 'later', {}, undefined],
    [302, 'later', { location: 'http://127.0.0.1:1/' }, undefined],
    [400, 'refused', {}, undefined],
    [413, 'refused', {}, undefined],
  ] as const)('understands status %d as "%s"', async (status, kind, headers, retryAfterMs) => {
    receiver.answer = () => ({ status, headers });
    const delivery = await send(await transport({ type: 'otlp', url: receiver.url }));
    expect(delivery).toEqual({
      ok: false,
      kind,
      code: `http_${status}`,
      ...(kind === 'later' ? { retryAfterMs } : {}),
    });
    expect(receiver.requests).toHaveLength(1);
  });

  it('sends once more what met a connection that its receiver was closing, and not what a new one lost', async () => {
    const made = await transport({ type: 'otlp', url: receiver.url });
    expect(await send(made)).toEqual({ ok: true });
    receiver.answer = () => (receiver.requests.length === 2 ? 'hang up' : { status: 200 });
    expect(await send(made)).toEqual({ ok: true });
    expect(receiver.requests).toHaveLength(3);
    receiver.answer = () => 'hang up';
    const another = await transport({ type: 'otlp', url: receiver.url });
    expect(await send(another)).toMatchObject({ kind: 'later', code: 'connection_lost' });
    expect(receiver.requests).toHaveLength(4);
  });

  it('gives up in time on a receiver that never answers', async () => {
    receiver.answer = () => new Promise(() => {});
    const made = await transport({ type: 'otlp', url: receiver.url, timeoutSeconds: 1 });
    expect(await send(made)).toMatchObject({ kind: 'later', code: 'timeout' });
  });
});

/** The other way round than the transport: what a collector makes of an `AnyValue`. */
function fromAnyValue(value: Record<string, never>): unknown {
  const [[kind, inner] = ['none', null]] = Object.entries(value) as [string, unknown][];
  if (kind === 'kvlistValue') {
    const { values } = inner as { values: { key: string; value: Record<string, never> }[] };
    return Object.fromEntries(values.map(({ key, value: member }) => [key, fromAnyValue(member)]));
  }
  if (kind === 'arrayValue') return (inner as { values: Record<string, never>[] }).values.map(fromAnyValue);
  if (kind === 'intValue') return Number(inner);
  return inner;
}

describe('Splunk HEC', () => {
  const settings = (more: object = {}) => ({
    ...{ type: 'splunk', url: receiver.url, token: { env: 'SECRET' }, index: 'ai', ackWithinSeconds: 5 },
    ...more,
  });

  it('sends one envelope after the other, named by class', async () => {
    expect(await send(await transport(settings()))).toEqual({ ok: true });
    const [{ path, headers, body }] = receiver.requests as [(typeof receiver.requests)[0]];
    expect(path).toBe('/services/collector/event');
    expect(headers.authorization).toBe(`Splunk ${TOKEN}`);
    const envelopes = body.split('\n').map((line) => JSON.parse(line));
    expect(envelopes.map(({ event }) => event.metadata.uid)).toEqual(UIDS);
    expect(envelopes[0]).toMatchObject({
      index: 'ai',
      sourcetype: 'sluice:ocsf:api_activity',
      time: expect.any(Number),
    });
  });

  it('waits until the events are indexed, when the token acknowledges', async () => {
    let asked = 0;
    receiver.answer = ({ path, body }) => {
      if (!path.startsWith('/services/collector/ack'))
        return { status: 200, body: '{"text":"Success","code":0,"ackId":3}' };
      expect(JSON.parse(body)).toEqual({ acks: [3] });
      asked += 1;
      return { status: 200, body: JSON.stringify({ acks: { 3: asked > 1 } }) };
    };
    expect(await send(await transport(settings({ ack: true })))).toEqual({ ok: true });
    expect(asked).toBe(2);
    const channels = receiver.requests.map(({ headers }) => headers['x-splunk-request-channel']);
    expect(new Set(channels).size).toBe(1);
  });

  it('does not count what is never indexed, or not acknowledged at all', async () => {
    receiver.answer = ({ path }) => ({
      status: 200,
      body: path.includes('/ack') ? '{"acks":{"3":false}}' : '{"ackId":3}',
    });
    expect(await send(await transport(settings({ ack: true, ackWithinSeconds: 1 })))).toMatchObject({
      kind: 'later',
      code: 'not_acknowledged',
    });
    receiver.answer = () => ({ status: 200, body: '{"code":0}' });
    expect(await send(await transport(settings({ ack: true })))).toMatchObject({ code: 'ack_not_enabled' });
  });

  it.each([
    [400, 6, 'refused'],
    [400, 7, 'later'],
    [403, 4, 'later'],
    [503, 9, 'later'],
  ])('tells events that are wrong from settings that are: %d with code %d is "%s"', async (status, code, kind) => {
    receiver.answer = () => ({ status, body: JSON.stringify({ text: TOKEN, code }) });
    expect(await send(await transport(settings()))).toMatchObject({ kind, code: `http_${status}_hec_${code}` });
  });
});

describe('Microsoft Sentinel', () => {
  const settings = () => ({
    type: 'sentinel',
    ...{ endpoint: receiver.url, ruleId: 'dcr-0123abc', stream: 'Custom-Sluice_CL', authority: receiver.url },
    ...{ directory: 'contoso.example', clientId: 'client', clientSecret: { env: 'SECRET' } },
  });
  const answerLikeAzure = (tokens: string[]) => {
    receiver.answer = ({ path, headers }) => {
      if (path === '/contoso.example/oauth2/v2.0/token') {
        return { status: 200, body: JSON.stringify({ access_token: tokens.shift(), expires_in: 3599 }) };
      }
      return { status: headers.authorization === 'Bearer good' ? 204 : 401 };
    };
  };

  it('signs in once and puts rows into the stream', async () => {
    answerLikeAzure(['good']);
    const made = await transport(settings());
    expect([await send(made), await send(made)]).toEqual([{ ok: true }, { ok: true }]);
    const [signIn, first, second] = receiver.requests;
    expect(Object.fromEntries(new URLSearchParams(signIn!.body))).toEqual({
      ...{ grant_type: 'client_credentials', client_id: 'client', client_secret: TOKEN },
      scope: 'https://monitor.azure.com//.default',
    });
    for (const request of [first!, second!]) {
      expect(request.path).toBe('/dataCollectionRules/dcr-0123abc/streams/Custom-Sluice_CL?api-version=2023-01-01');
    }
    const rows = JSON.parse(first!.body);
    expect(rows.map(({ EventUid }: { EventUid: string }) => EventUid)).toEqual(UIDS);
    expect(rows[0]).toMatchObject({ TimeGenerated: expect.stringMatching(/^\d{4}-.*Z$/), ClassUid: 6003 });
  });

  it('signs in anew when its token is not taken any more', async () => {
    answerLikeAzure(['stale', 'good']);
    const made = await transport(settings());
    expect(await send(made)).toMatchObject({ kind: 'later', code: 'http_401' });
    expect(await send(made)).toEqual({ ok: true });
  });

  it('never takes a failed sign-in for a fault of the events', async () => {
    receiver.answer = () => ({ status: 400, body: '{"error":"invalid_client"}' });
    expect(await send(await transport(settings()))).toMatchObject({ kind: 'later', code: 'sign_in_400' });
  });
});

describe('a webhook', () => {
  const check = (secret: string) => {
    const { headers, body } = receiver.requests.at(-1)!;
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    return headers['webhook-signature'] === `v1,${createHmac('sha256', secret).update(content).digest('base64')}`;
  };

  it('sends signed CloudEvents, and the same name for the same body', async () => {
    const made = await transport({ type: 'webhook', url: receiver.url, secret: { env: 'SECRET' } });
    await send(made, EVENTS.slice(0, 2));
    await send(made, EVENTS.slice(0, 1));
    expect(check(TOKEN)).toBe(true);
    const [first, , repeat] = receiver.requests;
    expect(first!.headers['content-type']).toContain('application/cloudevents+json');
    expect(JSON.parse(first!.body)).toMatchObject({ specversion: '1.0', id: UIDS[0], source: 'urn:sluice:acme' });
    expect(JSON.parse(first!.body).data).toEqual(EVENTS[0]!.event);
    expect(repeat!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    const age = Date.now() / 1000 - Number(first!.headers['webhook-timestamp']);
    expect(Math.abs(age)).toBeLessThan(300);
  });

  it('signs with Ed25519 as well, and sends several at once', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const settings = {
      type: 'webhook',
      url: receiver.url,
      secret: { env: 'SECRET' },
      signature: 'ed25519',
      batched: true,
    };
    expect(await send(await transport(settings, pem))).toEqual({ ok: true });
    const [{ headers, body }] = receiver.requests as [(typeof receiver.requests)[0]];
    const [version, signature] = String(headers['webhook-signature']).split(',');
    const content = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
    expect(version).toBe('v1a');
    expect(
      verify(
        null,
        content,
        createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
        Buffer.from(signature!, 'base64'),
      ),
    ).toBe(true);
    expect(headers['content-type']).toContain('application/cloudevents-batch+json');
    expect(JSON.parse(body)).toHaveLength(EVENTS.length);
  });
});

describe('syslog to rsyslog over TLS', () => {
  let rsyslog: Awaited<ReturnType<typeof startRsyslog>>;
  beforeAll(async () => {
    rsyslog = await startRsyslog();
  });
  afterAll(async () => {
    await rsyslog.stop();
  });
  const settings = (more: object = {}) => ({
    ...{
      type: 'syslog',
      host: 'localhost',
      port: rsyslog.port,
      hostname: 'endpoint.example',
      tls: { caFile: rsyslog.cert },
    },
    ...more,
  });

  it('arrives whole, part by part, as JSON and as CEF', async () => {
    expect(await send(await transport(settings()))).toEqual({ ok: true });
    await until('all messages', () => rsyslog.lines().length >= EVENTS.length);
    const parts = rsyslog.lines().map((line) => line.split('|'));
    expect(parts[0]!.slice(0, 5)).toEqual([
      ...['110', '2026-11-21T09:29:59.750Z', 'endpoint.example', 'sluice', 'apiActivity'],
    ]);
    const events = parts.map((part) => JSON.parse(part.slice(5).join('|')));
    expect(events.map(({ metadata }) => metadata.uid)).toEqual(UIDS);
    expect(events).toEqual(EVENTS.map(({ event }) => event));
    expect(await send(await transport(settings({ format: 'cef' })))).toEqual({ ok: true });
    await until('all messages again', () => rsyslog.lines().length >= 2 * EVENTS.length);
    expect(rsyslog.lines().at(-1)).toContain('|CEF:0|Sluice|Sluice|');
  });

  it('trusts no certificate but the one it is told of, and no other name', async () => {
    const untrusted = { kind: 'later', code: 'certificate_untrusted' };
    expect(await send(await transport(settings({ tls: {} })))).toMatchObject(untrusted);
    const other = settings({ tls: { caFile: rsyslog.cert, serverName: 'other.example' } });
    expect(await send(await transport(other))).toMatchObject(untrusted);
    const https = { type: 'otlp', url: `https://localhost:${rsyslog.port}/v1/logs` };
    expect(await send(await transport(https))).toMatchObject(untrusted);
  });

  it('says so when nobody is there', async () => {
    const refused = await transport(settings({ port: 1 }));
    expect(await send(refused)).toMatchObject({ kind: 'later', code: 'connection_refused' });
  });
});
