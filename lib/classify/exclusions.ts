/**
 * What a value is not: pieces of identifiers, hashes, time stamps and versions are no numbers of people, values that vendors
 * print in their documentation are nobody's, and addresses of the organisation itself are no secret to it. One place for
 * all detectors: what they propose passes through here.
 */

import type { ClassifierData } from './classifier.ts';
import type { Candidate, Detector } from './detector.ts';
import type { Scan } from './scan.ts';
import { isNumberOfThing } from './thing-labels.ts';

/** The most that is left of the confidence of a value that is known from documentation or is the organisation's own. */
export const EXCLUDED_CONFIDENCE = 0.6;

/** What a number may be a piece of: everything up to the next space or bracket. */
const TOKEN_CHARACTER = /[A-Za-z0-9.:+_-]/;
const LONGEST_TOKEN = 140;

/** Tokens whose pieces mean nothing by themselves. */
const WHOLE: readonly RegExp[] = [
  // UUID (RFC 9562)
  /(?<![0-9A-Za-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z])/gi,
  // Hashes and git ids: 7 and more hexadecimal digits with both letters and digits among them.
  /(?<![0-9A-Za-z])(?=[0-9]{0,30}[a-f])(?=[a-f]{0,30}[0-9])[0-9a-f]{20,128}(?![0-9A-Za-z])/gi,
  // Fingerprints and hardware addresses.
  /(?<![0-9A-Za-z:])(?:[0-9a-f]{2}[:-]){5,63}[0-9a-f]{2}(?![0-9A-Za-z])/gi,
  // Time stamps (RFC 3339).
  /(?<![0-9A-Za-z])(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9][T_][0-2][0-9]:?[0-5][0-9](?::?[0-5][0-9](?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?/gi,
  // Versions with a build or a pre-release.
  /(?<![0-9A-Za-z])v?[0-9]{1,6}(?:\.[0-9]{1,8}){2,4}[-+][0-9A-Za-z.-]{0,59}[0-9A-Za-z]/gi,
  // Floating point numbers with their exponent, decimal and hexadecimal.
  /(?<![0-9A-Za-z])[0-9]{1,40}(?:\.[0-9]{1,40})?[ep][-+][0-9]{1,4}(?![0-9A-Za-z])/gi,
];

/** Where the integers of machines end: 31, 32, 53, 63 and 64 bits, and the next one. */
const LIMITS: ReadonlySet<string> = new Set(
  [31n, 32n, 53n, 63n, 64n].flatMap((bits) => [`${2n ** bits - 1n}`, `${2n ** bits}`]),
);

/** Printed in vendors' documentation: AWS, Stripe, jwt.io, Google. Cut in two so that nobody's scanner takes them for leaks. */
const DOCUMENTED = [
  ['wJalrXUtnFEMI/K7MDENG/bPxRfiCY', 'EXAMPLEKEY'],
  ['sk_test_4eC39HqLyjWDarjt', 'T1zdP7dc'],
  ['sk_test_BQokikJOvBiI2HlW', 'gH4olfQ2'],
  ['eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6', 'IkpvaG4gRG9lIi'],
  ['AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3', 'namBGewQe'],
].map((pieces) => pieces.join(''));

/** The Free Software Foundation, as the licences of programs name it, now and formerly. */
const LICENCE_ADDRESS = /^(?:51 Franklin St|59 Temple Pl|675 Mass)/i;

const NUMBER_CLASSES: ReadonlySet<string> = new Set(['PII', 'PHI', 'PCI']);
/** Numbers that a state gives out; what a label in front calls an order or a part is none of them. */
const OF_A_STATE = /^[A-Z]{2}_/;
/** What is itself the number of a case. */
const OF_A_CASE: ReadonlySet<string> = new Set(['US_USCIS_RECEIPT', 'DE_HANDELSREGISTER']);
const NUMBER = /^[0-9][0-9\s.\-/()]*$/;

/** `2.718281828459045` is a decimal, whatever its digits add up to. */
const DECIMAL = /^(?:[0-9]\.[0-9]{7,}|(?!0)[0-9]{1,9}\.[0-9]{8,})$/;

/** `7.19.23`: a version. */
const VERSION = /^[0-9]{1,4}(?:\.[0-9]{1,2}){2}$/;

/** Names of things in Amazon's cloud (Amazon Resource Names): account, region and name are no secret. */
const RESOURCE_NAME = /(?<![0-9A-Za-z])arn:aws[a-z-]{0,12}:[A-Za-z0-9:/_.+=@*-]{0,140}$/;

function isInResourceName({ text }: Scan, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_TOKEN), start);
  return before.includes('arn:') && RESOURCE_NAME.test(before);
}

