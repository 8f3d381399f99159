/**
 * Makes detectors for identity numbers out of a short description: how the number is written, what proves it, which words
 * stand beside it. A bare run of digits needs its word; a form that nothing else has stands on its own.
 */
import { normalise } from '../../../prompt/normalise.ts';
import { type Candidate, cueWords, type Detector, type WordList } from '../../detector.ts';
import type { DataClass } from '../../finding.ts';
import { fold } from '../../fold.ts';
import { isEndOfLabel, isPartOfLabel, labelOfNumber } from '../../number-labels.ts';
import type { Scan } from '../../scan.ts';
import { isStandIn } from '../stand-in.ts';
import { COUNTRY_WORDS } from './country-words.data.ts';
import { AHEAD, isNamedOtherwise } from './named-otherwise.ts';
import { COUNTRIES, namedRegions } from './named-regions.ts';
import { numberPattern } from './number-pattern.ts';

export interface IdentityRule {
  /** Begins with the country, in small letters. */
  id: string;
  /** The id in capitals with `_` when not given. */
  type?: string;
  /** `PII` when not given. */
  class?: DataClass;
  /** ISO 3166-1 alpha-2; the first two letters of the id when not given. */
  region?: string;
  /** Labels in the country's languages and in English, `|` between them. */
  cues: string;
  /** Labels that other countries share: they count for less, unless the country is expected. */
  vague?: string;
  /** Labels of another country's numbers in the first place: they count where this country is named, expected or in front of the number. */
  shared?: string;
  /** How the number is written beside a label, in the notation of `number-pattern.ts`. */
  written: string;
  /** Proof by check digit, date or range of a written number, separators included. */
  valid?: (text: string) => boolean;
  /** Confidence beside a label: 0.95 with `valid`, 0.7 without. */
  cued?: number;
  /** How far behind a label the number may stand, in UTF-16 units: 120 with `valid`, 40 without. */
  reach?: number;
  /** Forms (`WordForms`; digit groups with spaces as `999 999 999`) that are reported without a label. */
  alone?: readonly string[];
  /** Confidence of those, 0.85 when not given. */
  aloneConfidence?: number;
  examples: Detector['examples'];
}

export interface IdentityDetector extends Detector {
  rule: IdentityRule;
}

/** Longer than any written number. */
const LONGEST = 40;
/** Beside a label, and further off. */
const NEAR = 40;
const FAR_LOSS = 0.04;

const VAGUE_LOSS = 0.08;
const LEAST_FOR_GENERIC = 0.93;

/** Labels that say which kind of number follows but not whose: they count where the country is expected or named. */
const GENERIC: WordList = {
  ...cueWords(
    'generic-id',
    'id|ic|id code|id card|national insurance|personal code|national code|registry code|tax code|taxpayer id',
    'national id|personal id|tax id|tin|company id|business id',
    ...[
      'national id|national identification|identity|identification|id|id card|personal|citizen|birth|civil',
      'social security|social insurance|insurance|health insurance|tax|tax identification|taxpayer',
      'company|registration|company registration|business|business registration|enterprise|registry',
    ].flatMap((kinds) => ['number', 'no'].map((word) => kinds.replace(/(?=\||$)/g, ` ${word}`))),
  ),
  labels: 'number',
};

