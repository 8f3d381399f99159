import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidPkCnic = validator(/^[1-7]\d{11}[1-9]$/);

/** Pakistani identity card numbers (CNIC, NICOP; NADRA): province, ten digits more, digit for the sex. */
export const pkCnic = identityNumber({
  id: 'pk-cnic',
  cues: 'NIC|CNIC|NIC number|NICOP|شناختی کارڈ|Pakistani identity card|national identity card',
  written: 'd{5}-d{7}-d',
  valid: isValidPkCnic,
  cued: 0.95,
  alone: ['99999-9999999-9'],
  examples: {
    positive: ['CNIC: 14776-2597307-7'],
    negative: ['CNIC: 13178-5466213-0'],
  },
});
