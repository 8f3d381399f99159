import { beforeAll, describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../lib/policy/compile.ts';
import { signEnvelope, type VerifiedPolicy } from '../../../lib/policy/envelope.ts';
import { createDeviceKey, type DeviceKey } from '../../../lib/records/sign.ts';
import type { Enrolment } from '../../../lib/sync/enrol.ts';
import { fetchPolicy, type JudgePolicy, loadPolicy, policyJudge } from '../../../lib/sync/policy-fetch.ts';
import { answer } from '../../fakes/fake-endpoint.ts';
import { FakeFleet } from '../../fakes/fake-fleet.ts';
import { samplePolicy } from '../../fakes/sample-policy.ts';

let root: DeviceKey;
let judge: JudgePolicy<VerifiedPolicy>;

beforeAll(async () => {
  root = await createDeviceKey();
  judge = policyJudge([root.publicKey], { appVersion: '0.1.0', rootKeys: 1 });
});

async function envelopeOf(version: number, key: DeviceKey = root): Promise<string> {
  const compiled = await compilePolicy(samplePolicy(version));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  return JSON.stringify(
    await signEnvelope(new TextEncoder().encode(compiled.canonical), key.privateKey, key.kid.slice(0, 16)),
  );
}

class Browser {
  readonly fleet: FakeFleet;
  readonly enrolment: Enrolment;
  current: VerifiedPolicy | null = null;

  private constructor(fleet: FakeFleet, enrolment: Enrolment) {
    this.fleet = fleet;
    this.enrolment = enrolment;
  }

  static async start(): Promise<Browser> {
    const fleet = await FakeFleet.start();
    const enrolled = await fleet.enrol();
    if (!enrolled.ok) throw new Error(enrolled.code);
    return new Browser(fleet, enrolled.enrolment);
  }

  /** Publish, fetch, and enforce what was applied. */
  async fetch(version: number | null, envelope: string | null = null) {
    const { device, endpoint } = this.fleet;
    if (version !== null) endpoint.policy = { envelope: envelope ?? (await envelopeOf(version)), etag: `"${version}"` };
    const ports = { db: device.db, net: endpoint.net, now: () => device.now, judge };
    const result = await fetchPolicy(ports, this.enrolment, this.current);
    if (result.outcome === 'applied') this.current = result.policy;
    return result;
  }

  load() {
    return loadPolicy({ db: this.fleet.device.db, judge });
  }
}

describe('fetchPolicy', () => {
  it('applies the first and every newer policy, and keeps them over a restart', async () => {
    const browser = await Browser.start();
    expect(await browser.load()).toEqual({ ok: false, code: 'none' });
    expect(await browser.fetch(1)).toMatchObject({ outcome: 'applied', policy: { version: 1 } });
    expect(await browser.fetch(2)).toMatchObject({ outcome: 'applied', policy: { version: 2 } });
    expect(await browser.load()).toMatchObject({ ok: true, policy: { version: 2 } });
  });

  it('asks only for what has changed, and notes when it was confirmed', async () => {
    const browser = await Browser.start();
    await browser.fetch(1);
    browser.fleet.device.now += 60_000;
    expect(await browser.fetch(null)).toEqual({ outcome: 'unchanged' });
    expect(browser.fleet.endpoint.requests.at(-1)!.headers).toMatchObject({ 'if-none-match': '"1"' });
    expect(await browser.load()).toMatchObject({ confirmedAt: browser.fleet.device.now });
  });

  it('asks for all of it when nothing is in force, whatever the disk says', async () => {
    const browser = await Browser.start();
    await browser.fetch(1);
    browser.current = null;
    expect(await browser.fetch(null)).toMatchObject({ outcome: 'applied' });
    expect(browser.fleet.endpoint.requests.at(-1)!.headers).not.toHaveProperty('if-none-match');
  });

  it.each([
    ['an older version', 'rollback', () => envelopeOf(1)],
    ['another key', 'unknown_key', async () => envelopeOf(3, await createDeviceKey())],
    ['a changed byte', 'bad_signature', async () => (await envelopeOf(3)).replace(/"payload":"e/, '"payload":"f')],
    ['no policy at all', 'malformed', async () => '<html>'],
  ])('keeps the last good policy against %s', async (_, code, envelope) => {
    const browser = await Browser.start();
    await browser.fetch(2);
    const confirmedAt = browser.fleet.device.now;
    browser.fleet.device.now += 60_000;
    expect(await browser.fetch(9, await envelope())).toMatchObject({ outcome: 'rejected', code });
    expect(await browser.load()).toMatchObject({ ok: true, policy: { version: 2 }, confirmedAt });
    expect(await browser.fetch(3)).toMatchObject({ outcome: 'applied' });
  });

  it.each([
    ['no network', { ok: false, code: 'timeout' } as const, 'unreachable'],
    ['a broken endpoint', answer(500, ''), 'unreachable'],
    ['a 304 that nobody asked for', answer(304, ''), 'unreachable'],
    ['no policy published', answer(404, {}), 'none'],
  ])('changes nothing after %s', async (_, trouble, outcome) => {
    const browser = await Browser.start();
    browser.fleet.endpoint.trouble = [trouble];
    expect(await browser.fetch(1)).toEqual({ outcome });
    expect(await browser.load()).toEqual({ ok: false, code: 'none' });
  });

  it('forgets a token that is not accepted', async () => {
    const browser = await Browser.start();
    browser.fleet.endpoint.trouble = [answer(403, {})];
    expect(await browser.fetch(1)).toEqual({ outcome: 'unauthorised' });
    expect(await browser.fleet.ship()).toEqual({ ok: true, state: 'not_enrolled' });
  });
});

describe('loadPolicy', () => {
  it('trusts the disk no more than the network', async () => {
    const browser = await Browser.start();
    await browser.fetch(1);
    const { db } = browser.fleet.device;
    const stored = (await db.policy.get('endpoint'))!;
    await db.policy.put({ ...stored, envelope: stored.envelope.replace(/"payload":"e/, '"payload":"f') });
    expect(await browser.load()).toEqual({ ok: false, code: 'bad_signature' });
  });
});
