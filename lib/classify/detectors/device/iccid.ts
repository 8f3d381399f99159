import { cueWords } from '../../detector.ts';
import { passesLuhn } from '../finance/luhn.ts';
import { labelledDetector } from '../labelled-detector.ts';

const LABELS = cueWords(
  'iccid',
  'iccid|sim|sim card|sim number|sim card number|simkarte|sim-karte|sim no|esim|carte sim|tarjeta sim|integrated circuit card',
);

/** Numbers of SIM cards (ITU-T E.118: 89, country, issuer, Luhn), known by their label. */
export const iccid = labelledDetector({
  id: 'iccid',
  type: 'ICCID',
  class: 'PII',
  labels: LABELS,
  value: '89(?:[ -]?[0-9]){16,18}(?:F)?(?![0-9A-Za-z]|[-.,/:][0-9])',
  validator: { name: 'luhn', accepts: (value) => passesLuhn(value.replace(/[^0-9]/g, '')) },
  confidence: 0.97,
  examples: {
    positive: ['ICCID 89490200001012345677'],
    negative: ['ICCID 89490200001012345674', 'sim 12345', 'iccid 8949'],
  },
});
