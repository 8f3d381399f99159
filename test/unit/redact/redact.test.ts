import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactText } from '../../../lib/redact/redact.ts';
import { restoreText } from '../../../lib/redact/restore.ts';
import { findTokens } from '../../../lib/redact/tokens.ts';
import { createVault } from '../../../lib/redact/vault.ts';
import { anywhere, finding, fixedBytes, separate } from './arbitrary-text.ts';

const newVault = () => createVault({ randomBytes: fixedBytes });

describe('redactText', () => {
  it('replaces values by typed tokens, the same value by the same token', () => {
    const text = 'Ada Lovelace wrote to Charles; ADA  LOVELACE signed.';
    const spans = [finding('PERSON', 0, 12), finding('PERSON', 22, 29), finding('PERSON', 31, 44)];
    const { text: redacted, tokens } = redactText(text, spans, newVault());
    expect(redacted).toMatch(/^(\[PERSON_1·[a-z2-7]{6}\]) wrote to \[PERSON_2·[a-z2-7]{6}\]; \1 signed\.$/);
    expect(tokens.map(({ start, end, token }) => redacted.slice(start, end) === token)).toEqual([true, true, true]);
  });

  it('makes one token of overlapping findings, named after the longest', () => {
    const text = 'mail ada@lovelace.example now';
    const spans = [finding('PERSON', 5, 8), finding('EMAIL_ADDRESS', 5, 25), finding('URL', 9, 25)];
    const vault = newVault();
    const { text: redacted, tokens } = redactText(text, spans, vault);
    expect(redacted).toBe(`mail ${tokens[0]?.token} now`);
    expect(tokens[0]?.token).toMatch(/^\[EMAIL_ADDRESS_1·/);
    expect(vault.valueOf(tokens[0]!.token)).toBe('ada@lovelace.example');
  });

  it('keeps touching findings apart', () => {
    expect(redactText('abcd', [finding('PERSON', 0, 2), finding('SECRET', 2, 4)], newVault()).tokens).toHaveLength(2);
  });

  it('never cuts a character in two', () => {
    const text = 'x𝔄y';
    const { text: redacted, tokens } = redactText(text, [finding('PERSON', 2, 4)], newVault());
    expect(redacted).toBe(`x${tokens[0]?.token}`);
    expect(redacted.isWellFormed()).toBe(true);
  });

  it('leaves tokens of this conversation alone and redacts around them', () => {
    const vault = newVault();
    const first = redactText('call Ada now', [finding('PERSON', 5, 8)], vault);
    const whole = finding('PERSON', 0, first.text.length);
    const second = redactText(first.text, [whole], vault);
    expect(findTokens(second.text)).toHaveLength(3);
    expect(second.text).toContain(first.tokens[0]!.token);
    expect(restoreText(second.text, vault).text).toBe('call Ada now');
  });

  it('redacts what only looks like a token', () => {
    const text = '[JOHN_DOE_1·abcdef] signed';
    const { text: redacted } = redactText(text, [finding('PERSON', 1, 9)], newVault());
    expect(redacted).not.toContain('JOHN');
  });

  it.each([
    [-1, 2],
    [0, 5],
    [3, 3],
    [3, 1],
    [0.5, 2],
    [Number.NaN, 2],
  ])('throws on the span %d..%d of a text of four', (start, end) => {
    expect(() => redactText('abcd', [finding('PERSON', start, end)], newVault())).toThrow(RangeError);
  });

  it('takes time in proportion to the text', () => {
    const vault = newVault();
    const values = Array.from({ length: 20_000 }, (_, index) => `p${index}@x.example`);
    let at = 0;
    const spans = values.map((value) => {
      const span = finding('EMAIL_ADDRESS', at, at + value.length);
      at += value.length + 1;
      return span;
    });
    const { text, tokens } = redactText(values.join(' '), spans, vault);
    expect(tokens).toHaveLength(20_000);
    const again = tokens.map(({ start, end }) => finding('PERSON', start, end));
    expect(redactText(text, again, vault).text).toBe(text);
  });
});

describe('for any text and findings', () => {
  it('no detected value survives', () => {
    fc.assert(
      fc.property(separate, ({ text, findings }) => {
        const { text: redacted, tokens } = redactText(text, findings, newVault());
        let outside = redacted;
        for (const { start, end } of [...tokens].reverse())
          outside = `${outside.slice(0, start)}\u0000${outside.slice(end)}`;
        let kept = text;
        for (const { start, end } of [...findings].reverse()) kept = `${kept.slice(0, start)}\u0000${kept.slice(end)}`;
        expect(outside).toBe(kept);
      }),
    );
  });

  it('no character of any span survives, however the spans overlap', () => {
    fc.assert(
      fc.property(anywhere, ({ text, findings }) => {
        const covered = (index: number) => findings.some(({ start, end }) => start <= index && index < end);
        const { text: redacted, tokens } = redactText(text, findings, newVault());
        const left = tokens.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), redacted);
        const free = Array.from({ length: text.length }, (_, index) => index).filter((index) => !covered(index));
        // White space that was found as a value of its own is the one thing that may stay.
        expect(left.replace(/\s/g, '').length).toBeLessThanOrEqual(
          free.filter((index) => /\S/.test(text[index]!)).length,
        );
        if (text.isWellFormed()) expect(redacted.isWellFormed()).toBe(true);
      }),
    );
  });

  it('restoring gives the text back', () => {
    fc.assert(
      fc.property(fc.oneof(separate, anywhere), ({ text, findings }) => {
        const vault = newVault();
        const { text: redacted } = redactText(text, findings, vault);
        const spelling = (value: string) => value.toLowerCase().replace(/\s+/g, '');
        expect(spelling(restoreText(redacted, vault).text)).toBe(spelling(text));
      }),
    );
  });

  it('restoring gives every character back where a value has one spelling', () => {
    fc.assert(
      fc.property(separate, ({ text, findings }) => {
        const vault = newVault();
        expect(restoreText(redactText(text, findings, vault).text, vault).text).toBe(text);
      }),
    );
  });

  it('redacting twice is redacting once', () => {
    fc.assert(
      fc.property(separate, ({ text, findings }) => {
        const vault = newVault();
        const { text: once, tokens } = redactText(text, findings, vault);
        const foundAgain = tokens.map(({ start, end }) => finding('PERSON', start, end));
        expect(redactText(once, foundAgain, vault)).toEqual({ text: once, tokens: [] });
        const inside = tokens.map(({ start, end }) => finding('SECRET', start + 1, end - 1));
        expect(redactText(once, inside, vault).text).toBe(once);
      }),
    );
  });

  it('tokens are told where they stand', () => {
    fc.assert(
      fc.property(anywhere, ({ text, findings }) => {
        const { text: redacted, tokens } = redactText(text, findings, newVault());
        for (const { start, end, token } of tokens) expect(redacted.slice(start, end)).toBe(token);
      }),
    );
  });
});
