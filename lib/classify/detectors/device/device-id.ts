import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const LABELS = cueWords(
  'device-id',
  "device id|deviceid|device identifier|udid|hardware id|hwid|android id|machine id|asset tag|asset number|machine guid|device uuid|geratekennung|gerate-id|gerate id|id del dispositivo|identificador del dispositivo|identifiant de l'appareil|id de l'appareil|id dispositivo|identificativo del dispositivo|apparaat-id|toestel-id|device-id",
);

/** Identifiers of devices as systems give them: UUID, hex or short codes, known by their label. */
export const deviceId = labelledDetector({
  id: 'device-id',
  type: 'DEVICE_ID',
  class: 'PII',
  labels: LABELS,
  value:
    '(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,40}|(?=[A-Z-]{0,8}[0-9])[A-Z0-9]{2,8}(?:-[A-Z0-9]{2,10}){1,4}|(?=[A-Z]{1,6}[0-9]{3})[A-Z]{1,6}[0-9]{3,12})(?![0-9A-Za-z-])',
  validator: { name: 'not-empty', accepts: (value) => /[1-9]/.test(value) },
  examples: {
    positive: [
      'Device ID: DEV-4471-92',
      'deviceId: 6d92078a-8246-4ba4-ae5b-76104861e7dc',
      'asset tag LT004512',
      'UDID 00008030001c2d223443802e00ab12cd34ef5678',
    ],
    negative: [
      'const row = load();\nrow.device_uuid = 6d92078a-8246-4ba4-ae5b-76104861e7dc;',
      'device id is required',
      'device id: null',
      'asset tag missing',
      'device id cuda:0',
    ],
  },
});
