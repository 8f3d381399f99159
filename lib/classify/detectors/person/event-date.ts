import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';
import { FULL_DATE, isDate } from './date-forms.ts';

const EVENT = cueWords(
  'event-date',
  'admitted|admitted on|admission date|date of admission|admission|discharged|discharged on|discharge date|date of discharge|date of death|died on|died|deceased|deceased on|passed away on|dod',
  'date of service|service date|dos|surgery on|surgery date|operated on|diagnosed on|date of diagnosis|visit date|date of visit|seen on|appointment on|hospitalised on|hospitalized on',
  'hired on|hire date|date of hire|married on|date of marriage|aufgenommen am|aufnahmedatum|entlassen am|entlassungsdatum|verstorben am|gestorben am|operiert am|sterbedatum',
  'admis le|admise le|sorti le|sortie le|decede le|decedee le|opere le|date de deces|hospitalise le|ingresado el|ingresada el|fecha de ingreso|fecha de alta|fallecio el|fallecido el',
  'ricoverato il|ricoverata il|dimesso il|dimessa il|deceduto il|deceduta il|data di ricovero|opgenomen op|ontslagen op|overleden op',
);

/** Dates of a person's life that HIPAA counts (45 CFR 164.514(b)(2)(i)(C)): admission, discharge, service, death. */
export const eventDate = labelledDetector({
  id: 'event-date',
  type: 'DATE_TIME',
  class: 'PII',
  labels: EVENT,
  value: `(?<=(?:[:=]|on|am|le|el|il|op|was|is|date)? ?)${FULL_DATE}`,
  validator: { name: 'date', accepts: isDate },
  confidence: 0.8,
  examples: {
    positive: [
      'admitted on 03/04/2024',
      'Date of death: 2021-11-02',
      'entlassen am 14.02.2023',
      'fecha de alta: 3 de mayo de 2024',
    ],
    negative: ['the release of 03/04/2024', 'he died in 1999', 'admission is free', 'deployed on 2024-05-06'],
  },
});
