/** Texts with findings in them: plain, astral and combining characters around values of several types. */
import fc from 'fast-check';
import type { Finding } from '../../../lib/classify/finding.ts';

export interface Sample {
  text: string;
  findings: Finding[];
}

const filler = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', '\n', '.', '[', ']', '_', '·', '1', 'ß', '𝔘', '👩🏽‍💻', 'é'),
  maxLength: 12,
});
const value = fc.oneof(
  fc.tuple(fc.constant('PERSON'), fc.constantFrom('Ada Lovelace', '李小龍', '𝔄lbert', 'Zoë')),
  fc.tuple(fc.constant('CREDIT_CARD'), fc.constantFrom('4111 1111 1111 1111', '5500005555555559')),
  fc.tuple(fc.constant('EMAIL_ADDRESS'), fc.constantFrom('a@b.example', 'x.y@z.example')),
  fc.tuple(fc.constant('SECRET'), fc.constantFrom('ghp_aaaaBBBBcccc', 'AKIAQ3EGRWVX')),
);

/** Values between pieces of filler, each one a finding. */
export const separate: fc.Arbitrary<Sample> = fc
  .tuple(fc.array(fc.tuple(filler, value), { maxLength: 6 }), filler)
  .map(([pieces, tail]) => {
    let text = '';
    const findings = pieces.map(([before, [type, content]]) => {
      const start = text.length + before.length;
      text += before + content;
      return finding(type, start, start + content.length);
    });
    return { text: text + tail, findings };
  });

/** Any spans of any text, overlapping and cutting through characters. */
export const anywhere: fc.Arbitrary<Sample> = fc
  .tuple(filler, value, filler)
  .map(([before, [, content], after]) => `${before}${content}${after}`)
  .chain((text) =>
    fc
      .array(
        fc.tuple(
          fc.nat(text.length - 1),
          fc.integer({ min: 1, max: text.length }),
          fc.constantFrom('PERSON', 'SECRET'),
        ),
        { maxLength: 6 },
      )
      .map((spans) => ({
        text,
        findings: spans.map(([start, length, type]) => finding(type, start, Math.min(text.length, start + length))),
      })),
  );

export function finding(type: string, start: number, end: number, confidence = 0.9): Finding {
  return { type, class: 'PII', detector: 'test', start, end, confidence, evidence: [] };
}

/** A vault whose suffix is the same every time. */
export function fixedBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index * 7);
}
