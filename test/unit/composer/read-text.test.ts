import { describe, expect, it } from 'vitest';
import { comparable } from '../../../lib/composer/read-text.ts';

describe('comparable', () => {
  it('takes two texts as one that differ in what editors do to spaces and ends', () => {
    expect(comparable('a\u00a0b \r\nc\n\n')).toBe(comparable('a b\nc'));
  });

  it('keeps every other difference', () => {
    expect(comparable('a b')).not.toBe(comparable('a  b'));
    expect(comparable('a\n\nb')).not.toBe(comparable('a\nb'));
    expect(comparable(' a')).not.toBe(comparable('a'));
    expect(comparable('A')).not.toBe(comparable('a'));
  });
});
