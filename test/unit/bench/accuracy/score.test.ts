import { describe, expect, it } from 'vitest';
import { parseCorpus } from '../../../../tools/bench/accuracy/corpus.ts';
import { redactedSpans } from '../../../../tools/bench/accuracy/redacted-spans.ts';
import { addScores, covers, f1, hides, maskScore, typeScore } from '../../../../tools/bench/accuracy/score.ts';

const entry = (text: string) => parseCorpus(`=== a\n${text}`)[0]!;

describe('maskScore', () => {
  it('counts characters of both sides, whatever their type, without space', () => {
    const one = entry('Ask ⟦PERSON|Ann Lee⟧ now');
    expect(maskScore(one, [{ type: 'LOCATION', start: 0, end: 7 }])).toEqual({
      wanted: 6,
      found: 6,
      recalled: 3,
      precise: 3,
    });
  });

  it('leaves out what may be found or not', () => {
    const one = entry('At ⟦EITHER|IBM⟧ or ⟦NOT|1234⟧');
    const found = [
      { type: 'ORGANIZATION', start: 3, end: 6 },
      { type: 'US_SSN', start: 10, end: 14 },
    ];
    expect(maskScore(one, found)).toEqual({ wanted: 0, found: 4, recalled: 0, precise: 0 });
  });
});

describe('typeScore', () => {
  const one = entry('⟦PERSON|Ann Lee⟧, PESEL ⟦NATIONAL_ID|44051401359⟧, passport ⟦PASSPORT|C01X00T47⟧');

  it('wants type and place', () => {
    expect(typeScore(one, [{ type: 'PERSON', start: 0, end: 3 }], 'PERSON').recalled).toBe(0);
    expect(typeScore(one, [{ type: 'PERSON', start: 0, end: 4 }], 'PERSON').recalled).toBe(1);
    expect(typeScore(one, [{ type: 'LOCATION', start: 0, end: 7 }], 'PERSON')).toMatchObject({ found: 0, recalled: 0 });
  });

  it('takes the fine type of a state for the coarse one of a label, once', () => {
    const found = [{ type: 'PL_PESEL', start: 15, end: 26 }];
    expect(typeScore(one, found, 'NATIONAL_ID')).toEqual({ wanted: 1, found: 1, recalled: 1, precise: 1 });
    expect(typeScore(one, found, 'PASSPORT')).toEqual({ wanted: 1, found: 0, recalled: 0, precise: 0 });
  });
});

describe('spans', () => {
  it('match by half of the longer one, and hide by half of the label', () => {
    expect(covers({ start: 0, end: 10 }, { start: 5, end: 10 })).toBe(true);
    expect(covers({ start: 0, end: 11 }, { start: 6, end: 11 })).toBe(false);
    expect(hides({ start: 0, end: 100 }, { start: 6, end: 11 })).toBe(true);
    expect(hides({ start: 0, end: 7 }, { start: 6, end: 11 })).toBe(false);
  });

  it('have an F1 from sums', () => {
    const sum = addScores(
      { wanted: 2, found: 1, recalled: 1, precise: 1 },
      { wanted: 2, found: 1, recalled: 1, precise: 1 },
    );
    expect(f1(sum)).toBeCloseTo(2 / 3);
    expect(f1({ wanted: 0, found: 0, recalled: 0, precise: 0 })).toBeNull();
  });
});

describe('redactedSpans', () => {
  const placeholders = { pattern: /<(\w+)>/g, types: { mail: 'EMAIL_ADDRESS' } };
  const found = (text: string, redacted: string) =>
    redactedSpans(text, redacted, placeholders).map(({ type, start, end }) => [type, text.slice(start, end)]);

  it('reads what the placeholders stand in for', () => {
    expect(found('a@b.c wrote to Ann', '<mail> wrote to <name>')).toEqual([
      ['EMAIL_ADDRESS', 'a@b.c'],
      ['name', 'Ann'],
    ]);
    expect(found('Mr Ann Lee, 5', 'Mr <name><name>, 5')).toEqual([['name', 'Ann Lee']]);
    expect(found('nothing', 'nothing')).toEqual([]);
    expect(found('ends with Ann', 'ends with <name>')).toEqual([['name', 'Ann']]);
  });

  it('takes no word of the text for a placeholder', () => {
    expect(found('say <name> to Ann', 'say <name> to <name>')).toEqual([['name', 'Ann']]);
  });

  it('knows nothing of what does not match', () => {
    expect(found('Ann is here', '<name> was there')).toEqual([]);
  });
});
