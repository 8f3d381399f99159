import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';
import { isNoDate } from '../person/record-number.ts';

/** At least four digits, and no words between them. */
function isPlanNumber(value: string): boolean {
  return isNoDate(value) && value.replace(/[^0-9]/g, '').length >= 4 && !/[ -][a-z]{2,}|^[a-z]{3,} /.test(value);
}

const LABELS = cueWords(
  'health-plan',
  "member id|member number|member no|member #|memberid|subscriber id|subscriber number|subscriber no|health plan id|health plan number|health plan beneficiary|beneficiary number|beneficiary id|insurance id|insurance number|insurance no|insurance policy number|health insurance number|health insurance id|health card|health card number|medicaid id|medicaid number|medicaid|group number|group no|plan id|cardholder id|bcbs|krankenkassennummer|numero d'assure|numero assure|mutuelle|tarjeta sanitaria|numero de afiliacion|numero de asegurado|numero tessera sanitaria|polis zorgverzekering|verzekerdennummer",
);

/** Numbers of members of a health plan (45 CFR 164.514(b)(2)(i)(I)), known by their label. */
export const healthPlanNumber = labelledDetector({
  id: 'health-plan-number',
  type: 'HEALTH_INSURANCE_ID',
  class: 'PHI',
  labels: LABELS,
  value: '(?=[A-Za-z]{0,12}-?[0-9]{3})[A-Za-z0-9](?:-?[A-Za-z0-9]){3,19}(?: [0-9]{2,4}){0,4}(?![A-Za-z0-9]|[/.:][0-9])',
  validator: { name: 'code', accepts: isPlanNumber },
  confidence: 0.88,
  examples: {
    positive: [
      'member id XKP622137467',
      'Health plan ID W585378389 02',
      'subscriber ID: 889-22-0114A',
      'Medicaid number AB12345C',
    ],
    negative: ['member id required', 'insurance number missing', 'group number 7', 'Medicaid in 2024'],
  },
});
