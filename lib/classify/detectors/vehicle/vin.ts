import { type Candidate, cueWords, type Detector } from '../../detector.ts';

const VIN = cueWords(
  'vin',
  'vin|vin number|vehicle identification number|chassis|chassis number|vehicle|car|truck|fahrgestellnummer|fahrzeug-identifizierungsnummer|fin|fahrzeug',
  'numero de chassis|vehicule|bastidor|numero de bastidor|vehiculo|telaio|numero di telaio|chassisnummer|toyota|honda|ford|bmw|audi|tesla|volkswagen|mercedes|kia|hyundai|nissan',
);
const LABEL = cueWords(
  'vin-label',
  'vin|vin number|vehicle identification number|fahrgestellnummer|numero de chassis|bastidor|numero di telaio|chassis number|fin',
);
const NUMBER =
  /(?<![A-Za-z0-9-])(?=[A-HJ-NPR-Z]{0,9}[0-9])(?=[0-9]{0,9}[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{13}[0-9A-HJ-NPR-Z][0-9]{3}(?![A-Za-z0-9-])/y;
const VALUES: Record<string, number> = Object.fromEntries([...'ABCDEFGH'].map((letter, index) => [letter, index + 1]));
[...'JKLMN'].forEach((letter, index) => {
  VALUES[letter] = index + 1;
});
Object.assign(VALUES, { P: 7, R: 9 });
[...'STUVWXYZ'].forEach((letter, index) => {
  VALUES[letter] = index + 2;
});
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** The check digit in the ninth place (49 CFR 565.15, obligatory in North America, China and Taiwan). */
export function hasVinCheckDigit(vin: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (VALUES[vin[i]!] ?? Number(vin[i])) * WEIGHTS[i]!;
  const rest = sum % 11;
  return vin[8] === (rest === 10 ? 'X' : String(rest));
}

/** Vehicle identification numbers (ISO 3779: 17 letters and digits without I, O, Q), by check digit or label. */
export const vin: Detector = {
  id: 'vin',
  type: 'VIN',
  class: 'PII',
  regions: [],
  needs: ['digit', 'capital'],
  cues: [VIN, LABEL],
  find(scan) {
    const found: Candidate[] = [];
    for (const { 0: value, index } of scan.matchFrom(NUMBER, scan.longWords())) {
      const end = index + value.length;
      scan.meter.attempts += 1;
      const checked = hasVinCheckDigit(value);
      const labelled = scan.near(LABEL, index, end, 30, 15);
      const cue = labelled || scan.near(VIN, index, end, 80);
      // Where the ninth place is no digit and no X, its country does not use it for a check.
      if (!checked && (!labelled || /[0-9X]/.test(value[8]!))) continue;
      const evidence = ['pattern', ...(checked ? ['validator:vin'] : []), ...(cue ? ['cue:vin'] : [])];
      const confidence = checked ? (cue ? 0.98 : 0.75) : 0.88;
      found.push({ start: index, end, confidence, evidence });
    }
    return found;
  },
  examples: {
    positive: ['VIN 1HGCM82633A004352', 'the car is a 1HGCM82633A004352', 'Fahrgestellnummer: WVWZZZ1JZXW000001'],
    negative: ['1HGCM82643A004352', 'VIN 1HGCM82633A00435', 'VIN IHGCM82633A004352', '12345678901234567'],
  },
};
