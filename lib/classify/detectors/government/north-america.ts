/** Identity numbers of North America. */
import type { Detector } from '../../detector.ts';
import { caBcPhn } from './ca/ca-bc-phn.ts';
import { caBn } from './ca/ca-bn.ts';
import { caDriverLicence } from './ca/ca-driver-licence.ts';
import { caOhip } from './ca/ca-ohip.ts';
import { caPassport } from './ca/ca-passport.ts';
import { caRamq } from './ca/ca-ramq.ts';
import { caSin } from './ca/ca-sin.ts';
import { mxClaveElector } from './mx/mx-clave-elector.ts';
import { mxCurp } from './mx/mx-curp.ts';
import { mxNss } from './mx/mx-nss.ts';
import { mxPassport } from './mx/mx-passport.ts';
import { mxRfc } from './mx/mx-rfc.ts';
import { usAlienNumber } from './us/us-alien-number.ts';
import { usAtin } from './us/us-atin.ts';
import { usDodId } from './us/us-dod-id.ts';
import { usDriverLicense } from './us/us-driver-license.ts';
import { usEin } from './us/us-ein.ts';
import { usItin } from './us/us-itin.ts';
import { usPassport } from './us/us-passport.ts';
import { usPtin } from './us/us-ptin.ts';
import { usSsn } from './us/us-ssn.ts';
import { usUscisReceipt } from './us/us-uscis-receipt.ts';

export const NORTH_AMERICA: readonly Detector[] = [
  usAlienNumber,
  usAtin,
  usDodId,
  usDriverLicense,
  usEin,
  usItin,
  usPassport,
  usPtin,
  usSsn,
  usUscisReceipt,
  caBcPhn,
  caBn,
  caDriverLicence,
  caOhip,
  caPassport,
  caRamq,
  caSin,
  mxClaveElector,
  mxCurp,
  mxNss,
  mxPassport,
  mxRfc,
];
