import { describe, expect, it } from 'vitest';
import { compareConditions } from '../../../lib/policy/compare-conditions.ts';
import { diffPolicies } from '../../../lib/policy/diff.ts';
import type { Condition, Policy, Rule } from '../../../lib/policy/schema.ts';
import { samplePolicy, sampleRule, withChoices } from './sample-policy.ts';

const pci: Condition = { finding: { class: ['PCI'], confidence: { gte: 0.6 } } };
const cards = sampleRule('cards', pci, 'block');

function changes(before: Rule[], after: Rule[], header: Partial<Policy> = {}) {
  const { changes: list, weakens } = diffPolicies(samplePolicy(before), samplePolicy(after, header));
  return { weakens, kinds: list.map(({ kind, subject }) => `${kind} ${subject}`) };
}
const changed = (more: Partial<Rule>) => changes([cards], [{ ...cards, ...more }]);

describe('diffPolicies', () => {
  it('finds nothing between equal policies', () => {
    expect(changes([cards], [cards])).toEqual({ weakens: false, kinds: [] });
  });

  it('takes a removed rule for a weakening unless it only watched', () => {
    const other = sampleRule('other', pci, 'warn');
    expect(changes([cards, other], [other])).toEqual({ weakens: true, kinds: ['removed rule cards'] });
    expect(changes([{ ...cards, mode: 'monitor' }, other], [other]).weakens).toBe(false);
    expect(changes([other], [other, cards])).toEqual({ weakens: false, kinds: ['added rule cards'] });
  });

  it('takes a new rule that lets unreadable content by for a weakening', () => {
    const lift = sampleRule('images', { unreadable: ['binary'] }, 'allow');
    expect(changes([cards], [cards, lift]).weakens).toBe(true);
  });

  it('weighs action, mode and choices', () => {
    expect(changed(withChoices('warn', undefined))).toEqual({ weakens: true, kinds: ['weakened rule cards'] });
    expect(changed({ mode: 'monitor' })).toEqual({ weakens: true, kinds: ['weakened rule cards'] });
    expect(changes([{ ...cards, mode: 'monitor' }], [cards])).toEqual({
      weakens: false,
      kinds: ['strengthened rule cards'],
    });
    const lenient = { ...cards, ...withChoices('block', ['redact', 'edit', 'cancel']) };
    expect(changes([cards], [lenient])).toEqual({ weakens: true, kinds: ['weakened rule cards'] });
    expect(changes([lenient], [cards])).toEqual({ weakens: false, kinds: ['strengthened rule cards'] });
  });

  it('weighs conditions, the other way round for an allow rule', () => {
    const lessOften = { finding: { class: ['PCI' as const], confidence: { gte: 0.9 } } };
    expect(changed({ when: lessOften }).weakens).toBe(true);
    expect(changes([{ ...cards, when: lessOften }], [cards]).weakens).toBe(false);
    const lift = sampleRule('lift', { unreadable: ['binary'] }, 'allow');
    expect(changes([lift], [{ ...lift, when: { unreadable: ['any'] } }]).weakens).toBe(true);
    expect(changes([{ ...lift, when: { unreadable: ['any'] } }], [lift]).weakens).toBe(false);
  });

  it('takes a condition it cannot compare for a weakening', () => {
    expect(changed({ when: { finding: { class: ['PII'] } } })).toEqual({
      weakens: true,
      kinds: ['changed rule cards'],
    });
  });

  it('tells mere words from enforcement', () => {
    expect(changed({ rationale: 'Other words.', ver: 2 })).toEqual({ weakens: false, kinds: ['reworded rule cards'] });
  });

  it('weighs defaults and lists the header', () => {
    const defaults = { notEvaluable: 'warn', unknownSite: 'block', stale: 'allow', noPolicy: 'block' } as const;
    expect(changes([cards], [cards], { defaults, version: 2 })).toEqual({
      weakens: true,
      kinds: ['weakened defaults.notEvaluable', 'strengthened defaults.unknownSite', 'changed version'],
    });
  });
});

describe('compareConditions', () => {
  it.each<[string, Condition, Condition, string]>([
    ['equal', { app: ['a', 'b'] }, { app: ['b', 'a'] }, 'same'],
    ['one field more', { app: ['a'] }, { app: ['a'], channel: ['paste'] }, 'narrower'],
    ['one field less', { app: ['a'], channel: ['paste'] }, { app: ['a'] }, 'wider'],
    ['one app more', { app: ['a'] }, { app: ['a', 'b'] }, 'wider'],
    ['other apps', { app: ['a'] }, { app: ['b'] }, 'unclear'],
    ['more of one, less of the other', { app: ['a'], group: ['x', 'y'] }, { app: ['a', 'b'], group: ['x'] }, 'unclear'],
    ['inside not', { not: { app: ['a'] } }, { not: { app: ['a', 'b'] } }, 'narrower'],
    ['one any more', { any: [{ app: ['a'] }] }, { any: [{ app: ['a'] }, { app: ['b'] }] }, 'wider'],
    ['one all more', { all: [{ app: ['a'] }] }, { all: [{ app: ['a'] }, { app: ['b'] }] }, 'narrower'],
    ['inside all', { all: [{ app: ['a'] }, pci] }, { all: [{ app: ['a', 'b'] }, pci] }, 'wider'],
    ['exception added', { finding: {} }, { finding: { except: ['URL'] } }, 'narrower'],
    ['count raised', { finding: {} }, { finding: { count: { gte: 5 } } }, 'narrower'],
    ['use threshold lowered', { use: { in: ['a'], confidence: { gte: 0.9 } } }, { use: { in: ['a'] } }, 'wider'],
    ['other hours', { time: { from: '08:00', to: '09:00' } }, { time: { from: '08:00', to: '10:00' } }, 'unclear'],
    ['any instead of one reason', { unreadable: ['binary'] }, { unreadable: ['any'] }, 'wider'],
  ])('%s', (_, before, after, reach) => {
    expect(compareConditions(before, after)).toBe(reach);
  });
});
