/** Identity numbers, by part of the world. On a tie between overlapping findings the earlier one wins. */
import type { Detector } from '../../detector.ts';
import { AFRICA } from './africa.ts';
import { BRITISH_ISLES } from './british-isles.ts';
import { EAST_ASIA } from './east-asia.ts';
import { EASTERN_EUROPE } from './eastern-europe.ts';
import { LATIN_AMERICA } from './latin-america.ts';
import { MIDDLE_EAST } from './middle-east.ts';
import { NORTH_AMERICA } from './north-america.ts';
import { NORTHERN_EUROPE } from './northern-europe.ts';
import { OCEANIA } from './oceania.ts';
import { SOUTH_AND_CENTRAL_ASIA } from './south-and-central-asia.ts';
import { WESTERN_EUROPE } from './western-europe.ts';
import { WORLDWIDE } from './worldwide.ts';

export const GOVERNMENT_DETECTORS: readonly Detector[] = [
  ...NORTH_AMERICA,
  ...LATIN_AMERICA,
  ...BRITISH_ISLES,
  ...WESTERN_EUROPE,
  ...NORTHERN_EUROPE,
  ...EASTERN_EUROPE,
  ...EAST_ASIA,
  ...SOUTH_AND_CENTRAL_ASIA,
  ...MIDDLE_EAST,
  ...AFRICA,
  ...OCEANIA,
  ...WORLDWIDE,
];
