import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { readTail } from './address-tail.ts';
import { latin } from './latin.ts';

const BOX = cueWords(
  'po-box',
  'po box|p.o. box|p.o.box|p o box|p. o. box|pob|post office box|postal box|gpo box|locked bag|private bag|postfach|boite postale|b.p.|bp|apartado|apartado de correos|apartado postal',
  'casella postale|c.p.|postbus|postboks|postbox|caixa postal|skrytka pocztowa|pl box|rr|hc|rural route|highway contract',
);
/** Also an oil company, a blood pressure and a check point. */
const SHORT = /^(?:bp|b\.p\.|c\.p\.|rr|hc|postbox)$/;
const NUMBER = latin(
  /[ .:#]{0,3}(?:n[.º°o]{0,2} ?)?(?:[0-9]{1,3}(?: [0-9]{2,3}){1,2}|[0-9]{1,6}(?:-[0-9]{1,5})?)(?: Box [0-9]{1,5})?(?![\p{L}\p{N}]|[/.,][0-9])/uy,
);

/** Post office boxes with the town behind them (USPS Publication 28 section 28; UPU S42). */
export const poBox: Detector = {
  id: 'po-box',
  type: 'STREET_ADDRESS',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  requires: [BOX],
  find(scan) {
    const { starts, ends } = scan.words(BOX);
    const found: Candidate[] = [];
    ends.forEach((at, index) => {
      const number = scan.matchAt(NUMBER, at);
      if (number === null) return;
      const start = starts[index]!;
      const tail = readTail(scan, at + number[0].length);
      if (SHORT.test(scan.folded.slice(start, at)) && !tail.place) return;
      found.push({ start, end: tail.end, confidence: tail.place ? 0.95 : 0.88, evidence: ['pattern', 'cue:po-box'] });
    });
    return found;
  },
  examples: {
    positive: [
      'PO Box 4417, Yuma, AZ 85366',
      'P.O. Box 12',
      'Postfach 12 34 56, 10115 Berlin',
      'Postbus 221',
      'BP 123, 75001 Paris',
      'RR 2 Box 118, Elkader, IA 52043',
    ],
    negative: ['the PO box is full', 'BP 120', 'postbox 4'],
  },
};
