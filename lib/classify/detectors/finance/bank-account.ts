import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';
import { ACCOUNT_VALUE, isAccountNumber } from './us-bank-account.ts';

const ACCOUNT = cueWords(
  'bank-account',
  'konto|kontonummer|kontonr|konto-nr|bankkonto|numero de compte|compte bancaire|numero de cuenta|cuenta bancaria|cuenta corriente|numero di conto',
  'conto corrente|rekeningnummer|bankrekening|conta corrente|numero da conta|kontonummeret|n° de compte|compte n°|cuenta n°|cuenta nº|nº de cuenta|conto n.|conto corrente n.|conto corrente n|rekeningnr|rekening|nr konta|numer konta|numer rachunku|cislo uctu|cislo bankovniho uctu|c.u.',
);

/** Account numbers at banks in German, French, Spanish, Italian, Dutch, Portuguese and others, known by their label. */
export const bankAccount = labelledDetector({
  id: 'bank-account',
  type: 'BANK_ACCOUNT',
  class: 'PII',
  labels: ACCOUNT,
  value: `${ACCOUNT_VALUE}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{5}(?![0-9])|(?:[0-9]{1,6}-)?[0-9]{2,10}/[0-9]{4}(?![0-9])|[0-9]{2}[.][0-9]{2}[.][0-9]{2}[.][0-9]{3}(?![0-9.])`,
  validator: { name: 'length', accepts: isAccountNumber },
  confidence: 0.86,
  examples: {
    positive: [
      'Kontonummer 1234567890',
      'cuenta bancaria: 0049 1500 05',
      'Numéro de compte : 00012345678',
      'rekeningnummer 12.34.56.789',
    ],
    negative: ['Kontonummer fehlt', 'Konto 12', 'numero di conto richiesto'],
  },
});
