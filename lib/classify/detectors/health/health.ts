/** Records, plans, providers and treatment (HIPAA: 45 CFR 164.514). */
import type { Detector } from '../../detector.ts';
import { biometricId } from './biometric-id.ts';
import { healthPlanMember, healthPlanNumber } from './health-plan-number.ts';
import { icdCode } from './icd-code.ts';
import { medicalLicense } from './medical-license.ts';
import { medicalRecordNumber } from './medical-record-number.ts';
import { medication } from './medication.ts';
import { usDea } from './us-dea.ts';
import { usMbi } from './us-mbi.ts';
import { usNpi } from './us-npi.ts';

export const HEALTH_DETECTORS: readonly Detector[] = [
  usNpi,
  usDea,
  usMbi,
  medicalRecordNumber,
  healthPlanNumber,
  healthPlanMember,
  medicalLicense,
  biometricId,
  medication,
  icdCode,
];
