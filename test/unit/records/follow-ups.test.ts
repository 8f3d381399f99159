import { describe, expect, it } from 'vitest';
import { followUps } from '../../../lib/records/build.ts';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import { HEARTBEAT } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';

const ID = '019ab3f0-0000-7000-8000-000000000001';
const { decision } = sampleFacts();
const [rule] = decision.rules;

describe('what stands behind a record', () => {
  it('is nothing when nobody went on against a rule and nobody was excused', () => {
    expect(followUps(buildDecision(sampleFacts()), ID)).toEqual([]);
    expect(followUps(HEARTBEAT, ID)).toEqual([]);
  });

  it('is an override with the rules that asked, not those that only watch', () => {
    const rules = [
      { ...rule!, action: 'warn' as const },
      { ...rule!, id: 'watched', mode: 'monitor' as const },
    ];
    const facts = { decision: { ...decision, action: 'warn' as const, rules }, userChoice: 'justify' as const };
    expect(followUps(buildDecision(sampleFacts({ ...facts, justificationCode: 'customer-asked' })), ID)).toEqual([
      {
        kind: 'override',
        decision: ID,
        choice: 'justify',
        justification_code: 'customer-asked',
        rules: ['card-numbers'],
      },
    ]);
  });

  it('is one record for each exception, and the decision names the first', () => {
    const rules = [
      { ...rule!, exception: 'audit' },
      { ...rule!, id: 'names', exception: 'audit' },
      { ...rule!, id: 'mails', exception: 'support' },
    ];
    const draft = buildDecision(sampleFacts({ decision: { ...decision, rules }, userChoice: null }));
    expect(draft.exception).toBe('audit');
    expect(followUps(draft, ID)).toEqual([
      { kind: 'exception_used', decision: ID, exception: 'audit', rules: ['card-numbers', 'names'] },
      { kind: 'exception_used', decision: ID, exception: 'support', rules: ['mails'] },
    ]);
  });
});
