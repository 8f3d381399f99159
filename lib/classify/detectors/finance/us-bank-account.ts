import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import { isPartOfLabel } from '../../number-labels.ts';
import { isSet } from '../labelled-detector.ts';
import { recordLabels } from '../record-labels.ts';

const ACCOUNT = cueWords(
  'us-bank-account',
  ...recordLabels({
    en: 'account|acct|acct.|accnt|acc|acc.|a/c|bank account|bank acct|checking account|savings account|deposit account|beneficiary account',
  }).filter((label) => !/(?:id|code|reference|ref)$/.test(label)),
  'bank account|bankaccount|bank acct|acct|acct.|accnt|a/c|checking account|savings account|checking|savings|checking acct|savings acct|beneficiary account',
  'deposit account|my account|bankgiro|plusgiro|giro account|direct debit account',
);
/** 6 to 17 digits, here and there grouped. */
export const ACCOUNT_VALUE = '[0-9](?:[ -]?[0-9]){5,16}(?![0-9A-Za-z]|[-.,/:][0-9])';

/** False for a date and for a row of the same digit. */
export function isAccountNumber(value: string): boolean {
  return new Set(value.replace(/[^0-9]/g, '')).size > 1 && !/^(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(value);
}

/** Too common a word by itself: only beside other bank details. */
const WEAK = cueWords('account', 'account|acc|accounts');
const BANK = cueWords(
  'bank-context',
  'routing|rtn|institution|branch|wells fargo|chase|barclays|hsbc|lloyds|natwest|santander|citi|beneficiary|transfer|remit|branch code|aba|sort code|bsb|ifsc|iban|bic|swift|bank|transit|direct deposit|wire|credit union|payee',
);
const VALUE = afterLabel(ACCOUNT_VALUE);

/** Account numbers at US and other English-speaking banks, known by their label: there is no common form or check digit. */
export const usBankAccount: Detector = {
  id: 'us-bank-account',
  type: 'US_BANK_NUMBER',
  class: 'PII',
  regions: ['US'],
  needs: ['digit'],
  requires: [ACCOUNT, WEAK],
  cues: [BANK],
  find: (scan) =>
    [
      ...findLabelled(scan, ACCOUNT, VALUE),
      ...findLabelled(scan, WEAK, VALUE).filter(({ start, end }) => scan.near(BANK, start, end, 80)),
    ]
      .filter(
        ({ value, start, label, labelEnd }) =>
          isAccountNumber(value) &&
          !isPartOfLabel(scan, label, labelEnd) &&
          (isSet(scan, start, labelEnd) || !scan.isBareInCode(start)),
      )
      .map(({ start, end }) => ({ start, end, confidence: 0.86, evidence: ['pattern', 'cue:us-bank-account'] })),
  examples: {
    positive: [
      'my account number is 8839201744',
      'Acct #: 000123456789',
      '"account_number": "44556677"',
      'savings account 123-456-7890123',
      'acc no 86812115',
      '44786539 is my account number',
      'the account number for the direct deposit is 67686585139',
      'BSB 062-000 Account 61582312',
    ],
    negative: [
      'account number is required',
      'account 12',
      'the account of 2024-05-06',
      'checking 404 errors',
      'account number 000000000',
    ],
  },
};
