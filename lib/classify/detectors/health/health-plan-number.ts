import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';
import { isNoDate } from '../person/record-number.ts';

/** At least four digits, and no words between them. */
function isPlanNumber(value: string): boolean {
  return isNoDate(value) && value.replace(/[^0-9]/g, '').length >= 4 && !/[ -][a-z]{2,}|^[a-z]{3,} /.test(value);
}

const LABELS = cueWords(
  'health-plan',
  "health plan id|health plan number|health plan beneficiary|beneficiary number|beneficiary id|insurance id|insurance number|insurance no|insurance policy number|health insurance number|health insurance id|health card|health card number|medicaid id|medicaid number|medicaid|group number|group no|plan id|cardholder id|bcbs|krankenkassennummer|numero d'assure|numero assure|mutuelle|tarjeta sanitaria|numero de afiliacion|numero de asegurado|numero tessera sanitaria|polis zorgverzekering|verzekerdennummer",
);

/** Clubs and newspapers have members and subscribers too. */
const MEMBER = cueWords(
  'health-plan-member',
  'member id|member number|member no|member #|memberid|subscriber id|subscriber number|subscriber no|subscriber #',
);
const HEALTH = cueWords(
  'health-plan-context',
  'health|healthcare|insurance|insured|insurer|coverage|copay|deductible|medicare|medicaid|medical|patient|patients|hospital|doctor|clinic|rx|pharmacy|prescription|payer|plan|bcbs|blue cross|diagnosis|claim|claims|group number|group no|prior authorization|mrn|dob',
);
const VALUE =
  '(?=[A-Za-z]{0,12}-?[0-9]{3})[A-Za-z0-9](?:-?[A-Za-z0-9]){3,19}(?: [0-9]{2,4}){0,4}(?![A-Za-z0-9]|[/.:][0-9])';

/** Numbers of members of a health plan (45 CFR 164.514(b)(2)(i)(I)), known by their label. */
export const healthPlanNumber = labelledDetector({
  id: 'health-plan-number',
  type: 'HEALTH_INSURANCE_ID',
  class: 'PHI',
  labels: LABELS,
  value: VALUE,
  validator: { name: 'code', accepts: isPlanNumber },
  confidence: 0.88,
  examples: {
    positive: ['Health plan ID W585378389 02', 'Medicaid number AB12345C'],
    negative: ['insurance number missing', 'group number 7', 'Medicaid in 2024'],
  },
});

/** The same by a label that others have too, where the text is about health or insurance. */
export const healthPlanMember = labelledDetector({
  id: 'health-plan-member',
  type: 'HEALTH_INSURANCE_ID',
  class: 'PHI',
  labels: MEMBER,
  near: HEALTH,
  value: VALUE,
  validator: { name: 'code', accepts: isPlanNumber },
  confidence: 0.88,
  examples: {
    positive: ['insurance card: member id XKP622137467', 'Her health plan, subscriber ID: 889-22-0114A'],
    negative: ['health plan: member id required', 'gym member number 88213447'],
  },
});
