import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';
import { isNoDate } from './record-number.ts';

const LABELS = cueWords(
  'employee-id',
  'employee id|employee number|employee no|employee #|emp id|emp no|emp. no|staff id|staff number|staff no|badge number|badge no|badge id|personnel number|personnel no|payroll number|payroll no|payroll id|worker id|employeeid|personalnummer|personal-nr|pers.-nr|mitarbeiternummer|mitarbeiter-nr|matricule|numero de empleado|nº de empleado|nº empleado|id de empleado|n° de matricule|numero matricule|numero di matricola|werknemersnummer|employee code|employee ref|associate id|associate number|crew id|agent id|officer number|shield number|workday id|sap personnel number|matricola|personeelsnummer',
);

/** Numbers of people at their employer, known by their label. */
export const employeeId = labelledDetector({
  id: 'employee-id',
  type: 'EMPLOYEE_ID',
  class: 'PII',
  labels: LABELS,
  value: codeValue(4, 14, 2),
  validator: { name: 'not-a-date', accepts: isNoDate },
  confidence: 0.88,
  examples: {
    positive: ['Employee no. 004471', 'Personalnummer 88213', '"employee_id": "EMP-76635"', 'badge number 55-1182'],
    negative: ['employee id is required', 'badge 7', 'staff number missing', 'employee number of 2024-05-06'],
  },
});
