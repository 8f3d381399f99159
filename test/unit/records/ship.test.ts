import { describe, expect, it } from 'vitest';
import { buildGap } from '../../../lib/records/build.ts';
import { createDeviceKey } from '../../../lib/records/sign.ts';
import { readMeta } from '../../../lib/storage/meta.ts';
import type { IngestResponse, Receipt } from '../../../lib/sync/api.ts';
import { answer } from '../../fakes/fake-endpoint.ts';
import { FakeFleet } from '../../fakes/fake-fleet.ts';

const ALL_QUEUED = ['queued', 'queued', 'queued'];

/** Enrolled (which writes the first record) and two records more. */
async function fleetOfThree(): Promise<FakeFleet> {
  const fleet = await FakeFleet.enrolled();
  await fleet.write(2);
  return fleet;
}

function withBody(response: IngestResponse, change: Partial<Receipt['body']>): IngestResponse {
  const { receipt } = response;
  return receipt === null ? response : { ...response, receipt: { ...receipt, body: { ...receipt.body, ...change } } };
}

describe('ship believes no receipt', () => {
  it.each<[string, string, (response: IngestResponse, fleet: FakeFleet) => IngestResponse | Promise<IngestResponse>]>([
    ['that is missing', 'missing', (response) => ({ ...response, receipt: null })],
    ['that was changed after signing', 'bad_signature', (response) => withBody(response, { ts: 1 })],
    [
      'signed by another key under the same name',
      'bad_signature',
      async (response, { endpoint }) => {
        const { head: hash, ...body } = response.receipt!.body;
        return { ...response, receipt: await endpoint.sealReceipt({ ...body, hash }, await createDeviceKey()) };
      },
    ],
    ['of another key', 'unknown_key', (response) => ({ ...response, receipt: { ...response.receipt!, kid: 'other' } })],
    ['for another tenant', 'wrong_tenant', (response, fleet) => resealed(response, fleet, { tenant: 'other' })],
    ['for another chain', 'wrong_chain', (response, fleet) => resealed(response, fleet, { chain: 'other' })],
    ['for another epoch', 'wrong_epoch', (response, fleet) => resealed(response, fleet, { epoch: 2 })],
    ['about records we never wrote', 'ahead', (response, fleet) => resealed(response, fleet, { seq: 4 })],
    ['with another head', 'head_mismatch', (response, fleet) => resealed(response, fleet, { head: 'a'.repeat(64) })],
    ['with the head of another record', 'head_mismatch', (response, fleet) => resealed(response, fleet, { seq: 2 })],
  ])('%s', async (_, detail, tamper) => {
    const fleet = await fleetOfThree();
    fleet.endpoint.tamper = (response) => tamper(response, fleet);
    expect(await fleet.ship()).toMatchObject({ ok: false, code: 'receipt_invalid', detail });
    expect(await fleet.states()).toEqual(ALL_QUEUED);
    expect(await readMeta(fleet.device.db, 'receipt')).toBeNull();
  });

  it('that holds less than the one before', async () => {
    const fleet = await fleetOfThree();
    await fleet.ship();
    await fleet.write(1);
    const early = fleet.endpoint.receipts[0]!;
    const [first] = await fleet.device.rows();
    fleet.endpoint.tamper = (response) =>
      resealed({ ...response, receipt: early }, fleet, { seq: 1, head: first!.hash });
    expect(await fleet.ship()).toMatchObject({ code: 'receipt_invalid', detail: 'behind' });
    // What the receipt does not name any more goes again.
    expect(await fleet.states()).toEqual(['acknowledged', 'queued', 'queued', 'queued']);
    fleet.endpoint.tamper = (response) => response;
    fleet.device.now += 3_600_000;
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 3 });
    expect(fleet.endpoint.stored).toHaveLength(4);
  });

  it('that holds less, with a head that is not ours: nothing is taken back', async () => {
    const fleet = await fleetOfThree();
    await fleet.ship();
    await fleet.write(1);
    const before = (await readMeta(fleet.device.db, 'receipt'))!.hash;
    fleet.endpoint.tamper = (response) => resealed(response, fleet, { seq: 1, head: 'a'.repeat(64) });
    expect(await fleet.ship()).toMatchObject({ code: 'receipt_invalid', detail: 'behind' });
    expect(await fleet.states()).toEqual(['acknowledged', 'acknowledged', 'acknowledged', 'queued']);
    expect((await readMeta(fleet.device.db, 'receipt'))!.hash).toBe(before);
  });

  it('of an endpoint that had one and has none any more: everything goes again', async () => {
    const fleet = await fleetOfThree();
    await fleet.ship();
    await fleet.write(1);
    fleet.endpoint.tamper = (response) => ({ ...response, receipt: null });
    expect(await fleet.ship()).toMatchObject({ code: 'receipt_invalid', detail: 'missing' });
    expect(await fleet.states()).toEqual(['queued', 'queued', 'queued', 'queued']);
  });
});

