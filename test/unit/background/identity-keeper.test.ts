import { beforeEach, describe, expect, it } from 'vitest';
import { IdentityKeeper } from '../../../lib/background/identity-keeper.ts';
import { createDigester } from '../../../lib/pipeline/digest.ts';
import { clearMeta, readMeta, writeMeta } from '../../../lib/storage/meta.ts';
import type { IdentityAnswer } from '../../../lib/sync/api.ts';
import type { NetRequest, NetResult } from '../../../lib/sync/net.ts';
import { FakeDevice } from '../../fakes/fake-device.ts';
import { answer } from '../../fakes/fake-endpoint.ts';

const ENROLMENT = {
  ...{ tenant: 'acme', endpoint: 'https://sluice.example', device: crypto.randomUUID(), kid: 'k' },
  ...{ deviceToken: 't'.repeat(43), serverKey: { kid: 's', publicKey: 'p' }, policyRootKeys: [], enrolledAt: 0 },
};
const NOW = 1_000_000;
const OFFER = { url: 'https://sluice.example/confirm', code: 'BCDF-GHJK', expiresAt: NOW + 600_000 };
const NOBODY: IdentityAnswer = { state: 'none', canSignIn: true, pending: null, subject: null };
const PENDING: IdentityAnswer = {
  ...NOBODY,
  state: 'pending',
  pending: { code: OFFER.code, expiresAt: OFFER.expiresAt },
};
const person = (changes: Partial<NonNullable<IdentityAnswer['subject']>> = {}): IdentityAnswer => ({
  ...NOBODY,
  state: changes.assurance === 'managed' ? 'none' : 'bound',
  subject: {
    ...{ assurance: 'oidc', ref: 'lusab-babad-gutih', until: NOW + 1000, since: NOW - 5, name: 'Rita Roe' },
    ...{ groups: ['payments'], ...changes },
  },
});

let device: FakeDevice;
let now: number;
let changes: number;
let wakes: number[];
let requests: NetRequest[];
let endpoint: (request: NetRequest) => NetResult | Promise<NetResult>;
/** Answers every GET, and agrees to the rest. */
const says =
  (identity: IdentityAnswer) =>
  ({ method }: NetRequest) =>
    method === 'GET' ? answer(200, identity) : method === 'POST' ? answer(200, OFFER) : answer(204, '');

async function open(managed: { user?: string; groups?: string[] } = {}) {
  return IdentityKeeper.open({
    db: device.db,
    net: async (request) => {
      requests.push(request);
      return endpoint(request);
    },
    digester: await createDigester(new Uint8Array(32).fill(3)),
    managed,
    now: () => now,
    wakeAt: (when) => void wakes.push(when),
    onChange: () => {
      changes += 1;
    },
  });
}

const stored = async () => JSON.stringify(await device.db.meta.toArray());

beforeEach(async () => {
  device = new FakeDevice();
  await writeMeta(device.db, 'enrolment', ENROLMENT);
  [now, changes, wakes, requests, endpoint] = [NOW, 0, [], [], says(NOBODY)];
});

