import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import type { Scan } from '../../scan.ts';

const LABELS = cueWords(
  'address-label',
  'street|street address|address|address line|address1|line1|street1|streetaddress|home address|postal address|mailing address|delivery address|shipping address|billing address|shippingaddress|billingaddress|residence',
  'adresse|anschrift|strasse|straße|lieferadresse|rechnungsadresse|wohnadresse|strasse und hausnummer|adresse postale|rue|domicile|direccion|domicilio|calle|indirizzo|residenza|endereco|morada|logradouro|adres|bezorgadres|straat|adres zamieszkania|ulica|adress|gatuadress|osoite|adresa|cim|lakcim|адрес|διευθυνση|alamat|dia chi',
);
/** To the end of the quotes, the cell or the line. */
const VALUE = afterLabel(String.raw`[^"\n\r\t|;<>{}@=\\]{4,100}`, 'u');
/** A colon or an equals sign, or a cell: in prose a word for an address is followed by anything. */
const SIGN = /^["'\]]{0,2}[ \t]{0,2}[:=]/;
const NUMBERED = /(?<![\p{L}\p{N}.:#$€£])[0-9]{1,5}(?:[-/ ]?[0-9]{0,4}[A-Za-z]?)?(?![\p{L}\p{N}]|[.:][0-9])/u;
const NAMED = /\p{Lu}[\p{L}'’-]{2,}/u;
/** Addresses of machines, memory, mail and the web; templates and sentences. */
const NO_PLACE =
  /:\/\/|(?:^|[^\p{L}])(?:0x[0-9a-f]|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|localhost|port|null|none|undefined|true|false|is|are|was|the|must|should|will|please|version)(?:[^\p{L}]|$)|[$%]\{|[([]|^[0-9a-f:]+$/iu;

function isPlace(value: string): boolean {
  return NUMBERED.test(value) && NAMED.test(value) && !NO_PLACE.test(value);
}

function isLabel(scan: Scan, label: number, start: number): boolean {
  const between = scan.text.slice(label, start);
  return /[:=\n]/.test(between) || SIGN.test(between);
}

/** Addresses by their label in forms, JSON and tables, whatever the country's way of writing: a number and a name. */
export const labelledAddress: Detector = {
  id: 'labelled-address',
  type: 'STREET_ADDRESS',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  requires: [LABELS],
  find: (scan) =>
    findLabelled(scan, LABELS, VALUE)
      .map(({ start, value, label }) => {
        const kept = value.replace(/[\s,.'’]+$/, '');
        return { start, end: start + kept.length, label, value: kept };
      })
      .filter(({ start, label, value }) => isPlace(value) && isLabel(scan, label, start))
      .filter(({ start }) => !scan.inCode(start) || scan.text[start - 1] === '"')
      .map(({ start, end }) => ({ start, end, confidence: 0.86, evidence: ['pattern', 'cue:address'] })),
  examples: {
    positive: [
      '{"street":"14 Harbour View","city":"Cobh"}',
      'Address: Los Leones 1200, Providencia',
      'name;address\nAna;Conjunto Belice 745',
      'Anschrift: Am Wall 12a',
      'shippingAddress: "Perumahan Bangka Raya No. 7"',
    ],
    negative: [
      'address: 0x7ffe12345678',
      'address = 192.168.0.12',
      'IP address: 10.0.0.1',
      'The address is wrong, call 5 people',
      '"address": "0.0.0.0:8080"',
      'address: tcp://Broker:5672',
      'the street has 12 Trees',
    ],
  },
};
