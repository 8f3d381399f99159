import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidFrCni = validator(/^(?:\d{12}|[A-Z0-9]{9})$/, (s) => /\d{2}/.test(s));

/** French identity card numbers (ANTS): nine characters since 2021, twelve digits before, known by the label. */
export const frCni = identityNumber({
  id: 'fr-cni',
  type: 'FR_IDENTITY_CARD',
  cues: "carte d'identité|carte nationale d'identité|CNI|carte identité|French identity card",
  written: '(?:dd(?:0[1-9]|1[0-2])d{8}|[CDFGHJKLMNPRTVWXYZ0-9]{7}[0-9]{2})',
  valid: isValidFrCni,
  cued: 0.8,
  reach: 50,
  examples: {
    positive: ["carte d'identité: Y8GDT1414", 'CNI n° 880692310285'],
    negative: ["carte d'identité perdue en 2022"],
  },
});
