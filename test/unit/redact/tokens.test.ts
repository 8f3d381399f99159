import { describe, expect, it } from 'vitest';
import {
  beginningOfToken,
  dropTokenFindings,
  findTokens,
  formatToken,
  MAX_TOKEN_LENGTH,
} from '../../../lib/redact/tokens.ts';
import { createVault } from '../../../lib/redact/vault.ts';
import { finding, fixedBytes } from './arbitrary-text.ts';

describe('formatToken', () => {
  it.each([
    ['PERSON', '[PERSON_1·abcdef]'],
    ['US_SSN', '[US_SSN_1·abcdef]'],
    ['ipv4-address', '[IPV_ADDRESS_1·abcdef]'],
    ['', '[VALUE_1·abcdef]'],
    ['123', '[VALUE_1·abcdef]'],
  ])('%j', (type, token) => {
    expect(formatToken(type, 1, 'abcdef')).toBe(token);
  });

  it('always makes something that is found again, within the length a stream holds back', () => {
    for (const type of ['A', 'X'.repeat(200), '_A_', 'Ä', `${'A'.repeat(37)}__B`]) {
      const token = formatToken(type, 9_999_999, 'abcdefgh2345');
      expect(findTokens(`..${token}..`)).toEqual([{ start: 2, end: 2 + token.length, token }]);
      expect(token.length).toBeLessThanOrEqual(MAX_TOKEN_LENGTH);
    }
  });
});

describe('findTokens', () => {
  it('does not take digits for a type or a number: values must not hide in a token', () => {
    for (const text of [
      '[A_4111111111111111·abcdef]',
      '[AKIA2222_1·abcdef]',
      '[A_1·ABCDEF]',
      '[PERSON_0·abcdef]',
      '[PERSON_1]',
    ]) {
      expect(findTokens(text)).toEqual([]);
    }
  });
});

describe('dropTokenFindings', () => {
  const token = '[PERSON_1·abcdef]';
  const text = `Dear ${token}, it is Ada.`;

  it('drops what lies wholly inside a token and nothing else', () => {
    const inside = [finding('PERSON', 5, 5 + token.length), finding('SECRET', 15, 21)];
    const outside = [
      finding('PERSON', 0, 8),
      finding('PERSON', 20, 30),
      finding('PERSON', 30, 33),
      finding('PERSON', 0, 33),
    ];
    expect(dropTokenFindings(text, [...inside, ...outside])).toEqual(outside);
    expect(dropTokenFindings('no token', [finding('PERSON', 0, 2)])).toHaveLength(1);
  });
});

describe('beginningOfToken', () => {
  it('finds every beginning of a token at the end of a text', () => {
    const token = '[US_SSN_12·abcdef]';
    for (let length = 1; length < token.length; length++) {
      expect(beginningOfToken(`x [1] ${token.slice(0, length)}`)).toBe(6);
    }
    expect(beginningOfToken(`x ${token}`)).toBe(2 + token.length);
  });

  it('does not hold back what can never become one', () => {
    for (const text of [
      '',
      'plain',
      '[link](http',
      '[1',
      '[PERSON 1',
      '[PERSON_1]',
      '[PERSON_1·abc!',
      '[A'.padEnd(80, 'A'),
    ]) {
      expect(beginningOfToken(text)).toBe(text.length);
    }
  });
});

describe('createVault', () => {
  it('takes spellings of one value for one, by type', () => {
    const vault = createVault({ randomBytes: fixedBytes });
    const same = (type: string, ...values: string[]) =>
      new Set(values.map((value) => vault.tokenFor(type, value))).size;
    expect(
      same('CREDIT_CARD', '4111 1111 1111 1111', '4111-1111-1111-1111', '4111111111111111', '４１１１111111111111'),
    ).toBe(1);
    expect(same('IBAN_CODE', 'DE89 3704 0044 0532 0130 00', 'de89370400440532013000')).toBe(1);
    expect(same('US_SSN', '536-22-8145', '536228145')).toBe(1);
    expect(same('EMAIL_ADDRESS', 'Ada@X.example', 'ada@x.example')).toBe(1);
    expect(same('PERSON', 'Ada  Lovelace', 'ADA LOVELACE')).toBe(1);
    expect(same('SECRET', 'aBc', 'abc')).toBe(2);
    expect(same('PHONE_NUMBER', '+49 30 123', '030 123')).toBe(2);
    expect(same('CREDIT_CARD', 'four one', 'four two')).toBe(2);
  });

  it('keeps types, conversations and values apart', () => {
    const vault = createVault({ randomBytes: fixedBytes });
    expect(vault.tokenFor('PERSON', 'x')).not.toBe(vault.tokenFor('LOCATION', 'x'));
    expect(vault.tokenFor('A1', 'x')).not.toBe(vault.tokenFor('A2', 'x'));
    expect(vault.size).toBe(4);
    const other = createVault({ randomBytes: (length) => new Uint8Array(length).fill(9) });
    expect(other.valueOf(vault.tokenFor('PERSON', 'x'))).toBeUndefined();
    expect(other.tokenFor('PERSON', 'x')).not.toBe(vault.tokenFor('PERSON', 'x'));
  });

  it('is not made without randomness', () => {
    expect(() => createVault({ randomBytes: () => new Uint8Array(2) })).toThrow(RangeError);
  });
});
