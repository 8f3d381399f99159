import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countStates } from '../../../lib/records/outbox.ts';
import { readMeta } from '../../../lib/storage/meta.ts';
import { ensureIdentity, forgetEnrolment, restartChain } from '../../../lib/sync/enrol.ts';
import { answer } from '../../fakes/fake-endpoint.ts';
import { FakeFleet } from '../../fakes/fake-fleet.ts';

describe('ensureIdentity', () => {
  it('makes one key, however many ask at once, and it cannot be exported', async () => {
    const { device } = await FakeFleet.start();
    const ports = { db: device.db, locks: device.locks.locks, randomUuid: randomUUID };
    const all = await Promise.all([1, 2, 3].map(() => ensureIdentity(ports, 'acme')));
    expect(new Set(all.map(({ kid }) => kid)).size).toBe(1);
    const stored = await device.openDb().identity.get('device');
    expect(stored).toMatchObject({ kid: all[0]!.kid, epoch: 1 });
    await expect(crypto.subtle.exportKey('pkcs8', stored!.privateKey)).rejects.toThrow();
  });

  it('begins a new chain with a new key for another tenant', async () => {
    const { device } = await FakeFleet.start();
    const ports = { db: device.db, locks: device.locks.locks, randomUuid: randomUUID };
    const before = await ensureIdentity(ports, 'acme');
    const after = await ensureIdentity(ports, 'globex');
    expect(after).toMatchObject({ tenant: 'globex', epoch: 1 });
    expect([after.chain, after.device, after.kid]).not.toContain(before.chain);
    expect(after.kid).not.toBe(before.kid);
  });

  it('finds its chain again when a tenant comes back, with what had not been sent', async () => {
    const fleet = await FakeFleet.enrolled();
    const { device } = fleet;
    await fleet.write(2);
    const ports = { db: device.db, locks: device.locks.locks, randomUuid: randomUUID };
    const before = await ensureIdentity(ports, 'acme');
    expect(await countStates(device.db)).toMatchObject({ queued: 3 });
    const between = await ensureIdentity(ports, 'globex');
    // Nothing is behind for the one that is here now.
    expect(await countStates(device.db)).toMatchObject({ queued: 0 });
    expect(await ensureIdentity(ports, 'acme')).toEqual(before);
    expect(await ensureIdentity(ports, 'globex')).toEqual(between);
    await ensureIdentity(ports, 'acme');
    expect(await fleet.enrol()).toMatchObject({ ok: true, isNew: true, enrolment: { device: before.device } });
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 4 });
  });
});

describe('ensureEnrolled', () => {
  it('enrols once, keeps what it got and writes a record of it', async () => {
    const fleet = await FakeFleet.start();
    const first = await fleet.enrol();
    expect(first).toMatchObject({ ok: true, isNew: true, enrolment: { serverKey: { kid: fleet.endpoint.key.kid } } });
    expect(await fleet.enrol()).toMatchObject({ ok: true, isNew: false });
    expect(fleet.endpoint.requests).toHaveLength(1);
    const [row] = await fleet.device.rows();
    expect(row).toMatchObject({ kind: 'enrolled', seq: 1 });
  });

  it('asks once when two parts of the extension ask at the same time', async () => {
    const fleet = await FakeFleet.start();
    await Promise.all([fleet.enrol(), fleet.enrol()]);
    expect(fleet.endpoint.requests).toHaveLength(1);
  });

  it('waits after a refusal, and then tries again', async () => {
    const fleet = await FakeFleet.start();
    const until = fleet.device.now + 5_000;
    expect(await fleet.enrol({ token: 'wrong' })).toEqual({ ok: false, code: 'refused', until });
    expect(await fleet.enrol()).toEqual({ ok: false, code: 'waiting', until });
    fleet.device.now = until;
    expect(await fleet.enrol()).toMatchObject({ ok: true, isNew: true });
  });

  it.each([
    ['no network', { ok: false, code: 'unreachable' } as const, 'unreachable'],
    ['a broken endpoint', answer(502, ''), 'unreachable'],
    ['too many calls', answer(429, '', { 'retry-after': '3' }), 'unreachable'],
    ['a captive portal', answer(200, '<html>'), 'bad_response'],
  ])('keeps nothing after %s', async (_, trouble, code) => {
    const fleet = await FakeFleet.start();
    fleet.endpoint.trouble = [trouble];
    expect(await fleet.enrol()).toMatchObject({ ok: false, code });
    expect(await readMeta(fleet.device.db, 'enrolment')).toBeNull();
    expect(await fleet.device.rows()).toEqual([]);
  });

  it('believes no answer about another device', async () => {
    const fleet = await FakeFleet.start();
    const serverKey = { kid: 'k', publicKey: 'A'.repeat(43) };
    const other = { device: randomUUID(), deviceToken: 'x'.repeat(40), serverKey, policyRootKeys: [], serverTime: 1 };
    fleet.endpoint.trouble = [answer(200, other)];
    expect(await fleet.enrol()).toMatchObject({ ok: false, code: 'bad_response' });
  });

  it('sends no token to an address that is not safe', async () => {
    const fleet = await FakeFleet.start();
    expect(await fleet.enrol({ endpoint: 'http://sluice.example' })).toEqual({ ok: false, code: 'bad_endpoint' });
    expect(fleet.endpoint.requests).toEqual([]);
  });

  it('counts only when the record of it is durable', async () => {
    const fleet = await FakeFleet.start();
    const writer = { append: async () => ({ ok: false as const, code: 'quota' as const, message: '' }) };
    expect(await fleet.enrol({}, { writer })).toEqual({ ok: false, code: 'not_recorded' });
    expect(await readMeta(fleet.device.db, 'enrolment')).toBeNull();
    expect(await fleet.enrol()).toMatchObject({ ok: true, isNew: true });
  });

  it('keeps key and chain when the token is forgotten, and moves with the endpoint', async () => {
    const fleet = await FakeFleet.enrolled();
    const before = await fleet.device.db.identity.get('device');
    await forgetEnrolment(fleet.device.db);
    expect(await fleet.enrol()).toMatchObject({ ok: true, isNew: true });
    expect(await fleet.enrol({ endpoint: 'https://new.example' })).toMatchObject({ ok: true, isNew: true });
    expect((await fleet.device.db.identity.get('device'))!.kid).toBe(before!.kid);
    expect((await fleet.device.rows()).map(({ kind }) => kind)).toEqual(['enrolled', 'enrolled', 'enrolled']);
  });
});

describe('restartChain', () => {
  it('lets a profile that was restored from a backup deliver again, and says so', async () => {
    const fleet = await FakeFleet.enrolled();
    const { device } = fleet;
    await fleet.write(3);
    const backup = await device.rows();
    await fleet.write(2);
    await fleet.ship();
    await device.db.records.clear();
    await device.db.records.bulkAdd(backup);
    await device.db.meta.delete('receipt');
    expect(await fleet.ship()).toMatchObject({ ok: false, code: 'receipt_invalid', detail: 'ahead' });
    await restartChain({
      db: device.db,
      locks: device.locks.locks,
      randomUuid: randomUUID,
      now: () => device.now,
    });
    await fleet.write(1);
    expect(await fleet.ship()).toMatchObject({ ok: true, acknowledged: 2 });
    const stored = fleet.endpoint.stored.map(({ record }) => JSON.parse(record)).slice(-2);
    expect(stored).toMatchObject([
      { kind: 'gap_declared', reason: 'restored', seq: 1, of: backup[0]!.chain },
      { kind: 'heartbeat', seq: 2 },
    ]);
  });
});
