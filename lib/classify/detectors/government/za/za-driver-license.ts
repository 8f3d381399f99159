import { identityNumber } from '../identity-number.ts';

/** South African driving licence numbers (Department of Transport): eight digits, four characters. */
export const zaDriverLicense = identityNumber({
  id: 'za-driver-license',
  cues: "driving licence|licence number|driver's licence",
  written: 'd{8}[A-Z0-9]{2}[A-Z]{2}',
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['driving licence: 68627575NCSX'],
    negative: ['South African driving licence 2019'],
  },
});
