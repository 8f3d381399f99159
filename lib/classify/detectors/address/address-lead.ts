/** Reads back in front of a street: unit, floor, house name, box. */
import { UNIT, WORD } from './address-parts.ts';
import { latin } from './latin.ts';

const HOUSE = `(?:The )?(?:${WORD} ){0,4}(?:House|Cottage|Lodge|Farm|Barn|Hall|Forge|Mill|Manor|Villa|Court|Rectory|Vicarage|Building|Tower|Towers|Plaza|Centre|Center|Mansions|View|Heights|Residency|Apartments|Edificio|Résidence|Palazzo)`;
const BOX = String.raw`(?:PO |P\.O\. )?Box [0-9]{1,6}`;
const REACH = 90;
const LEAD = latin(
  new RegExp(String.raw`(?<![\p{L}\p{N}_'-])(?:(?:${UNIT}|${HOUSE}|${BOX})(?:, ?|,? ?\n ?| ?\/ ?| - | )){1,5}$`, 'u'),
);
/** The word in front of a number that was read as the house number: `Unit 7/214`, `Plot 44`. */
const BARE = latin(/(?<![\p{L}\p{N}])(?:Unit|Flat|Apt|Plot|Blk|Block|Shop|Lot|House|Villa|No|Nº)\.? ?$/u);

/** Where the address begins (UTF-16), given where its street begins. */
export function readLead(text: string, start: number): number {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start);
  const match = BARE.exec(before) ?? LEAD.exec(before);
  return match === null ? start : from + match.index;
}
