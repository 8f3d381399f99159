import { identityNumber } from '../identity-number.ts';

/** Philippine national identity card numbers (PhilSys, PSA): sixteen digits of the card, twelve of the permanent number. */
export const phPhilsys = identityNumber({
  id: 'ph-philsys',
  cues: 'PhilSys|PSN|PhilID|PCN|national ID number|Philippine national id',
  written: 'd{4}-d{4}-d{4}(?:-d{4})?',
  cued: 0.9,
  examples: {
    positive: ['PhilSys: 7599-4337-0282-4273'],
    negative: ['PhilSys registration in 2021'],
  },
});
