import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const IFSC = cueWords('in-ifsc', 'ifsc|ifsc code|ifs code|neft|rtgs|bank|branch|account');

/** Codes of bank branches in India (Reserve Bank of India: four letters, zero, six letters or digits), near a cue. */
export const inIfsc = shapedDetector({
  id: 'in-ifsc',
  type: 'IN_IFSC',
  class: 'PII',
  regions: ['IN'],
  pattern: /(?<![A-Za-z0-9])[A-Z]{4}0[A-Z0-9]{6}(?![A-Za-z0-9])/g,
  cue: IFSC,
  alone: 0,
  cued: 0.88,
  examples: {
    positive: ['IFSC: HDFC0001234', 'transfer by NEFT to SBIN0005943', 'IFSC code UTIB0000123'],
    negative: ['HDFC0001234', 'IFSC: HDFC1001234', 'ifsc HDFC000123'],
  },
});
