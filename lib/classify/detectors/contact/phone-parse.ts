import { type CountryCode, type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

/** Countries tried for a number without a country code, in order. */
const NATIONAL_SHAPES: readonly [CountryCode, RegExp][] = [
  ['US', /^1?[2-9][0-9]{2}[2-9][0-9]{6}$/],
  ['GB', /^0[1-9][0-9]{8,9}$/],
  ['FR', /^0[1-9][0-9]{8}$/],
  ['DE', /^0[1-9][0-9]{6,12}$/],
  ['IT', /^(?:0[1-9][0-9]{5,9}|3[0-9]{8,9})$/],
  ['ES', /^[6-9][0-9]{8}$/],
];

/** The country of a valid number written nationally or with `+`, else null. At most 24 characters are ever given. */
export function validCountry(written: string): string | null {
  const plus = written.replace(/^(?:00|011[- ]?)(?=[1-9])/, '+');
  const digits = written.replace(/[^0-9]/g, '');
  if (plus.startsWith('+') || plus.startsWith('(+')) return valid(plus.replace('(0)', ''), undefined);
  for (const [country, shape] of NATIONAL_SHAPES) {
    if (shape.test(digits) && valid(written, country) !== null) return country;
  }
  return null;
}

function valid(written: string, country: CountryCode | undefined): string | null {
  const options = country === undefined ? { extract: false } : { defaultCountry: country, extract: false };
  const number = parsePhoneNumberFromString(written, options, metadata as unknown as MetadataJson);
  return number?.isValid() ? (number.country ?? 'ZZ') : null;
}
