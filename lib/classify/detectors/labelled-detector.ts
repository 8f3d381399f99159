/** Makes detectors for values that only the label in front of them tells apart: `Policy no. 4471-22`, `"imsi": "2620..."`. */

import type { Detector, WordList } from '../detector.ts';
import { afterLabel, findLabelled, type Labelled } from '../labelled.ts';
import { isPartOfLabel } from '../number-labels.ts';
import type { Scan } from '../scan.ts';
import type { DetectorRule } from './detector-rule.ts';
import { isStandIn } from './stand-in.ts';

export interface LabelledRule extends DetectorRule {
  labels: WordList;
  /** Source of a bounded pattern of the value, matched without regard to case. */
  value: string;
  /** The labels say too little by themselves: a word of this list has to be near. */
  near?: WordList;
  /** 0.9 when not given. */
  confidence?: number;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-/i;

/** `badgeId uint32`: the type of a field. */
const TYPE_NAME = /^(?:u?int|float|char|varchar|decimal|numeric|number|utf|bytes)-?[0-9]+$/i;

/** `serial_iso7816`: the label is the beginning of a name in a program. */
const GOES_ON = /^_[A-Za-z]/;

/** In a program numbers are constants, and what identifies a record is nobody's. */
function isConstant(scan: Scan, start: number, value: string): boolean {
  return scan.isBareInCode(start) || (UUID.test(value) && scan.inCode(start));
}

/** `customerNumber = "123456789"`: what a test is fed with. */
const COUNTED_UP = /^[^0-9]{0,4}123456(?:7(?:8(?:90?)?)?)?$/;

function isFixture({ text }: Scan, { start, value }: Labelled): boolean {
  return isStandIn(value) || (COUNTED_UP.test(value) && /["'`]/.test(text[start - 1] ?? ''));
}

/** `kSN63KxCT9`: letters in the middle of a run of letters and digits, as in encoded bytes, are no label. */
function isInRun({ text }: Scan, { label, labelEnd, start }: Labelled): boolean {
  return start === labelEnd && /[A-Za-z0-9+/]/.test(text[label - 1] ?? '');
}

/** `imsi=310150123456789`, `serial_number=PF887`, as in a log or an address. */
export function isSet({ text }: Scan, start: number, labelEnd: number): boolean {
  return /^\w{0,10}=$/.test(text.slice(labelEnd, Math.min(start, labelEnd + 16)));
}

export function labelledDetector(rule: LabelledRule): Detector {
  const pattern = afterLabel(rule.value);
  const cue = `cue:${rule.labels.id}`;
  const evidence = ['pattern', ...(rule.validator === undefined ? [] : [`validator:${rule.validator.name}`]), cue];
  return {
    id: rule.id,
    type: rule.type,
    class: rule.class,
    regions: rule.regions ?? [],
    needs: rule.needs ?? ['digit'],
    requires: [rule.labels],
    ...(rule.near && { cues: [rule.near] }),
    find: (scan) =>
      findLabelled(scan, rule.labels, pattern)
        .filter(({ start, end }) => rule.near === undefined || scan.near(rule.near, start, end))
        .filter(({ value }) => rule.validator?.accepts(value) ?? true)
        .filter((labelled) => !isFixture(scan, labelled) && !TYPE_NAME.test(labelled.value) && !isInRun(scan, labelled))
        .filter(
          ({ start, labelEnd, value, isCell }) =>
            isCell || isSet(scan, start, labelEnd) || !isConstant(scan, start, value),
        )
        .filter(({ label, labelEnd }) => !isPartOfLabel(scan, label, labelEnd))
        .filter(
          ({ start, labelEnd }) => start !== labelEnd + 1 || !GOES_ON.test(scan.text.slice(labelEnd, labelEnd + 2)),
        )
        .map(({ start, end }) => ({ start, end, confidence: rule.confidence ?? 0.9, evidence })),
    examples: rule.examples,
  };
}

/** Letters, digits and inner hyphens, `least` to `most` long, with at least `digits` digits in a row somewhere near the front. */
export function codeValue(least: number, most: number, digits = 3): string {
  return `(?=[A-Za-z]{0,6}[-/ ]?[A-Za-z]{0,4}-?[0-9]{${digits}})[A-Za-z0-9](?:[-/]?[A-Za-z0-9]){${least - 1},${most - 1}}(?![A-Za-z0-9]|[-/][A-Za-z0-9])`;
}
