/** Check digit algorithms shared by identity numbers. All take compact text: digits, and capitals where letters count. */

/** What people put between the parts of a number. */
const SEPARATORS = /[\s./·:'-]+/g;

/** Capitals without separators. */
export function compact(text: string): string {
  return text.toUpperCase().replace(SEPARATORS, '');
}

/**
 * A validator of written numbers: separators and letter case do not matter, the compact number must match `form` as a
 * whole and pass `check`.
 */
export function validator(form: RegExp, check: (compacted: string) => boolean = () => true): (text: string) => boolean {
  return (text) => {
    if (text.length > 64) return false;
    const compacted = compact(text);
    return form.test(compacted) && check(compacted);
  };
}

/** Digits count as themselves, letters as A = 10 ... Z = 35. */
export function charValue(char: string | undefined): number {
  return Number.parseInt(char ?? '0', 36);
}

/** The sum of each character's value times its weight, over as many as there are weights. */
export function weigh(text: string, weights: readonly number[], from = 0): number {
  return weights.reduce((sum, weight, index) => sum + weight * charValue(text[from + index]), 0);
}

/** A decimal number of any length modulo `divisor`. */
export function modulo(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** The number a digit stands for at `index`; from the end when negative. */
export function digitAt(digits: string, index: number): number {
  return Number(digits.at(index));
}

/** ISO/IEC 7064 hybrid system, mod 11,10 or mod 37,36: the whole text with its check character. */
export function passesHybrid(text: string, modulus: 10 | 36 = 10): boolean {
  let product = modulus;
  for (const char of text.slice(0, -1)) {
    const sum = (product + charValue(char)) % modulus;
    product = ((sum === 0 ? modulus : sum) * 2) % (modulus + 1);
  }
  return (product + charValue(text.at(-1))) % modulus === 1;
}

/** ISO/IEC 7064 mod 11-2: the check character may be `X` for ten. */
export function passesMod112(text: string): boolean {
  let rest = 0;
  for (const char of text.slice(0, -1)) rest = ((rest + Number(char)) * 2) % 11;
  return (rest + (text.at(-1) === 'X' ? 10 : Number(text.at(-1)))) % 11 === 1;
}

/** The dihedral group of order ten, and the permutation by place (Verhoeff 1969). */
const DIHEDRAL = '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210';
const PERMUTATION = '01234567891576283094580379614289160435279453126870428657390127938064157046913258';

/** Verhoeff's check: detects every single wrong digit and every transposition of neighbours. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const moved = Number(PERMUTATION[(i % 8) * 10 + digitAt(digits, -1 - i)]);
    check = Number(DIHEDRAL[check * 10 + moved]);
  }
  return check === 0;
}
