/** Numbers of spreadsheet cells as the cell shows them, as far as that brings out a value: digits, masks, dates. */

/** Number formats every file has without naming them (ECMA-376 part 1, section 18.8.30): the dates among them. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system, which counts a 29 February 1900 that never was (so it is right from March 1900). */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;
const MASK = /^[0#?][0#?\- ./()]*$/;

export interface NumberStyle {
  id: number;
  /** The format's code; empty for the built-in ones. */
  code: string;
}

/** The text of a number as stored (`4.111111111111111E15`), with a date as `YYYY-MM-DD` and `000-00-0000` filled in. */
export function showNumber(stored: string, style: NumberStyle | undefined, from1904 = false): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (style !== undefined && isDate(style) && value >= 1 && value <= LAST_DAY) {
    const day = (from1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(value) * DAY_MS;
    return new Date(day).toISOString().slice(0, 10);
  }
  const digits = plainDigits(stored, value);
  const code = (style?.code ?? '').split(';')[0]!.replace(/\\(.)|"([^"]*)"/g, '$1$2');
  return MASK.test(code) && !code.includes('.') && /^\d+$/.test(digits) ? fillMask(code, digits) : digits;
}

function isDate({ id, code }: NumberStyle): boolean {
  if (DATE_FORMATS.has(id)) return true;
  const letters = code.replace(/\\.|"[^"]*"|\[[^\]]*\]/g, '');
  return /[yd]/i.test(letters) && !/general/i.test(letters);
}

/** Whole numbers without an exponent, so that the digits of a card or account number stand in a row. */
function plainDigits(stored: string, value: number): string {
  const isExact = /^-?\d+(?:\.\d+)?$/.test(stored);
  if (isExact || !Number.isInteger(value) || Math.abs(value) >= 1e40) return stored;
  return BigInt(value).toString();
}

/** Digits from the right into the places of a mask; zeros where they run out, as `0` asks. */
function fillMask(mask: string, digits: string): string {
  let rest = digits;
  let shown = '';
  for (const character of [...mask].reverse()) {
    if (!/[0#?]/.test(character)) {
      if (rest !== '' || mask.includes('0')) shown = character + shown;
      continue;
    }
    const digit = rest.at(-1) ?? (character === '0' ? '0' : '');
    rest = rest.slice(0, -1);
    shown = digit + shown;
  }
  return rest + shown;
}
