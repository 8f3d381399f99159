import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { isPlaceholder } from './placeholder.ts';
import { assemble } from './token-detector.ts';

const DATA_CENTRE = cueWords('mailchimp-data-centre', ...Array.from({ length: 24 }, (_, index) => `-us${index + 1}`));
const KEY_LENGTH = 32;
const KEY = /(?<![A-Za-z0-9])[0-9a-f]{32}-us[0-9]{1,2}(?![A-Za-z0-9])/y;

/** Mailchimp API key: 32 hexadecimal digits, then the data centre. */
export const mailchimpApiKey: Detector = {
  id: 'mailchimp-api-key',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: [],
  requires: [DATA_CENTRE],
  encodable: true,
  find(scan) {
    const found: Candidate[] = [];
    for (const at of scan.words(DATA_CENTRE).starts) {
      const start = at - KEY_LENGTH;
      const key = start < 0 ? undefined : scan.matchAt(KEY, start)?.[0];
      if (key === undefined || isPlaceholder(key)) continue;
      found.push({ start, end: start + key.length, confidence: 0.95, evidence: ['pattern'] });
    }
    return found;
  },
  examples: {
    positive: [`use ${assemble('1f1bd38f1f34920fbd01f40072e3cf34', '-us12')} here`],
    negative: ['region eu-west-1 and -us12', assemble('0'.repeat(32), '-us1')],
  },
};
