import { charValue, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesDoubled(s: string): boolean {
  const sum = Array.from(s).reduce((total, char, index) => {
    const value = charValue(char) * (index % 2 === 0 ? 2 : 1);
    return total + (index % 2 === 0 && value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
/** Whether a written number has the form and passes the check. */
export const isValidPtCitizenCard = validator(/^\d{9}[A-Z0-9]{2}\d$/, (s) => passesDoubled(s));

/** Portuguese citizen card numbers (Autenticação.gov): nine digits, two characters, check digit; letters count from ten, every second one doubled. */
export const ptCitizenCard = identityNumber({
  id: 'pt-citizen-card',
  cues: 'cartão de cidadão|cartão do cidadão|CC|Portuguese citizen card|bilhete de identidade',
  written: '#{8} d (?:ax|xa) d',
  valid: isValidPtCitizenCard,
  alone: ['999999999AA9', '99999999-9-AA9'],
  examples: {
    positive: ['cartão de cidadão: 89538576 2 S39'],
    negative: ['cartão de cidadão: 73241684 8 357'],
  },
});
