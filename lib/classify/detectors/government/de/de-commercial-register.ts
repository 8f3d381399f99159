import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidDeCommercialRegister = validator(/^(?:HRA|HRB|GNR|PR|VR)\d{1,6}[A-Z]{0,2}$/);

/** German commercial register numbers (HRV): register and number, known by the label. */
export const deCommercialRegister = identityNumber({
  id: 'de-commercial-register',
  type: 'DE_HANDELSREGISTER',
  cues: 'Handelsregister|Registergericht|Amtsgericht|HRB|HRA|Registernummer|Handelsregisternummer',
  written: '(?:HRA|HRB|GNR|PR|VR)[ ]?d{3,6}(?: [A-Z]{1,2})?',
  valid: isValidDeCommercialRegister,
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['Handelsregister: HRB8819', 'Amtsgericht Charlottenburg, HRB 202018 B'],
    negative: ['Handelsregister: GNQ 655738 FT'],
  },
});
