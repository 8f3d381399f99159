import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidUaRntrc = validator(
  /^\d{10}$/,
  (s) => (weigh(s, [10, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) % 10 === digitAt(s, 9),
);

/** Ukrainian registration numbers of taxpayers (РНОКПП; ДПС): ten digits, days since 1899-12-31, weighted sum modulo 11. */
export const uaRntrc = identityNumber({
  id: 'ua-rntrc',
  cues:
    'код платника податків|ідентифікаційний код|РНОКПП|ІПН|ідентифікаційний номер|реєстраційний номер облікової картки|' +
    'ИНН|індивідуальний податковий номер|ідентифікаційний код|Ukrainian tax number|RNTRC',
  written: '#{10}',
  valid: isValidUaRntrc,
  examples: {
    positive: ['РНОКПП: 3708546378'],
    negative: ['РНОКПП: 2481963557'],
  },
});
