import { type Candidate, type Detector, fixedStrings } from '../../detector.ts';
import { hostConfidence } from './host-name.ts';

const DISGUISE = fixedStrings(
  'disguised-at',
  '[at]',
  '(at)',
  '{at}',
  '<at>',
  ' at ',
  '[@]',
  '(@)',
  ' @ ',
  '[ at ]',
  '( at )',
);
const LOCAL = /[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/;
const DOT = String.raw`(?: ?[\[({<] ?(?:dot|\.) ?[\])}>] ?| dot |\.)`;
const DOMAIN = new RegExp(`[A-Za-z0-9-]{1,63}(?:${DOT}[A-Za-z0-9-]{1,63}){1,5}`, 'iy');
const EVERY_DOT = new RegExp(DOT, 'gi');
const WORD_AT = ' at ';
const SPELLED_DOT = /\bdot\b/i;

function addressAround(text: string, at: number, end: number, domain: string): Candidate | null {
  const before = text.slice(Math.max(0, at - 65), at);
  const local = LOCAL.exec(before.trimEnd());
  if (local === null) return null;
  // "meet me at acme.com" is English; "me at acme dot com" is an address.
  if (text.slice(at, end).toLowerCase() === WORD_AT && !SPELLED_DOT.test(domain)) return null;
  if (hostConfidence(domain.replace(EVERY_DOT, '.')) < 0.6) return null;
  const gap = text.slice(at, end);
  const finish = end + (text.slice(end).length - text.slice(end).trimStart().length) + domain.length;
  const confidence = gap.trim().length > 2 ? 0.9 : 0.75;
  return { start: at - before.length + local.index, end: finish, confidence, evidence: ['pattern', 'disguised'] };
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
    const { starts, ends } = scan.words(DISGUISE);
    const found: Candidate[] = [];
    ends.forEach((end, index) => {
      const next = scan.text[end] === ' ' ? end + 1 : end;
      const domain = scan.matchAt(DOMAIN, next)?.[0];
      if (domain === undefined) return;
      const candidate = addressAround(scan.text, starts[index]!, next, domain);
      if (candidate !== null) found.push(candidate);
    });
    return found;
  },
  examples: {
    positive: [
      'anna.maier [at] firma [dot] de',
      'anna(at)firma.de',
      'reach me: anna at firma dot de',
      'anna [at] firma.de',
    ],
    negative: ['meet me at acme.com', 'array[at] is used', 'look at this dot matrix', 'costs 5 @ 2.50'],
  },
};
