/** Cards, bank accounts, wallets and securities. On a tie the earlier one wins. */
import type { Detector } from '../../detector.ts';
import { abaRouting } from './aba-routing.ts';
import { arCbu } from './ar-cbu.ts';
import { auBsb } from './au-bsb.ts';
import { bankAccount } from './bank-account.ts';
import { brBankAccount } from './br-bank-account.ts';
import { caTransit } from './ca-transit.ts';
import { cardExpiry } from './card-expiry.ts';
import { cardVerificationCode } from './card-verification-code.ts';
import { creditCard } from './credit-card.ts';
import { cusip } from './cusip.ts';
import { deBankCode } from './de-bank-code.ts';
import { esCcc } from './es-ccc.ts';
import { frRib } from './fr-rib.ts';
import { ibanCode } from './iban-code.ts';
import { inIfsc } from './in-ifsc.ts';
import { isin } from './isin.ts';
import { lei } from './lei.ts';
import { mxClabe } from './mx-clabe.ts';
import { sedol } from './sedol.ts';
import { swiftCode } from './swift-code.ts';
import { ukSortCode } from './uk-sort-code.ts';
import { usBankAccount } from './us-bank-account.ts';

export const FINANCE_DETECTORS: readonly Detector[] = [
  creditCard,
  cardVerificationCode,
  cardExpiry,
  ibanCode,
  swiftCode,
  abaRouting,
  usBankAccount,
  bankAccount,
  ukSortCode,
  auBsb,
  caTransit,
  inIfsc,
  mxClabe,
  arCbu,
  esCcc,
  frRib,
  brBankAccount,
  deBankCode,
  isin,
  cusip,
  sedol,
  lei,
];
