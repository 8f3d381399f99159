import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PACK_PAYLOAD_TYPE, packPayload } from '../../../lib/coverage/pack-signature.ts';
import { sitePackSchema } from '../../../lib/coverage/site-pack.ts';
import { signEnvelope } from '../../../lib/policy/envelope.ts';
import { buildSiteDiscovered } from '../../../lib/records/build.ts';
import { createDeviceKey } from '../../../lib/records/sign.ts';
import type { EndpointConfig } from '../../../server/config.ts';
import { prepare } from '../../../server/prepare.ts';
import type { SignedDevice } from './signed-device.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

describe.each(DATABASES)('sites on %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  const folder = mkdtempSync(join(tmpdir(), 'sites-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
  });

  const fetchPack = (device: SignedDevice, etag?: string) =>
    endpoint.request('GET', '/v1/sites', undefined, {
      authorization: `Bearer ${device.token}`,
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    });

  /** As an endpoint that is started with this file. */
  async function startWith(version: number, root: Awaited<ReturnType<typeof createDeviceKey>>, signer = root) {
    const pack = sitePackSchema.parse({ v: 1, id: 'sites', version, apps: [] });
    const signed = await signEnvelope(packPayload(pack), signer.privateKey, signer.kid, PACK_PAYLOAD_TYPE);
    const envelope = JSON.stringify(signed);
    const sitesFile = join(folder, `${crypto.randomUUID()}.json`);
    writeFileSync(sitesFile, envelope);
    const config = {
      tenant: endpoint.tenant,
      enrolment: null,
      adminPassword: 'a long password',
      policyFile: null,
      sitesFile,
      policyRootKeys: [root.publicKey],
    } as unknown as EndpointConfig;
    const logged: string[] = [];
    const log = (_: string, code: string, fields: object = {}) => logged.push(`${code} ${JSON.stringify(fields)}`);
    await prepare(endpoint.db, config, log, endpoint.now);
    return { envelope, logged: logged.join('\n') };
  }

  it('a pack is served byte for byte to devices, and 404 before there is one', async () => {
    const [device, root] = [await endpoint.enrolled(), await createDeviceKey()];
    expect((await fetchPack(device)).status).toBe(404);
    const { envelope, logged } = await startWith(3, root);
    expect(logged).toContain('site_pack_published');
    const answer = await fetchPack(device);
    expect(await answer.text()).toBe(envelope);
    expect((await fetchPack(device, answer.headers.get('etag')!)).status).toBe(304);
    device.token = 'x'.repeat(43);
    expect((await fetchPack(device)).status).toBe(401);
  });

  it('an older pack and one with a foreign signature are refused, and the last good one stays', async () => {
    const [device, root] = [await endpoint.enrolled(), await createDeviceKey()];
    const { envelope } = await startWith(3, root);
    expect((await startWith(2, root)).logged).toContain('site_pack_refused {"reason":"rollback"');
    expect((await startWith(4, root, await createDeviceKey())).logged).toContain('"reason":"unknown_key"');
    expect(await (await fetchPack(device)).text()).toBe(envelope);
  });

  it('discovered sites are counted by domain over devices', async () => {
    const found = (host: string, times: number) => buildSiteDiscovered({ host, times, governed: false });
    const [one, two] = [await endpoint.enrolled(), await endpoint.enrolled()];
    await endpoint.send(one, [await one.next(found('app.new-ai.co.uk', 2)), await one.next(found('b.example', 1))]);
    await endpoint.send(two, [await two.next(found('www.new-ai.co.uk', 1))]);
    await endpoint.signIn();
    expect((await endpoint.get('/v1/summary')).discovered).toEqual([
      { domain: 'new-ai.co.uk', devices: 2, times: 3 },
      { domain: 'b.example', devices: 1, times: 1 },
    ]);
  });
});
