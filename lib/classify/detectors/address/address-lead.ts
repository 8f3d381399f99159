/** Reads back in front of a street: unit, floor, house name, box. */
import { UNIT, WORD } from './address-parts.ts';

const HOUSE = String.raw`(?:The )?(?:${WORD} ){0,3}(?:House|Cottage|Lodge|Farm|Barn|Hall|Forge|Mill|Manor|Villa|Court|Rectory|Vicarage|Building|Tower|Towers|Plaza|Centre|Center|Mansions|View|Heights|Residency|Apartments|Edificio|Résidence|Palazzo)`;
const BOX = String.raw`(?:PO |P\.O\. )?Box [0-9]{1,6}`;
const REACH = 90;
const LEAD = new RegExp(
  String.raw`(?<![\p{L}\p{N}_'-])(?:(?:${UNIT}|${HOUSE}|${BOX})(?:, ?|,? ?\n ?| ?\/ ?| - | )){1,4}$`,
  'iu',
);

/** Where the address begins (UTF-16), given where its street begins. */
export function readLead(text: string, start: number): number {
  const from = Math.max(0, start - REACH);
  const match = LEAD.exec(text.slice(from, start));
  if (match === null) return start;
  // House names begin with a capital; the pattern reads units in any case.
  return /^[\p{Lu}0-9#]|^(?:apt|unit|flat|suite)/u.test(match[0]) ? from + match.index : start;
}
