import { type Candidate, type Detector, fixedStrings } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { hostConfidence } from './host-name.ts';

/** Accents are folded away before these are looked for. */
const DISGUISE = fixedStrings(
  'disguised-at',
  '[at|(at|{at|<at|[ at|( at| at |_at_|-at-|[@|(@| @ |arroba|arobase|chiocciola|klammeraffe',
);
const OPEN = String.raw`[ ]{0,2}[\[({<_*-]{0,2} ?`;
const CLOSE = String.raw` ?[\])}>_*-]{0,2}[ ]{0,2}`;
const AT = new RegExp(`${OPEN}(?:@|(?:at|ät|arroba|arobase|chiocciola|klammeraffe)(?![A-Za-z]))${CLOSE}`, 'iy');
const DOT = String.raw`(?: ?[\[({<_*-] ?(?:dot|punkt|point|punto|ponto|\.) ?[\])}>_*-] ?| (?:dot|punkt|point|punto|ponto|\.) |\.)`;
const LABEL = '[A-Za-z0-9]{1,63}(?:-[A-Za-z0-9]{1,30}){0,3}';
const DOMAIN = new RegExp(`${LABEL}(?:${DOT}${LABEL}){1,5}`, 'iy');
const LOCAL = new RegExp(`(?:[A-Za-z0-9_+-]{1,30}${DOT}){0,3}[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$`, 'i');
const EVERY_DOT = new RegExp(DOT, 'gi');
const WORD_AT = /^ at $/i;
/** `at that point in` is English. */
const SPELLED_DOT = /(?:^|[^a-z])(?:dot|punkt|punto|ponto)(?![a-z])/i;
const LONGEST_LOCAL = 80;

function addressAround({ text, data }: Scan, at: number, end: number, domain: string): Candidate | null {
  const before = text.slice(Math.max(0, at - LONGEST_LOCAL), at).trimEnd();
  const local = LOCAL.exec(before);
  if (local === null) return null;
  const sign = text.slice(at, end);
  // `use {at} and {dot} in templates` is about the words themselves.
  if (/^(?:and|or|und|oder|et|ou|y|o|for|in|is)\b/i.test(domain)) return null;
  // "meet me at acme.com" is English; "me at acme dot com" is an address.
  if (WORD_AT.test(sign) && !SPELLED_DOT.test(domain)) return null;
  if (hostConfidence(domain.replace(EVERY_DOT, '.'), data.models.tables.topLevelDomains) < 0.6) return null;
  const confidence = /[^ @a-z]|arroba|arobase|chiocciola|klammeraffe/i.test(sign) ? 0.9 : 0.75;
  const start = Math.max(0, at - LONGEST_LOCAL) + local.index;
  return { start, end: end + domain.length, confidence, evidence: ['pattern', 'disguised'] };
}

/** E-mail addresses written so that programs miss them: `anna [at] firma [dot] de`. */
export const emailAddressDisguised: Detector = {
  id: 'email-address-disguised',
  type: 'EMAIL_ADDRESS',
  class: 'PII',
  regions: [],
  needs: [],
  requires: [DISGUISE],
  find(scan) {
    const found: Candidate[] = [];
    for (const start of scan.words(DISGUISE).starts) {
      const sign = scan.matchAt(AT, start)?.[0];
      if (sign === undefined) continue;
      const domain = scan.matchAt(DOMAIN, start + sign.length)?.[0];
      if (domain === undefined) continue;
      const candidate = addressAround(scan, start, start + sign.length, domain);
      if (candidate !== null) found.push(candidate);
    }
    return found;
  },
  examples: {
    positive: [
      'anna.maier [at] firma [dot] de',
      'anna(at)firma.de',
      'reach me: anna at firma dot de',
      'anna dot maier at firma dot de',
      'anna [at] firma.de',
      'anna_at_firma_dot_de',
      'anna arroba firma punto es',
      'anna @ firma . de',
    ],
    negative: [
      'meet me at acme.com',
      'array[at] is used',
      'use {at} and {dot} in templates',
      'if (attributes.id) { push(1) }',
      "the late 70's. At that point in time",
      'look at this dot matrix',
      'costs 5 @ 2.50',
      'we met at the office . It rained',
      'the point at the end point of the line',
    ],
  },
};
