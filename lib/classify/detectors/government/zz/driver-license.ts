import { cueWords, type Detector } from '../../../detector.ts';
import { codeValue, labelledDetector } from '../../labelled-detector.ts';
import { isNoDate } from '../../person/record-number.ts';

const LICENSE = cueWords(
  'driving-licence',
  "driver's license|drivers license|driver license|driver's licence|drivers licence|driver licence|driving licence|driving license|provisional licence|operator's license|operators license|operator license|chauffeur license|commercial license",
  "driver's license number|drivers license number|driver license number|driver's licence number|driver licence number|driving licence number|driving license number|number on my driver's license|dl|dl no|dl number|dln|d.l|cdl|cdl number|driverslicense|driverlicense|drivinglicence|driverslicensenumber|driverlicensenumber|fs nr|fs nummer",
  'permis de conduire|numero de permis|n° de permis|permis n°|permis de conducere|permiso de conducir|carnet de conducir|numero de carnet de conducir|licencia de conducir|licencia de conduccion|permiso de conduccion|registro de conducir',
  'patente|patente di guida|numero patente|rijbewijs|rijbewijsnummer|prawo jazdy|carta de conducao|carteira de motorista|korkort|korkortsnummer|forerkort|korekort|ajokortti|ridicsky prukaz|vodicsky preukaz|vozacka dozvola|vozniska dovoljenja',
);

/** Forms with check digits or dates, which detectors of their own judge: Germany, Great Britain, Spain. */
const PROVEN =
  /^(?:[A-Z]\d{2}[A-Z0-9]{6}[\dX][A-Z0-9]|[A-Z9]{5}\d{6}[A-Z9]{2}[A-Z0-9]{3}|(?:[XYZ]\d{7}|\d{8})[A-Z]|\d{6}-?\d{4})$/i;

/** Driving licence numbers of countries and states without a detector of their own, directly behind the word. */
export const driverLicense: Detector = labelledDetector({
  id: 'driver-license',
  type: 'DRIVER_LICENSE',
  class: 'PII',
  labels: LICENSE,
  value: `${codeValue(6, 18, 2)}|[A-Z]{1,2}-[0-9]{5,8}(?: [0-9])?(?![A-Za-z0-9])|[0-9]{5}/[0-9]{2}/[0-9]{4}(?![0-9])|[0-9]{2}[A-Z]{2}[0-9]{5}(?![A-Za-z0-9])`,
  validator: { name: 'not-a-date', accepts: (value) => isNoDate(value) && !PROVEN.test(value) },
  confidence: 0.7,
  examples: {
    positive: ['licencia de conducir 54544719', 'prawo jazdy nr 00512/14/2211', 'carta de condução GT-825229 3'],
    negative: ['driving licence since 1998', 'carnet de conducir 12345678A', 'patente europea 2019', 'DL 120 kg'],
  },
});
