import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';

const LABELS = cueWords(
  'serial-number',
  'serial|serial number|serial no|serial #|s/n|serialnumber|seriennummer|serien-nr|numero de serie|n° de serie|numero di serie|serienummer|service tag|pacemaker serial|implant serial|device serial number|ser. no',
);

/** Serial numbers of devices and goods (a HIPAA identifier: 45 CFR 164.514(b)(2)(i)(M)), known by their label. */
export const serialNumber = labelledDetector({
  id: 'serial-number',
  type: 'DEVICE_SERIAL_NUMBER',
  class: 'PII',
  labels: LABELS,
  value: codeValue(6, 20, 2),
  // Short plain numbers are also those of pianos, bank notes and certificates.
  validator: {
    name: 'length',
    accepts: (value) => /[0-9]/.test(value) && (/[A-Za-z-]/.test(value) || value.length >= 8),
  },
  examples: {
    positive: [
      'Serial number: C02XG8JHJGH5',
      'S/N 4820-118823',
      '"serial_number": "SN00812391"',
      'Seriennummer FXR-209981',
      'pacemaker serial number PJN774492H',
    ],
    negative: [
      'serial killers of 1980',
      'serial number missing',
      'serial 1',
      'built in 1978 (serial number 318842)',
      'serial port COM1',
      'serial: true',
      'let id: UUID\nlet serialNumber: UInt32\nreturn Reading(id: id, serialNumber: 630979242)',
    ],
  },
});
