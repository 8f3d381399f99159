import { type Candidate, type Detector, fixedStrings } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { hostConfidence } from './host-name.ts';

const LEAD = fixedStrings('address-lead', 'http://|https://|ftp://|www.');
const ADDRESS =
  /(?<![\p{L}\p{N}@.])(?:https?:\/\/|ftp:\/\/|www\.)(?<host>[\p{L}\p{N}.-]{3,253})(?::[0-9]{1,5})?(?:[/?#][^\s<>"'`{}|\\^]{0,2000})?/iuy;
const BARE =
  /(?<![\p{L}\p{N}@./\\_-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:com|org|net|edu|gov|de|fr|es|it|eu|co\.uk|org\.uk|ac\.uk|com\.au|nl|ch|at|io|info|biz)(?![\p{L}\p{N}@_-]|\.[\p{L}\p{N}])(?:\/[^\s<>"'`{}|\\^]{0,2000})?/iuy;
/** A dot and the beginning of one of these. */
const BARE_ENDING = /\.(?:com|org|net|edu|gov|de|fr|es|it|eu|co|ac|nl|ch|at|io|info|biz)(?![a-z0-9_@-])/iy;
const BARE_CHARACTER = /[A-Za-z0-9.-]/;
/** Four names of a host and their dots. */
const LONGEST_BARE = 4 * 64;
/** Names inside an organisation: RFC 6762 appendix G, RFC 8375, and the domain ICANN reserved for private use in 2024. */
const INTERNAL =
  /^(?!localhost$)[a-z0-9-]{2,63}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:local|internal|intranet|corp|lan|private|home\.arpa|localdomain)$/i;
const TRAILING = /[.,;:!?)\]*]+$/;

function candidate({ data }: Scan, match: RegExpExecArray, host: string, confidence: number): Candidate | null {
  const address = match[0].replace(TRAILING, '');
  const name = host.replace(/^www\./i, '').replace(/\.+$/, '');
  const internal = INTERNAL.test(name);
  if (!internal && hostConfidence(name, data.models.tables.topLevelDomains) === 0) return null;
  const evidence = ['pattern', internal ? 'validator:internal-host' : 'validator:tld'];
  return { start: match.index, end: match.index + address.length, confidence, evidence };
}

/** Where words begin that may be the name of a host. */
function* bareHosts(scan: Scan): Generator<number> {
  const { text } = scan;
  let reached = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    if (scan.matchAt(BARE_ENDING, dot) === null) continue;
    let at = dot;
    while (at > reached && dot - at <= LONGEST_BARE && BARE_CHARACTER.test(text[at - 1]!)) at -= 1;
    if (at > reached || at === 0) yield at;
    reached = dot;
  }
}

/** Web addresses. Never acted on by itself: a low confidence, and it gives way to any value inside it. */
export const url: Detector = {
  id: 'url',
  type: 'URL',
  class: 'PII',
  regions: [],
  needs: ['dot'],
  cues: [LEAD],
  find(scan) {
    const full = [...scan.matchFrom(ADDRESS, scan.words(LEAD).starts)].map((match) =>
      candidate(scan, match, match.groups!.host!, 0.6),
    );
    const bare = [...scan.matchFrom(BARE, bareHosts(scan))]
      .filter((match) => !scan.inCode(match.index))
      .map((match) => candidate(scan, match, match[0].split('/')[0]!, 0.5));
    return [...full, ...bare].filter((found) => found !== null);
  },
  examples: {
    positive: [
      'see https://intranet.acme.com/people?id=7.',
      'www.acme.de',
      'our shop acme-tools.com is down',
      'see http://wiki.acme.local/hr?id=9 for it',
    ],
    negative: ['http://localhost:3000/', 'obj.method.call()', 'report.final.v2', 'e.g. this'],
  },
};
