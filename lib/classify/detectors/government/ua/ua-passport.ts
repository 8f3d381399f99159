import { identityNumber } from '../identity-number.ts';

/** Ukrainian passport and identity card numbers (ДМС): two Cyrillic letters and six digits, or nine digits, known by the label. */
export const uaPassport = identityNumber({
  id: 'ua-passport',
  cues: 'паспорт|серія|паспорта|ID-картка|ID-картки|Ukrainian passport',
  written: '(?<![А-ЯІЇЄҐ])(?:[А-ЯІЇЄҐA-Z]{2}[ №]{0,2}d{6}|d{9})',
  cued: 0.8,
  reach: 60,
  examples: {
    positive: ['паспорт: 950023067', 'паспорт серія КС 123456'],
    negative: ['паспорт видано у 2015'],
  },
});
