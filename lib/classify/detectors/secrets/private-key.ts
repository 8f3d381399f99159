import { type Candidate, type Detector, fixedStrings } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { assemble } from './token-detector.ts';

const BEGIN = fixedStrings('pem-begin', '-----begin ');
/** RFC 7468 label, the encapsulated text (also with escaped line ends, as in JSON), at most 12 kB. */
const HEAD = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/y;
const LONGEST = 12_288;
const LEAST_BODY = 48;
const NOT_KEY_TEXT = /[^A-Za-z0-9+/=\s\\:,.()-]/;

function keyAt(scan: Scan, start: number): Candidate | null {
  const head = scan.matchAt(HEAD, start)?.[0];
  if (head === undefined) return null;
  const from = start + head.length;
  // A key ends before the next one begins: looking further for its end would read the same text for every header.
  const reach = scan.text.slice(from, from + LONGEST);
  const next = reach.indexOf('-----BEGIN');
  const room = next < 0 ? reach : reach.slice(0, next);
  const length = room.indexOf('-----END');
  const closed = length >= 0;
  const foot = from + length;
  const body = closed ? room.slice(0, length) : room;
  // Without an end only the key text that is there is taken: a key cut off by copying is still most of a key.
  const stop = closed ? -1 : body.search(NOT_KEY_TEXT);
  const kept = stop < 0 ? body : body.slice(0, stop);
  if (kept.replace(/\\[rn]|[\s.]/g, '').length < LEAST_BODY) return null;
  const tail = closed ? scan.text.indexOf('-----', foot + 8) : -1;
  const end = tail >= 0 && tail - foot < 60 ? tail + 5 : from + kept.trimEnd().length;
  return { start, end, confidence: closed ? 0.99 : 0.9, evidence: ['pattern'] };
}

/** PEM and PGP private key blocks, whole or cut off, in plain text or in a JSON string (as in a service account file). */
export const privateKey: Detector = {
  id: 'private-key',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: [],
  requires: [BEGIN],
  encodable: true,
  find(scan) {
    const found: Candidate[] = [];
    let reached = 0;
    for (const start of scan.words(BEGIN).starts) {
      if (start < reached) continue;
      const key = keyAt(scan, start);
      if (key === null) continue;
      found.push(key);
      reached = key.end;
    }
    return found;
  },
  examples: {
    positive: [
      assemble(
        '-----BEGIN RSA ',
        'PRIVATE KEY-----\n',
        'XhOl43sCqqyk8tuKL1jyNRW8TDviiFhMXoctqe8PHiecuYualdGXKHofOSzyg9Uv\nQV8eXvUO5zBCB99jPx9m02Bb3F8NuvrbOmftxPTVP7wHpVfmkfL8Ze8aJLB0CDKB\n',
        '-----END RSA PRIVATE KEY-----',
      ),
      assemble(
        '{"private_key": "-----BEGIN ',
        'PRIVATE KEY-----\\n',
        'X9zfQjdgF1Rb853iGn95dCI7Xd93LGwK7j6RwS77HsX91hQAKSRcOaQuVLpAjq5we2rLtzqCytByttbp\\n',
        '-----END PRIVATE KEY-----\\n"}',
      ),
    ],
    negative: [
      assemble('-----BEGIN ', 'PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----'),
      assemble(
        '-----BEGIN ',
        'PUBLIC KEY-----\nYNzZIH6TzG1V6TNold5PiRrZGIqxBHglBITaHcRnIPr0hJxfzFtVmuhOxtbZYtZB\n-----END PUBLIC KEY-----',
      ),
      '-----BEGIN CERTIFICATE-----',
    ],
  },
};
