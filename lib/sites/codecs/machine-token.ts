/**
 * Tells strings that programs write (ids, enum values, versions, time zones, timestamps) from strings that may hold what
 * a person wrote. Errs towards the person: names of several words, addresses, numbers and long mixed strings are never
 * machine tokens.
 */

const UUID = /^(?:[a-z][a-z_]{0,15}-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** `next`, `AUTO_PUNCTUATE`, `Europe/Berlin`, `text/plain`, `nameKey`: letters and joiners only. */
const WORD = /^[_A-Za-z][A-Za-z_./:-]{0,39}$/;
/** `gpt-5-2`, `client-created-root`, `v1.2`: lower case with few digits. */
const VERSIONED = /^[_a-z][a-z0-9_.:/-]{0,39}$/;
/** Indexes and switches, also as names of fields. */
const SMALL_NUMBER = /^\d{1,2}$/;
/** A place in the app's own prompt, e.g. `{{USER_NAME}}`. */
const TEMPLATE = /^\{\{[A-Z_]{1,40}\}\}$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const MOST_DIGITS = 6;

/** True for strings no person writes as a prompt, and for the empty string. */
export function isMachineToken(text: string): boolean {
  if (text.length > 64) return false;
  if (text === '' || SMALL_NUMBER.test(text) || TEMPLATE.test(text)) return true;
  return WORD.test(text) || UUID.test(text) || TIMESTAMP.test(text) || isVersioned(text);
}

function isVersioned(text: string): boolean {
  return VERSIONED.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;
}

/** True for text long enough that missing its place in a body means the body has changed its shape. */
export function isProse(text: string): boolean {
  return text.length >= 40 && /(?:\S+\s+){4}\S/.test(text.slice(0, 2000));
}
