/** Identity numbers of Africa. */
import type { Detector } from '../../detector.ts';
import { etFin } from './et/et-fin.ts';
import { ghCard } from './gh/gh-card.ts';
import { ghTin } from './gh/gh-tin.ts';
import { keNationalId } from './ke/ke-national-id.ts';
import { kePin } from './ke/ke-pin.ts';
import { muNid } from './mu/mu-nid.ts';
import { mzNuit } from './mz/mz-nuit.ts';
import { ngBvn } from './ng/ng-bvn.ts';
import { ngNin } from './ng/ng-nin.ts';
import { ngPassport } from './ng/ng-passport.ts';
import { ngTin } from './ng/ng-tin.ts';
import { rwNationalId } from './rw/rw-national-id.ts';
import { snNinea } from './sn/sn-ninea.ts';
import { tzNida } from './tz/tz-nida.ts';
import { ugNin } from './ug/ug-nin.ts';
import { zaCompany } from './za/za-company.ts';
import { zaDriverLicense } from './za/za-driver-license.ts';
import { zaId } from './za/za-id.ts';
import { zaPassport } from './za/za-passport.ts';
import { zaTax } from './za/za-tax.ts';

export const AFRICA: readonly Detector[] = [
  zaCompany,
  zaDriverLicense,
  zaId,
  zaPassport,
  zaTax,
  ngBvn,
  ngNin,
  ngPassport,
  ngTin,
  keNationalId,
  kePin,
  ghCard,
  ghTin,
  ugNin,
  tzNida,
  etFin,
  rwNationalId,
  snNinea,
  muNid,
  mzNuit,
];
