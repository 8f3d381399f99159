import { describe, expect, it } from 'vitest';
import { namedGroups } from '../../../lib/policy/named-groups.ts';
import { type Condition, type Policy, policySchema } from '../../../lib/policy/schema.ts';
import { samplePolicy } from '../../fakes/sample-policy.ts';

const withRule = (when: Condition, exceptions?: Policy['exceptions']): Policy => {
  const policy = policySchema.parse(samplePolicy(1));
  return { ...policy, rules: [{ ...policy.rules[0]!, when }], ...(exceptions && { exceptions }) };
};

describe('the groups a policy speaks of', () => {
  it('are found however deep they stand, and in exceptions', () => {
    const when: Condition = {
      group: ['a'],
      all: [{ any: [{ group: ['b', 'a'] }, { not: { not: { group: ['c'] } } }] }, { app: ['chatgpt'] }],
    };
    const exception = {
      ...{ id: 'x', reason: 'r', approver: { role: 'Security', person: 'A. Person' }, rules: ['card-numbers'] },
      ...{ group: ['d'], from: '2026-11-01T00:00:00Z', expires: '2026-11-30T00:00:00Z' },
    };
    expect([...namedGroups(withRule(when, [exception]))]).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are none where it speaks of none', () => {
    expect([...namedGroups(withRule({ finding: { class: ['PCI'] } }))]).toEqual([]);
  });
});
