/** Numbers of phones, SIM cards, computers and medical devices. */
import type { Detector } from '../../detector.ts';
import { advertisingId } from './advertising-id.ts';
import { deviceId } from './device-id.ts';
import { iccid } from './iccid.ts';
import { imei } from './imei.ts';
import { imsi } from './imsi.ts';
import { meid } from './meid.ts';
import { serialNumber } from './serial-number.ts';
import { udi } from './udi.ts';

export const DEVICE_DETECTORS: readonly Detector[] = [
  imei,
  imsi,
  iccid,
  meid,
  advertisingId,
  deviceId,
  serialNumber,
  udi,
];
