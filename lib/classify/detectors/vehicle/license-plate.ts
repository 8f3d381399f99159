import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';

const PLATE = cueWords(
  'license-plate',
  'license plate|licence plate|license plate number|licence plate number|number plate|plate number|plate no|plate|plates|registration plate|car registration|vehicle registration',
  'registration number|reg number|reg no|tag number|vehicle plate|vrm|kennzeichen|autokennzeichen|kfz-kennzeichen|kfz|kfz-nr|kfz nr|nummernschild|amtliches kennzeichen|plaque',
  "plaque d'immatriculation|immatriculation|numero d'immatriculation|matricula|placa|placas|numero de placa|targa|numero di targa|kenteken|kentekenplaat|patente",
);
/**
 * Groups of capitals and digits as the countries of the Vienna Convention on Road Traffic (annex 2) and North America write
 * them. Letter case counts: what follows in small letters is the sentence.
 */
const VALUE = new RegExp(
  afterLabel(
    '(?:(?=[A-ZÄÖÜ ·-]{0,10}[0-9])(?=[0-9 ·-]{0,8}[A-ZÄÖÜ])[A-ZÄÖÜ0-9]{1,5}(?:[ ·-]{1,3}[A-Z0-9]{1,5}){1,3}|(?=[A-Z]{0,6}[0-9])(?=[0-9]{0,6}[A-Z])[A-Z0-9]{5,8})(?![A-Za-z0-9])',
  ).source,
  'uy',
);

/** Capitals and digits both, four to nine of them. */
function isPlate(value: string): boolean {
  const plain = value.replace(/[ ·-]/g, '');
  return plain.length >= 4 && plain.length <= 9 && /[A-ZÄÖÜ]/.test(plain) && /[0-9]/.test(plain);
}

/** Number plates of vehicles, known by their label. */
export const licensePlate: Detector = {
  id: 'license-plate',
  type: 'LICENSE_PLATE',
  class: 'PII',
  regions: [],
  needs: ['digit', 'capital'],
  requires: [PLATE],
  find: (scan) =>
    findLabelled(scan, PLATE, VALUE)
      .filter(({ value }) => isPlate(value))
      .map(({ start, end }) => ({ start, end, confidence: 0.9, evidence: ['pattern', 'cue:license-plate'] })),
  examples: {
    positive: [
      'license plate 7ABC123',
      'Kennzeichen: B-MW 4711',
      'Kfz: K-AB 1234',
      'Plate B-MW 3084 was parked',
      'number plate is AB12 CDE',
      "plaque d'immatriculation AA-123-BB",
      'matrícula 1234 BCD',
      'targa AB 123 CD',
      'kenteken: 12-ABC-3',
      'plate number KLM 4892',
      'Texas plate KTR-4471 ran the red light',
    ],
    negative: [
      'license plate missing',
      'plate 5',
      'a plate of 2024 spaghetti',
      'registration number required',
      'plates 12 and 13',
    ],
  },
};
