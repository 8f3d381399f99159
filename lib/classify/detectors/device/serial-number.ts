import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';
import { recordLabels } from '../record-labels.ts';

const LABELS = cueWords(
  'serial-number',
  ...recordLabels({
    en: 'serial|ser.|device serial|s/n',
    de: 'serien|gerate',
    nl: 'serie|toestel|apparaat',
    romance: 'de serie|serie|di serie|seriale|de serial|matricola',
  }).filter((label) => !/\b(?:id|ref|reference|code)$|matricola$/.test(label) || label === 'serial id'),
  'serial|s/n|sn|snr|seriale|service tag|servicetag|pacemaker serial|implant serial|asset serial',
);

/** Serial numbers of devices and goods (a HIPAA identifier: 45 CFR 164.514(b)(2)(i)(M)), known by their label. */
export const serialNumber = labelledDetector({
  id: 'serial-number',
  type: 'DEVICE_SERIAL_NUMBER',
  class: 'PII',
  labels: LABELS,
  // `serial 5CG0441220`: with digits here and there, a number needs more of a label.
  value: `${codeValue(6, 20, 2)}|(?<!serial )(?=[A-Z-]{0,6}[0-9][A-Z-]{0,8}[0-9])[A-Z0-9](?:[-/]?[A-Z0-9]){5,19}(?![A-Z0-9]|[-/][A-Z0-9])`,
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
      'Dell service tag: 4BL53A5',
      'Die Seriennummer meines Laptops lautet PF887356',
      'SN C02X71674J1G8',
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
