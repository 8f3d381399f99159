import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';

const LABELS = cueWords(
  'postal-code',
  'zip|zip code|zipcode|postal code|postcode|post code|postalcode|eircode|pincode|pin code|plz|postleitzahl|code postal|codigo postal|cap|c.a.p.|codice postale|cep|kod pocztowy|postnummer|postinumero',
);
const VALUE = afterLabel(
  '(?:[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]|[A-Z][0-9][0-9W] ?[0-9A-Z]{4}|[0-9]{5}-[0-9]{3,4}|[0-9]{3}-[0-9]{4}|[0-9]{2}-[0-9]{3}|[0-9]{4} ?[A-Z]{2}|[0-9]{3} [0-9]{2,3}|[0-9]{4,6})(?![0-9A-Za-z]|[-.,/:][0-9])',
);

/** Postcodes by their label (a HIPAA identifier: 45 CFR 164.514(b)(2)(i)(B)). Within an address they belong to it. */
export const postalCode: Detector = {
  id: 'postal-code',
  type: 'LOCATION',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  requires: [LABELS],
  find: (scan) =>
    findLabelled(scan, LABELS, VALUE)
      // `test_zip_7075` is a name of something.
      .filter(({ start }) => scan.text[start - 1] !== '_')
      .map(({ start, end }) => ({
        start,
        end,
        confidence: 0.86,
        evidence: ['pattern', 'cue:postal-code'],
      })),
  examples: {
    positive: [
      'ZIP code 62704',
      'postcode: SW1A 1AA',
      'PLZ 10115',
      '"zip": "90210-1234"',
      'CEP 01304-001',
      'code postal : 75002',
    ],
    negative: ['zip file 2', 'cap of 100', 'postcode missing'],
  },
};