/** Said in most of Europe: the number has the country's letters, or the country is named. */
const VAT: WordList = { ...cueWords('vat', 'vat'), labels: 'number' };
/** Where the number is written without letters as a rule. */
const VAT_HOME = 'GB';
/** Where the number itself holds letters. */
const LETTERED = new Set(['AT', 'CY', 'ES', 'FR', 'IE', 'NL']);
/** Letters in front of value added tax numbers (Council Directive 2006/112/EC article 215; GB, CH, NO), where they are not the ISO code. */
const VAT_LETTERS =
  /(?<![A-Za-z0-9])(AT|BE|BG|CHE?|CY|CZ|DE|DK|EE|EL|GR|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[ -]?$/;
const REGION_OF: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB', CHE: 'CH' };

/** How far from the number its country may be named, in UTF-16 units. */
const COUNTRY_REACH = 50;

/** Whether a country is named near a place in the text. */
function isNamed(scan: Scan, region: string, { start, end }: Place): boolean {
  const around = scan.folded.slice(Math.max(0, start - COUNTRY_REACH), end + COUNTRY_REACH / 2);
  return (COUNTRY_WORDS[region] ?? '').split('|').some((word) => word !== '' && around.includes(word));
}

/** Whether another country is named near a place and this one is not. */
function isOthers(scan: Scan, region: string, place: Place): boolean {
  return (
    scan.near(COUNTRIES, place.start, place.end, COUNTRY_REACH, COUNTRY_REACH / 2) && !isNamed(scan, region, place)
  );
}

/** Whether the letters of another country stand right in front: `MT 31067128` is no Czech number. */
function hasLettersOfOther(scan: Scan, region: string, start: number): boolean {
  const letters = VAT_LETTERS.exec(scan.text.slice(Math.max(0, start - 5), start))?.[1];
  return letters !== undefined && (REGION_OF[letters] ?? letters) !== region;
}

/** Scripts written without spaces, or with prefixes that touch the word. */
const TOUCHING = /[\u0590-\u08ff\u0e00-\u0eff\u1100-\u11ff\u2e80-\ud7ff]/;

/** A label with its short forms: `orgnummer`, `orgnr`; as the name of a field: `carte d identite`; `CPF` as `C.P.F.` */
function spellings(label: string, cue: string): string[] {
  const short = label.replace(/nummer$/, 'nr').replace(/ number$/, ' no');
  const dotted = /^\p{Lu}{2,5}$/u.test(cue) ? [Array.from(label).join('.')] : [];
  return [label, short, label.replace(/[-'’]+/g, ' '), ...dotted];
}

function labelLists(id: string, cues: string): WordList[] {
  // As the engine sees texts: a few letters fall apart there.
  const words = [...new Set(cues.split('|').flatMap((cue) => spellings(fold(normalise(cue).text), cue)))];
  const lists: WordList[] = [
    { id, words: words.filter((word) => !TOUCHING.test(word)), boundary: 'word', labels: 'number' },
    { id: `${id}:script`, words: words.filter((word) => TOUCHING.test(word)), boundary: 'none', labels: 'number' },
  ];
  return lists.filter((list) => list.words.length > 0);
}

/** `bvn_no=22378152160` as in an address or a log, `<td>12345674`: no constant of a program. */
const DATA = /\w{4}=$|[\w"/]>$/;

const DATE_TIME = /^20[0-9]{6}-(?:[01][0-9]|2[0-3])[0-5][0-9]$/;

interface Place {
  start: number;
  end: number;
}

/**
 * Every match of a pattern near a label. Windows that meet are read once, and each valid number carries its label on to
 * the next one, so that a list under one heading is found as a whole. Time in proportion to the text.
 */
function nearLabels(
  scan: Scan,
  labels: WordList,
  pattern: RegExp,
  reach: number,
  isOther: (start: number, end: number) => boolean,
  accept: (place: Place) => boolean,
) {
  const { starts, ends } = scan.words(labels);
  let read = 0;
  for (let i = 0; i < ends.length; i += 1) {
    let to = ends[i]! + reach;
    if (to <= read || isOther(starts[i]!, ends[i]!)) continue;
    let from = Math.max(read, starts[i]! - LONGEST, 0);
    const least = starts[i]! - AHEAD;
    while (from < to) {
      const until = to;
      // Two units in front for what the pattern looks back at.
      const base = Math.max(0, from - 2);
      const piece = scan.text.slice(base, until + LONGEST);
      pattern.lastIndex = from - base;
      from = until;
      for (let match = pattern.exec(piece); match !== null; match = pattern.exec(piece)) {
        scan.meter.attempts += 1;
        const start = base + match.index;
        if (start >= until) break;
        const end = start + match[0].length;
        if (end < least || !accept({ start, end })) {
          // A wrong beginning must not hide the right number behind it.
          pattern.lastIndex = match.index + 1;
          continue;
        }
        from = Math.max(until, end);
        to = Math.max(to, end + reach);
      }
    }
    read = to;
  }
}

const isSpaced = (form: string) => form.includes(' ');

/** Digit groups with spaces, given as `999 999 999`. */
function spaced(scan: Scan, form: string): Place[] {
  const sizes = form.split(' ').map((group) => group.length);
  const wanted = sizes.join(',');
  return scan
    .numbers(
      sizes.reduce((sum, size) => sum + size, 0),
      0,
    )
    .filter((window) => window.separator === ' ' && window.sizes.join(',') === wanted);
}

export function identityNumber(rule: IdentityRule): IdentityDetector {
  const cued = rule.cued ?? (rule.valid ? 0.95 : 0.7);
  const region = rule.region ?? rule.id.slice(0, 2).toUpperCase();
  const cues = rule.cues.split('|').filter((cue) => cue.toLowerCase() !== 'vat');
  const own = labelLists(rule.id, cues.join('|'));
  const vague = rule.vague === undefined ? [] : labelLists(`${rule.id}:vague`, rule.vague);
  // Only what a check digit or date proves may stand behind such a label.
  const isProven = cued >= LEAST_FOR_GENERIC;
  const generic = rule.valid && isProven ? [GENERIC] : [];
  const common = cues.length < rule.cues.split('|').length ? [VAT] : [];
  const shared = rule.shared === undefined ? [] : labelLists(`${rule.id}:shared`, rule.shared);
  const mine = [...own, ...vague, ...shared, ...common];
  const lists = [...mine, ...generic];
  const valid = rule.valid ?? (() => true);
  const reach = rule.reach ?? (rule.valid ? 120 : 40);
  const alone = rule.alone ?? [];
  const isForeign = (list: WordList) => !lists.includes(list) && list !== GENERIC;
  const proof = rule.valid ? ['pattern', 'validator:number'] : ['pattern'];
  let pattern: RegExp | undefined;

  /** Whether a number behind `VAT` can be of this country at all. */
  function mayBeVat(scan: Scan): boolean {
    if (region === VAT_HOME || LETTERED.has(region) || namedRegions(scan).has(region)) return true;
    return scan.folded.includes(region.toLowerCase()) || (region === 'GR' && scan.folded.includes('el'));
  }

  function labelled(scan: Scan): Candidate[] {
    const found: Candidate[] = [];
    pattern ??= numberPattern(rule.written);
    const expected = scan.data.regions.includes(region);
    for (const list of expected || namedRegions(scan).has(region) ? lists : mine) {
      if (!scan.has(list)) continue;
      if (list === VAT && !expected && !mayBeVat(scan)) continue;
      const base =
        list === VAT || own.includes(list) || shared.includes(list) || (expected && list !== GENERIC)
          ? cued
          : cued - VAGUE_LOSS;
      const isOther = (from: number, to: number) => (isProven ? isEndOfLabel : isPartOfLabel)(scan, from, to);
      nearLabels(scan, list, pattern, list === GENERIC ? NEAR : reach, isOther, ({ start, end }) => {
        const value = scan.text.slice(start, end);
        if (isStandIn(value) || !valid(value)) return false;
        if (isNamedOtherwise(scan, list, start, end, reach)) return false;
        if (!expected) {
          if (list === GENERIC && !isNamed(scan, region, { start, end })) return false;
          if (shared.includes(list) && !value.startsWith(region) && !isNamed(scan, region, { start, end }))
            return false;
          if (list === VAT && region !== VAT_HOME && !/[A-Za-z]/.test(value) && !isNamed(scan, region, { start, end }))
            return false;
          // Nothing but the label proves it, and in a program that may be a name of its own.
          if (!isProven && scan.isBareInCode(start) && !DATA.test(scan.text.slice(Math.max(0, start - 5), start)))
            return false;
          if (!isProven && isOthers(scan, region, { start, end })) return false;
        }
        if (hasLettersOfOther(scan, region, start)) return false;
        const loss = scan.near(list, start, end, NEAR, AHEAD) ? 0 : FAR_LOSS;
        found.push({ start, end, confidence: base - loss, evidence: [...proof, `cue:${rule.id}`] });
        return true;
      });
    }
    return found;
  }

  function standing(scan: Scan): Candidate[] {
    return alone
      .flatMap((form) => (isSpaced(form) ? spaced(scan, form) : scan.formed(form)))
      .filter((place) => stands(scan, place))
      .map(({ start, end }) => ({ start, end, confidence: rule.aloneConfidence ?? 0.85, evidence: proof }));
  }

  /** Whether what has a form of its own needs no label where it is. */
  function stands(scan: Scan, { start, end }: Place): boolean {
    const value = scan.text.slice(start, end);
    // Long numbers in programs are constants.
    if (/^[0-9]+$/.test(value) && scan.isBareInCode(start)) return false;
    // `n=1000000-4`: what a name stands in front of that is no label. `20190912-1624`: a day and a time.
    if (/[=/#]/.test(scan.text[start - 1] ?? '') || DATE_TIME.test(value)) return false;
    return valid(value) && !labelOfNumber(scan, start, end)?.lists.every(isForeign);
  }

  return {
    id: rule.id,
    type: rule.type ?? rule.id.toUpperCase().replaceAll('-', '_'),
    class: rule.class ?? 'PII',
    regions: [region],
    needs: ['digit'],
    // With a form of its own a number needs no label.
    ...(alone.some(isSpaced) ? { cues: [...lists, COUNTRIES] } : { requires: lists, forms: alone, cues: [COUNTRIES] }),
    find: (scan) => [...labelled(scan), ...standing(scan)],
    examples: rule.examples,
    rule,
  };
}
