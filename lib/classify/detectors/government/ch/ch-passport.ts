import { identityNumber } from '../identity-number.ts';

/** Swiss passport and identity card numbers (Ausweisverordnung): a letter and seven digits, known by the label. */
export const chPassport = identityNumber({
  id: 'ch-passport',
  cues:
    'Swiss passport|Schweizer Pass|passeport suisse|passaporto svizzero|Identitätskarte|' + "carte d'identité suisse",
  vague: 'Passnummer',
  written: '[A-Z]x?d{6,7}',
  cued: 0.86,
  reach: 40,
  examples: {
    positive: ['Swiss passport: IW198801', 'Schweizer Pass Nr. X1234567'],
    negative: ['Schweizer Pass ab 2010'],
  },
});
