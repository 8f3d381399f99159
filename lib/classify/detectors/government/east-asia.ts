/** Identity numbers of East Asia. */
import type { Detector } from '../../detector.ts';
import { cnPassport } from './cn/cn-passport.ts';
import { cnRic } from './cn/cn-ric.ts';
import { cnUscc } from './cn/cn-uscc.ts';
import { hkId } from './hk/hk-id.ts';
import { idNik } from './id/id-nik.ts';
import { idNpwp } from './id/id-npwp.ts';
import { jpCorporateNumber } from './jp/jp-corporate-number.ts';
import { jpDriverLicense } from './jp/jp-driver-license.ts';
import { jpMyNumber } from './jp/jp-my-number.ts';
import { jpPassport } from './jp/jp-passport.ts';
import { jpResidenceCard } from './jp/jp-residence-card.ts';
import { krBrn } from './kr/kr-brn.ts';
import { krDriverLicense } from './kr/kr-driver-license.ts';
import { krFrn } from './kr/kr-frn.ts';
import { krPassport } from './kr/kr-passport.ts';
import { krRrn } from './kr/kr-rrn.ts';
import { moId } from './mo/mo-id.ts';
import { myNric } from './my/my-nric.ts';
import { phPassport } from './ph/ph-passport.ts';
import { phPhilhealth } from './ph/ph-philhealth.ts';
import { phPhilsys } from './ph/ph-philsys.ts';
import { phSss } from './ph/ph-sss.ts';
import { phTin } from './ph/ph-tin.ts';
import { phUmid } from './ph/ph-umid.ts';
import { sgNricFin } from './sg/sg-nric-fin.ts';
import { sgPassport } from './sg/sg-passport.ts';
import { sgUen } from './sg/sg-uen.ts';
import { thTnin } from './th/th-tnin.ts';
import { twNationalId } from './tw/tw-national-id.ts';
import { twUbn } from './tw/tw-ubn.ts';
import { vnCccd } from './vn/vn-cccd.ts';
import { vnMst } from './vn/vn-mst.ts';

export const EAST_ASIA: readonly Detector[] = [
  cnPassport,
  cnRic,
  cnUscc,
  hkId,
  moId,
  twNationalId,
  twUbn,
  jpCorporateNumber,
  jpDriverLicense,
  jpMyNumber,
  jpPassport,
  jpResidenceCard,
  krBrn,
  krDriverLicense,
  krFrn,
  krPassport,
  krRrn,
  sgNricFin,
  sgPassport,
  sgUen,
  myNric,
  thTnin,
  idNik,
  idNpwp,
  phPassport,
  phPhilhealth,
  phPhilsys,
  phSss,
  phTin,
  phUmid,
  vnCccd,
  vnMst,
];
