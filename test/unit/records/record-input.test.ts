import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromStoredInput, toPermille, toStoredInput } from '../../../lib/records/record-input.ts';
import { MAX_FINDING_GROUPS } from '../../../lib/records/record-limits.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';

describe('toPermille', () => {
  it('never turns a no into a yes, nor a yes into a no, at any threshold in permille', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 1000 }), (confidence, t) => {
        expect(toPermille(confidence) / 1000 >= t / 1000).toBe(confidence >= t / 1000);
      }),
    );
  });

  it('keeps every whole permille exactly', () => {
    for (let pm = 0; pm <= 1000; pm++) expect(toPermille(pm / 1000)).toBe(pm);
  });
});

describe('the stored input', () => {
  it('gives back the same vector, equal findings counted', () => {
    const input = { ...sampleFacts().input, unreadable: ['stream', 'binary', 'stream'] };
    const stored = toStoredInput(input);
    expect(stored.findings.map(({ n }) => n)).toEqual([1, 2]);
    expect(fromStoredInput(stored)).toEqual({ ...input, unreadable: ['binary', 'stream', 'stream'] });
  });

  it('says how many findings did not fit, keeps the surest and is not evaluated again', () => {
    const findings = Array.from({ length: MAX_FINDING_GROUPS + 2 }, (_, index) => ({
      type: 'CUSTOM_ID',
      class: 'CUSTOM' as const,
      detector: `detector-${index}`,
      confidence: index === 0 ? 0.2 : 0.9,
    }));
    const stored = toStoredInput({ ...sampleFacts().input, findings });
    expect(stored.omitted).toBe(2);
    expect(stored.findings).not.toContainEqual(expect.objectContaining({ detector: 'detector-0' }));
    expect(fromStoredInput(stored)).toBeNull();
  });
});
