import { describe, expect, it } from 'vitest';
import type { DecisionInput } from '../../../lib/policy/decision.ts';
import { matchCondition } from '../../../lib/policy/match.ts';
import type { Condition, TimeLeaf } from '../../../lib/policy/schema.ts';
import { CARD, EMAIL, KEY, sampleInput } from './sample-policy.ts';

const holds = (condition: Condition, more: Partial<DecisionInput> = {}) =>
  matchCondition(condition, sampleInput(more)).holds;
const selected = (condition: Condition, findings: DecisionInput['findings']) => [
  ...matchCondition(condition, sampleInput({ findings })).findings,
];

describe('finding', () => {
  const findings = [EMAIL, CARD, KEY, { ...EMAIL, confidence: 0.5 }];

  it('selects by class, entity, detector and confidence', () => {
    expect(selected({ finding: {} }, findings)).toEqual([0, 1, 2, 3]);
    expect(selected({ finding: { class: ['PII', 'PCI'] } }, findings)).toEqual([0, 1, 3]);
    expect(selected({ finding: { entity: ['CREDIT_CARD'] } }, findings)).toEqual([1]);
    expect(selected({ finding: { detector: ['aws-access-token'] } }, findings)).toEqual([2]);
    expect(selected({ finding: { class: ['PII'], confidence: { gte: 0.51 } } }, findings)).toEqual([0]);
    expect(selected({ finding: { class: ['PII'], confidence: { gte: 0.5 } } }, findings)).toEqual([0, 3]);
  });

  it('leaves out excepted entities', () => {
    expect(selected({ finding: { class: ['PII', 'PCI'], except: ['EMAIL_ADDRESS'] } }, findings)).toEqual([1]);
  });

  it('counts', () => {
    expect(holds({ finding: { class: ['PII'], count: { gte: 2 } } }, { findings })).toBe(true);
    expect(holds({ finding: { class: ['PII'], count: { gte: 3 } } }, { findings })).toBe(false);
    expect(selected({ finding: { class: ['PII'], count: { gte: 3 } } }, findings)).toEqual([]);
  });

  it('does not lose a finding whose confidence is not a number', () => {
    expect(holds({ finding: { confidence: { gte: 0.9 } } }, { findings: [{ ...EMAIL, confidence: Number.NaN }] })).toBe(
      true,
    );
  });
});

describe('the other leaves', () => {
  it('compare with the input', () => {
    expect(holds({ app: ['claude', 'chatgpt'] })).toBe(true);
    expect(holds({ app: ['claude'] })).toBe(false);
    expect(holds({ channel: ['paste'] }, { channel: 'paste' })).toBe(true);
    expect(holds({ accountKind: ['corporate'] })).toBe(false);
    expect(holds({ group: ['legal'] }, { groups: ['hr', 'legal'] })).toBe(true);
    expect(holds({ group: ['legal'] })).toBe(false);
    expect(holds({ shape: ['unknown'] }, { shape: 'unknown' })).toBe(true);
    expect(holds({ coverage: ['partial', 'none'] })).toBe(false);
    expect(holds({ unreadable: ['any'] })).toBe(false);
    expect(holds({ unreadable: ['any'] }, { unreadable: ['stream'] })).toBe(true);
    expect(holds({ unreadable: ['binary'] }, { unreadable: ['stream'] })).toBe(false);
  });

  it('ask for a use with enough confidence', () => {
    const uses = [{ use: 'hiring', confidence: 0.6 }];
    expect(holds({ use: { in: ['hiring'] } }, { uses })).toBe(true);
    expect(holds({ use: { in: ['hiring'], confidence: { gte: 0.7 } } }, { uses })).toBe(false);
    expect(holds({ use: { in: ['legal-advice'] } }, { uses })).toBe(false);
  });
});

describe('all, any, not', () => {
  it('need every field of a condition', () => {
    expect(holds({ app: ['chatgpt'], channel: ['paste'] })).toBe(false);
    expect(holds({ app: ['chatgpt'], channel: ['typed'] })).toBe(true);
  });

  it('nest', () => {
    const condition: Condition = {
      all: [{ any: [{ app: ['claude'] }, { channel: ['typed'] }] }, { not: { accountKind: ['corporate'] } }],
    };
    expect(holds(condition)).toBe(true);
    expect(holds(condition, { accountKind: 'corporate' })).toBe(false);
    expect(holds(condition, { channel: 'paste' })).toBe(false);
  });

  it('select the findings of every branch that holds, and none through not', () => {
    const any: Condition = { any: [{ finding: { class: ['PII'] } }, { finding: { class: ['PCI'] } }] };
    expect(selected(any, [EMAIL, CARD, KEY])).toEqual([0, 1]);
    expect(selected({ all: [{ finding: { class: ['PII'] } }, { app: ['claude'] }] }, [EMAIL])).toEqual([]);
    expect(selected({ not: { finding: { class: ['PCI'] } } }, [EMAIL])).toEqual([]);
    expect(holds({ not: { finding: { class: ['PCI'] } } }, { findings: [EMAIL] })).toBe(true);
  });

  it('hold for nothing when empty', () => {
    expect(holds({})).toBe(false);
  });
});

describe('time', () => {
  const at = (time: TimeLeaf, utc: string) => holds({ time }, { timeMs: Date.parse(utc) });
  const office: TimeLeaf = { from: '08:00', to: '18:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'], utc: '+01:00' };

  it('includes the beginning, excludes the end, in the offset given', () => {
    expect(at(office, '2026-11-20T07:00:00Z')).toBe(true);
    expect(at(office, '2026-11-20T06:59:59Z')).toBe(false);
    expect(at(office, '2026-11-20T16:59:59Z')).toBe(true);
    expect(at(office, '2026-11-20T17:00:00Z')).toBe(false);
    expect(at(office, '2026-11-21T09:00:00Z')).toBe(false);
  });

  it('gives a window over midnight to the day it begins on', () => {
    const night: TimeLeaf = { from: '22:00', to: '06:00', days: ['fri'] };
    expect(at(night, '2026-11-20T23:00:00Z')).toBe(true);
    expect(at(night, '2026-11-21T05:59:00Z')).toBe(true);
    expect(at(night, '2026-11-21T23:00:00Z')).toBe(false);
    expect(at(night, '2026-11-20T05:00:00Z')).toBe(false);
  });

  it('works before 1970 and with negative offsets', () => {
    expect(at({ from: '00:00', to: '23:59', days: ['wed'] }, '1969-12-31T12:00:00Z')).toBe(true);
    expect(at({ from: '19:00', to: '20:00', days: ['thu'], utc: '-05:30' }, '2026-11-20T01:00:00Z')).toBe(true);
  });

  it('is the whole day when from and to are the same', () => {
    expect(at({ from: '00:00', to: '00:00', days: ['sat'] }, '2026-11-21T00:00:00Z')).toBe(true);
    expect(at({ from: '00:00', to: '00:00', days: ['sat'] }, '2026-11-22T00:00:00Z')).toBe(false);
  });
});
