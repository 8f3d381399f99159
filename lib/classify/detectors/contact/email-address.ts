import { type Candidate, type Detector, fixedStrings } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { DOCUMENTATION_HOST, hostConfidence } from './host-name.ts';

const AT = fixedStrings('at-sign', '@');
const LOCAL_CHARACTER = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN_CHARACTER = /[\p{L}\p{N}.-]/u;
/** Limits of RFC 5321 section 4.5.3.1. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;
/** `git@host:path` and `scp user@host:path` address a machine, not a person. */
const MACHINE_USERS = new Set(['git', 'hg', 'svn', 'root', 'ubuntu', 'ec2-user']);

/** Printed in forms, manuals and settings for whoever reads them, and nobody's (RFC 2606). */
const STAND_IN =
  /^(?:your[._-]?(?:name|e?mail)|e?mail|name|user(?:name)?[0-9]{0,2}|tests?|foo|bar|you|me|someone|somebody|no-?reply|admin|info|ops|dev|support|alerts?|team|hello|contact|postmaster|webmaster|root|security|billing|sales|help|nobody|first(?:name)?[._-]?last(?:name)?|vorname[._-]nachname|prenom[._-]nom|nombre[._-]apellido)@(?:[a-z-]+\.)?example\.(?:com|org|net)$/i;

function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL_CHARACTER.test(text[start - 1]!)) start -= 1;
  // Quotes, equals signs and the like belong to the text around an address far more often than to the address.
  const local = text.slice(start, at);
  const lead = /^[^\p{L}\p{N}_+]*(?:.*[=/'`{|?&!#*])?/u.exec(local)![0].length;
  return start + lead;
}

function domainEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at <= LONGEST_DOMAIN && DOMAIN_CHARACTER.test(text[end]!)) end += 1;
  while (end > at + 1 && !/[\p{L}\p{N}]/u.test(text[end - 1]!)) end -= 1;
  return end;
}

function addressAround(scan: Scan, at: number): Candidate | null {
  const { text, data } = scan;
  const start = localStart(text, at);
  const end = domainEnd(text, at);
  const local = text.slice(start, at);
  if (STAND_IN.test(text.slice(start, end))) return null;
  if (local === '' || local.endsWith('.') || local.includes('..')) return null;
  const confidence = hostConfidence(text.slice(at + 1, end), data.models.tables.topLevelDomains);
  // In a program, an address at a host of documentation is what a test is fed with.
  if (confidence === 0 || (confidence === DOCUMENTATION_HOST && scan.inCode(start))) return null;
  if (MACHINE_USERS.has(local.toLowerCase()) && text[end] === ':') return null;
  return { start, end, confidence, evidence: ['pattern', 'validator:tld'] };
}

/** E-mail addresses (RFC 5321, also with international characters) whose top-level domain exists. */
export const emailAddress: Detector = {
  id: 'email-address',
  type: 'EMAIL_ADDRESS',
  class: 'PII',
  regions: [],
  needs: ['at', 'dot'],
  cues: [AT],
  encodable: true,
  find(scan) {
    scan.meter.attempts += scan.words(AT).starts.length;
    return scan
      .words(AT)
      .starts.map((at) => addressAround(scan, at))
      .filter((candidate) => candidate !== null);
  },
  examples: {
    positive: [
      'write to anna.maier@firma.de.',
      '"email":"j_o+tag@mail.acme.co.uk"',
      'mailto:o.brien@acme.io?subject=x',
      'user=jane@acme.com&x=1',
      'ａｎｎａ＠ｆｉｒｍａ．ｄｅ',
      'müller@bücher.de',
    ],
    negative: [
      'npm i react@18.2.0',
      'placeholder="name@example.com"',
      '@media screen',
      "const dummy = { email: 'jane@example.com' };",
      'logo@2x.png',
      'git@github.com:acme/repo.git',
      'a@b',
      'decorator @Component.of',
    ],
  },
};
