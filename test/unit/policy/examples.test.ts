import { describe, expect, it } from 'vitest';
import { type ClassifyText, runExamples } from '../../../lib/policy/examples.ts';
import { completeInput, decisionInputSchema } from '../../../lib/policy/input.ts';
import { replayPolicy } from '../../../lib/policy/replay.ts';
import { CARD, EMAIL, KEY, sampleInput, samplePolicy, sampleRule } from './sample-policy.ts';

const pci = { finding: { class: ['PCI' as const] } };
const classifyText: ClassifyText = (text) => ({
  findings: text.includes('4111') ? [{ ...CARD, start: 0, end: 4, evidence: [] }] : [],
  uses: text.includes('hire') ? [{ use: 'hiring', confidence: 0.9 }] : [],
});

describe('runExamples', () => {
  it('decides texts and inputs by the whole policy', () => {
    const rule = sampleRule('cards', pci, 'block', {
      examples: [
        { text: 'card 4111', expect: 'block' },
        { text: 'no card', expect: 'allow' },
        { text: 'no card', expect: 'block' },
        { input: { findings: [{ type: 'CREDIT_CARD', class: 'PCI' }] }, expect: 'block' },
        { text: 'no card', input: { unreadable: ['binary'] }, expect: 'block' },
      ],
    });
    const { results, untested } = runExamples(samplePolicy([rule]), classifyText);
    expect(results.map((result) => result.ok)).toEqual([true, true, false, true, true]);
    expect(results[2]).toMatchObject({ path: 'rules[0].examples[2]', expected: 'block', actual: 'allow', hit: false });
    expect(untested).toEqual([]);
  });

  it('holds a rule on trial to what it will do, and leaves the others on trial', () => {
    const trial = sampleRule('cards', pci, 'block', { mode: 'monitor', examples: [{ text: '4111', expect: 'block' }] });
    const use = sampleRule('hiring', { use: { in: ['hiring'] } }, 'warn', {
      examples: [{ text: 'hire 4111', expect: 'warn' }],
    });
    expect(runExamples(samplePolicy([trial, use]), classifyText).results.map((result) => result.ok)).toEqual([
      true,
      true,
    ]);
  });

  it('names rules that no example of theirs triggers', () => {
    const rule = sampleRule('cards', pci, 'block', { examples: [{ text: 'nothing', expect: 'allow' }] });
    expect(runExamples(samplePolicy([rule]), classifyText)).toMatchObject({ untested: ['cards'] });
  });
});

describe('completeInput', () => {
  it('fills in an ordinary typed prompt, which is a valid DecisionInput', () => {
    const input = completeInput({ time: '2026-05-05T05:05:05Z', groups: ['hr'] }, 1);
    expect(input).toMatchObject({ app: 'chatgpt', groups: ['hr'], timeMs: Date.parse('2026-05-05T05:05:05Z') });
    expect(decisionInputSchema.safeParse(input).success).toBe(true);
    expect(completeInput({}, 42).timeMs).toBe(42);
  });
});

describe('replayPolicy', () => {
  it('counts what would have been different', () => {
    const policy = samplePolicy([
      sampleRule('cards', pci, 'block'),
      sampleRule('pii', { finding: { class: ['PII'] } }, 'redact'),
      sampleRule('paste', { channel: ['paste'] }, 'warn'),
    ]);
    const report = replayPolicy(policy, [
      { input: sampleInput({ findings: [CARD, CARD] }), action: 'warn' },
      { input: sampleInput({ findings: [CARD], app: 'claude' }), action: 'block' },
      { input: sampleInput({ findings: [EMAIL] }), action: 'allow' },
      { input: sampleInput({ findings: [KEY] }), action: 'block' },
      { input: sampleInput({ channel: 'paste' }), action: 'allow' },
    ]);
    expect(report).toMatchObject({
      total: 5,
      unchanged: 1,
      newlyBlocked: 1,
      newlyRedacted: 1,
      newlyAllowed: 1,
      otherChanges: 1,
      byApp: [['chatgpt', 4]],
      byClass: [
        ['PCI', 1],
        ['PII', 1],
        ['SECRET', 1],
      ],
    });
    expect(report.byChange).toContainEqual(['warn -> block', 1]);
  });
});
