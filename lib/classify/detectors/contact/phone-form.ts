/** How phone numbers are written: which grouping tells a phone from any other number, and which never is one. */

/** Ways of writing that are used for phone numbers and for little else, with how sure they make it. */
const TELLING: readonly [RegExp, number][] = [
  [/^(?:(?:\+?1|001)[-. ]?)?\([2-9][0-9]{2}\)[ -]?[0-9]{3}[-. ]?[0-9]{4}$/, 0.88],
  [/^(?:\+?1|001)[-. ][2-9][0-9]{2}([-. ])[0-9]{3}\1[0-9]{4}$/, 0.88],
  [/^[2-9][0-9]{2}([-.])[0-9]{3}\1[0-9]{4}$/, 0.86],
  [/^[2-9][0-9]{2}[-.][2-9][0-9]{6}$/, 0.6],
  [/^[2-9][0-9]{2} [2-9][0-9]{2}[ -][0-9]{4}$/, 0.52],
  [/^[01][0-9]{2}-[0-9]{3}-[0-9]{4}$/, 0.65],
  [/^\(0[0-9]{1,5}\)[ -]?[0-9]{2,5}(?:[ -]?[0-9]{2,5}){0,3}$/, 0.86],
  [/^0[1-9]([ .-])[0-9]{2}(?:\1[0-9]{2}){3}$/, 0.86],
  [/^0[1-9][0-9]{1,2} [0-9]{3} [0-9]{2} [0-9]{2}$/, 0.86],
  // Brazil, Mexico, Argentina: area code in brackets.
  [/^\([1-9][0-9]\) ?9?[0-9]{4}[- ][0-9]{4}$/, 0.86],
  // Russia and its neighbours.
  [/^8[ -]?\([3-9][0-9]{2}\)[ -]?[0-9]{3}[- ][0-9]{2}[- ][0-9]{2}$/, 0.88],
  // Freephone and shared cost.
  [/^0[89][0-9]{2}[ /-][0-9]{2,3}[ -]?[0-9]{3,6}$/, 0.7],
  [/^1[38]00 [0-9]{3} [0-9]{3}$/, 0.7],
  [/^0[1-9][0-9]{0,3} [0-9]{3,5} [0-9]{3,4}$/, 0.75],
  [/^07[0-9]{3} ?[0-9]{6}$/, 0.75],
  [/^06-[0-9]{8}$/, 0.8],
  [/^01[5-7][0-9][ /-][0-9]{7,8}$/, 0.75],
  [/^0[1-9][0-9]{1,3}(?: ?\/ ?| |-)[0-9]{5,8}$/, 0.6],
  [/^0[1-9][-/][0-9]{6,8}$/, 0.55],
  [/^0[1-9][0-9]{1,3}\.[0-9]{5,8}$/, 0.55],
  [/^0[1-9][0-9]{0,3}(?: ?\/ ?| |-)[0-9]{2,4}(?:[ -][0-9]{2,4}){0,2}[ -][0-9]{1,4}$/, 0.65],
];

const DATE_LIKE =
  /^(?:(?:19|20)[0-9]{2}[-./ ][0-9]{1,2}[-./ ][0-9]{1,2}|[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)?[0-9]{2})(?![0-9]|[-./][0-9])/;
const HOLDS_DATE = /(?:^|[^0-9])(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9])/;
const IP_LIKE = /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/;
const CARD_LIKE = /^[1-9][0-9]{3}([ -])[0-9]{4}\1[0-9]{4}/;
const SSN_LIKE = /^[0-9]{3}-[0-9]{2}-[0-9]{4}$/;
const YEARS = /^(?:(?:19|20)[0-9]{2}[ .\-/]{1,3}){1,3}(?:(?:19|20)[0-9]{2}|[0-9]{1,3})$/;
const ZIP_LIKE = /^[0-9]{5}-[0-9]{4}$/;
const ISBN_LIKE = /^97[89][- ]/;
/** `1.234.567,00`, `1 234 567`: thousands. */
const THOUSANDS = /^[1-9][0-9]{0,2}(?:([ .])[0-9]{3}(?:\1[0-9]{3}){1,3})$/;
/** `5322/2822`, `1000000`: counts and pairs of them. */
const ROUND = /^(?:[1-9][0-9]*0{5,}|[1-9][0-9]*\/[0-9]+)$/;
const PLUS_DECIMAL = /^\+ ?[0-9]+\.[0-9]{1,2}$/;
const DECIMAL = /^(?!0[1-9])(?:[0-9]{1,12}\.[0-9]{5,}|[0-9]{4,9}\.[0-9]{1,3})$/;

/** `4.023438 3`, `0 1.980469`: places in a drawing. */
const PLACES = /^[0-9]{1,3}\.[0-9]{4,} [0-9]{1,3}$|^[0-9]{1,2} [0-9]{1,3}\.[0-9]{5,}$/;

/** True for what has the form of a date, an address, a card or a code rather than of a phone number. */
export function isOtherForm(written: string): boolean {
  if (written.includes('..') || HOLDS_DATE.test(written) || written.split('(').length !== written.split(')').length)
    return true;
  return [
    DATE_LIKE,
    IP_LIKE,
    CARD_LIKE,
    SSN_LIKE,
    YEARS,
    ZIP_LIKE,
    ISBN_LIKE,
    DECIMAL,
    PLUS_DECIMAL,
    ROUND,
    PLACES,
  ].some((form) => form.test(written));
}

export function isThousands(written: string): boolean {
  return THOUSANDS.test(written);
}

/** How much the grouping alone speaks for a phone number, 0 to 1. */
export function formConfidence(written: string): number {
  for (const [pattern, confidence] of TELLING) if (pattern.test(written)) return confidence;
  return 0;
}
