/** Identity numbers of Middle East. */
import type { Detector } from '../../detector.ts';
import { aeEmiratesId } from './ae/ae-emirates-id.ts';
import { aeTrn } from './ae/ae-trn.ts';
import { bhCpr } from './bh/bh-cpr.ts';
import { dzNin } from './dz/dz-nin.ts';
import { egNationalId } from './eg/eg-national-id.ts';
import { ilCompany } from './il/il-company.ts';
import { ilId } from './il/il-id.ts';
import { irNationalCode } from './ir/ir-national-code.ts';
import { joNationalId } from './jo/jo-national-id.ts';
import { kwCivilId } from './kw/kw-civil-id.ts';
import { maCin } from './ma/ma-cin.ts';
import { maIce } from './ma/ma-ice.ts';
import { qaQid } from './qa/qa-qid.ts';
import { saNationalId } from './sa/sa-national-id.ts';
import { saVat } from './sa/sa-vat.ts';
import { tnCin } from './tn/tn-cin.ts';
import { trPassport } from './tr/tr-passport.ts';
import { trTckn } from './tr/tr-tckn.ts';
import { trVkn } from './tr/tr-vkn.ts';

export const MIDDLE_EAST: readonly Detector[] = [
  ilCompany,
  ilId,
  trPassport,
  trTckn,
  trVkn,
  saNationalId,
  saVat,
  aeEmiratesId,
  aeTrn,
  qaQid,
  kwCivilId,
  bhCpr,
  joNationalId,
  irNationalCode,
  egNationalId,
  maCin,
  maIce,
  dzNin,
  tnCin,
];
