import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';
import { recordLabels } from '../record-labels.ts';
import { isNoDate } from './record-number.ts';

const LABELS = cueWords(
  'customer-id',
  ...recordLabels({
    en: 'customer|cust|cust.|client|account holder|member|membership|subscriber|subscription|loyalty|loyalty card|rewards|frequent flyer|patron|guest|passenger|policyholder|policy|claim|contract|booking|reservation|confirmation',
    de: 'kunden|kund|kd|kd.|kunden.|mitglieds|mitglied|vertrags|debitoren|versicherungsschein|policen|buchungs|schaden',
    nl: 'klant|klanten|lid|lidmaatschaps|relatie|polis',
    romance:
      "client|de client|cliente|de cliente|di cliente|del cliente|adherent|d'adherent|d'abonne|abonne|de contrat|de police|de sinistre|de dossier client|de socio|socio|de abonado|de poliza|di polizza|di tessera",
  }),
  'account id|frequent flyer|booking|record locator|pnr|poliza|debitor|vertragskonto|versicherungspolice|tessera n|codice cliente|numero de membre',
);

/** Numbers under which a firm knows a person: customer, policy, booking, claim, contract (account numbers: 45 CFR 164.514(b)(2)(i)(J)). Known by their label. */
export const customerId = labelledDetector({
  id: 'customer-id',
  type: 'CUSTOMER_ID',
  class: 'PII',
  labels: LABELS,
  // A bare number is the key of a record: `"customer_id": 48213`, `customer_id=48213`.
  value: `(?!(?<=": {0,2}|=)[0-9])${codeValue(5, 20, 2)}|(?=[A-Z]{0,5}[0-9])(?=[0-9]{0,5}[A-Z])[A-Z0-9]{6}(?![0-9A-Za-z])`,
  validator: { name: 'not-a-date', accepts: isNoDate },
  confidence: 0.86,
  examples: {
    positive: [
      'policy no. POL-774887-43',
      'Kundennummer: 88213447',
      'booking KJ8W2Q',
      '"customer_id": "C-004471"',
      'claim number 2024-118833',
      'cust no 7454884',
      'Kd.-Nr. 171567',
      'Nº cliente: 327811',
      'il mio codice cliente è 33335442',
      '8812044 is my customer number',
    ],
    negative: [
      '{"customer_id": 48213, "total": 12}',
      'policy number missing',
      'booking is open',
      'customer id 7',
      'booking Monday',
      'policy 2',
      'policy 2024-05',
      'customer 360 has 120000 users',
      'no client can pay 12000',
    ],
  },
});
