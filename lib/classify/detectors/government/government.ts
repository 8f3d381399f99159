/** Identity numbers, by part of the world. On a tie between overlapping findings the earlier one wins. */
import type { Detector } from '../../detector.ts';
import { BRITISH_ISLES } from './british-isles.ts';
import { NORTH_AMERICA } from './north-america.ts';
import { OCEANIA } from './oceania.ts';
import { WESTERN_EUROPE } from './western-europe.ts';

export const GOVERNMENT_DETECTORS: readonly Detector[] = [
  ...NORTH_AMERICA,
  ...BRITISH_ISLES,
  ...WESTERN_EUROPE,
  ...OCEANIA,
];
