import { describe, expect, it } from 'vitest';
import { askedUses } from '../../../lib/policy/asked-uses.ts';
import type { Condition } from '../../../lib/policy/schema.ts';
import { samplePolicy, sampleRule } from './sample-policy.ts';

describe('the uses a policy asks about', () => {
  const asked = (when: Condition) => [...askedUses(samplePolicy([sampleRule('rule', when, 'warn')]))].sort();

  it('are those of its conditions, however deep', () => {
    expect(asked({ use: { in: ['credit', 'malware'] } })).toEqual(['credit', 'malware']);
    expect(asked({ all: [{ any: [{ use: { in: ['weapons'] } }] }, { not: { use: { in: ['justice'] } } }] })).toEqual([
      'justice',
      'weapons',
    ]);
  });

  it('are none when no rule speaks of uses', () => {
    expect(asked({ finding: { class: ['PCI'] } })).toEqual([]);
  });
});
