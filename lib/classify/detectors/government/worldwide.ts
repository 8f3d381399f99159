/** Identity numbers of the whole world. */
import type { Detector } from '../../detector.ts';
import { passportNumber } from './zz/passport-number.ts';
import { travelDocumentMrz } from './zz/travel-document-mrz.ts';

export const WORLDWIDE: readonly Detector[] = [passportNumber, travelDocumentMrz];
