/** Identity numbers of South and Central Asia. */
import type { Detector } from '../../detector.ts';
import { bdNid } from './bd/bd-nid.ts';
import { inAadhaar } from './in/in-aadhaar.ts';
import { inAbha } from './in/in-abha.ts';
import { inDriverLicense } from './in/in-driver-license.ts';
import { inGstin } from './in/in-gstin.ts';
import { inPan } from './in/in-pan.ts';
import { inPassport } from './in/in-passport.ts';
import { inUan } from './in/in-uan.ts';
import { inVid } from './in/in-vid.ts';
import { inVoter } from './in/in-voter.ts';
import { kgPin } from './kg/kg-pin.ts';
import { kzIin } from './kz/kz-iin.ts';
import { lkNic } from './lk/lk-nic.ts';
import { npPan } from './np/np-pan.ts';
import { pkCnic } from './pk/pk-cnic.ts';
import { uzPinfl } from './uz/uz-pinfl.ts';

export const SOUTH_AND_CENTRAL_ASIA: readonly Detector[] = [
  inAadhaar,
  inAbha,
  inDriverLicense,
  inGstin,
  inPan,
  inPassport,
  inUan,
  inVid,
  inVoter,
  pkCnic,
  bdNid,
  lkNic,
  npPan,
  kzIin,
  uzPinfl,
  kgPin,
];
