import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import { cardLines } from './card-line.ts';

const CVV = cueWords(
  'cvv',
  'cvv|cvv2|cvc|cvc2|cvn|cid|csc|card verification code|card verification value|card security code|security code|prufnummer|kartenprufnummer',
  'prufziffer|sicherheitscode|kartenprufziffer|cryptogramme|cryptogramme visuel|code de securite|codigo de seguridad|codigo cvv|codice di sicurezza',
  'cvv code|cvc code|cvv number|cvc number|beveiligingscode|codigo de seguranca',
);

const VALUE = afterLabel('[0-9]{3,4}(?![0-9A-Za-z]|[.,:/-][0-9])');

/** Card verification codes (PCI DSS 3.3.1: never kept), by the words in front or behind number and expiry of a card. */
export const cardVerificationCode: Detector = {
  id: 'card-verification-code',
  type: 'CARD_SECURITY_CODE',
  class: 'PCI',
  regions: [],
  needs: ['digit'],
  cues: [CVV],
  find(scan) {
    const found = (start: number, end: number): Candidate => ({
      start,
      end,
      confidence: 0.9,
      evidence: ['pattern', 'cue:cvv'],
    });
    return [
      ...findLabelled(scan, CVV, VALUE).map(({ start, end }) => found(start, end)),
      ...cardLines(scan).flatMap(({ code }) => (code === null ? [] : [found(code.start, code.end)])),
    ];
  },
  examples: {
    positive: [
      '4111111111111111 03/27 119',
      '4111 1111 1111 1111, exp 12/27, CVV 123',
      'CVC: 4821',
      '"cvv":"044"',
      'Prüfnummer ist 456',
      'security code is 991',
    ],
    negative: ['CVV 12', 'the CVV has 3 digits', 'security code 12345', 'cid 2024-05-06', 'cvc 10:30'],
  },
};
