import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { readLead } from './address-lead.ts';
import { readTail } from './address-tail.ts';
import { latin } from './latin.ts';
import { lowerAddresses } from './lower-address.ts';
import { COLOMBIAN_STREET, placeFirst } from './place-first.ts';
import {
  AFTER_RARE,
  AFTER_STRONG,
  AFTER_USUAL,
  BEFORE_STRONG,
  BEFORE_USUAL,
  type Core,
  findCores,
} from './street-core.ts';

const ADDRESS = cueWords(
  'address',
  'address|addr|live at|lives at|living at|live on|lives on|living on|reside|resides|residing|resident of|located at|located on|ship to|shipped to|deliver to|delivered to|delivery to|mail to|mailing|billing|home|house at|moved to|move to',
  'headquarters|office at|property at|apartment at|pick up at|send it to|street address|stay at|staying at|based at|visit us at|postal',
  'adresse|anschrift|wohnt|wohne|wohnhaft|wohnen|lieferadresse|rechnungsadresse|habite|domicilie|demeurant|vive en|vivo en|domicilio|direccion|reside en|abita|abito|residente|indirizzo',
  'woont|woon|adres|bezorgadres|morada|endereco|moro na|mieszka|zam|zamieszkaly|bor pa|bor i|osoite|asuu|siege social|sede|residencia',
);

function confidenceOf(core: Core, place: boolean, unit: boolean, town: boolean, cue: boolean, led: boolean): number {
  if (place) return core.numbered || core.strength !== 'weak' || led ? 0.95 : 0.86;
  if (!core.numbered) return led && (town || cue) ? 0.72 : 0;
  if (core.strength === 'strong') return unit || town || cue || led ? 0.93 : 0.86;
  if (core.strength === 'usual') return unit || cue || led ? 0.9 : town ? 0.86 : 0.72;
  if (unit && (town || cue)) return 0.86;
  return cue && core.numbered ? 0.8 : unit ? 0.6 : 0;
}

/** Words whose number is not that of a house. */
const COUNTED = latin(
  /(?:^|[^\p{L}])(?:version|chapter|section|figure|table|step|phase|part|top|page|vol|no|release|level|season|episode|day|week|year) $/iu,
);

/** `Cable tie 200 mm`: a size. */
const UNIT = /^ ?(?:[cmk]m|[mk]g|[mcd]l|[kMG]?Hz|[kMG]B|px|%)(?![\p{L}])/u;

/** `2021 Iain Lane`, `1991-1998, Thomas G. Lane`: years in front of names. */
const YEAR = /^(?:19|20)[0-9]{2}(?![0-9])/;

function weigh(scan: Scan, core: Core): Candidate | null {
  const tail = readTail(scan, core.end);
  if (!tail.place && COUNTED.test(scan.text.slice(Math.max(0, core.start - 12), core.start))) return null;
  if (UNIT.test(scan.text.slice(core.end, core.end + 5))) return null;
  const cue = scan.distanceBefore(ADDRESS, core.start, 40) >= 0;
  if (confidenceOf(core, tail.place, tail.unit, tail.town, cue, true) === 0) return null;
  const start = readLead(scan.text, core.start);
  const confidence = confidenceOf(core, tail.place, tail.unit, tail.town, cue, start < core.start);
  if (!tail.place && !tail.unit && !cue && YEAR.test(scan.text.slice(core.start, core.start + 5))) return null;
  if (confidence === 0 || (scan.inCode(start) && !tail.place)) return null;
  const evidence = ['pattern', ...(tail.place ? ['place'] : []), ...(cue ? ['cue:address'] : [])];
  return { start, end: tail.end, confidence, evidence };
}

/** Of candidates that share text, the one that reads furthest. */
function longest(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || candidate.start >= last.end) kept.push(candidate);
    else if (candidate.end > last.end && candidate.confidence >= last.confidence) {
      // The same address, read from a later word further on.
      kept[kept.length - 1] = { ...candidate, start: last.start };
    }
  }
  return kept;
}

