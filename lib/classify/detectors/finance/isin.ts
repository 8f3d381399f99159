import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';
import { passesLuhn } from './luhn.ts';

const ISIN = cueWords(
  'isin',
  'isin|security|securities|bond|bonds|fund|etf|stock|share|shares|wertpapier|wkn|aktie|valeur|titre|titolo|acciones|portfolio|depot',
);

/** The check digit of an ISIN (ISO 6166): letters become two digits, then Luhn. */
export function isIsin(value: string): boolean {
  return passesLuhn(value.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)));
}

/** International securities identification numbers, near a cue. They name a security, not a person. */
export const isin = shapedDetector({
  id: 'isin',
  type: 'ISIN',
  class: 'PII',
  pattern: /(?<![A-Za-z0-9])[A-Z]{2}[A-Z0-9]{9}[0-9](?![A-Za-z0-9])/g,
  validator: { name: 'isin', accepts: isIsin },
  cue: ISIN,
  alone: 0,
  cued: 0.9,
  examples: {
    positive: ['ISIN US0378331005', 'die Aktie DE0007164600', 'bond GB0002634946'],
    negative: ['ISIN US0378331006', 'US0378331005', 'isin missing'],
  },
});
