import type { Candidate, Detector } from '../../detector.ts';

const SIX_PAIRS =
  /(?<![0-9A-Za-z:.-]|[0-9a-f]{2}\/)[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?![0-9A-Za-z]|[:-][0-9A-Za-z])/gi;
const THREE_QUADS = /(?<![0-9A-Za-z:.-])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![0-9A-Za-z]|\.[0-9A-Za-z])/iy;
const QUAD = 4;
/** Everybody, nobody, and groups of receivers that protocols fix (IANA ethernet numbers). */
const NOBODY = /^(?:0{12}|f{12}|01005e|333300|0180c2)/;

/** Where four characters stand between the beginning and a dot, and four between it and the next. */
function* quads(text: string): Generator<number> {
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    if (dot >= QUAD && text[dot + 1 + QUAD] === '.') yield dot - QUAD;
  }
}

/** Hardware addresses of network interfaces (IEEE 802): six pairs, or three groups of four as Cisco writes them. */
export const macAddress: Detector = {
  id: 'mac-address',
  type: 'MAC_ADDRESS',
  class: 'PII',
  regions: [],
  needs: [],
  find(scan) {
    const found: Candidate[] = [];
    const pairs = scan.shape.has('colon') || scan.text.includes('-') ? scan.matchAll(SIX_PAIRS) : [];
    for (const { 0: written, index } of [...pairs, ...scan.matchFrom(THREE_QUADS, quads(scan.text))]) {
      const plain = written.replace(/[^0-9a-f]/gi, '').toLowerCase();
      if (NOBODY.test(plain) || new Set(plain).size < 3) continue;
      // Three groups of four digits may be a version or a number, six pairs joined by hyphens a date and a time.
      if (!/[a-f]/.test(plain) && !written.includes(':')) continue;
      found.push({ start: index, end: index + written.length, confidence: 0.95, evidence: ['pattern'] });
    }
    return found;
  },
  examples: {
    positive: ['00:1B:44:11:3A:B7', 'MAC 3c-22-fb-9a-01-7e', 'show mac 001b.4411.3ab7', 'at 00:11:22:33:44:55'],
    negative: [
      '00:00:00:00:00:00',
      'ff:ff:ff:ff:ff:ff',
      '12:30:45',
      '20-24-05-17-12-30',
      '01:00:5e:00:00:fb',
      '1234.5678.9012',
      'a1:b2:c3:d4:e5:f6:a7:b8',
      'ata1.00: cmd 61/08:00:e8:3f:a2/00:00:00:00:00/40 tag 3',
      'cmd 60/3d:43:3f:0d:8b:cd/00',
    ],
  },
};
