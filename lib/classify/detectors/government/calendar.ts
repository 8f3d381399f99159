/** Dates of birth inside identity numbers. No clock: a date in the future is not refused. */

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the day exists, in the Gregorian calendar. */
export function isDate(year: number, month: number, day: number): boolean {
  const last = DAYS[month - 1];
  if (last === undefined || day < 1 || day > last) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** `YYMMDD` at the start of a text, the century not known: the 29th of February is taken as it comes in fours. */
export function isShortDate(digits: string): boolean {
  return isDate(2000 + Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
}

/** `YYYYMMDD` of the last and this century. */
export function isLongDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  return year >= 1880 && year <= 2099 && isDate(year, Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}

/** `DDMMYY`, as `isShortDate`. */
export function isDayFirstDate(digits: string): boolean {
  return isShortDate(digits.slice(4, 6) + digits.slice(2, 4) + digits.slice(0, 2));
}
