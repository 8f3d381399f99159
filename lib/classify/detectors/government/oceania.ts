/** Identity numbers of Oceania. */
import type { Detector } from '../../detector.ts';
import { auAbn } from './au/au-abn.ts';
import { auAcn } from './au/au-acn.ts';
import { auCrn } from './au/au-crn.ts';
import { auDriverLicence } from './au/au-driver-licence.ts';
import { auIhi } from './au/au-ihi.ts';
import { auMedicare } from './au/au-medicare.ts';
import { auPassport } from './au/au-passport.ts';
import { auTfn } from './au/au-tfn.ts';
import { nzIrd } from './nz/nz-ird.ts';
import { nzNhi } from './nz/nz-nhi.ts';
import { nzNzbn } from './nz/nz-nzbn.ts';
import { nzPassport } from './nz/nz-passport.ts';

export const OCEANIA: readonly Detector[] = [
  auAbn,
  auAcn,
  auCrn,
  auDriverLicence,
  auIhi,
  auMedicare,
  auPassport,
  auTfn,
  nzIrd,
  nzNhi,
  nzNzbn,
  nzPassport,
];
