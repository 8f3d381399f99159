import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function holdsDay(s: string): boolean {
  const day = Number(s.length === 10 ? s.slice(2, 5) : s.slice(4, 7)) % 500;
  return day >= 1 && day <= 366;
}
/** Whether a written number has the form and passes the check. */
export const isValidLkNic = validator(/^(?:\d{9}[VX]|(?:19|20)\d{10})$/, (s) => holdsDay(s));

/** Sri Lankan identity card numbers (Department for Registration of Persons): year and day of birth (500 added for women), serial; a letter in the older form. */
export const lkNic = identityNumber({
  id: 'lk-nic',
  cues: 'NIC|national identity card|ජාතික හැඳුනුම්පත|தேசிய அடையாள அட்டை',
  written: '(?:d{9}[VX]|(?:19|20)d{10})',
  valid: isValidLkNic,
  cued: 0.95,
  examples: {
    positive: ['NIC: 209881220076'],
    negative: ['NIC: 206342134200'],
  },
});
