import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskValue } from '../../../lib/redact/mask.ts';

describe('maskValue', () => {
  it.each([
    ['CREDIT_CARD', '4111 1111 1111 1111', '•••• 1111'],
    ['CREDIT_CARD', '378282246310005', '•••• 0005'],
    ['CREDIT_CARD', '1234', '•••• 4'],
    ['EMAIL_ADDRESS', 'jane.doe@firm.example', 'j•••@…'],
    ['EMAIL_ADDRESS', 'é', '•••@…'],
    ['PERSON', 'Jane Doe', 'J••• D•••'],
    ['PERSON', 'Bo Li', 'B••• •••'],
    ['PERSON', '𝔄da 𝔅yron', '𝔄••• 𝔅•••'],
    ['IBAN_CODE', 'DE89 3704 0044 0532 0130 00', 'DE•• •••• 00'],
    ['US_SSN', '536-22-8145', '•••• 45'],
    ['PHONE_NUMBER', '+49 30 901820', '•••• 20'],
    ['SECRET', 'AKIAQ3EGRWVXUNTBL2KD', 'AKIA••••••'],
    ['SECRET', 'sk-proj-abcdefghijklmnop', 'sk-••••••'],
    ['SECRET', 'github_pat_11AAAAAAA0abcdefghijkl', 'gith••••••'],
    ['SECRET', 'correct horse battery', '••••••'],
    ['IP_ADDRESS', '203.0.113.7', '2•••'],
    ['CUSTOM_THING', '', '•••'],
  ])('%s %s', (type, value, masked) => {
    expect(maskValue(type, value)).toBe(masked);
  });

  it('shows at most a third of any value', () => {
    const types = [
      'CREDIT_CARD',
      'EMAIL_ADDRESS',
      'PERSON',
      'IBAN_CODE',
      'US_SSN',
      'PHONE_NUMBER',
      'SECRET',
      'LOCATION',
      'X',
    ];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9 +-]{1,24}$/),
      fc.stringMatching(/^(AKIA|sk-|ghp_)?\w*$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...types), value, (type, text) => {
        const shown = Array.from(maskValue(type, text).replaceAll('@…', '')).filter((c) => c !== '•' && !/\s/u.test(c));
        expect(shown.length).toBeLessThanOrEqual(Math.floor(Array.from(text.trim()).length / 3));
        expect(shown.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('says nothing about the length of a secret', () => {
    expect(maskValue('SECRET', `sk-${'a'.repeat(20)}`)).toBe(maskValue('SECRET', `sk-${'b'.repeat(60)}`));
  });
});