describe('who records are about', () => {
  it('is the device alone while nobody has told, and managed where settings say', async () => {
    expect((await open()).subject).toEqual({ assurance: 'device_only' });
    expect((await open({ user: 'ann' })).subject).toEqual({ assurance: 'managed' });
    expect((await open({ user: '  ' })).subject).toEqual({ assurance: 'device_only' });
  });

  it('is the person who signed in, by pseudonym, over the end of the background, and nowhere by name', async () => {
    const keeper = await open({ groups: ['staff'] });
    endpoint = says(person());
    await keeper.refresh(ENROLMENT);
    const subject = { ref: 'lusab-babad-gutih', assurance: 'oidc' };
    expect([keeper.subject, keeper.groups, changes]).toEqual([subject, ['staff', 'payments'], 1]);
    await keeper.refresh(ENROLMENT);
    expect(changes).toBe(1);
    expect((await open()).subject).toEqual(subject);
    expect((await keeper.view()).subject).toMatchObject({ name: 'Rita Roe', since: NOW - 5 });
    expect(await stored()).not.toMatch(/Rita|Roe/);
  });

  it('stays when the endpoint is away or busy, and without its name when the period is over', async () => {
    const keeper = await open();
    endpoint = says(person());
    await keeper.refresh(ENROLMENT);
    for (const trouble of [
      { ok: false, code: 'timeout' } as const,
      answer(503, {}),
      answer(429, {}),
      answer(404, {}),
    ]) {
      endpoint = () => trouble;
      await keeper.refresh(ENROLMENT);
      expect(keeper.subject).toEqual({ ref: 'lusab-babad-gutih', assurance: 'oidc' });
    }
    endpoint = () => ({ ok: false, code: 'timeout' });
    // A background that was just started, and has never been answered.
    expect(await (await open()).view()).toMatchObject({ state: 'bound', subject: { name: null, until: NOW + 1000 } });
    now = NOW + 1000;
    expect(keeper.subject).toEqual({ assurance: 'oidc' });
    await keeper.refresh(ENROLMENT);
    expect(changes).toBe(2);
    endpoint = says(person({ ref: 'babab-babab-babab', until: NOW + 9000 }));
    await keeper.refresh(ENROLMENT);
    expect([keeper.subject, changes]).toEqual([{ ref: 'babab-babab-babab', assurance: 'oidc' }, 3]);
  });

  it.each([
    ['signed out elsewhere, or was erased', (keeper: IdentityKeeper) => keeper.refresh(ENROLMENT), says(NOBODY)],
    ['has a device that was revoked', (keeper: IdentityKeeper) => keeper.refresh(ENROLMENT), () => answer(403, {})],
    ['has a device that may not enrol again', (keeper: IdentityKeeper) => keeper.forget(), says(person())],
  ])('is the device again when the person %s', async (_, act, next) => {
    const keeper = await open();
    endpoint = says(person());
    await keeper.refresh(ENROLMENT);
    endpoint = next;
    await act(keeper);
    expect([keeper.subject, keeper.groups, changes]).toEqual([{ assurance: 'device_only' }, [], 2]);
    expect(await readMeta(device.db, 'subject')).toBeNull();
    expect((await open()).subject).toEqual({ assurance: 'device_only' });
  });
});

describe('what managed settings say', () => {
  const managed = person({ assurance: 'managed', name: 'ann@example.com', groups: [] });
  const told = () => requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);

  it('is told once, and comes back as a pseudonym', async () => {
    const keeper = await open({ user: 'Ann@example.com ' });
    endpoint = (request) => says(told().length === 0 ? NOBODY : managed)(request);
    await keeper.refresh(ENROLMENT);
    await keeper.refresh(ENROLMENT);
    expect(told()).toEqual(['{"user":"Ann@example.com"}']);
    expect(keeper.subject).toEqual({ ref: 'lusab-babad-gutih', assurance: 'managed' });
    expect(await stored()).not.toMatch(/ann@/i);
  });

  it('never lends somebody’s pseudonym to whom they name next', async () => {
    endpoint = says(managed);
    await (await open({ user: 'ann@example.com' })).refresh(ENROLMENT);
    expect((await open({ user: 'bob@example.com' })).subject).toEqual({ assurance: 'managed' });
    expect((await open()).subject).toEqual({ assurance: 'device_only' });
    // The endpoint does not take the new name: better none than the old one.
    const keeper = await open({ user: 'bob@example.com' });
    endpoint = (request) => (request.method === 'PUT' ? answer(503, {}) : says(managed)(request));
    await keeper.refresh(ENROLMENT);
    expect(keeper.subject).toEqual({ assurance: 'managed' });
    expect((await keeper.view()).subject.name).toBeNull();
  });

  it('is taken back when it is gone', async () => {
    endpoint = (request) => says(told().length === 0 ? managed : NOBODY)(request);
    await (await open()).refresh(ENROLMENT);
    expect(told()).toEqual(['{"user":null}']);
  });

  it('does not put in question who signed in', async () => {
    const keeper = await open({ user: 'ann@example.com' });
    endpoint = says(person());
    await keeper.refresh(ENROLMENT);
    expect([told(), keeper.subject.assurance]).toEqual([[], 'oidc']);
  });
});

