import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';
import { isUdi } from './gtin.ts';

const LABELS = cueWords(
  'udi',
  'udi|udi-di|unique device identifier|unique device identification|device identifier|implant|gtin|gs1',
);

/** Unique device identifiers of medical devices (21 CFR 830; GS1: application identifier 01 and a GTIN-14 with check digit). */
export const udi = labelledDetector({
  id: 'udi',
  type: 'DEVICE_UDI',
  class: 'PII',
  labels: LABELS,
  value: '\\(?01\\)?[0-9]{14}(?:\\((?:10|11|17|21)\\)[A-Za-z0-9-]{1,20}){0,4}(?![0-9A-Za-z])',
  validator: { name: 'gtin', accepts: isUdi },
  confidence: 0.95,
  examples: {
    positive: ['UDI: (01)00843656712343(17)251231(21)A1234', 'UDI-DI 0100843656712343'],
    negative: ['UDI (01)00843656712340', 'udi missing'],
  },
});
