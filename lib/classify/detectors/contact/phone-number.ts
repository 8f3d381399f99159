import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { validCountry } from './phone-parse.ts';

const PHONE = cueWords(
  'phone',
  ...[
    'phone',
    'telephone',
    'tel',
    'mobile',
    'cell',
    'cellphone',
    'fax',
    'call',
    'calling',
    'call me',
    'dial',
    'ring',
    'sms',
  ],
  ...[
    'text me',
    'texted',
    'whatsapp',
    'signal',
    'hotline',
    'contact',
    'reach',
    'reached',
    'landline',
    'voicemail',
    'ext',
  ],
  ...[
    'telefon',
    'telefonnummer',
    'handy',
    'handynummer',
    'mobil',
    'mobilnummer',
    'rufnummer',
    'anrufen',
    'ruf',
    'durchwahl',
  ],
  ...[
    'telephoner',
    'portable',
    'appeler',
    'appelez',
    'joindre',
    'telefono',
    'movil',
    'celular',
    'llamar',
    'llame',
    'llama',
  ],
  ...[
    'cellulare',
    'chiamare',
    'chiama',
    'chiami',
    'recapito',
    'my number',
    'your number',
    'his number',
    'her number',
    'their number',
    'meine nummer',
    'phonenumber',
    'phoneno',
    'mobilephone',
    'homephone',
    'workphone',
  ],
);
/** Numbers that look like phones and are not, by what stands in front of them. */
const OTHER_NUMBER = cueWords(
  'other-number',
  ...[
    'npi',
    'mrn',
    'medical record',
    'order',
    'invoice',
    'tracking',
    'account',
    'acct',
    'isbn',
    'issn',
    'ssn',
    'serial',
    'sku',
  ],
  ...[
    'ref',
    'reference',
    'case',
    'ticket',
    'id',
    'iban',
    'routing',
    'passport',
    'license',
    'licence',
    'policy',
    'claim',
    'nhs',
  ],
  ...[
    'member',
    'transaction',
    'timestamp',
    'version',
    'barcode',
    'upc',
    'ean',
    'imei',
    'vin',
    'po box',
    'model',
    'patent',
    'doi',
  ],
  ...[
    'bestellung',
    'bestellnummer',
    'rechnung',
    'rechnungsnummer',
    'kundennummer',
    'commande',
    'facture',
    'pedido',
    'factura',
  ],
  ...[
    'ordine',
    'fattura',
    'customer number',
    'part number',
    'order number',
    'student',
    'employee',
    'badge',
    'tax',
    'ein',
    'itin',
  ],
);

