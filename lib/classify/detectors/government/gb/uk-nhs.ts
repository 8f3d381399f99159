import { type Candidate, cueWords, type Detector, type WordList } from '../../../detector.ts';
import { isLabelledNumber } from '../../../number-labels.ts';
import { validator } from '../check-digits.ts';

const NHS: WordList = {
  ...cueWords('nhs', 'nhs|nhs number|nhs no|national health|health service|nhsnumber'),
  labels: 'number',
};

/** Check digit modulo 11 with weights 10 to 2 (NHS Data Dictionary, "NHS NUMBER"). */
export function isNhsNumber(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]) && new Set(digits).size > 1;
}

/** Whether a written number passes the check. */
export const isValidUkNhs = validator(/^\d{10}$/, isNhsNumber);

/** UK NHS numbers: ten digits, written 3-3-4 or bare. */
export const ukNhs: Detector = {
  id: 'uk-nhs',
  type: 'UK_NHS',
  class: 'PHI',
  regions: ['GB'],
  needs: ['digit'],
  cues: [NHS],
  find(scan) {
    const found: Candidate[] = [];
    for (const { start, end, digits, sizes, separator } of scan.numbers(10, 3)) {
      const form = sizes.join(',');
      if ((form !== '3,3,4' && form !== '10') || !isNhsNumber(digits)) continue;
      const cue = scan.near(NHS, start, end, 100);
      // Spaces are how the NHS prints it; hyphens and dots are how North America writes phones.
      if (!cue && (form !== '3,3,4' || separator !== ' ' || scan.inCode(start) || isLabelledNumber(scan, start, end)))
        continue;
      const evidence = ['pattern', 'validator:mod11', ...(cue ? ['cue:nhs'] : [])];
      found.push({ start, end, confidence: cue ? 0.97 : 0.6, evidence });
    }
    return found;
  },
  examples: {
    positive: ['NHS number 943 476 5919', 'NHS No: 9434765919', 'patient 943 476 5919'],
    negative: ['NHS number 943 476 5918', 'call 943-476-5919', '9434765919'],
  },
};
