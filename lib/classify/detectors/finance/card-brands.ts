/** Issuer ranges of payment cards, from the schemes' public rules: first digits (inclusive, same length) and lengths. */
interface Brand {
  name: string;
  from: string;
  to: string;
  lengths: readonly number[];
}

const LONG = [16, 17, 18, 19];

const BRANDS: readonly Brand[] = [
  { name: 'elo', from: '636368', to: '636368', lengths: [16] },
  { name: 'elo', from: '636297', to: '636297', lengths: [16] },
  { name: 'elo', from: '627780', to: '627780', lengths: [16] },
  { name: 'elo', from: '506699', to: '506778', lengths: [16] },
  { name: 'elo', from: '509000', to: '509999', lengths: [16] },
  { name: 'hipercard', from: '606282', to: '606282', lengths: [16, 19] },
  { name: 'verve', from: '506099', to: '506198', lengths: [16, 18, 19] },
  { name: 'cabal', from: '604201', to: '604219', lengths: [16] },
  { name: 'cabal', from: '589657', to: '589657', lengths: [16] },
  { name: 'naranja', from: '589562', to: '589562', lengths: [16] },
  { name: 'humo', from: '9860', to: '9860', lengths: [16] },
  { name: 'uzcard', from: '8600', to: '8600', lengths: [16] },
  { name: 'borica', from: '2205', to: '2205', lengths: [16] },
  { name: 'gpn', from: '1946', to: '1946', lengths: [16] },
  { name: 'visa', from: '4', to: '4', lengths: [13, 16, 19] },
  { name: 'mastercard', from: '51', to: '55', lengths: [16] },
  { name: 'mastercard', from: '2221', to: '2720', lengths: [16] },
  { name: 'amex', from: '34', to: '34', lengths: [15] },
  { name: 'amex', from: '37', to: '37', lengths: [15] },
  { name: 'diners', from: '300', to: '305', lengths: [14, 16] },
  { name: 'diners', from: '3095', to: '3095', lengths: [14, 16] },
  { name: 'diners', from: '36', to: '36', lengths: [14, 16] },
  { name: 'diners', from: '38', to: '39', lengths: [14, 16] },
  { name: 'jcb', from: '3528', to: '3589', lengths: LONG },
  { name: 'jcb', from: '1800', to: '1800', lengths: [15] },
  { name: 'jcb', from: '2131', to: '2131', lengths: [15] },
  { name: 'discover', from: '6011', to: '6011', lengths: LONG },
  { name: 'discover', from: '644', to: '649', lengths: LONG },
  { name: 'discover', from: '65', to: '65', lengths: LONG },
  { name: 'unionpay', from: '62', to: '62', lengths: LONG },
  { name: 'unionpay', from: '81', to: '81', lengths: LONG },
  { name: 'mir', from: '2200', to: '2204', lengths: LONG },
  { name: 'rupay', from: '60', to: '60', lengths: [16] },
  { name: 'rupay', from: '82', to: '82', lengths: [16] },
  { name: 'rupay', from: '508', to: '508', lengths: [16] },
  { name: 'troy', from: '9792', to: '9792', lengths: [16] },
  { name: 'maestro', from: '50', to: '50', lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { name: 'maestro', from: '56', to: '58', lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { name: 'maestro', from: '6304', to: '6304', lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { name: 'maestro', from: '639', to: '639', lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { name: 'maestro', from: '67', to: '67', lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
];

/** Name of the scheme whose range and length a number fits, or null. */
export function cardBrand(digits: string): string | null {
  for (const { name, from, to, lengths } of BRANDS) {
    const head = digits.slice(0, from.length);
    if (head >= from && head <= to && lengths.includes(digits.length)) return name;
  }
  return null;
}
