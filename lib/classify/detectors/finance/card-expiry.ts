import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import { cardLines } from './card-line.ts';

const EXPIRY = cueWords(
  'expiry',
  'exp|expiry|expires|expiry date|expiration|expiration date|exp date|exp.|valid thru|valid until|good thru|gultig bis|ablaufdatum|verfallsdatum',
  "date d'expiration|expire|expire fin|expiration le|caduca|caducidad|fecha de caducidad|vencimiento|vence|scadenza|data di scadenza|scade|vervaldatum|validade",
);
const CARD = cueWords(
  'card-context',
  'card|credit|debit|visa|mastercard|amex|american express|cvv|cvc|cc|kreditkarte|karte|carte|tarjeta|carta|cartao|kaart|cardholder|card number',
);
const VALUE = afterLabel('(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4][0-9](?![0-9/-])');

/** When a payment card expires, month and year, near words of payment cards (PCI DSS: cardholder data). */
export const cardExpiry: Detector = {
  id: 'card-expiry',
  type: 'CARD_EXPIRY',
  class: 'PCI',
  regions: [],
  needs: ['digit'],
  cues: [EXPIRY, CARD],
  find(scan) {
    const found = (start: number, end: number): Candidate => ({
      start,
      end,
      confidence: 0.88,
      evidence: ['pattern', 'cue:card'],
    });
    return [
      ...findLabelled(scan, EXPIRY, VALUE)
        .filter(({ start, end }) => scan.near(CARD, start, end, 120))
        .map(({ start, end }) => found(start, end)),
      ...cardLines(scan).map(({ expiry }) => found(expiry.start, expiry.end)),
    ];
  },
  examples: {
    positive: [
      'Visa 4111 1111 1111 1111 exp 12/27',
      'card expires 03/2028, CVV 123',
      '4111 1111 1111 1111 (04/2029)',
      'Kreditkarte gültig bis 04/29',
      'tarjeta, vence 11-27',
    ],
    negative: ['the offer expires 12/27', 'card expires soon', 'card exp 13/27', 'card expiry 12/27/2026'],
  },
};
