/** Identity numbers of South and Central Asia. */
import type { Detector } from '../../detector.ts';
import { kgPin } from './kg/kg-pin.ts';
import { kzIin } from './kz/kz-iin.ts';
import { uzPinfl } from './uz/uz-pinfl.ts';

export const SOUTH_AND_CENTRAL_ASIA: readonly Detector[] = [kzIin, uzPinfl, kgPin];
