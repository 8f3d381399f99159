/** Reads on behind a street: unit, town, state, postcode, country, on the same line or the next ones. */
import type { Scan } from '../../scan.ts';
import {
  COUNTRY,
  COUNTY,
  LEADING_POSTCODE,
  LETTERED_POSTCODE,
  NUMERIC_POSTCODE,
  STATE,
  TOWN,
  UNIT,
} from './address-parts.ts';
import { latin } from './latin.ts';

const sticky = (source: string, flags = 'uy') => latin(new RegExp(source, flags));

const SEPARATOR = /(?: ?[,;]|\.,?| -)?[ \t]{0,3}(?:\r?\n[ \t]{0,8}){0,1}/y;
const POSTCODE_TOWN = sticky(`${LEADING_POSTCODE} ${TOWN}(?: ?[/-]? ?[A-Z]{2}(?![\\p{L}\\p{N}]))?`);
/** Behind a street: the postcode, and the town apart from it. */
const POSTCODE_APART = sticky(`${LEADING_POSTCODE}(?:, ?|,?\\n)${TOWN}`);
/** Codes of regions that are no states of the United States: `JK 36993`, `TAS, 2996`. */
const REGION_CODE = sticky('[A-Z]{2,3},? [0-9]{4,5}(?:-[0-9]{4})?(?![0-9-])');
const POSTCODE = sticky(LETTERED_POSTCODE);
const POSTCODE_BEHIND = sticky(NUMERIC_POSTCODE);
const UNIT_HERE = sticky(UNIT);
const STATE_HERE = sticky(STATE);
const STATE_LOWER = sticky(`${STATE} [0-9]{5}(?![0-9])`, 'iuy');
const COUNTRY_HERE = sticky(`(?:${COUNTRY}|${COUNTY})`);
const TOWN_HERE = sticky(TOWN);
const TOWN_LOWER = /[a-z][a-z'-]{2,20}(?: [a-z][a-z'-]{2,20}){0,2}(?=,? [a-z]{2},? [0-9]{5}(?![0-9]))/y;
const MOST_PARTS = 8;
/** What may follow a town that nothing confirms: the end of the sentence or of its part, or a small word. */
const CLOSED =
  /(?:["')\]]?(?:[.,;:!?]|[ \t]*(?:\n|$))|["')\]]|[ ](?:before|and|to|on|at|in|is|has|by|for|with|um|bis|et|y|e|a|und|oder|or|ist|hat|est|es|has|was|will|as|from|from)\b)/y;

export interface Tail {
  end: number;
  /** A postcode, a state or a country follows: it is an address. */
  place: boolean;
  unit: boolean;
  town: boolean;
}

interface Part {
  end: number;
  kind: 'unit' | 'town' | 'place';
}

function partAt(scan: Scan, at: number, previous: Part['kind'] | 'street', comma: boolean): Part | null {
  const read = (pattern: RegExp): number => {
    const match = scan.matchAt(pattern, at);
    return match === null ? -1 : at + match[0].length;
  };
  const one = (kind: Part['kind'], ...patterns: RegExp[]): Part | null => {
    for (const pattern of patterns) {
      const end = read(pattern);
      if (end > at) return { end, kind };
    }
    return null;
  };
  const follows = previous === 'town' || previous === 'place';
  return (
    one('place', POSTCODE_TOWN, POSTCODE) ??
    (follows ? null : one('place', POSTCODE_APART)) ??
    one('unit', UNIT_HERE) ??
    (follows ? one('place', POSTCODE_BEHIND, REGION_CODE) : null) ??
    one('place', STATE_LOWER) ??
    (follows || comma ? one('place', STATE_HERE, COUNTRY_HERE) : null) ??
    one('town', TOWN_HERE) ??
    (comma ? one('town', TOWN_LOWER) : null)
  );
}

/** What belongs to the address from `start` on (UTF-16), where a street or a box ends. */
export function readTail(scan: Scan, start: number): Tail {
  const tail: Tail = { end: start, place: false, unit: false, town: false };
  let at = start;
  let previous: Part['kind'] | 'street' = 'street';
  let tentative = -1;
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const gap = scan.matchAt(SEPARATOR, at)?.[0] ?? '';
    if (gap === '') break;
    const comma = gap.includes(',') || gap.includes('\n');
    const part = partAt(scan, at + gap.length, previous, comma);
    if (part === null) break;
    at = part.end;
    if (part.kind === 'town') {
      // Behind a bare space or on a new line a town has to be confirmed by what follows.
      const open = gap.includes(',') && !gap.includes('\n');
      if (open && tentative !== 0) tentative = part.end;
      else if (tentative < 0) tentative = 0;
    } else {
      tail.end = part.end;
      tail[part.kind] = true;
      tentative = -1;
    }
    previous = part.kind;
  }
  if (tentative > 0 && scan.matchAt(CLOSED, tentative) !== null) {
    tail.end = tentative;
    tail.town = true;
  }
  return tail;
}
