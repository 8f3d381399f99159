import { beforeEach, describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../lib/policy/compile.ts';
import { addSignature, signEnvelope, verifyEnvelope } from '../../../lib/policy/envelope.ts';
import { createDeviceKey } from '../../../lib/records/sign.ts';
import { enrolResponse } from '../../../lib/sync/api.ts';
import { hashSecret } from '../../../server/auth/secret.ts';
import { putEnrolmentToken } from '../../../server/store/enrolment.ts';
import { publishPolicy } from '../../../server/store/policies.ts';
import { samplePolicy } from '../../fakes/sample-policy.ts';
import { SignedDevice } from './signed-device.ts';
import { DATABASES, ENROLMENT_TOKEN, TestEndpoint, testStore } from './test-endpoint.ts';

describe.each(DATABASES)('enrolment and policy on %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
  });

  const enrol = (device: SignedDevice, token = ENROLMENT_TOKEN) =>
    endpoint.request('POST', '/v1/enrol', device.enrolRequest(token));
  const refusal = async (answer: Response | Promise<Response>) => {
    const response = await answer;
    return [response.status, (await response.json()).error.code];
  };
  const devices = () => endpoint.db.selectFrom('devices').selectAll().where('tenant', '=', endpoint.tenant).execute();
  const uses = async () =>
    (
      await endpoint.db.selectFrom('enrolment_tokens').select('uses').where('tenant', '=', endpoint.tenant).execute()
    ).map((row) => row.uses);

  describe('enrolment', () => {
    it('gives a token and the key of receipts, and stores neither token', async () => {
      const device = await SignedDevice.create(endpoint.tenant);
      const answer = enrolResponse.parse(await (await enrol(device)).json());
      expect(answer.device).toBe(device.device);
      expect(answer.serverTime).toBe(endpoint.now);
      const stored = JSON.stringify([
        await devices(),
        await endpoint.db.selectFrom('enrolment_tokens').selectAll().execute(),
      ]);
      expect(stored).toContain(hashSecret(answer.deviceToken));
      expect(stored).not.toContain(answer.deviceToken);
      expect(stored).not.toContain(ENROLMENT_TOKEN);
    });

    it('gives a new token to the same device with the same key, at no cost', async () => {
      const device = await endpoint.enrolled();
      const old = device.token;
      device.token = enrolResponse.parse(await (await enrol(device)).json()).deviceToken;
      expect(device.token).not.toBe(old);
      expect(await uses()).toEqual([1]);
      expect(await endpoint.send(device, [await device.next()])).toMatchObject({ accepted: 1 });
      device.token = old;
      expect(await refusal(endpoint.post(device, 'x'))).toEqual([401, 'bad_device_token']);
    });

    it('does not let another key take over a device', async () => {
      const device = await endpoint.enrolled();
      const thief = await createDeviceKey();
      const request = { ...device.enrolRequest(ENROLMENT_TOKEN), kid: thief.kid, publicKey: thief.publicKey };
      expect(await refusal(endpoint.request('POST', '/v1/enrol', request))).toEqual([409, 'device_exists']);
    });

    it.each([
      ['a wrong token', { token: 'a wrong token' }, 401, 'bad_token'],
      ["another tenant's token", { tenant: 'elsewhere' }, 401, 'bad_token'],
      ['a key id that is not the key', { kid: 'made-up' }, 400, 'malformed'],
      ['a key that is too short', { publicKey: 'AAAA' }, 400, 'malformed'],
      ['an unknown field', { more: 1 }, 400, 'malformed'],
      ['a NUL character', { os: 'lin\0ux' }, 400, 'malformed'],
      ['a device id in capitals', { device: 'AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA' }, 400, 'malformed'],
    ])('refuses %s', async (_, changes, status, code) => {
      const device = await SignedDevice.create(endpoint.tenant);
      const request = { ...device.enrolRequest(ENROLMENT_TOKEN), ...changes };
      expect(await refusal(endpoint.request('POST', '/v1/enrol', request))).toEqual([status, code]);
      expect(await devices()).toEqual([]);
    });

    it('refuses a body that is no JSON, and one that is too large', async () => {
      expect(await refusal(endpoint.request('POST', '/v1/enrol', '{'))).toEqual([400, 'malformed']);
      expect(await refusal(endpoint.request('POST', '/v1/enrol', 'x'.repeat(20_000)))).toEqual([413, 'too_large']);
    });

    it('refuses an expired token, and one that was used as often as it may, also at once', async () => {
      const { tenant, now } = endpoint;
      const limits = { maxUses: 2, expiresAt: now + 1000 };
      await putEnrolmentToken(endpoint.db, { tenant, hash: hashSecret('limited token'), ...limits }, now);
      const fleet = await Promise.all(Array.from({ length: 5 }, () => SignedDevice.create(tenant)));
      const answers = await Promise.all(fleet.map((device) => enrol(device, 'limited token')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 403, 403, 403]);
      endpoint.now += 1000;
      expect(await refusal(enrol(fleet[0]!, 'limited token'))).toEqual([401, 'expired_token']);
    });

    it('refuses a revoked device everywhere', async () => {
      const device = await endpoint.enrolled();
      await endpoint.db.updateTable('devices').set({ revoked_at: 1 }).where('device', '=', device.device).execute();
      expect(await refusal(endpoint.post(device, 'x'))).toEqual([403, 'device_revoked']);
      expect(await refusal(enrol(device))).toEqual([403, 'device_revoked']);
    });

    it('limits guessing from one address', async () => {
      const device = await SignedDevice.create(endpoint.tenant);
      for (let guess = 0; guess < 100; guess++) endpoint.deps.limits.enrol.take('local');
      const answer = await enrol(device, 'a guess');
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    });
  });

  describe('policy', () => {
    const fetchPolicy = (device: SignedDevice, etag?: string) =>
      endpoint.request('GET', '/v1/policy', undefined, {
        authorization: `Bearer ${device.token}`,
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      });
    const publish = async (version: number, root: Awaited<ReturnType<typeof createDeviceKey>>) => {
      const compiled = await compilePolicy(samplePolicy(version));
      if (!compiled.ok) throw new Error('the sample does not compile');
      const signed = await signEnvelope(new TextEncoder().encode(compiled.canonical), root.privateKey, 'root');
      const envelope = JSON.stringify(signed, null, 2);
      const verified = await verifyEnvelope(envelope, [root.publicKey]);
      if (!verified.ok) throw new Error(verified.code);
      return { envelope, result: await publishPolicy(endpoint.db, endpoint.tenant, verified, envelope, endpoint.now) };
    };

    it('is 404 before there is one, and needs a device token', async () => {
      const device = await endpoint.enrolled();
      expect(await refusal(fetchPolicy(device))).toEqual([404, 'no_policy']);
      device.token = 'x'.repeat(43);
      expect(await refusal(fetchPolicy(device))).toEqual([401, 'bad_device_token']);
    });

    it('is the envelope byte for byte, then 304 until there is a newer one', async () => {
      const [device, root] = [await endpoint.enrolled(), await createDeviceKey()];
      const { envelope } = await publish(3, root);
      const first = await fetchPolicy(device);
      expect(await first.text()).toBe(envelope);
      const etag = first.headers.get('etag')!;
      const second = await fetchPolicy(device, `"other", W/${etag}`);
      expect([second.status, await second.text()]).toEqual([304, '']);
      await publish(4, root);
      const third = await fetchPolicy(device, etag);
      expect(third.status).toBe(200);
      expect(third.headers.get('etag')).not.toBe(etag);
    });

    it('is served with a second signature once it has one, under a new ETag', async () => {
      const [device, root, second] = [await endpoint.enrolled(), await createDeviceKey(), await createDeviceKey()];
      const { envelope } = await publish(3, root);
      const etag = (await fetchPolicy(device)).headers.get('etag')!;
      const both = JSON.stringify(await addSignature(JSON.parse(envelope), second.privateKey, 'second'));
      const verified = await verifyEnvelope(both, [root.publicKey]);
      if (!verified.ok) throw new Error(verified.code);
      await publishPolicy(endpoint.db, endpoint.tenant, verified, both, endpoint.now);
      expect(await (await fetchPolicy(device, etag)).text()).toBe(both);
    });

    it('never goes back to a lower version, except under new root keys', async () => {
      const [device, root] = [await endpoint.enrolled(), await createDeviceKey()];
      const newest = await publish(4, root);
      expect((await publish(3, root)).result).toEqual({ ok: false, code: 'rollback' });
      expect((await publish(4, root)).result).toEqual({ ok: true, isNew: false });
      expect(await (await fetchPolicy(device)).text()).toBe(newest.envelope);
      const rekeyed = await publish(1, await createDeviceKey());
      expect(rekeyed.result).toEqual({ ok: true, isNew: true });
      expect(await (await fetchPolicy(device)).text()).toBe(rekeyed.envelope);
    });
  });

  it('keeps tenants apart', async () => {
    const other = await TestEndpoint.create(store());
    const device = await other.enrolled();
    await other.send(device, [await device.decision()]);
    await endpoint.signIn();
    expect((await endpoint.get('/v1/decisions')).items).toEqual([]);
    await other.signIn();
    const id = (await other.get('/v1/decisions')).items[0].id;
    expect((await endpoint.as('GET', `/v1/decisions/${id}`)).status).toBe(404);
    expect((await other.as('GET', `/v1/decisions/${id}`)).status).toBe(200);
  });
});
