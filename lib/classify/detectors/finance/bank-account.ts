import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';
import { recordLabels } from '../record-labels.ts';
import { ACCOUNT_VALUE, isAccountNumber } from './us-bank-account.ts';

const ACCOUNT = cueWords(
  'bank-account',
  ...recordLabels({
    de: 'konto|kto|kto.|bankkonto|girokonto',
    nl: 'rekening|bankrekening|rek|rek.',
    romance:
      'de compte|compte|compte bancaire|de compte bancaire|de cuenta|cuenta|cuenta bancaria|de cuenta bancaria|di conto|conto|di conto corrente|conto corrente|c/c|cc bancario|da conta|de conta|conta',
  }).filter((label) => !/(?:id|code|codigo|codice|cod\.|identifiant|kennung|ref\.|reference|referencia) ?/.test(label)),
  'konto|kto|kto.|bankkonto|girokonto|sparkonto|compte bancaire|cuenta bancaria|cuenta corriente|la cuenta|mi cuenta',
  'conto corrente|c/c|bankrekening|rekening|conta corrente|kontonummeret|kontonr|nr konta|numer konta|numer rachunku|cislo uctu|cislo bankovniho uctu|c.u.',
);

/** Account numbers at banks in German, French, Spanish, Italian, Dutch, Portuguese and others, known by their label. */
export const bankAccount = labelledDetector({
  id: 'bank-account',
  type: 'BANK_ACCOUNT',
  class: 'PII',
  labels: ACCOUNT,
  value: `${ACCOUNT_VALUE}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{5}(?![0-9])|(?:[0-9]{1,6}-)?[0-9]{2,10}/[0-9]{4}(?![0-9])|[0-9]{2}[.][0-9]{2}[.][0-9]{2}[.][0-9]{3}(?![0-9.])|[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{2}[- ]?[0-9]{10}(?![0-9])`,
  validator: { name: 'length', accepts: isAccountNumber },
  confidence: 0.86,
  examples: {
    positive: [
      'Kontonummer 1234567890',
      'cuenta bancaria: 0049 1500 05',
      'Numéro de compte : 00012345678',
      'rekeningnummer 12.34.56.789',
      'Girokonto 314218392 ist gesperrt',
      'Kto-Nr 871439331',
      'C/C n° 143569742288',
      '62318130485 ist meine Kontonummer',
    ],
    negative: ['Kontonummer fehlt', 'Konto 12', 'numero di conto richiesto'],
  },
});
