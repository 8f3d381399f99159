/** Every detector that is code; those that are rows of a table come with the models (models.ts). On a tie between overlapping findings the earlier one wins. */
import type { Detector } from './detector.ts';
import { ADDRESS_DETECTORS } from './detectors/address/address.ts';
import { emailAddress } from './detectors/contact/email-address.ts';
import { emailAddressDisguised } from './detectors/contact/email-address-disguised.ts';
import { phoneNumber } from './detectors/contact/phone-number.ts';
import { url } from './detectors/contact/url.ts';
import { CRYPTO_DETECTORS } from './detectors/crypto/crypto.ts';
import { DEVICE_DETECTORS } from './detectors/device/device.ts';
import { FINANCE_DETECTORS } from './detectors/finance/finance.ts';
import { GOVERNMENT_DETECTORS } from './detectors/government/government.ts';
import { HEALTH_DETECTORS } from './detectors/health/health.ts';
import { MARKING_DETECTORS } from './detectors/marking/marking.ts';
import { NETWORK_DETECTORS } from './detectors/network/network.ts';
import { LIFE_DETECTORS } from './detectors/person/life.ts';
import { NAME_DETECTORS } from './detectors/person/names.ts';
import { PROMPT_RISK_DETECTORS } from './detectors/prompt-risk/prompt-risk.ts';
import { SECRET_DETECTORS } from './detectors/secrets/secrets.ts';
import { VEHICLE_DETECTORS } from './detectors/vehicle/vehicle.ts';

export const CODE_DETECTORS: readonly Detector[] = [
  ...SECRET_DETECTORS,
  ...CRYPTO_DETECTORS,
  ...FINANCE_DETECTORS,
  ...GOVERNMENT_DETECTORS,
  ...HEALTH_DETECTORS,
  emailAddress,
  emailAddressDisguised,
  phoneNumber,
  ...ADDRESS_DETECTORS,
  ...LIFE_DETECTORS,
  ...NETWORK_DETECTORS,
  ...DEVICE_DETECTORS,
  ...VEHICLE_DETECTORS,
  ...NAME_DETECTORS,
  url,
  ...PROMPT_RISK_DETECTORS,
  ...MARKING_DETECTORS,
];