/** The candidate as it stands after everything that speaks against it, or null when it is no value at all. */
export function withoutExcluded(scan: Scan, detector: Detector, candidate: Candidate): Candidate | null {
  const isSecret = detector.class === 'SECRET';
  if ((isSecret || NUMBER_CLASSES.has(detector.class)) && isInResourceName(scan, candidate.start)) return null;
  if (NUMBER_CLASSES.has(detector.class)) {
    const value = scan.text.slice(candidate.start, candidate.end);
    if (DECIMAL.test(value) || LIMITS.has(value) || isInDump(scan.text, value, candidate)) return null;
    if (
      NUMBER.test(value) &&
      ((detector.type !== 'DATE_OF_BIRTH' && isPiece(scan, candidate)) || isHexDump(scan.text, value, candidate))
    )
      return null;
  }
  if (
    OF_A_STATE.test(detector.type) &&
    !OF_A_CASE.has(detector.type) &&
    (VERSION.test(scan.text.slice(candidate.start, candidate.end)) ||
      isNumberOfThing(scan, candidate.start, candidate.end))
  )
    return null;
  if (detector.type === 'STREET_ADDRESS' && LICENCE_ADDRESS.test(scan.text.slice(candidate.start, candidate.end)))
    return null;
  if (isSecret && isDocumented(scan.text, candidate)) return capped(candidate, 'exclusion:documented');
  if (isOwn(scan.data, detector.type, scan.text, candidate)) return capped(candidate, 'exclusion:own-domain');
  return candidate;
}

function capped(candidate: Candidate, code: string): Candidate {
  return {
    ...candidate,
    confidence: Math.min(candidate.confidence, EXCLUDED_CONFIDENCE),
    evidence: [...candidate.evidence, code],
  };
}

/** Whether a span (UTF-16, end exclusive) is a proper piece of a token that has a meaning only as a whole. */
export function isPiece(scan: Scan, { start, end }: Pick<Candidate, 'start' | 'end'>): boolean {
  const { text } = scan;
  let from = start;
  let to = end;
  while (from > 0 && start - from < LONGEST_TOKEN && TOKEN_CHARACTER.test(text[from - 1]!)) from -= 1;
  while (to < text.length && to - end < LONGEST_TOKEN && TOKEN_CHARACTER.test(text[to]!)) to += 1;
  if (from === start && to === end) return false;
  scan.meter.attempts += 1;
  const token = text.slice(from, to);
  return WHOLE.some((pattern) =>
    [...token.matchAll(pattern)].some(({ 0: whole, index }) => {
      const first = from + index;
      const last = first + whole.length;
      return first <= start && end <= last && (first < start || end < last);
    }),
  );
}

/** Bytes, or pairs of them, as programs print memory. */
const BYTES = /^(?:[0-9]{2}(?:\s[0-9]{2})+|[0-9]{4}(?:\s[0-9]{4})+(?:\s[0-9]{1,3})?|[0-9]{4}(?:[0-9]{4})?)$/;
const HEX_GROUP = '(?:[0-9a-f]{4}|[0-9a-f]{2})';
const HEX_BEFORE = new RegExp(`(?<![0-9a-z])(?:${HEX_GROUP}\\s)+$`, 'i');
const HEX_AFTER = new RegExp(`^[0-9a-f]{0,3}(?:\\s${HEX_GROUP}(?![0-9a-z]))+`, 'i');
/** The place in the file in front of a line. */
const OFFSET_BEFORE = /(?:^|\n)[0-9a-f]{7,8}:? {1,2}(?:(?:[0-9a-f]{2}|[0-9a-f]{4}) {1,2})*$/i;
/** A value that goes on into the next line's place in the file. */
const NEXT_OFFSET = /\r?\n[0-9a-f]{7,8}$/i;
const OFFSET = /^[0-9]{7,8}$/;
const LINE_OF_BYTES = /^:? {1,2}(?:[0-9a-f]{2}|[0-9a-f]{4}) /i;
/** The same with letters among the digits. */
const HEX_GROUPS = /^(?:[0-9a-f]{2}(?: {1,2}[0-9a-f]{2})+|[0-9a-f]{4}(?: {1,2}[0-9a-f]{4})+)$/i;
const DUMP_REACH = 48;

/** Bytes in a line that begins with their place in a file. */
function isInDump(text: string, value: string, { start, end }: Candidate): boolean {
  if (NEXT_OFFSET.test(value) && /^(?::| {2})/.test(text.slice(end, end + 2))) return true;
  if (
    OFFSET.test(value) &&
    /(?:^|\n)$/.test(text.slice(Math.max(0, start - 1), start)) &&
    LINE_OF_BYTES.test(text.slice(end, end + 8))
  )
    return true;
  return HEX_GROUPS.test(value) && OFFSET_BEFORE.test(text.slice(Math.max(0, start - 2 * DUMP_REACH), start));
}

/** Groups of digits beside groups with letters: bytes in hexadecimal. `be` and `face` are words as well, and one may be chance. */
function isHexDump(text: string, value: string, { start, end }: Candidate): boolean {
  if (!BYTES.test(value)) return false;
  const before = text.slice(Math.max(0, start - DUMP_REACH), start);
  const beside = [HEX_BEFORE.exec(before), HEX_AFTER.exec(text.slice(end, end + DUMP_REACH))];
  const lettered = beside.flatMap((found) => found?.[0].match(/\S*[a-f]\S*/gi) ?? []);
  return lettered.length > 1 && lettered.some((group) => /[0-9]/.test(group));
}

function isDocumented(text: string, { start, end }: Candidate): boolean {
  const value = text.slice(start, Math.min(end, start + 512));
  return DOCUMENTED.some((known) => value.includes(known));
}

function isOwn({ ownDomains }: ClassifierData, type: string, text: string, { start, end }: Candidate): boolean {
  if (ownDomains.length === 0 || type !== 'EMAIL_ADDRESS') return false;
  const host = text.slice(start, end).split('@').at(-1)!.toLowerCase();
  return ownDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
