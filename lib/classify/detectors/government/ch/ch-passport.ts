import { identityNumber } from '../identity-number.ts';

/** Swiss passport and identity card numbers (Ausweisverordnung): a letter and seven digits, known by the label. */
export const chPassport = identityNumber({
  id: 'ch-passport',
  type: 'CH_PASSPORT',
  region: 'CH',
  cues:
    'Passnummer|Schweizer Pass|passeport suisse|passaporto svizzero|Swiss passport|Identitätskarte|' +
    "carte d'identité suisse",
  written: '[A-Z]x?d{6,7}',
  cued: 0.75,
  reach: 40,
  examples: {
    positive: ['Passnummer: IW198801', 'Schweizer Pass Nr. X1234567'],
    negative: ['Schweizer Pass ab 2010'],
  },
});
