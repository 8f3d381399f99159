import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Label } from '../../../../tools/bench/accuracy/corpus.ts';
import { factList } from '../../../../tools/bench/accuracy/figures.ts';
import { FAMILIES, readFamily, SETS } from '../../../../tools/bench/accuracy/read-sets.ts';

/** Sums written down here again, so that a wrong label is not judged by the code it is there to judge. */
const VALID: Partial<Record<Label['type'], (value: string) => boolean>> = {
  CREDIT_CARD: (value) => /^\d{12,19}$/.test(value) && luhn(value),
  IBAN_CODE: (value) =>
    /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value) && mod97(value.slice(4) + value.slice(0, 4)) === 1n,
  US_SSN: (value) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(value),
  UK_NHS: (value) => /^\d{10}$/.test(value) && weighted(value, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  US_ABA_ROUTING: (value) => /^\d{9}$/.test(value) && weighted(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  US_NPI: (value) => /^[12]\d{9}$/.test(value) && luhn(`80840${value}`),
  IMEI: (value) => /^\d{15}$/.test(value) && luhn(value),
};

const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

function luhn(digits: string): boolean {
  const values = [...digits].reverse().map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2));
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

function mod97(text: string): bigint {
  return BigInt([...text].map((one) => Number.parseInt(one, 36)).join('')) % 97n;
}

describe.each(SETS)('labelled texts, %s', (set) => {
  // Evasions are written so that nothing simple reads them.
  it.each(FAMILIES.filter((family) => family !== 'evasions'))('%s: numbers are what their labels say', (family) => {
    const wrong = readFamily(set, family).flatMap(({ id, text, labels }) =>
      labels
        .filter(({ type, start, end }) => {
          const value = text
            .slice(start, end)
            .replaceAll(/[^\p{L}\p{N}]/gu, '')
            .toUpperCase();
          return VALID[type]?.(value) === false;
        })
        .map(({ type, start, end }) => `${id}: ${type} ${text.slice(start, end)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('benign texts are as long as prompts are, and hold no label', () => {
    const texts = [...readFamily(set, 'benign-prose'), ...readFamily(set, 'benign-code')];
    expect(texts.length).toBeGreaterThanOrEqual(100);
    const wrong = texts.filter(({ text, labels }) => text.length < 400 || text.length > 2_500 || labels.length > 0);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('uses: each is named in the table of the README, has texts of its own and look-alikes', () => {
    const texts = readFamily(set, 'uses');
    const table = readFileSync(new URL('../../../corpus/README.md', import.meta.url), 'utf8');
    const named = new Set([...table.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, use]) => use!));
    expect(new Set(texts.flatMap((entry) => factList(entry, 'use')))).toEqual(named);
    expect(new Set(texts.flatMap((entry) => factList(entry, 'near')))).toEqual(named);
  });
});
