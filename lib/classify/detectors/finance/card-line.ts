/** Cards as people copy them in one go: number, expiry, code. */
import type { Scan } from '../../scan.ts';
import { passesLuhn } from './luhn.ts';

const LINE =
  /(?<![0-9A-Za-z.-])([0-9](?:[ -]?[0-9]){11,18})[ (,;|]{1,3}((?:0[1-9]|1[0-2]) ?\/ ?(?:20)?[2-4][0-9])(?:\)?[ ,;|]{1,3}([0-9]{3,4}))?(?![0-9/-])/g;

/** Spans of the expiry and of the code, where one follows (UTF-16, end exclusive). */
export interface CardLine {
  expiry: { start: number; end: number };
  code: { start: number; end: number } | null;
}

export function cardLines(scan: Scan): CardLine[] {
  if (!scan.text.includes('/')) return [];
  return [...scan.matchAll(LINE)].flatMap((match) => {
    const [written, number, expiry, code] = match;
    if (!passesLuhn(number!.replace(/[^0-9]/g, ''))) return [];
    const end = match.index + written.length;
    const start = match.index + written.indexOf(expiry!, number!.length);
    return [
      {
        expiry: { start, end: start + expiry!.length },
        code: code === undefined ? null : { start: end - code.length, end },
      },
    ];
  });
}
