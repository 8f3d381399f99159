/**
 * Numbers of things: orders, parts, cases, parcels. One in ten of them passes any check digit, and many are grouped like a
 * phone number, a card or a number of a person. What the label right in front says decides.
 */
import { cellsUnder } from './columns.ts';
import { cueWords } from './detector.ts';
import { firstAbove } from './lexicon.ts';
import { labelOfNumber } from './number-labels.ts';
import type { Scan } from './scan.ts';

/** English, German, French, Spanish, Italian, Dutch, Portuguese, Polish. A number word in front (`numéro de`) needs no mention. */
export const THING = cueWords(
  'thing',
  'order|purchase order|invoice|receipt|tracking|shipment|consignment|parcel|delivery note|case|ticket|incident|docket|serial|s/n|sku|part|item|article|art|component|model|catalog|catalogue|drawing|lot|batch|asset',
  'barcode|isbn|issn|upc|ean|gtin|sscc|asin|doi|pmid|arxiv|patent|bug|build|job|commit|hash|version|timestamp|epoch|snowflake|trace id|span id|transaction|transaction id|quote|voucher|coupon|container|pallet|ref|reference',
  'bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer|rechnungsnr|lieferschein|sendung|sendungsnummer|artikel|artikelnummer|teilenummer|vorgang|vorgangsnummer|aktenzeichen|seriennummer|chargennummer|charge nr',
  'commande|facture|colis|suivi|article|dossier|devis|bon de livraison|pedido|factura|envio|seguimiento|articulo|expediente|albaran|ordine|fattura|spedizione|articolo|pratica|bestelling|bestelnummer|ordernummer|factuur',
  'factuurnummer|artikelnummer|zaaknummer|nota fiscal|rastreio|artigo|encomenda|fatura|zamowienie|faktura|przesylka',
);

const REACH = 32;
/** Between such a word and its number: `no.`, a sign, quotes, a new cell. A new line begins something else. */
const GAP =
  /^s?\.?["'`*\])]{0,3}(?:[ _-]?(?:number|numbers|num|nummer|n[uú]mero|no|nos|nr|nrs|id|ids|code|ref|reference|key|value|is|was)(?![a-z])\.?|[ ]?(?:n\.?[°ºo]|№)){0,2}[ \t"'=:#([`*|]{0,6}(?:[A-Z]{2}[ -]|\([0-9]{2}\))?$/i;
/** `just in case: 0171 4412209`. */
const IN_CASE = /\bin (?:\p{L}{1,6} )?$/iu;

interface Things {
  /** Where words of things begin and end, in order of their ends. */
  starts: readonly number[];
  ends: readonly number[];
  /** Where the cells under a heading of things begin. */
  cells: ReadonlySet<number>;
}

const known = new WeakMap<Scan, Things>();

function thingsIn(scan: Scan): Things {
  let things = known.get(scan);
  if (things === undefined) {
    const { starts, ends } = scan.words(THING);
    const cells = new Set(starts.flatMap((at, index) => cellsUnder(scan, at, ends[index]!).map(({ start }) => start)));
    things = { starts, ends, cells };
    known.set(scan, things);
  }
  return things;
}

/** Whether the nearest label of a number that begins at `start` (UTF-16, end exclusive) is a thing's. */
export function isNumberOfThing(scan: Scan, start: number, end: number): boolean {
  const { starts, ends, cells } = thingsIn(scan);
  if (cells.has(start)) return true;
  const nearest = firstAbove(ends, start) - 1;
  if (nearest < 0) return false;
  const from = starts[nearest]!;
  const to = ends[nearest]!;
  if (start - to > REACH || !GAP.test(scan.text.slice(to, start))) return false;
  if (scan.folded.slice(from, to) === 'case' && IN_CASE.test(scan.text.slice(Math.max(0, from - 10), from)))
    return false;
  // `customer reference number` is the label of an identity number, and so is what stands between word and number.
  const label = labelOfNumber(scan, start, end);
  return label === null || (label.at <= start && label.from >= from);
}