/**
 * Postal addresses in one span, over several lines too: street and number by the words of sixteen countries' street names,
 * then unit, town, state, postcode and country as the postal services order them (UPU S42).
 */
export const streetAddress: Detector = {
  id: 'street-address',
  type: 'STREET_ADDRESS',
  class: 'PII',
  regions: 'US CA GB IE AU NZ DE AT CH FR BE ES MX IT NL PT BR PL SE DK NO FI JP IN SG'.split(' '),
  needs: ['digit'],
  cues: [ADDRESS, AFTER_STRONG, AFTER_USUAL, AFTER_RARE, BEFORE_STRONG, BEFORE_USUAL, COLOMBIAN_STREET],
  find(scan) {
    const lower = (at: number) =>
      scan.distanceBefore(ADDRESS, at, 45) >= 0 ||
      /^[\p{L}.]{2,6},? [\p{L} ]{2,30},? [a-z]{2},? [0-9]{5}(?![0-9])/iu.test(scan.text.slice(at, at + 50));
    const cores = findCores(scan, lower).map((core) => weigh(scan, core));
    const typedLower = lowerAddresses(scan, (at) => scan.distanceBefore(ADDRESS, at, 45) >= 0);
    return longest([...cores, ...placeFirst(scan), ...typedLower].filter((candidate) => candidate !== null));
  },
  examples: {
    positive: [
      '123 Main St Apt 4, Springfield, IL 62704',
      'i live at 123 main st',
      'We meet at 10 Downing Street',
      '8395 Kelly Mountains Apt. 123\nNorth Kevinborough, ME 98765',
      'Unit 1234 Box 5678\nDPO AA 12345',
      'USCGC Brown\nFPO AP 12345',
      'Flat 3, 12 High Street, London SW1A 1AA',
      'Hauptstraße 12, 10115 Berlin',
      'Berliner Straße 5a',
      'Am Markt 5\n12345 Musterstadt',
      '12, rue de la Paix, 75002 Paris',
      'Calle Mayor 12, 28013 Madrid',
      'C/ Mayor, 12',
      'Via Roma 12, 00184 Roma',
      'Keizersgracht 221, 1016 DV Amsterdam',
      '22 Crown Terrace, Paddington QLD 4064',
      '1475 rue Fullum, Montréal QC H2K 0B1',
      'Rua Augusta, 1508, São Paulo - SP, 01304-001',
      'ul. Piękna 24/7, 00-549 Warszawa',
      'Vesterbrogade 112, 1620 København V',
      'i live at 14 rue des lilas 69003 lyon',
      'mi direccion: calle mayor 12, 28013 madrid',
      'wohne in der hauptstr. 12, 10115 berlin',
      'can you be at 66 perry st by noon',
      '3301 NE 45th Ave #7, Portland OR 97213',
      'Calle Luna 45, 2º izda., 48011 Bilbao',
      'Bağdat Cad. No: 214 D: 9, 34728 Kadıköy/İstanbul',
      'Av. Corrientes 3247, C1193AAE Buenos Aires',
      'Flat No. 302, Sai Residency, 14th Cross, Indiranagar, Bengaluru 560038',
      'B-44, Sector 62, Noida, UP 201301',
      'Apt 6, The Quays, Galway H91 AF12',
    ],
    negative: [
      'a 5 minute drive',
      'the 3 best ways to lose weight',
      'on the 2nd street to the left',
      'sent via Port 80',
      'open 24 hours a day, Main entrance',
      'const street = 5;',
      'Table 5, 2024 results',
      'Version 2 Release Drive',
      'in 1984 Orwell',
      'Place Order 5 times',
      'it is at 5 minutes down the road',
      'la rue est longue, 12 personnes attendent',
      'Via Mail 3 times a week',
      'look up the via header in line 5, 12345 times',
    ],
  },
};
