import { assemble, tokenDetector } from './token-detector.ts';

/** Secret key of the age encryption tool. */
export const ageSecretKey = tokenDetector({
  id: 'age-secret-key',
  prefixes: ['AGE-SECRET-KEY-1'],
  pattern: /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('AGE-SECRET-KEY-1', 'A9DRAH5WJT3H92FH8NRJSNTX722HGAJT2QTSCA3RQR4KWNGN87DPURJ3T6')} for now`,
    ],
    negative: [
      assemble('AGE-SECRET-KEY-1', 'x'.repeat(58)),
      assemble('AGE-SECRET-KEY-1', 'YOUR_KEY_HERE'),
      assemble('AGE-SECRET-KEY-1', 'A9DRAH'),
    ],
  },
});
