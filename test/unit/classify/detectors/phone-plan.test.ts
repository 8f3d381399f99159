import type { CountryCode } from 'libphonenumber-js/core';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { NO_DATA } from '../../../../lib/classify/every-table.ts';

const { phonePlans } = NO_DATA.models.tables;
const countries = Object.keys(examples) as CountryCode[];
const digitsOf = (text: string) => text.replace(/[^0-9]/g, '');

describe('numbering plans', () => {
  it.each(countries)('know a mobile number of %s in both ways of writing it, and not a longer one', (country) => {
    const number = parsePhoneNumberFromString(examples[country]!, country)!;
    expect(phonePlans.isNationalNumber(digitsOf(number.formatNational()), country)).toBe(true);
    expect(phonePlans.internationalNumber(digitsOf(number.number))).toBe('valid');
    expect(phonePlans.internationalNumber(`${digitsOf(number.number)}0000000`)).not.toBe('valid');
  });

  it('tell a code of no country', () => {
    expect(phonePlans.internationalNumber('9991234567')).toBe('none');
    expect(phonePlans.isNationalNumber('12345', 'XX')).toBe(false);
  });
});
