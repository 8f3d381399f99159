import { modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidFrSpi = validator(/^[0-3]\d{12}$/, (s) => modulo(s.slice(0, 10), 511) === Number(s.slice(10)));

/** French tax reference numbers (numéro fiscal de référence, SPI, DGFiP): thirteen digits, the last three the first ten modulo 511. */
export const frSpi = identityNumber({
  id: 'fr-spi',
  type: 'FR_TAX_ID',
  cues: "référence fiscale|n° SPI|numéro fiscal|SPI|NIF|n° fiscal|identifiant fiscal|numéro d'imposition|French tax number",
  written: '#{13}',
  valid: isValidFrSpi,
  alone: ['99 99 999 999 999'],
  examples: {
    positive: ['numéro fiscal: 3312415122191'],
    negative: ['numéro fiscal: 0119228369317'],
  },
});
