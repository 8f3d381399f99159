/** Addresses whose street has no telling word: read back from the postcode and the town. */
import { type Candidate, cueWords } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { readLead } from './address-lead.ts';
import { LEADING_POSTCODE, LETTERED_POSTCODE, LINK, NUMBER, STATE, TOWN, UNIT, WORD } from './address-parts.ts';
import { readTail } from './address-tail.ts';
import { latin } from './latin.ts';

const REACH = 110;
const GAP = String.raw`(?:,[ \n]?|,? ?\n ?| )`;
const POSTCODE_DIGITS = /[0-9]{4,5}|[0-9]{2,3}[ -][0-9]{2,3}/g;
const POSTCODE_TOWN = latin(new RegExp(`${LEADING_POSTCODE} ${TOWN}`, 'uy'));
const COUNTRY_LETTERS = /(?<![A-Za-z0-9])[A-Z]{1,2}-$/;
/** `Am Wall 175-177, `: small words and names, then the number. */
const STREET_BEFORE = latin(
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])(?:(?:Am|An|Im|In|Auf|Zum|Zur|Unter|Hinter|Vor|Bei|(?:R|Av|Al|Tv|Lg|Est|Cra?)\.|${WORD})(?: ${LINK})? ?)(?:${WORD} ){0,4}(?:\p{Ll}{3,10} |(?<=\p{L}), ?|(?<=\p{L} )|(?<=\. ))${NUMBER}(?:,? ${UNIT}){0,4}(?:,[ \n]?|,? ?\n ?)$`,
    'u',
  ),
);
const ZIP_HERE = /(?:[0-9]{5}(?:-[0-9]{4})?|(?<=(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT),? )[0-9]{4})(?![0-9-])/y;
const US_BEFORE = latin(
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_$.:/-])(?:[0-9]{1,6}[A-Z]?(?: (?:${WORD}|[NSEW]{1,2}|[0-9]{1,3}(?:st|nd|rd|th))){1,5}|RR [0-9]{1,3} Box [0-9]{1,5})(?:,? ${UNIT})?(?:,[ \n]?|,? ?\n ?)${TOWN},?${GAP}${STATE},? $`,
    'u',
  ),
);
/** Royal Mail: `3 Quayside, Bristol BS1 5XU`. */
const UK_POSTCODE = /(?<![A-Za-z0-9-])[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}(?![A-Za-z0-9])/g;
const UK_BEFORE = latin(
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_$£.:/-])(?:[0-9]{1,4}[A-Za-z]? |(?:Flat|Studio|Apartment|Apt|Unit|Room)\.? [0-9]{1,4}[A-Z]?(?:,[ \n]?|\n))(?:${WORD} ){0,4}${WORD}(?:,[ \n]?|\n)(?:${TOWN}(?:,[ \n]?|\n| )){1,3}$`,
    'u',
  ),
);
/** An Post. */
const EIRCODE = /(?<![A-Za-z0-9-])[ACDEFHKNPRTVWXY][0-9][0-9W] [0-9ACDEFHKNPRTVWXY]{4}(?![A-Za-z0-9])/g;
/** Canada Post: street, town, province, postcode. */
const CANADIAN_POSTCODE = /(?<![A-Za-z0-9-])[ABCEGHJ-NPRSTVXY][0-9][A-Z] ?[0-9][A-Z][0-9](?![A-Za-z0-9])/g;
const CANADIAN_BEFORE = latin(
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_$.:/-])[0-9]{1,6}[A-Za-z]?(?:,? \p{Ll}{3,10})?(?: (?:${WORD}|[NSEW]{1,2}|[0-9]{1,3})){1,5}(?:,? ${UNIT})?(?:,[ \n]?|,? ?\n ?)\p{Lu}[\p{L}' -]{1,40}?,? ?\n?(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT),? $`,
    'u',
  ),
);
/** India Post: house, street, town and PIN code. */
const INDIAN_PIN = /(?<=\p{L}[- ])[1-9][0-9]{2} ?[0-9]{3}(?![0-9A-Za-z-]|[.,][0-9])/gu;
const INDIAN_BEFORE = latin(
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_$.:/-])(?:(?:H\.? ?No|(?:Plot|Flat|House|Door|Shop) No|D\.No)\.? ?|[A-Z]-)?[0-9]{1,4}(?:[/-][0-9]{1,4})?[A-Z]?,? ?\n?(?:(?:${WORD} ){0,3}(?:${WORD}|[0-9]{1,3}),[ \n]?|[0-9]{1,3}(?:st|nd|rd|th) (?:${WORD} ){0,2}${WORD},[ \n]?){1,4}(?:${TOWN}|${TOWN},[ \n]?[A-Z]{2})[- ]$`,
    'u',
  ),
);
/** Colombia: `Carrera 15 # 93-47`, `Cl. 10 Sur No. 43A - 30`. */
export const COLOMBIAN_STREET = cueWords(
  'street-colombian',
  ...'calle cl cll carrera cr cra kr kra transversal transv tv diagonal diag dg avenida av ak ac'.split(' '),
);
const COLOMBIAN =
  /(?<![A-Za-z0-9])(?:Calle|Cll?|Carrera|Cra?|Kra?|Transversal|Transv|Tv|Diagonal|Diag|Dg|Avenida|Av|Ak|Ac)\.? [0-9]{1,3}[A-Za-z]{0,2}(?: (?:Sur|Bis|Este|Norte|Oeste))? ?(?:#|No\.?|N[°º]) ?[0-9]{1,3}[A-Za-z]{0,2}(?: (?:Sur|Bis|Este))? ?- ?[0-9]{1,3}(?: (?:Sur|Este|Norte|Oeste))?(?![A-Za-z0-9])/iy;
/** Russia, Ukraine, Bulgaria: the word of the street, its name, house, flat; town and postcode on either side. */
const CYRILLIC =
  /(?:(?<![А-яЁёІіЇїЄє])(?:(?:г|м|п|с|пос|ст|смт)\. ?[А-ЯЁІЇЄ][А-яЁёІіЇїЄє-]{1,24}|[0-9]{6}), ){0,2}(?<![А-яЁёІіЇїЄє])(?:ул|улица|вул|вулиця|просп|проспект|пр-т|пер|переулок|провулок|бул|бульвар|б-р|ш|шосе|шоссе|наб|набережная|пл|площадь|площа|алл|аллея|алея|узвіз|проезд|майдан)\.? (?:[А-ЯЁІЇЄ0-9][А-яЁёІіЇїЄє-]{0,24}[ ,]{1,2}){1,4}(?:(?:д|дом|буд|будинок|№)\.? ?)?[0-9]{1,4}[а-я]?(?:\/[0-9]{1,3})?(?:,? (?:к|корп|стр|кв|оф)\.? ?[0-9]{1,4})*(?:, (?:г\. ?|м\. ?)?[А-ЯЁІЇЄ][А-яЁёІіЇїЄє-]{1,24}(?: [А-ЯЁІЇЄ][А-яЁёІіЇїЄє-]{1,24})?)?(?:, [0-9]{5,6}(?![0-9]))?/g;
/** Vietnam: number, street, then ward, district, city. */
const VIETNAMESE =
  /(?:[Ss]ố )?(?<![\p{L}\p{N}])[0-9]{1,4}(?:\/[0-9]{1,4}){0,3}[A-Z]?,? (?:[Đđ]ường|[Pp]hố|[Nn]gõ|[Hh]ẻm|[Kk]hu|[Tt]ổ) [^,\n]{1,40}(?:,? (?:[Pp]hường|[Xx]ã|[Qq]uận|[Hh]uyện|[Tt]hành phố|[Tt]ỉnh|TP\.?|P\.|Q\.) ?[^,\n.!?]{1,24}){1,4}/gu;
/** Military mail (USPS Publication 28 section 238): unit or ship, then APO, FPO or DPO. */
const MILITARY = latin(
  /(?<![\p{L}\p{N}])(?:(?:PSC|CMR|Unit|UMR|OMC) [0-9]{1,5}[, ]{1,2}Box [0-9]{1,5}|(?:USS|USNS|USCGC|USNV) [A-Z][A-Za-z' ]{1,30}?)[,\n ]{1,3}(?:APO|FPO|DPO)[, ]{1,2}(?:AA|AE|AP)[, ]{1,2}[0-9]{5}(?:-[0-9]{4})?(?![0-9])/gu,
);
/** Eircode with a county in front. */
const IRISH = latin(new RegExp(`(?:Co\\.|County) ${WORD},? ?\\n?${LETTERED_POSTCODE}`, 'gu'));
const IRISH_BEFORE = latin(new RegExp(`(?<![\\p{L}\\p{N}])(?:${TOWN}, ){1,3}$`, 'u'));
/** Block and house first, ward, city and postcode behind it. */
const JAPANESE = latin(
  /[0-9]{1,4}(?: ?Chome[- ]?[0-9]{1,4})?(?:-[0-9]{1,4}){1,3} \p{Lu}[\p{L}-]{1,30}(?:, \p{Lu}[\p{L}-]{1,30}(?: City| Ward)?){1,3}(?: [0-9]{3}-[0-9]{4})?(?: Japan|, Japan)?/gu,
);
const JAPANESE_WARD =
  /-(?:ku|shi|cho|machi|gun|ken|fu|to)(?![A-Za-z])| City| Ward|Tokyo|Osaka|Kyoto| [0-9]{3}-[0-9]{4}$/;
/** China: province or city, district, road, number. Korea: city, district, road, number. */
const CHINESE_SCRIPT =
  /[\p{Script=Han}]{2,8}[省市][\p{Script=Han}]{2,12}[区县市][\p{Script=Han}0-9]{1,20}[路街道巷弄村][0-9]{1,5}号(?:[0-9A-Za-z\p{Script=Han}-]{0,12}[室楼层])?/gu;
const KOREAN_SCRIPT =
  /[\p{Script=Hangul}]{2,8}(?:시|도) [\p{Script=Hangul}]{1,6}[시군구](?: [\p{Script=Hangul}]{1,6}[구읍면])? [\p{Script=Hangul}0-9]{1,12}(?:로|길)(?: ?[0-9]{1,4}번?길)? ?[0-9]{1,4}(?:-[0-9]{1,4})?/gu;
/** Hungary: postcode and town in front of the street. */
const HUNGARIAN = latin(
  /(?<![\p{L}\p{N}-])(?:H-)?[1-9][0-9]{3} \p{Lu}[\p{L}-]{1,24}, (?:\p{Lu}[\p{L}-]{1,24} ){1,3}(?:utca|út|u\.|tér|krt\.|körút|köz|sétány) [0-9]{1,4}(?:[./-][A-Za-z0-9]{1,4}){0,3}\.?(?: (?:[IVX]{1,4}|[0-9]{1,3})(?:[./] ?[0-9]{1,3})?\.?)?/gu,
);
/** Prefecture, city, block: 1-3-35. */
const JAPANESE_SCRIPT =
  /(?:[0-9]{3}-[0-9]{4} ?)?(?:北海道|[\p{Script=Han}]{2,3}[都府県])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,30}[0-9]{1,4}(?:(?:丁目|番地?|号|-)[0-9]{0,4}){0,4}/gu;
const YEAR = /^(?:19|20)[0-9]{2} /;
const YEARS = /^(?:19|20)[0-9]{2}-(?:19|20)[0-9]{2}/;
const GLUED = latin(/[\p{L}\p{N}_.,:/+-]$/u);

function found(start: number, end: number, confidence: number): Candidate {
  return { start, end, confidence, evidence: ['pattern', 'place'] };
}

function plain(scan: Scan, pattern: RegExp): Candidate[] {
  return [...scan.matchAll(pattern)].map(({ 0: value, index }) => found(index, index + value.length, 0.93));
}

/** Where `before`, which ends at `$`, begins in front of `at`, or -1. */
function reachBack(scan: Scan, before: RegExp, at: number): number {
  scan.meter.attempts += 1;
  const from = Math.max(0, at - REACH);
  const match = before.exec(scan.text.slice(from, at));
  return match === null ? -1 : from + match.index;
}

/** Postcode and town, or state and ZIP code: read back from the digits. */
function fromPostcodes(scan: Scan): Candidate[] {
  const { text } = scan;
  return [...scan.matchAll(POSTCODE_DIGITS)].flatMap(({ index }) => {
    const before = text.slice(Math.max(0, index - 5), index);
    const zip = /[A-Za-z],? $/.test(before) ? scan.matchAt(ZIP_HERE, index) : null;
    if (zip !== null) {
      const start = reachBack(scan, US_BEFORE, index);
      if (start >= 0) return [found(start, readTail(scan, index + zip[0].length).end, 0.93)];
    }
    const at = index - (COUNTRY_LETTERS.exec(before)?.[0].length ?? 0);
    if (!/[,\n] ?$/.test(text.slice(Math.max(0, at - 2), at))) return [];
    const place = scan.matchAt(POSTCODE_TOWN, at);
    if (place === null || YEAR.test(place[0])) return [];
    const start = reachBack(scan, STREET_BEFORE, at);
    return start < 0 ? [] : [found(start, readTail(scan, at + place[0].length).end, 0.9)];
  });
}

export function placeFirst(scan: Scan): Candidate[] {
  const { text } = scan;
  const candidates = fromPostcodes(scan);
  for (const { 0: value, index } of [...scan.matchAll(UK_POSTCODE), ...scan.matchAll(EIRCODE)]) {
    const start = reachBack(scan, UK_BEFORE, index);
    if (start >= 0) candidates.push(found(readLead(text, start), readTail(scan, index + value.length).end, 0.93));
  }
  for (const { 0: value, index } of scan.matchAll(CANADIAN_POSTCODE)) {
    const start = reachBack(scan, CANADIAN_BEFORE, index);
    if (start >= 0) candidates.push(found(readLead(text, start), readTail(scan, index + value.length).end, 0.93));
  }
  for (const { 0: value, index } of scan.matchAll(INDIAN_PIN)) {
    const start = reachBack(scan, INDIAN_BEFORE, index);
    if (start >= 0) candidates.push(found(start, readTail(scan, index + value.length).end, 0.9));
  }
  for (const { 0: value, index } of scan.matchFrom(COLOMBIAN, scan.words(COLOMBIAN_STREET).starts))
    candidates.push(found(index, readTail(scan, index + value.length).end, 0.93));
  if (/[а-я]/.test(text)) candidates.push(...plain(scan, CYRILLIC));
  if (/[đĐốọườ]/.test(text)) candidates.push(...plain(scan, VIETNAMESE));
  if (/(?:APO|FPO|DPO)/.test(text)) candidates.push(...plain(scan, MILITARY));
  if (/Co\.|County/.test(text)) {
    for (const { 0: value, index } of scan.matchAll(IRISH)) {
      const start = reachBack(scan, IRISH_BEFORE, index);
      if (start >= 0) candidates.push(found(start, index + value.length, 0.93));
    }
  }
  for (const { 0: value, index } of scan.matchAll(JAPANESE)) {
    if (!JAPANESE_WARD.test(value) || YEARS.test(value) || GLUED.test(text.slice(Math.max(0, index - 1), index)))
      continue;
    candidates.push(found(index, index + value.length, 0.93));
  }
  if (/[路街道巷弄村][0-9]/.test(text)) candidates.push(...plain(scan, CHINESE_SCRIPT));
  if (/[로길] ?[0-9]/.test(text)) candidates.push(...plain(scan, KOREAN_SCRIPT));
  if (/(?:utca|út|u\.|tér|krt\.|körút) [0-9]/.test(text)) candidates.push(...plain(scan, HUNGARIAN));
  if (/[都道府県]/.test(text)) candidates.push(...plain(scan, JAPANESE_SCRIPT));
  return candidates;
}
