/** What labels may say, and when a finding's type is that of a label. */

const PERSONAL = [
  'PERSON',
  'TITLE',
  'LOCATION',
  'ORGANIZATION',
  'NRP',
  'STREET_ADDRESS',
  'PHONE_NUMBER',
  'EMAIL_ADDRESS',
  'URL',
  'IP_ADDRESS',
  'MAC_ADDRESS',
  'DATE_OF_BIRTH',
  'AGE',
  'USERNAME',
  'COORDINATES',
] as const;

const NUMBERS = [
  'CREDIT_CARD',
  'CARD_SECURITY_CODE',
  'CARD_EXPIRY',
  'IBAN_CODE',
  'BIC_CODE',
  'BANK_ACCOUNT',
  'US_ABA_ROUTING',
  'CRYPTO',
  'US_SSN',
  'US_ITIN',
  'US_NPI',
  'US_MBI',
  'US_DEA',
  'US_DRIVER_LICENSE',
  'UK_NHS',
  'UK_NINO',
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENSE',
  'COMPANY_ID',
  'MEDICAL_RECORD_NUMBER',
  'HEALTH_INSURANCE_ID',
  'LICENSE_PLATE',
  'VIN',
  'IMEI',
  'DEVICE_ID',
  'CUSTOMER_ID',
  'EMPLOYEE_ID',
] as const;

/**
 * `SECRET`: a credential of any kind. `EITHER`: may be found or not, nobody counts it. `NOT`: a look-alike that must not
 * be found; text without a label must not be found either, the mark only says what the entry is about.
 */
export const LABEL_TYPES = [...PERSONAL, ...NUMBERS, 'SECRET', 'EITHER', 'NOT'] as const;
export type LabelType = (typeof LABEL_TYPES)[number];

const KNOWN: ReadonlySet<string> = new Set(LABEL_TYPES);

export function isLabelType(type: string): type is LabelType {
  return KNOWN.has(type);
}

/** What tells a person or a place in words. Left out where only structured false alarms count. */
export const WORDED: ReadonlySet<string> = new Set(['PERSON', 'TITLE', 'LOCATION', 'ORGANIZATION', 'NRP', 'URL']);

/** Names that other engines give, and finer names than the labels have. */
const SAME: Readonly<Record<string, LabelType>> = {
  GPE: 'LOCATION',
  ADDRESS: 'STREET_ADDRESS',
  DATE_TIME: 'DATE_OF_BIRTH',
  DOMAIN_NAME: 'URL',
  CVV: 'CARD_SECURITY_CODE',
  US_MEDICARE_BENEFICIARY: 'US_MBI',
  US_BANK_NUMBER: 'BANK_ACCOUNT',
};

/** Types of numbers that one state issues: `PL_PESEL`, `DE_TAX_ID`, `FR_SIREN`. */
const OF_A_STATE = /^[A-Z]{2}_/;
/** Labels that stand for numbers of any state. */
const ANY_STATE: ReadonlySet<string> = new Set([
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENSE',
  'COMPANY_ID',
  'HEALTH_INSURANCE_ID',
  'US_DRIVER_LICENSE',
  'BANK_ACCOUNT',
  'LICENSE_PLATE',
  'MEDICAL_RECORD_NUMBER',
]);

/**
 * Equal names are the same type. Labels for numbers a state gives out are coarse (`NATIONAL_ID`), findings may be fine
 * (`PL_PESEL`): any type of the form `XX_...` answers such a label.
 */
export function sameType(found: string, label: LabelType): boolean {
  const named = SAME[found] ?? found;
  if (named === label) return true;
  return ANY_STATE.has(label) && (OF_A_STATE.test(found) || ANY_STATE.has(found));
}