describe('ship', () => {
  it('delivers everything once and keeps the receipt for the next record', async () => {
    const fleet = await fleetOfThree();
    expect(await fleet.ship()).toEqual({ ok: true, state: 'shipped', acknowledged: 3, rejected: 0, more: false });
    expect(await fleet.states()).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);
    expect(await fleet.ship()).toEqual({ ok: true, state: 'idle' });
    await fleet.write(1);
    const last = JSON.parse((await fleet.device.rows()).at(-1)!.text);
    expect(last.receipt).toBe((await readMeta(fleet.device.db, 'receipt'))!.hash);
    expect(fleet.endpoint.stored.map(({ record }) => JSON.parse(record).seq)).toEqual([1, 2, 3]);
  });

  it('sends the exact bytes that were signed, packed, with the token only in its header', async () => {
    const fleet = await fleetOfThree();
    await fleet.ship();
    const request = fleet.endpoint.requests.at(-1)!;
    expect(request.url).toBe(`${fleet.endpoint.url}/v1/records`);
    expect(request.headers).toMatchObject({
      'content-encoding': 'gzip',
      authorization: expect.stringMatching(/^Bearer /),
    });
    const texts = (await fleet.device.rows()).map(({ text }) => text);
    expect(fleet.endpoint.stored.map(({ record }) => record)).toEqual(texts);
  });

  it('sends again what got lost on the way back, and the endpoint keeps one of each', async () => {
    const fleet = await fleetOfThree();
    fleet.endpoint.trouble = ['lost'];
    expect(await fleet.ship()).toMatchObject({ ok: false, code: 'unreachable' });
    expect(fleet.endpoint.stored).toHaveLength(3);
    fleet.device.now += 3_600_000;
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 3 });
    expect(fleet.endpoint.stored).toHaveLength(3);
  });

  it('goes on after a worker was killed between sending and the answer', async () => {
    const fleet = await fleetOfThree();
    const arrived = Promise.withResolvers<void>();
    // Never settles, like the calls of a worker that is gone.
    void fleet.ship({
      net: async (request) => {
        await fleet.endpoint.net(request);
        arrived.resolve();
        return new Promise(() => {});
      },
    });
    await arrived.promise;
    expect(await fleet.states()).toEqual(['sending', 'sending', 'sending']);
    expect(await fleet.ship()).toEqual({ ok: true, state: 'busy' });
    fleet.device.now += 600_000;
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 3 });
    expect(fleet.endpoint.stored).toHaveLength(3);
  });

  it('sends in batches that fit, in order', async () => {
    const fleet = await FakeFleet.enrolled();
    await fleet.write(6);
    const limits = { maxLines: 3, maxBytes: 1e6 };
    const batches = [await fleet.ship({ limits }), await fleet.ship({ limits }), await fleet.ship({ limits })];
    expect(batches).toMatchObject([
      { acknowledged: 3, more: true },
      { acknowledged: 3, more: true },
      { acknowledged: 1, more: false },
    ]);
  });

  it('never sends a dead letter again, and gets past it', async () => {
    const fleet = await FakeFleet.enrolled();
    fleet.endpoint.rejectKinds.add('gap_declared');
    await fleet.write(1, buildGap({ reason: 'storage', count: 1, since: 1 }));
    await fleet.write(1);
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 2, rejected: 1 });
    const rows = await fleet.device.rows();
    expect(rows.map(({ state, rejection }) => [state, rejection])).toEqual([
      ['acknowledged', null],
      ['rejected', 'kind'],
      ['acknowledged', null],
    ]);
    const before = fleet.endpoint.requests.length;
    expect(await fleet.ship()).toEqual({ ok: true, state: 'idle' });
    expect(fleet.endpoint.requests).toHaveLength(before);
  });

  it('takes an answer without a receipt only when nothing at all was taken', async () => {
    const fleet = await FakeFleet.enrolled();
    const dead = { accepted: 0, duplicates: 0, receipt: null, serverTime: fleet.device.now };
    const rejected = [{ line: 0, code: 'bad_schema', message: 'x' }];
    fleet.endpoint.trouble = [answer(200, { ...dead, rejected })];
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 0, rejected: 1 });
  });

  it('waits when the receipt covers nothing new', async () => {
    const fleet = await fleetOfThree();
    await fleet.ship();
    const old = fleet.endpoint.receipts.at(-1)!;
    await fleet.write(1);
    fleet.endpoint.tamper = (response) => ({ ...response, receipt: old });
    expect(await fleet.ship()).toMatchObject({ ok: false, code: 'not_advancing' });
    expect((await fleet.states()).at(-1)).toBe('queued');
    expect(await fleet.ship()).toMatchObject({ ok: true, state: 'waiting' });
  });

  it('measures how far the clocks are apart', async () => {
    const fleet = await fleetOfThree();
    fleet.endpoint.now = () => fleet.device.now - 90_000;
    await fleet.ship();
    await fleet.write(1);
    expect(JSON.parse((await fleet.device.rows()).at(-1)!.text).skew_ms).toBe(90_000);
  });
});