describe('signing in', () => {
  it('shows code and page until somebody took it, and looks again by itself', async () => {
    const keeper = await open();
    endpoint = says(PENDING);
    const begun = await keeper.begin();
    expect(begun).toMatchObject({ state: 'pending', pending: { url: OFFER.url, code: OFFER.code }, fault: null });
    expect(keeper.subject).toEqual({ assurance: 'device_only' });
    expect(wakes).toEqual([NOW + 30_000]);
    expect((await keeper.view()).pending?.url).toBe(OFFER.url);
    endpoint = says(person());
    expect(await keeper.view()).toMatchObject({ state: 'bound', pending: null, subject: { assurance: 'oidc' } });
    expect(await stored()).not.toContain(OFFER.url);
  });

  it.each([
    ['unreachable', { ok: false, code: 'timeout' } as const],
    ['too_many', answer(429, {})],
    ['not_offered', answer(404, {})],
    ['unauthorised', answer(401, {})],
  ])('says why it could not begin: %s', async (fault, trouble) => {
    const keeper = await open();
    endpoint = (request) => (request.method === 'POST' ? trouble : says(NOBODY)(request));
    expect(await keeper.begin()).toMatchObject({ state: 'none', pending: null, fault });
  });

  it('needs an enrolment', async () => {
    await clearMeta(device.db, 'enrolment');
    expect(await (await open()).begin()).toMatchObject({ state: 'none', fault: 'unauthorised' });
    expect(requests).toEqual([]);
  });

  it('says that nobody took it in time', async () => {
    const keeper = await open();
    endpoint = says(PENDING);
    await keeper.begin();
    [now, endpoint] = [OFFER.expiresAt, says(NOBODY)];
    expect(await keeper.view()).toMatchObject({ state: 'none', fault: 'expired' });
  });

  it('can be given up, and signing out takes hold at once', async () => {
    const keeper = await open();
    endpoint = says(PENDING);
    await keeper.begin();
    endpoint = says(NOBODY);
    expect(await keeper.end()).toMatchObject({ state: 'none', pending: null, fault: null });
    endpoint = says(person());
    await keeper.refresh(ENROLMENT);
    // The endpoint has heard it, and cannot say so.
    endpoint = ({ method }) => (method === 'DELETE' ? answer(204, '') : { ok: false, code: 'timeout' });
    expect((await keeper.end()).state).toBe('none');
    expect(keeper.subject).toEqual({ assurance: 'device_only' });
  });

  it('does not say that somebody is signed out who is not', async () => {
    const keeper = await open();
    endpoint = says(person());
    await keeper.refresh(ENROLMENT);
    endpoint = () => ({ ok: false, code: 'timeout' });
    expect(await keeper.end()).toMatchObject({ state: 'bound', fault: 'unreachable' });
    expect(keeper.subject.assurance).toBe('oidc');
  });

  it('is not undone by an answer that was on its way', async () => {
    const keeper = await open();
    let arrive: (answer: NetResult) => void = () => undefined;
    endpoint = () => new Promise((resolve) => (arrive = resolve));
    const late = keeper.refresh(ENROLMENT);
    await expect.poll(() => requests.length).toBe(1);
    endpoint = says(NOBODY);
    const ended = keeper.end();
    arrive(answer(200, person()));
    await Promise.all([late, ended]);
    expect(keeper.subject).toEqual({ assurance: 'device_only' });
  });
});
