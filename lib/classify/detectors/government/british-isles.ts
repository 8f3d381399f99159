/** Identity numbers of British Isles. */
import type { Detector } from '../../detector.ts';
import { ukChi } from './gb/uk-chi.ts';
import { ukCompanyNumber } from './gb/uk-company-number.ts';
import { ukDrivingLicence } from './gb/uk-driving-licence.ts';
import { ukNhs } from './gb/uk-nhs.ts';
import { ukNino } from './gb/uk-nino.ts';
import { ukPassport } from './gb/uk-passport.ts';
import { ukUpn } from './gb/uk-upn.ts';
import { ukUtr } from './gb/uk-utr.ts';
import { ukVat } from './gb/uk-vat.ts';
import { iePassport } from './ie/ie-passport.ts';
import { iePps } from './ie/ie-pps.ts';
import { ieVat } from './ie/ie-vat.ts';

export const BRITISH_ISLES: readonly Detector[] = [
  ukChi,
  ukCompanyNumber,
  ukDrivingLicence,
  ukNhs,
  ukNino,
  ukPassport,
  ukUpn,
  ukUtr,
  ukVat,
  iePassport,
  iePps,
  ieVat,
];
