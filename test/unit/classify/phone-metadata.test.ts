import fc from 'fast-check';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { withoutFormats } from '../../../lib/classify/every-table.ts';

const slim = withoutFormats(metadata as never) as typeof metadata;
const countries = Object.keys(examples) as CountryCode[];

function verdict(text: string, country: CountryCode, table: typeof metadata) {
  const parsed = parsePhoneNumberFromString(text, country, table);
  return parsed && [parsed.number, parsed.country, parsed.isValid(), parsed.isPossible()];
}

describe('phone rules without formatting', () => {
  it('are much smaller', () => {
    expect(JSON.stringify(slim).length).toBeLessThan(JSON.stringify(metadata).length / 2);
  });

  it.each(countries)('judge numbers of %s as before', (country) => {
    const number = examples[country]!;
    for (const text of [number, number.slice(1), `0${number}`, `${number}7`, number.replace(/.$/, '0')]) {
      expect(verdict(text, country, slim)).toEqual(verdict(text, country, metadata));
    }
  });

  it('judge any digits as before', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9]{5,15}$/), fc.constantFrom(...countries), (text, country) => {
        expect(verdict(text, country, slim)).toEqual(verdict(text, country, metadata));
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuse a table they do not know', () => {
    expect(() => withoutFormats({ version: 5, country_calling_codes: {}, countries: {} })).toThrow('version 5');
  });
});
