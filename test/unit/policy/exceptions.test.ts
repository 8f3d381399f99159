import { describe, expect, it } from 'vitest';
import { compilePolicy, parsePolicy } from '../../../lib/policy/compile.ts';
import { decide } from '../../../lib/policy/decide.ts';
import type { DecisionInput } from '../../../lib/policy/decision.ts';
import { diffPolicies } from '../../../lib/policy/diff.ts';
import type { Policy } from '../../../lib/policy/schema.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import { samplePolicy } from '../../fakes/sample-policy.ts';

const DEVICE = '7d3f8a10-34b8-4c8e-9a53-5d2f5f1f0b22';
const approver = { role: 'Payment security', person: 'Dana Ruiz' };
const granted = {
  id: 'audit',
  reason: 'The yearly audit.',
  approver,
  rules: ['card-numbers'],
  from: '2026-11-10T00:00:00Z',
  expires: '2026-12-10T00:00:00Z',
};
const emergency = {
  id: 'outage-7',
  reason: 'The approved tool is down.',
  approver,
  from: '2026-11-21T00:00:00Z',
  until: '2026-11-23T00:00:00Z',
};

function policyWith(more: object): Policy {
  const parsed = parsePolicy({ ...(samplePolicy(3) as object), ...more });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.policy;
}
const faultsOf = (more: object) => {
  const parsed = parsePolicy({ ...(samplePolicy(3) as object), ...more });
  return parsed.ok ? [] : parsed.errors.map(({ path }) => path);
};
const decided = (more: object, change: Partial<DecisionInput> = {}) =>
  decide(policyWith(more), { ...sampleFacts().input, ...change });

describe('an exception', () => {
  it('excuses from the rules it names while it is in force, and is named by them', () => {
    const decision = decided({ exceptions: [granted] });
    expect(decision).toMatchObject({ action: 'allow', wouldAction: 'allow', decisive: null, reason: 'exception' });
    expect(decision.rules).toMatchObject([{ id: 'card-numbers', exception: 'audit' }]);
    expect(decision.redact).toEqual([]);
    expect(decided({}).rules[0]).not.toHaveProperty('exception');
  });

  it.each<[string, object, Partial<DecisionInput>, string]>([
    ['before it begins', {}, { timeMs: Date.parse(granted.from) - 1 }, 'redact'],
    ['from its first moment', {}, { timeMs: Date.parse(granted.from) }, 'allow'],
    ['to its last', {}, { timeMs: Date.parse(granted.expires) - 1 }, 'allow'],
    ['at its end', {}, { timeMs: Date.parse(granted.expires) }, 'redact'],
    ['for the app it names', { app: ['chatgpt'] }, {}, 'allow'],
    ['for another app', { app: ['claude'] }, {}, 'redact'],
    ['for a group the person is in', { group: ['audit', 'finance'] }, {}, 'allow'],
    ['for other groups', { group: ['audit'] }, {}, 'redact'],
    ['for this device', { device: [DEVICE] }, { device: DEVICE }, 'allow'],
    ['for a device, on another one', { device: [DEVICE] }, { device: 'other' }, 'redact'],
    ['for a device, where none is known', { device: [DEVICE] }, {}, 'redact'],
  ])('%s', (_, scope, change, action) => {
    expect(decided({ exceptions: [{ ...granted, ...scope }] }, change).action).toBe(action);
  });

  it('does not lift what the policy asks for by default', () => {
    expect(decided({ exceptions: [granted] }, { app: 'unknown' })).toMatchObject({ action: 'warn', reason: 'default' });
  });

  it('needs rules that exist, an end after its beginning and within 90 days, and an id of its own', () => {
    expect(faultsOf({ exceptions: [{ ...granted, rules: ['no-such-rule'] }] })).toEqual(['exceptions[0].rules[0]']);
    expect(faultsOf({ exceptions: [{ ...granted, expires: granted.from }] })).toEqual(['exceptions[0].expires']);
    expect(faultsOf({ exceptions: [{ ...granted, expires: '2027-03-01T00:00:00Z' }] })).toEqual([
      'exceptions[0].expires',
    ]);
    expect(faultsOf({ exceptions: [granted, granted] })).toEqual(['exceptions[1].id']);
    expect(faultsOf({ exceptions: [{ ...granted, approver: undefined }] })).toEqual(['exceptions[0].approver']);
  });

  it('is part of what is signed', async () => {
    const [without, with_] = [samplePolicy(3), { ...(samplePolicy(3) as object), exceptions: [granted] }];
    const digests = await Promise.all([without, with_].map(compilePolicy));
    expect(new Set(digests.map((compiled) => compiled.ok && compiled.digest)).size).toBe(2);
  });
});

describe('break-glass', () => {
  it('leaves a confirmation of every rule and default while it is on, and says its name', () => {
    const decision = decided({ breakGlass: emergency }, { unreadable: ['binary'] });
    expect(decision).toMatchObject({ action: 'warn', decisive: 'card-numbers', breakGlass: 'outage-7' });
    expect(decision.choices).toContain('proceed');
  });

  it('ends by the clock', () => {
    const after = decided({ breakGlass: emergency }, { timeMs: Date.parse(emergency.until) });
    expect(after.action).toBe('redact');
    expect(after).not.toHaveProperty('breakGlass');
  });

  it('is on for a week at most', () => {
    expect(faultsOf({ breakGlass: { ...emergency, until: '2026-11-28T00:00:01Z' } })).toEqual(['breakGlass.until']);
  });
});

describe('the difference between policies', () => {
  it('is a weakening when something is granted or changed, and none when it ends', () => {
    const none = policyWith({});
    const one = policyWith({ exceptions: [granted] });
    const wider = policyWith({ exceptions: [{ ...granted, app: ['chatgpt'] }] });
    const glass = policyWith({ breakGlass: emergency });
    expect(diffPolicies(none, one).weakens).toBe(true);
    expect(diffPolicies(wider, one).weakens).toBe(true);
    expect(diffPolicies(one, none)).toMatchObject({ weakens: false, changes: [{ subject: 'exception audit' }] });
    expect(diffPolicies(none, glass)).toMatchObject({ weakens: true, changes: [{ subject: 'breakGlass' }] });
    expect(diffPolicies(glass, none).weakens).toBe(false);
    expect(diffPolicies(one, one).changes).toEqual([]);
  });
});
