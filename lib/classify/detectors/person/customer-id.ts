import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';
import { isNoDate } from './record-number.ts';

const LABELS = cueWords(
  'customer-id',
  "customer id|customer #|client #|account holder id|loyalty card|loyalty id|loyalty card number|rewards number|frequent flyer no|frequent flyer id|membership id|membership #|subscription number|subscription id|account id|guest number|passenger number|customer ref|customer reference|client ref|client reference|customer number|customer no|client id|client number|policy number|policy no|policy #|policy id|booking|booking reference|booking number|booking code|confirmation code|confirmation number|reservation number|reservation code|record locator|pnr|claim number|claim no|contract number|contract no|membership number|membership no|loyalty number|frequent flyer|frequent flyer number|customerid|clientid|kundennummer|kunden-nr|kundennr|versicherungsscheinnummer|versicherungsschein-nr|versicherungspolice|policennummer|vertragsnummer|buchungsnummer|schadennummer|mitgliedsnummer|numero de client|n° client|n° de client|numero d'abonne|numero d'adherent|n° de contrat|numero de dossier client|referencia de cliente|numero de socio|numero de abonado|nº de cliente|nº cliente|cliente nº|client n°|numero di tessera|tessera n|lidnummer|numero de contrat|numero de police|numero de sinistre|numero de cliente|numero de poliza|poliza|codice cliente|numero cliente|numero di polizza|klantnummer|polisnummer",
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
    ],
    negative: [
      '{"customer_id": 48213, "total": 12}',
      'policy number missing',
      'booking is open',
      'customer id 7',
      'booking Monday',
      'policy 2',
    ],
  },
});
