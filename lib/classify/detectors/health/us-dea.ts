import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const DEA = cueWords('dea', 'dea|dea number|dea no|dea #|dea registration|prescriber|controlled substance');

/** The last digit is that of (d1 + d3 + d5) + 2 (d2 + d4 + d6) (DEA registration numbers, 21 CFR 1301). */
export function isDea(value: string): boolean {
  const d = [...value.replace(/[^0-9]/g, '')].map(Number);
  return d.length === 7 && (d[0]! + d[2]! + d[4]! + 2 * (d[1]! + d[3]! + d[5]!)) % 10 === d[6];
}

/** Registrations of US prescribers with the Drug Enforcement Administration, near a cue. */
export const usDea = shapedDetector({
  id: 'us-dea',
  type: 'US_DEA',
  class: 'PHI',
  regions: ['US'],
  pattern: /(?<![A-Za-z0-9])[A-HJ-NP-UX][A-Z9]-?[0-9]{7}(?![A-Za-z0-9])/g,
  validator: { name: 'dea', accepts: isDea },
  cue: DEA,
  alone: 0,
  cued: 0.97,
  examples: {
    positive: ['DEA BJ6145519', 'DEA number: MS2345672'],
    negative: ['DEA BJ6145518', 'BJ6145519', 'DEA agents in 2024'],
  },
});