describe('ship in trouble', () => {
  it.each([
    ['no network', { ok: false, code: 'unreachable' } as const, 'unreachable', 5_000],
    ['a time-out', { ok: false, code: 'timeout' } as const, 'unreachable', 5_000],
    ['a broken endpoint', answer(500, 'oops'), 'unreachable', 5_000],
    ['too many calls', answer(429, '', { 'retry-after': '90' }), 'throttled', 90_000],
    ['maintenance', answer(503, '', { 'retry-after': '600' }), 'throttled', 600_000],
    ['a refused batch', answer(400, '{}'), 'refused', 5_000],
    ['a captive portal', answer(200, '<html>sign in</html>'), 'bad_response', 5_000],
    ['a field too many', answer(200, { ok: true }), 'bad_response', 5_000],
    ['a line that was not sent', answer(200, rejecting(3)), 'bad_response', 5_000],
    ['a line before the first', answer(200, rejecting(-1)), 'bad_response', 5_000],
  ])('%s: nothing is lost, and the next try waits', async (_, trouble, code, waitMs) => {
    const fleet = await fleetOfThree();
    fleet.endpoint.trouble = [trouble];
    const until = fleet.device.now + waitMs;
    expect(await fleet.ship()).toEqual({ ok: false, code, until });
    expect(await fleet.states()).toEqual(ALL_QUEUED);
    fleet.device.now = until - 1;
    expect(await fleet.ship()).toEqual({ ok: true, state: 'waiting', until });
    fleet.device.now = until;
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 3 });
  });

  it('waits longer after every failure, and from the start again after a success', async () => {
    const fleet = await fleetOfThree();
    const waits: number[] = [];
    for (let index = 0; index < 4; index++) {
      fleet.endpoint.trouble = [{ ok: false, code: 'unreachable' }];
      const result = await fleet.ship();
      if (!result.ok) waits.push(result.until - fleet.device.now);
      fleet.device.now += 3_600_000;
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000]);
    await fleet.ship();
    await fleet.write(1);
    fleet.endpoint.trouble = [{ ok: false, code: 'unreachable' }];
    expect(await fleet.ship()).toMatchObject({ until: fleet.device.now + 5_000 });
  });

  it('does not wait for a time that only a wrong clock could have set', async () => {
    const fleet = await fleetOfThree();
    fleet.endpoint.trouble = [{ ok: false, code: 'unreachable' }];
    fleet.device.now += 10 * 365 * 86_400_000;
    await fleet.ship();
    fleet.device.now -= 10 * 365 * 86_400_000;
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 3 });
  });

  it('forgets a token that is not accepted, enrols again and delivers the same chain', async () => {
    const fleet = await fleetOfThree();
    fleet.endpoint.trouble = [answer(401, {})];
    expect(await fleet.ship()).toMatchObject({ ok: false, code: 'unauthorised' });
    expect(await fleet.ship()).toEqual({ ok: true, state: 'not_enrolled' });
    expect(await fleet.enrol()).toMatchObject({ ok: true, isNew: true });
    fleet.device.now += 3_600_000;
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 4 });
  });
});

function rejecting(line: number) {
  return { accepted: 0, duplicates: 0, rejected: [{ line, code: 'x', message: 'x' }], receipt: null, serverTime: 1 };
}

/** The same receipt with another content, signed by the endpoint: a lie, not a forgery. */
async function resealed(response: IngestResponse, { endpoint }: FakeFleet, change: Partial<Receipt['body']>) {
  const { head: hash, ...body } = { ...response.receipt!.body, ...change };
  return { ...response, receipt: await endpoint.sealReceipt({ ...body, hash }) };
}