/** A maximal run of what phone numbers are written with; longer runs than a number are refused, not searched. */
const RUN =
  /(?<![\p{L}\p{N}_.,/#$€£-])(?:\+|\(\+?)?[0-9](?:[ ().\-/]{0,3}[0-9]){6,}(?: ?(?:x|ext\.?|extension) ?[0-9]{1,6})?(?![\p{L}\p{N}_])/giu;
const EXTENSION = /(?: ?(?:x|ext\.?|extension) ?[0-9]{1,6})$/i;
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;
/** How far in front a cue or a counter-cue may stand. */
const REACH = 40;

/** Ways of writing that are used for phone numbers and for little else. */
const TELLING: readonly [RegExp, number][] = [
  [/^(?:\+?1[-. ]?)?\([2-9][0-9]{2}\) ?[0-9]{3}[-. ][0-9]{4}$/, 0.88],
  [/^(?:\+?1[-. ])?[2-9][0-9]{2}([-.])[0-9]{3}\1[0-9]{4}$/, 0.8],
  [/^(?:001|1)-[0-9]{3}-[0-9]{3}-[0-9]{4}$/, 0.85],
  [/^[0-9]{3}-[0-9]{3}-[0-9]{4}$/, 0.65],
  [/^0[1-9](?:[ .-][0-9]{2}){4}$/, 0.8],
  [/^\(0[0-9]{2,5}\) ?[0-9]{3,4} ?[0-9]{3,4}$/, 0.85],
  [/^0[0-9]{2,4} [0-9]{3,4} [0-9]{3,4}$/, 0.7],
  [/^07[0-9]{3} ?[0-9]{6}$/, 0.7],
  [/^0[0-9]{2,4}[ /-][0-9]{6,8}$/, 0.6],
];
const DATE_LIKE =
  /^(?:(?:19|20)[0-9]{2}[-./ ][0-9]{2}[-./ ][0-9]{2}|[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)?[0-9]{2})(?![0-9])/;
const HOLDS_DATE = /(?:^|[^0-9])(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9])/;
const IP_LIKE = /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/;
const CARD_LIKE = /^[0-9]{4}([ -])[0-9]{4}\1[0-9]{4}/;
const SSN_LIKE = /^[0-9]{3}-[0-9]{2}-[0-9]{4}$/;

function baseline(written: string): number {
  for (const [pattern, confidence] of TELLING) if (pattern.test(written)) return confidence;
  return 0;
}

function weigh(scan: Scan, start: number, raw: string): Candidate | null {
  const written = raw.replace(EXTENSION, '');
  const digits = written.replace(/[^0-9]/g, '').length;
  if (digits < LEAST_DIGITS || digits > MOST_DIGITS) return null;
  if (HOLDS_DATE.test(written) || written.split('(').length !== written.split(')').length) return null;
  if (DATE_LIKE.test(written) || IP_LIKE.test(written) || CARD_LIKE.test(written) || SSN_LIKE.test(written))
    return null;
  const end = start + raw.length;
  const cue = scan.distance(PHONE, start, end, REACH, 25);
  const counter = scan.distance(OTHER_NUMBER, start, end, 30, 0);
  if (counter >= 0 && (cue < 0 || counter < cue)) return null;
  scan.meter.attempts += 1;
  const international = /^\(?\+|^00[1-9]|^011[- ]?[1-9]/.test(written);
  const country = validCountry(written);
  const evidence = ['pattern'];
  if (country !== null) evidence.push('validator:phone');
  if (cue >= 0) evidence.push('cue:phone');
  const confidence = grade(written, international, country !== null, cue);
  return confidence > 0 ? { start, end, confidence, evidence } : null;
}

function grade(written: string, international: boolean, valid: boolean, cue: number): number {
  const telling = baseline(written);
  const grouped = /[ ().\-/]/.test(written);
  if (valid && international) return 0.96;
  if (valid && cue >= 0) return grouped || cue < 20 ? 0.95 : 0.86;
  if (valid) return telling > 0 ? Math.min(0.9, telling + 0.08) : grouped ? 0.5 : 0;
  if (cue >= 0 && cue < 25) return telling > 0 || international ? 0.86 : 0.7;
  if (international && grouped) return 0.75;
  return Math.max(telling, 0);
}

/** Phone numbers: with country code anywhere, national ones by form or by a cue (libphonenumber rules of six countries). */
export const phoneNumber: Detector = {
  id: 'phone-number',
  type: 'PHONE_NUMBER',
  class: 'PII',
  regions: ['US', 'GB', 'DE', 'FR', 'ES', 'IT'],
  needs: ['digit'],
  cues: [PHONE, OTHER_NUMBER],
  find(scan) {
    return [...scan.matchAll(RUN)]
      .filter((match) => match[0].length <= 32)
      .map((match) => weigh(scan, match.index, match[0]))
      .filter((candidate) => candidate !== null);
  },
  examples: {
    positive: [
      'call +49 30 901820 today',
      'tel: 020 7946 0958',
      '(212) 736-5000 is the desk',
      '06 12 34 56 78',
      'My number is 415-555-2671 x204',
      'phone 2127365000',
      'Handy 0171 1234567',
      '001-212-736-5000',
    ],
    negative: [
      'NPI 2127365000',
      'order number 2127365000',
      '2024-05-17 12:30:45',
      '1.5.0 (2025-11-13)',
      'version 10.0.19041.1234',
      '1716239022',
      '4111 1111 1111 1111',
      '192.168.100.200',
      'ISBN 978-3-16-148410-0',
      '219-09-9999',
      '3.14159265358979',
      '#1234567890',
    ],
  },
};
