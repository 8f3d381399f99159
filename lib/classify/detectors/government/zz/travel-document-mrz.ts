import { type Candidate, type Detector, fixedStrings } from '../../../detector.ts';
import { charValue } from '../check-digits.ts';

const FILLER = fixedStrings('mrz', '<<');

/** Document kind, issuer, and lines of equal length: three of 30, two of 36, two of 44. */
const BREAK = '[ \\t]{0,8}(?:\\r?\\n|\\\\n| )[ \\t]{0,8}';
const ZONE = new RegExp(
  `(?<![A-Z0-9<])(?:[ACI][A-Z0-9<]{29}${BREAK}[A-Z0-9<]{30}${BREAK}[A-Z<]{30}|[ACIPV][A-Z<][A-Z<]{34}${BREAK}[A-Z0-9<]{36}|[PV][A-Z<][A-Z<]{42}${BREAK}[A-Z0-9<]{44})(?![A-Z0-9<])`,
  'g',
);

/** ICAO 9303 part 3, 4.9: weights 7, 3, 1, the filler counts nothing. */
function isChecked(field: string, check: string | undefined): boolean {
  const sum = Array.from(field).reduce(
    (total, char, index) => total + (char === '<' ? 0 : charValue(char)) * [7, 3, 1][index % 3]!,
    0,
  );
  return String(sum % 10) === (check === '<' ? '0' : check);
}

/** Number, birth and expiry stand in the second line. */
function passesTwoLines(line: string): boolean {
  return (
    isChecked(line.slice(0, 9), line[9]) &&
    isChecked(line.slice(13, 19), line[19]) &&
    isChecked(line.slice(21, 27), line[27])
  );
}

function passesThreeLines(first: string, second: string): boolean {
  return (
    isChecked(first.slice(5, 14), first[14]) &&
    isChecked(second.slice(0, 6), second[6]) &&
    isChecked(second.slice(8, 14), second[14])
  );
}

/** Whether the lines of a machine readable zone (TD1, TD2 or TD3) have the right check digits. */
export function isValidMrz(text: string): boolean {
  const lines = text.split(/\\n|\s+/).filter((line) => line !== '');
  const [first, second] = lines;
  if (first === undefined || second === undefined || lines.some((line) => line.length !== first.length)) return false;
  return lines.length === 3 ? passesThreeLines(first, second) : lines.length === 2 && passesTwoLines(second);
}

/** The machine readable zone of passports, identity cards and visas (ICAO 9303). */
export const travelDocumentMrz: Detector = {
  id: 'travel-document-mrz',
  type: 'TRAVEL_DOCUMENT_MRZ',
  class: 'PII',
  regions: [],
  needs: ['digit', 'capital'],
  requires: [FILLER],
  encodable: true,
  find(scan) {
    const found: Candidate[] = [];
    for (const { 0: zone, index } of scan.matchAll(ZONE)) {
      if (!isValidMrz(zone)) continue;
      const evidence = ['pattern', 'validator:icao-9303'];
      found.push({ start: index, end: index + zone.length, confidence: 0.99, evidence });
    }
    return found;
  },
  examples: {
    positive: [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      'scan: I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
      'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
    ],
    negative: [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C37UTO7408122F1204159ZE184226B<<<<<10',
      'std::cout << "P" << 1 << std::endl;',
    ],
  },
};
