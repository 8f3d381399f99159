import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../../lib/sites/codecs/base64.ts';

it('agrees with the platform, whatever the length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(toBase64(bytes)).toBe(text);
      for (const form of [text, text.replaceAll('=', ''), Buffer.from(bytes).toString('base64url')]) {
        expect([...fromBase64(form)!]).toEqual([...bytes]);
      }
    }),
  );
});

it('takes more than one piece, and line breaks', () => {
  const bytes = new Uint8Array(500_000).map((_, index) => index * 7);
  const text = Buffer.from(bytes).toString('base64');
  expect(toBase64(bytes)).toBe(text);
  expect(Buffer.from(fromBase64(text.replace(/.{76}/g, '$&\r\n'))!).equals(Buffer.from(bytes))).toBe(true);
});

it.each(['a', 'abc$', 'ab=c', 'Zm9v====', 'Zm9v!'])('is null for %s', (text) => expect(fromBase64(text)).toBeNull());
