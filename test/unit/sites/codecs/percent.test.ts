import { describe, expect, it } from 'vitest';
import { percentDecoded } from '../../../../lib/sites/codecs/percent.ts';

describe('percentDecoded', () => {
  it.each([
    ['plain', 'plain'],
    ['%34%31%31%31%20Z%C3%BCrich%e2%98%94', '4111 Zürich☔'],
    ['100% sure', '100% sure'],
    ['%', '%'],
    ['', ''],
  ])('%s', (text, read) => expect(percentDecoded(text)).toBe(read));

  it('a broken code hides nothing beside it', () => {
    expect(percentDecoded('%zz%34111%ff')).toBe('%zz4111\ufffd');
    expect(percentDecoded('%34%ff%31')).toBe('4\ufffd1');
  });
});
