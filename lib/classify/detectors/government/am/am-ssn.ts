import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAmSsn = validator(/^[1-8]\d{9}$/, (s) => Number(s.slice(2, 4)) <= 12 || Number(s.slice(2, 4)) > 20);

/** Armenian public service numbers (ՀԾՀ): ten digits with the date of birth, the day raised by 10 for men and 50 for women. */
export const amSsn = identityNumber({
  id: 'am-ssn',
  type: 'AM_PSN',
  cues: 'ՀԾՀ|հանրային ծառայության համարանիշ|Armenian public service number|Armenian social card|' + 'սոցիալական քարտ',
  written: '#{10}',
  valid: isValidAmSsn,
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['ՀԾՀ: 4226943248'],
    negative: ['ՀԾՀ: 0252444363'],
  },
});
