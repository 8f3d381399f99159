import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, isName, PERIODS, periodOf, toName } from '../../../../server/privacy/pseudonym.ts';

describe('a pseudonym', () => {
  it('is made of the first six bytes, as proquints are', () => {
    // 127.0.0.1 and 63.84.220.193 of the paper.
    expect(toName(Uint8Array.of(127, 0, 0, 1, 63, 84))).toBe('lusab-babad-gutih');
    expect(toName(Uint8Array.of(220, 193, 0, 0, 0, 0, 99))).toBe('tugad-babab-babab');
  });

  it('is recognised, and nothing else is', () => {
    const bytes = fc.uint8Array({ minLength: 6, maxLength: 6 });
    fc.assert(fc.property(bytes, (given) => isName(toName(given))));
    fc.assert(fc.property(bytes, bytes, (a, b) => (toName(a) === toName(b)) === (String(a) === String(b))));
    for (const text of ['', 'lusab', 'lusab-babad', 'lusab-babad-gutih-', 'Lusab-babad-gutih', 'lusab-babad-gutix']) {
      expect(isName(text)).toBe(false);
    }
  });
});

describe('a period', () => {
  it('is named by UTC, and its bounds hold all of it', () => {
    const last = Date.UTC(2026, 11, 31, 23, 59, 59, 999);
    expect(PERIODS.map((period) => periodOf(last, period))).toEqual(['2026-12', '2026-Q4', '2026']);
    expect(PERIODS.map((period) => periodOf(last + 1, period))).toEqual(['2027-01', '2027-Q1', '2027']);
    const time = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(time, fc.constantFrom(...PERIODS), (at, period) => {
        const { from, to } = boundsOf(at, period);
        const name = periodOf(at, period);
        const inside = from <= at && at < to && periodOf(from, period) === name && periodOf(to - 1, period) === name;
        return inside && periodOf(to, period) !== name && (from === 0 || periodOf(from - 1, period) !== name);
      }),
    );
  });
});
