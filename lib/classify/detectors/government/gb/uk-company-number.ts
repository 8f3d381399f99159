import { identityNumber } from '../identity-number.ts';

/** UK company numbers (Companies House): eight digits, or two letters and six digits, known by the label. */
export const ukCompanyNumber = identityNumber({
  id: 'uk-company-number',
  region: 'GB',
  cues:
    'company number|companies house|company registration number|company reg no|registered number|crn|' +
    'company reg. no|reg. in england|registered in england',
  written: '(?:(?:SC|NI|OC|SO|NC|FC|LP|SL|R0|RC|IP)d{6}|d{8})',
  cued: 0.75,
  examples: {
    positive: ['company number: 01297405', 'Registered in England No. 21915184'],
    negative: ['company number of employees'],
  },
});
