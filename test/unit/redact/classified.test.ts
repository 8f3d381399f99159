import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/classify/classify.ts';
import { DETECTORS } from '../../../lib/classify/every-detector.ts';
import { redactText } from '../../../lib/redact/redact.ts';
import { dropTokenFindings, findTokens } from '../../../lib/redact/tokens.ts';
import { createVault, type Vault } from '../../../lib/redact/vault.ts';

const EXAMPLES = DETECTORS.flatMap(({ examples }) => examples.positive).filter((text) => text.length < 400);
const JOINTS = ['\n', '\n\n', ' and ', '. Then ', '; ', ' 😀 ', '\u200b ', ' \ud800 ', ' \udc00', ' ﬁ ', ' e\u0301 '];

/** Examples of all detectors one after the other, with characters between them that shift offsets. */
const TEXT = fc
  .array(fc.tuple(fc.constantFrom(...EXAMPLES), fc.constantFrom(...JOINTS)), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.flat().join(''));

/** Further than any cue reaches: what stands in one example says nothing about another. */
const FAR = `\n\n${'and then they went on along the river until it grew dark. '.repeat(7)}\n\n`;
const APART = fc.array(fc.constantFrom(...EXAMPLES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(FAR));

const newVault = () => createVault({ randomBytes: (length) => new Uint8Array(length).fill(7) });

/** A web address gives way to the values inside it, and is one again without them: it is left as it is. */
function redactOnce(text: string, vault: Vault): string {
  const findings = classify(text).filter(({ type }) => type !== 'URL');
  return redactText(text, dropTokenFindings(text, findings), vault).text;
}

/** The text without a number of spans, each leaving a mark that belongs to no value. */
function without(text: string, spans: readonly { start: number; end: number }[]): string {
  let rest = '';
  let done = 0;
  for (const { start, end } of spans) {
    rest += `${text.slice(done, start)}\0`;
    done = end;
  }
  return rest + text.slice(done);
}

describe('what classification finds and redaction takes away', () => {
  it('is ordered, separate and inside the text, and cuts no character', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        let reached = 0;
        for (const { start, end } of classify(text)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(/^[\udc00-\udfff]/.test(text.slice(start)) && /[\ud800-\udbff]$/.test(text.slice(0, start))).toBe(
            false,
          );
          reached = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is gone: no found value is left where it was found', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const findings = classify(text);
        const redacted = redactText(text, findings, newVault()).text;
        const left = without(redacted, findTokens(redacted));
        const elsewhere = without(text, findings);
        for (const { start, end } of findings) {
          const value = text.slice(start, end);
          if (!elsewhere.includes(value)) expect(left).not.toContain(value);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves nothing to do: redacting twice is redacting once', () => {
    fc.assert(
      fc.property(APART, (text) => {
        const vault = newVault();
        const once = redactOnce(text, vault);
        expect(redactOnce(once, vault)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });

  it("comes to rest where values are each other's context, and never brings one back", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const vault = newVault();
        let redacted = text;
        for (let round = 0; round < 3; round += 1) redacted = redactOnce(redacted, vault);
        expect(redactOnce(redacted, vault)).toBe(redacted);
      }),
      { numRuns: 400 },
    );
  });
});
