import { describe, expect, it } from 'vitest';
import { acceptPolicy, freshnessOf, STALE_AFTER_MS } from '../../../lib/policy/accept.ts';
import type { VerifiedPolicy } from '../../../lib/policy/envelope.ts';
import { type PolicySources, selectPolicy } from '../../../lib/policy/select.ts';
import { samplePolicy, sampleRule } from './sample-policy.ts';

const strict = sampleRule('cards', { finding: { class: ['PCI'] } }, 'block');

function verified(version: number, more: Partial<VerifiedPolicy> = {}, rules = [strict]): VerifiedPolicy {
  const policy = samplePolicy(rules, { version });
  return { policy, version, digest: `digest-${version}`, signers: 1, epoch: 'keys-1', ...more };
}
const context = { appVersion: '1.4.0', rootKeys: 1 };

describe('acceptPolicy', () => {
  it('takes the first policy and every higher version', () => {
    expect(acceptPolicy(null, verified(3), context)).toEqual({ keep: 'candidate', reason: 'first' });
    expect(acceptPolicy(verified(3), verified(4), context)).toEqual({ keep: 'candidate', reason: 'newer' });
  });

  it('refuses a lower version as a rollback', () => {
    expect(acceptPolicy(verified(4), verified(3), context)).toMatchObject({ keep: 'current', code: 'rollback' });
  });

  it('keeps the current one when nothing changed, and refuses another policy of the same version', () => {
    expect(acceptPolicy(verified(4), verified(4), context)).toEqual({ keep: 'current', reason: 'unchanged' });
    const other = verified(4, { digest: 'other' });
    expect(acceptPolicy(verified(4), other, context)).toMatchObject({ keep: 'current', code: 'same_version' });
  });

  it('starts counting anew when the root keys were replaced', () => {
    const rotated = verified(1, { epoch: 'keys-2' });
    expect(acceptPolicy(verified(900), rotated, context)).toEqual({ keep: 'candidate', reason: 'new_keys' });
  });

  it('refuses a policy that needs a newer extension, even as the first', () => {
    const newer = (minApp: string) => {
      const candidate = verified(5);
      return acceptPolicy(null, { ...candidate, policy: { ...candidate.policy, minApp } }, context);
    };
    expect(newer('1.10.0')).toMatchObject({ keep: 'current', code: 'app_too_old' });
    expect(newer('2.0.0')).toMatchObject({ code: 'app_too_old' });
    expect(newer('1.4.0')).toMatchObject({ keep: 'candidate' });
    expect(newer('1.3.9')).toMatchObject({ keep: 'candidate' });
  });

  it('wants two signatures for a weakening once there are two root keys', () => {
    const weaker = [sampleRule('cards', { finding: { class: ['PCI'] } }, 'warn')];
    const two = { ...context, rootKeys: 2 };
    expect(acceptPolicy(verified(1), verified(2, {}, weaker), two)).toMatchObject({ code: 'second_signature' });
    expect(acceptPolicy(verified(1), verified(2, { signers: 2 }, weaker), two).keep).toBe('candidate');
    expect(acceptPolicy(verified(1), verified(2, {}, weaker), context).keep).toBe('candidate');
    expect(acceptPolicy(verified(1, {}, weaker), verified(2), two).keep).toBe('candidate');
  });
});

describe('freshnessOf', () => {
  const policy = { expires: '2027-01-01T00:00:00Z' };
  const expires = Date.parse(policy.expires);

  it('is none without a policy and expired from the moment of expiry on', () => {
    expect(freshnessOf(null, 0, null)).toBe('none');
    expect(freshnessOf(policy, expires - 1, null)).toBe('fresh');
    expect(freshnessOf(policy, expires, expires)).toBe('expired');
  });

  it('goes stale when the endpoint has not confirmed it for a day', () => {
    const confirmed = expires - 10 * STALE_AFTER_MS;
    expect(freshnessOf(policy, confirmed + STALE_AFTER_MS, confirmed)).toBe('fresh');
    expect(freshnessOf(policy, confirmed + STALE_AFTER_MS + 1, confirmed)).toBe('stale');
    expect(freshnessOf(policy, confirmed + 2, confirmed, 1)).toBe('stale');
  });
});

describe('selectPolicy', () => {
  const [inline, remote, bundled] = [verified(1), verified(2), verified(3)];
  const source = (managed: PolicySources['managed'], endpoint: PolicySources['endpoint']) => {
    const { source: from, waiting } = selectPolicy({ managed, endpoint, bundled });
    return [from, waiting];
  };
  const off = { configured: false, held: null };
  const missing = { configured: true, held: null };

  it('takes managed before endpoint before bundled', () => {
    const both = [
      { configured: true, held: inline },
      { configured: true, held: remote },
    ] as const;
    expect(source(...both)).toEqual(['managed', false]);
    expect(source(off, both[1])).toEqual(['endpoint', false]);
    expect(source(off, off)).toEqual(['bundled', false]);
  });

  it('waits while a policy is configured and none has arrived', () => {
    expect(source(off, missing)).toEqual(['bundled', true]);
    expect(source(missing, off)).toEqual(['bundled', true]);
  });
});
