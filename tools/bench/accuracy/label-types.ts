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
  DEVICE_SERIAL_NUMBER: 'DEVICE_ID',
  ADVERTISING_ID: 'DEVICE_ID',
  LEI: 'COMPANY_ID',
};

/** Numbers that one state issues have types of this form: `PL_PESEL`, `DE_TAX_ID`, `FR_SIREN`. */
const OF_A_STATE = /^[A-Z]{2}_/;
/** The label such a type belongs to, by parts of its name; the last one is for all others. */
const COARSE: readonly [RegExp, LabelType][] = [
  [/PASSPORT/, 'PASSPORT'],
  [/DRIV|FUEHRERSCHEIN/, 'DRIVER_LICENSE'],
  [/BANK|CCC|RIB|CLABE|CBU|SORT_CODE|IFSC/, 'BANK_ACCOUNT'],
  [/HEALTH|MEDICARE|NHI|OHIP|RAMQ|PHN|SNS|TAJ/, 'HEALTH_INSURANCE_ID'],
  [
    /VAT|SIRE[NT]|CIF|NIP$|REGON|KVK|ABN|ACN|CNPJ|CUIT|EIN|ICO|DIC|UID|COMPANY|_BN$|HANDELSREGISTER|EIK|CUI$/,
    'COMPANY_ID',
  ],
  [/./, 'NATIONAL_ID'],
];
const ANY_STATE: ReadonlySet<string> = new Set([
  ...COARSE.map(([, label]) => label),
  'US_DRIVER_LICENSE',
  'LICENSE_PLATE',
]);

/** The label under which a finding of this type is counted; the type itself where none fits. */
export function homeType(found: string): string {
  if (isLabelType(found)) return found;
  if (SAME[found] !== undefined) return SAME[found];
  return OF_A_STATE.test(found) ? COARSE.find(([form]) => form.test(found))![1] : found;
}

/**
 * Equal names are the same type. Labels for numbers a state gives out are coarse (`NATIONAL_ID`), findings may be fine
 * (`PL_PESEL`): any type of the form `XX_...` answers such a label.
 */
export function sameType(found: string, label: LabelType): boolean {
  if (homeType(found) === label) return true;
  return ANY_STATE.has(label) && (OF_A_STATE.test(found) || ANY_STATE.has(found));
}
