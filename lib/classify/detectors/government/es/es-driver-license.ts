import { identityNumber } from '../identity-number.ts';
import { isValidEsNie } from './es-nie.ts';
import { isValidEsNif } from './es-nif.ts';

/** Whether a written number is a Spanish identity or foreigner number. */
export function isValidEsDriverLicense(text: string): boolean {
  return isValidEsNif(text) || isValidEsNie(text);
}

/** Spanish driving licence numbers (Dirección General de Tráfico): the holder's identity number behind the words for the licence. */
export const esDriverLicense = identityNumber({
  id: 'es-driver-license',
  cues: 'permiso de conducir|carnet de conducir|licencia de conducción|licencia de conducir|permiso de conducción|número de carnet de conducir|Spanish driving licence',
  written: '(?:[XYZ]d{7}|d{8})-[a-z]',
  valid: isValidEsDriverLicense,
  reach: 60,
  examples: {
    positive: ['permiso de conducir 12345678Z'],
    negative: ['permiso de conducir 12345678A'],
  },
});
