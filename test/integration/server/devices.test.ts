import { beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../../server/store/audit.ts';
import { batch, SignedDevice } from './signed-device.ts';
import { TestEndpoint, testStore } from './test-endpoint.ts';

describe('devices and their tokens', () => {
  const store = testStore('PGlite');
  let endpoint: TestEndpoint;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    await endpoint.signIn();
  });

  const enrol = async (token: string, device?: SignedDevice) => {
    const asking = device ?? (await SignedDevice.create(endpoint.tenant));
    const answer = await endpoint.request('POST', '/v1/enrol', asking.enrolRequest(token));
    const body = await answer.json();
    if (answer.status === 200) asking.token = body.deviceToken;
    return { status: answer.status, code: body.error?.code ?? null, device: asking };
  };
  const make = async (limits: object = {}) => {
    const answer = await endpoint.as('POST', '/v1/enrolment-tokens', { label: 'Sales', ...limits });
    expect(answer.status).toBe(201);
    return (await answer.json()) as { id: string; token: string };
  };
  const acts = async () =>
    (await listAudit(endpoint.db, endpoint.tenant)).map(({ act, subject }) => `${act} ${subject}`);

  it('a token is told once, counted, limited and ended', async () => {
    const { id, token } = await make({ maxUses: 2, expiresAt: endpoint.now + 60_000 });
    expect(JSON.stringify(await endpoint.db.selectFrom('enrolment_tokens').selectAll().execute())).not.toContain(token);
    const first = await enrol(token);
    expect(first.status).toBe(200);
    const { items } = await endpoint.get('/v1/enrolment-tokens');
    expect(items.find((item: { id: string }) => item.id === id)).toMatchObject({
      label: 'Sales',
      uses: 1,
      maxUses: 2,
      createdBy: 'admin',
      revokedAt: null,
    });
    expect(JSON.stringify(items)).not.toContain(token);
    expect((await endpoint.get('/v1/devices')).items).toMatchObject([{ id: first.device.device, token: id }]);
    expect((await enrol(token)).status).toBe(200);
    expect(await enrol(token)).toMatchObject({ status: 403, code: 'used_up_token' });
    const other = await make();
    expect((await endpoint.as('DELETE', `/v1/enrolment-tokens/${other.id}`)).status).toBe(204);
    expect((await endpoint.as('DELETE', `/v1/enrolment-tokens/${other.id}`)).status).toBe(404);
    expect(await enrol(other.token)).toMatchObject({ status: 401, code: 'expired_token' });
    expect(await acts()).toEqual(
      expect.arrayContaining([`token_created ${id}`, `token_created ${other.id}`, `token_revoked ${other.id}`]),
    );
  });

  it('a revoked device neither sends nor enrols, until it is let in again', async () => {
    const { token } = await make();
    const { device } = await enrol(token);
    const send = async () => {
      const answer = await endpoint.post(device, batch([await device.next()]));
      return [answer.status, (await answer.json()).error?.code ?? null];
    };
    expect(await send()).toEqual([200, null]);
    expect((await endpoint.as('POST', `/v1/devices/${device.device}/revoke`, {})).status).toBe(400);
    const why = { reason: 'Left in a train' };
    const revoked = await endpoint.as('POST', `/v1/devices/${device.device}/revoke`, why);
    const known = { at: endpoint.now, by: 'admin', why: 'Left in a train' };
    expect(await revoked.json()).toMatchObject({ id: device.device, state: 'revoked', revoked: known });
    endpoint.now += 1_000;
    const again = await endpoint.as('POST', `/v1/devices/${device.device}/revoke`, { reason: 'Another' });
    expect(await again.json()).toMatchObject({ revoked: known });
    device.head = { ...device.head };
    expect(await send()).toEqual([403, 'device_revoked']);
    expect(await enrol(token, device)).toMatchObject({ status: 403, code: 'device_revoked' });
    const restored = await endpoint.as('POST', `/v1/devices/${device.device}/restore`);
    expect(await restored.json()).toMatchObject({ state: 'active', revoked: null });
    expect(await send()).toEqual([200, null]);
    expect(await acts()).toEqual(
      expect.arrayContaining([`device_revoked ${device.device}`, `device_restored ${device.device}`]),
    );
  });

  it('of another tenant are not there', async () => {
    const { id, token } = await make();
    const { device } = await enrol(token);
    const elsewhere = await TestEndpoint.create(store());
    await elsewhere.signIn();
    expect((await elsewhere.get('/v1/devices')).items).toEqual([]);
    const reason = { reason: 'Not mine' };
    expect((await elsewhere.as('POST', `/v1/devices/${device.device}/revoke`, reason)).status).toBe(404);
    expect((await elsewhere.as('DELETE', `/v1/enrolment-tokens/${id}`)).status).toBe(404);
    expect((await endpoint.get('/v1/devices')).items).toMatchObject([{ revoked: null }]);
  });

  it('are listed in pages, each once', async () => {
    const { token } = await make();
    for (let n = 0; n < 5; n++) await enrol(token);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await endpoint.get(
        `/v1/devices?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });

  it('are found by what is known of them, and by whether they were heard of', async () => {
    const { token } = await make();
    const other = (await make({ label: 'Plant 50%' })).token;
    const { device: heard } = await enrol(token);
    const { device: silent } = await enrol(other);
    const { device: shut } = await enrol(token);
    await endpoint.as('POST', `/v1/devices/${shut.device}/revoke`, { reason: 'Sold' });
    await endpoint.send(heard, [await heard.next()]);
    endpoint.now += 23 * 3_600_000;
    await endpoint.send(heard, [await heard.next()]);
    endpoint.now += 2 * 3_600_000;
    const found = async (query: string) =>
      (await endpoint.get(`/v1/devices?${query}`)).items.map(({ id }: { id: string }) => id);
    await endpoint.signIn();
    expect(await found('state=active')).toEqual([heard.device]);
    expect(await found('state=silent')).toEqual([silent.device]);
    expect(await found('state=revoked')).toEqual([shut.device]);
    expect(await found(`q=${heard.device.slice(3, 20)}`)).toEqual([heard.device]);
    expect(await found(`q=${encodeURIComponent('50%')}`)).toEqual([silent.device]);
    expect(await found(`q=${encodeURIComponent('%')}`)).toEqual([silent.device]);
    expect(await found('q=nothing-like-it')).toEqual([]);
    expect((await endpoint.get(`/v1/devices?q=${heard.device}`)).items).toMatchObject([
      {
        state: 'active',
        chain: { epoch: 1, contiguous: 2, last: 2 },
        told: { at: endpoint.now - 2 * 3_600_000, coverage: 'full', freshness: expect.any(String), queued: 0 },
      },
    ]);
    expect((await endpoint.get(`/v1/devices?q=${silent.device}`)).items).toMatchObject([{ chain: null, told: null }]);
  });

  it.each([
    ['no label', {}],
    ['a time that has passed', { label: 'x', expiresAt: 1 }],
    ['no use at all', { label: 'x', maxUses: 0 }],
    ['a NUL character', { label: 'a\0b' }],
    ['a label of a megabyte', { label: 'x'.repeat(1_000_000) }],
  ])('no token is made with %s', async (_, body) => {
    expect([400, 413]).toContain((await endpoint.as('POST', '/v1/enrolment-tokens', body)).status);
  });
});
