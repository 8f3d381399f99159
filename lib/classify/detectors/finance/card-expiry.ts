import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import type { Scan } from '../../scan.ts';
import { cardLines } from './card-line.ts';
import { passesLuhn } from './luhn.ts';

const EXPIRY = cueWords(
  'expiry',
  'exp|expiry|expires|expiring|expiry date|expiration|expiration date|exp date|exp.|ex|valid thru|valid until|valid to|valid till|good thru|good till|good until|runs out|thru|mm/yy',
  'gultig bis|gult. bis|ablaufdatum|ablauf|verfallsdatum|verfalldatum|verfall|lauft ab|lauft',
  "date d'expiration|expire|expire fin|expiration le|valable jusqu'au|valide jusqu'au|fin de validite|caduca|caducidad|fecha de caducidad|fecha de vencimiento|vencimiento|vence|valida hasta|valido hasta",
  'scadenza|data di scadenza|scade|scad.|valida fino al|valida fino a|vervaldatum|verloopt|geldig tot|geldig t/m|validade|valido ate|wazna do',
);
/** What a form for cards asks: who writes so speaks of a card. */
const FIELD = cueWords(
  'card-expiry-field',
  'valid thru|good thru|mm/yy|exp date|exp. date|expiry|expiry date|expiration date|cc exp|card expiry|card exp|card expiration|exp',
  "ablaufdatum|verfallsdatum|date d'expiration|fecha de caducidad|caducidad|vencimiento|data di scadenza|vervaldatum",
);
const CARD = cueWords(
  'card-context',
  'card|credit|debit|visa|mastercard|amex|maestro|american express|cvv|cvc|cid|cc|ccnum|kreditkarte|karte|carte|tarjeta|carta|cartao|kaart|creditcard|bankkarte|girocard|cardholder|card number|karta',
);
/** What else runs out, with a month and a year. */
const OTHER = cueWords(
  'expiring',
  'passport|license|licence|permit|certificate|cert|contract|lease|warranty|coupon|voucher|offer|token|key|ticket|membership|subscription|batch|lot|milk|food|medicine|policy|insurance|visa application|domain|project|promo|code',
  'reisepass|ausweis|fuhrerschein|vertrag|gutschein|garantie|angebot|charge|passeport|permis|contrat|bon|garantie|lot|pasaporte|contrato|carnet|lote|passaporto|patente|contratto|lotto|paspoort|rijbewijs|contract',
);
const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott)[a-zé]{0,7}\\.?';
const DIGITS = '(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4][0-9](?![0-9/-])';
/** `expires in`, `läuft am`. */
const LINK = '(?: (?:in|on|at|by|en|le|fin|el|il|am|im|op|end of|ende|a fin de)(?= ))?';
const VALUE = afterLabel(
  `${DIGITS}|${MONTH} (?:20)?[2-4][0-9](?![0-9])|(?:0[1-9]|1[0-2])[2-4][0-9](?![0-9/.:-])`,
  '',
  LINK,
);
const FIELD_VALUE = afterLabel('(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4][0-9](?! ?[0-9/–-])');
/** `06/29 is the expiry date on the card`: the label stands behind it. */
const CARD_REACH = 120;
/** A field begins a line or a clause, or is the name of one. */
const CLAUSE = /(?:^|[\n,;|{("'&/]|[0-9])\s{0,3}["']?$/;

/** A number as long as those of cards. */
const NUMBER_BEFORE = /(?<![0-9])[0-9](?:[ -]?[0-9]){13,18}(?![0-9])/;

/** Whether words of cards or the number of one are near. */
function isOfCard(scan: Scan, start: number, end: number): boolean {
  if (scan.near(CARD, start, end, CARD_REACH)) return true;
  const number = NUMBER_BEFORE.exec(scan.text.slice(Math.max(0, start - CARD_REACH), start));
  return number !== null && passesLuhn(number[0].replace(/[^0-9]/g, ''));
}

/** When a payment card expires, month and year, near words of payment cards (PCI DSS: cardholder data). */
export const cardExpiry: Detector = {
  id: 'card-expiry',
  type: 'CARD_EXPIRY',
  class: 'PCI',
  regions: [],
  needs: ['digit'],
  cues: [EXPIRY, FIELD, CARD, OTHER],
  find(scan) {
    const found = ({ start, end }: { start: number; end: number }): Candidate => ({
      start,
      end,
      confidence: 0.88,
      evidence: ['pattern', 'cue:card'],
    });
    return [
      ...findLabelled(scan, EXPIRY, VALUE).filter(({ start, end }) => isOfCard(scan, start, end)),
      ...findLabelled(scan, FIELD, FIELD_VALUE).filter(
        ({ label, start, end }) =>
          CLAUSE.test(scan.text.slice(Math.max(0, label - 5), label)) && !scan.near(OTHER, start, end, CARD_REACH),
      ),
      ...cardLines(scan).map(({ expiry }) => expiry),
    ].map(found);
  },
  examples: {
    positive: [
      'Visa 4111 1111 1111 1111 exp 12/27',
      'card expires 03/2028, CVV 123',
      '4111 1111 1111 1111 (04/2029)',
      'Kreditkarte gültig bis 04/29',
      'tarjeta, vence 11-27',
      '4111 1111 1111 1111 exp 07/29',
      'my mastercard expires in November 28',
      'VALID THRU 06/30',
      '{"expiry":"03/30"}',
      '06/29 is the expiry date on the card',
      'carta di credito, scade il 06/28',
    ],
    negative: [
      'the offer expires 12/27',
      'card expires soon',
      'card exp 13/27',
      'card expiry 12/27/2026',
      'passport 441, expiry 05/31',
      'exp 04/20 - 05/22',
    ],
  },
};
