import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const CVV = cueWords(
  'cvv',
  ...'cvv|cvv2|cvc|cvc2|cvn|cid|csc|card verification code|card verification value|card security code|security code|prufnummer|kartenprufnummer'.split(
    '|',
  ),
  ...'prufziffer|sicherheitscode|kartenprufziffer|cryptogramme|cryptogramme visuel|code de securite|codigo de seguridad|codigo cvv|codice di sicurezza'.split(
    '|',
  ),
  ...'cvv code|cvc code|cvv number|cvc number|beveiligingscode|codigo de seguranca'.split('|'),
);

/** Card verification codes (ISO/IEC 7813 discretionary data; PCI DSS 3.3.1: never kept), known by the words in front. */
export const cardVerificationCode = labelledDetector({
  id: 'card-verification-code',
  type: 'CARD_SECURITY_CODE',
  class: 'PCI',
  labels: CVV,
  value: '[0-9]{3,4}(?![0-9A-Za-z]|[.,:/-][0-9])',
  examples: {
    positive: [
      '4111 1111 1111 1111, exp 12/27, CVV 123',
      'CVC: 4821',
      '"cvv":"044"',
      'Prüfnummer ist 456',
      'security code is 991',
    ],
    negative: ['CVV 12', 'the CVV has 3 digits', 'security code 12345', 'cid 2024-05-06', 'cvc 10:30'],
  },
});
