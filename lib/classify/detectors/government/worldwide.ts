/** Identity numbers of the whole world. */
import type { Detector } from '../../detector.ts';
import { driverLicense } from './zz/driver-license.ts';
import { passportNumber } from './zz/passport-number.ts';
import { travelDocumentMrz } from './zz/travel-document-mrz.ts';

export const WORLDWIDE: readonly Detector[] = [driverLicense, passportNumber, travelDocumentMrz];
