// Certificates of device keys, with the real device code: given, renewed, replaced, revoked, and what is refused without.
import { beforeEach, describe, expect, it } from 'vitest';
import { toCanonical } from '../../../lib/records/canonical.ts';
import { certificateFault } from '../../../lib/records/check-certificate.ts';
import { ship } from '../../../lib/records/ship.ts';
import { createDeviceKey, sign, verify } from '../../../lib/records/sign.ts';
import { readMeta } from '../../../lib/storage/meta.ts';
import { revocationList } from '../../../lib/sync/api.ts';
import { ensureCertificate } from '../../../lib/sync/certificate.ts';
import { ensureEnrolled } from '../../../lib/sync/enrol.ts';
import { rotateIfDue } from '../../../lib/sync/rotate-key.ts';
import { HEARTBEAT } from '../../fakes/fake-device.ts';
import { Browser } from '../../tampers/browser.ts';
import { exported } from '../../tampers/pack.ts';
import { verifyBoth } from '../../tampers/run.ts';
import { batch } from './signed-device.ts';
import { DATABASES, ENROLMENT_TOKEN, TestEndpoint, testStore } from './test-endpoint.ts';

const DAY_MS = 24 * 60 * 60_000;

describe.each(DATABASES)('certificates of device keys, on %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  let browser: Browser;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    browser = await Browser.enrolled(endpoint);
  });

  const held = async () => (await readMeta(browser.device.db, 'certificate'))?.certificate ?? null;
  const enrolment = async () => (await readMeta(browser.device.db, 'enrolment'))!;
  const renew = async () => ensureCertificate(browser.ports, await enrolment());
  const enrolAgain = () =>
    ensureEnrolled(browser.ports, { endpoint: 'http://localhost', tenant: endpoint.tenant, token: ENROLMENT_TOKEN });
  const pass = async (days: number) => {
    endpoint.now += days * DAY_MS;
    browser.device.now = endpoint.now;
    await endpoint.signIn();
  };
  const write = (count = 1) => Promise.all(Array.from({ length: count }, () => browser.write(HEARTBEAT)));
  const id = async () => (await enrolment()).device;
  const listed = async () => (await endpoint.get(`/v1/devices/${await id()}/certificates`)).items;
  const proven = async () => {
    await endpoint.signIn();
    const { publicKey } = await endpoint.deps.signerOf(endpoint.tenant);
    const { first, second } = await verifyBoth(await exported(endpoint), publicKey);
    expect(second).toEqual(first);
    expect(first.faults).toEqual([]);
    return first;
  };

  it('come with enrolment, are signed by the endpoint, and are acts in the log', async () => {
    const own = (await held())!;
    const { device, kid, serverKey, tenant } = await enrolment();
    expect(await certificateFault(own, { serverKey, tenant, device, kid })).toBeNull();
    expect(own.body).toMatchObject({ assurance: 'enrolment_token', kid });
    expect(own.body.notAfter - endpoint.now).toBe(90 * DAY_MS);
    await write(2);
    await browser.ship();
    const { checked, limits } = await proven();
    expect(checked.certificates).toBe(1);
    expect(limits.join('\n')).not.toMatch(/certif/);
  });

  it('are asked for once, renewed a month later, and what was taken under the old one stays proven', async () => {
    const [first] = [await held()];
    expect(await renew()).toBe('kept');
    await write();
    await browser.ship();
    await pass(31);
    expect(await renew()).toBe('renewed');
    const second = (await held())!;
    expect(second.body.serial).not.toBe(first!.body.serial);
    // An answer that was lost costs no second certificate.
    await browser.device.db.meta.put({ key: 'certificate', value: { certificate: first } });
    expect(await renew()).toBe('renewed');
    expect((await held())!.body.serial).toBe(second.body.serial);
    await pass(70);
    await write();
    await browser.ship();
    expect((await listed()).map(({ state }: { state: string }) => state)).toEqual(['ended', 'valid']);
    expect((await proven()).checked.certificates).toBe(2);
  });

  it('that have ended let nothing in; the device enrols again by itself and delivers all of it', async () => {
    await write(2);
    await pass(91);
    expect(await ship(browser.ports)).toMatchObject({ ok: false, code: 'certificate_expired' });
    expect(await endpoint.records()).toEqual([]);
    // Without a token of the organisation there is no other.
    expect(await held()).toBeNull();
    expect(await enrolAgain()).toMatchObject({ ok: true, isNew: true });
    await browser.device.db.meta.delete('backoff.records');
    await browser.ship();
    expect((await endpoint.records()).map(({ kind }) => kind)).toEqual([
      'enrolled',
      'heartbeat',
      'heartbeat',
      'enrolled',
    ]);
    await proven();
  });

  it('cannot be renewed by a bearer token alone, nor for another key', async () => {
    const { tenant, device, deviceToken } = await enrolment();
    const other = await createDeviceKey();
    const ask = async (key: { kid: string }, signer: CryptoKey) => {
      const body = { v: 1, type: 'sluice.certificate-request', tenant, device, kid: key.kid, serial: null };
      const canonical = toCanonical(body);
      if (!canonical.ok) throw new Error(canonical.code);
      const sent = { body, kid: key.kid, sig: await sign(signer, canonical.bytes) };
      const answer = await endpoint.request('POST', '/v1/certificate', sent, {
        authorization: `Bearer ${deviceToken}`,
      });
      return [answer.status, (await answer.json()).error?.code];
    };
    const { kid, privateKey } = (await browser.device.db.identity.get('device'))!;
    expect(await ask({ kid }, other.privateKey)).toEqual([403, 'bad_signature']);
    expect(await ask(other, other.privateKey)).toEqual([409, 'certificate_other_key']);
    expect(await ask({ kid }, privateKey)).toEqual([200, undefined]);
  });

  it('are replaced when the key is, and the old key’s is for another key from then on', async () => {
    const before = (await held())!;
    await pass(10);
    expect(await rotateIfDue(browser.ports, { enrolledAt: browser.enrolledAt }, { rotateAfterDays: 7 })).toBe(true);
    // The endpoint has not heard of the new key yet.
    expect(await renew()).toBe('later');
    await write();
    await browser.ship();
    expect(await renew()).toBe('renewed');
    const after = (await held())!;
    expect(after.body).toMatchObject({ assurance: 'previous_key' });
    expect(after.body.kid).not.toBe(before.body.kid);
    await write();
    await browser.ship();
    await proven();
    const headers = {
      authorization: `Bearer ${(await enrolment()).deviceToken}`,
      'x-sluice-certificate': before.body.serial,
    };
    const answer = await endpoint.request('POST', '/v1/records', batch(['{}']), headers);
    expect([answer.status, (await answer.json()).error.code]).toEqual([403, 'certificate_other_key']);
  });

  it('that were revoked let nothing in and are not replaced, until an admin lets the device in again', async () => {
    await endpoint.signIn();
    const { serial } = (await held())!.body;
    const revoked = await endpoint.as('POST', `/v1/certificates/${serial}/revoke`, { reason: 'the laptop is lost' });
    expect(await revoked.json()).toMatchObject({
      state: 'revoked',
      revoked: { by: 'admin', why: 'the laptop is lost' },
    });
    await write();
    expect(await ship(browser.ports)).toMatchObject({ ok: false, code: 'certificate_revoked' });
    await pass(31);
    expect(await renew()).toBe('certificate_revoked');
    await browser.device.db.meta.delete('enrolment');
    expect(await enrolAgain()).toMatchObject({ ok: false, code: 'certificate_revoked' });
    expect(await endpoint.records()).toEqual([]);
    const list = revocationList.parse(await endpoint.get('/v1/certificates/revoked'));
    expect(list.body.revoked).toMatchObject([{ serial }]);
    const canonical = toCanonical(list.body);
    const { publicKey } = await endpoint.deps.signerOf(endpoint.tenant);
    expect(canonical.ok && (await verify(publicKey, list.sig, canonical.bytes))).toBe(true);
    const [{ id: device }] = (await endpoint.get('/v1/devices')).items;
    expect((await endpoint.get(`/v1/devices/${device}`)).certificate).toBe('revoked');
    expect((await endpoint.as('POST', `/v1/devices/${device}/restore`)).status).toBe(200);
    browser.device.now += DAY_MS;
    expect(await enrolAgain()).toMatchObject({ ok: true });
    await browser.device.db.meta.delete('backoff.records');
    await browser.ship();
    expect(
      (await listed()).map(({ state, assurance }: { state: string; assurance: string }) => [state, assurance]),
    ).toEqual([
      ['revoked', 'enrolment_token'],
      ['valid', 'admin'],
    ]);
    await proven();
    // Once is enough.
    expect((await endpoint.as('POST', `/v1/certificates/${serial}/revoke`, { reason: 'again' })).status).toBe(404);
  });

  it('are given to devices that came before there were any, when they next send', async () => {
    await write();
    await browser.ship();
    await endpoint.db.deleteFrom('device_certificates').where('tenant', '=', endpoint.tenant).execute();
    await endpoint.db
      .deleteFrom('audit')
      .where('tenant', '=', endpoint.tenant)
      .where('act', '=', 'device_certified')
      .execute();
    const none = { certificate: null, certified_until: null };
    await endpoint.db.updateTable('devices').set(none).where('tenant', '=', endpoint.tenant).execute();
    await browser.device.db.meta.delete('certificate');
    await pass(1);
    await write();
    await browser.ship();
    expect(await renew()).toBe('renewed');
    expect((await listed()).map(({ state }: { state: string }) => state)).toEqual(['valid']);
    expect((await proven()).limits.join('\n')).toMatch(/2 records were taken before its device had a certificate/);
  });

  it.each([
    ['of nobody', '00000000-0000-4000-8000-000000000000', 403, 'certificate_unknown'],
    ['that is no serial', "' or true --", 400, 'malformed'],
  ])('let nothing in under one %s', async (_, serial, status, code) => {
    const { deviceToken } = await enrolment();
    const headers = { authorization: `Bearer ${deviceToken}`, 'x-sluice-certificate': serial };
    const answer = await endpoint.request('POST', '/v1/records', batch(['{}']), headers);
    expect([answer.status, (await answer.json()).error.code]).toEqual([status, code]);
  });
});
