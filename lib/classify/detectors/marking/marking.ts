/** Markings that people put on documents and code. */
import type { Detector } from '../../detector.ts';
import { confidentialityMarking } from './confidentiality-marking.ts';
import { governmentClassification } from './government-classification.ts';
import { insideInformation } from './inside-information.ts';
import { legalPrivilege } from './legal-privilege.ts';
import { proprietaryCode } from './proprietary-code.ts';
import { tlpMarking } from './tlp-marking.ts';

export const MARKING_DETECTORS: readonly Detector[] = [
  tlpMarking,
  governmentClassification,
  legalPrivilege,
  confidentialityMarking,
  insideInformation,
  proprietaryCode,
];
