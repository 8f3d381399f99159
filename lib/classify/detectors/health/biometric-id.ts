import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';

const LABELS = cueWords(
  'biometric-id',
  'biometric id|biometric identifier|biometric template|biometric hash|fingerprint id|fingerprint template|finger id|faceprint|faceprint id|face id|face template|retina scan id|iris scan id|iris template|iris code|voiceprint|voiceprint id|biometrische id|fingerabdruck-id|empreinte biometrique|identificador biometrico|id biometrico',
);

/** Identifiers of stored fingerprints, faces and voices (45 CFR 164.514(b)(2)(i)(P); GDPR Art. 9), known by their label. */
export const biometricId = labelledDetector({
  id: 'biometric-id',
  type: 'BIOMETRIC_ID',
  class: 'PHI',
  labels: LABELS,
  value: codeValue(6, 40, 2),
  confidence: 0.88,
  examples: {
    positive: ['Biometric ID: BIO-88213-A', 'voiceprint id VP4471882', 'fingerprint ID FP-2024-118'],
    negative: ['fingerprint id required', 'face id unlock', 'biometric template v2'],
  },
});
