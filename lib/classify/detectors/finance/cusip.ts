import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const CUSIP = cueWords('cusip', 'cusip|cusips|cusip number|cins');

/** The check digit of a CUSIP (ANSI X9.6): every second value doubled, the digits of all summed, modulo ten. */
export function isCusip(value: string): boolean {
  let sum = 0;
  for (let i = 0; i < 8; i += 1) {
    const plain = Number.parseInt(value[i]!, 36);
    const weighted = i % 2 === 1 ? plain * 2 : plain;
    sum += Math.floor(weighted / 10) + (weighted % 10);
  }
  return (10 - (sum % 10)) % 10 === Number(value[8]);
}

/** North American securities, near a cue. They name a security, not a person. */
export const cusip = shapedDetector({
  id: 'cusip',
  type: 'CUSIP',
  class: 'PII',
  regions: ['US', 'CA'],
  pattern: /(?<![A-Za-z0-9])[0-9A-Z]{8}[0-9](?![A-Za-z0-9])/g,
  validator: { name: 'cusip', accepts: isCusip },
  cue: CUSIP,
  alone: 0,
  cued: 0.9,
  examples: {
    positive: ['CUSIP 037833100', 'cusip: 17275R102'],
    negative: ['CUSIP 037833101', '037833100'],
  },
});
