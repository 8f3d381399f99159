import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';
import { recordLabels } from '../record-labels.ts';
import { isNoDate } from './record-number.ts';

/** `P-ID` and `Personal-ID` are of anything, and of citizens. */
const AMBIGUOUS = new Set(['personal id', 'pid', 'p id', 'maid', 'agent id', 'agent code', 'clock id', 'clock code']);

const LABELS = cueWords(
  'employee-id',
  ...recordLabels({
    en: 'employee|emp|emp.|staff|badge|personnel|personnel file|payroll|worker|associate|crew|agent|officer|shield|clock|workday|sap personnel',
    de: 'personal|pers|pers.|mitarbeiter|mitarb|mitarb.|ma|dienst|stamm|p',
    nl: 'personeels|personeel|medewerkers|medewerker|werknemers|werknemer|stam',
    romance:
      "de matricule|matricule|d'employe|employe|de salarie|salarie|d'agent|de empleado|empleado|de nomina|de trabajador|di matricola|matricola|dipendente|di dipendente|de funcionario",
  }).filter((label) => !AMBIGUOUS.has(label)),
  'matricule|matricola|legajo',
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
    positive: [
      'Employee no. 004471',
      'Personalnummer 88213',
      '"employee_id": "EMP-76635"',
      'badge number 55-1182',
      'Pers.Nr: 733938',
      'badge # 28252',
      'mi número de empleado es el 22736',
      'la mia matricola è 71457',
    ],
    negative: ['employee id is required', 'badge 7', 'staff number missing', 'employee number of 2024-05-06'],
  },
});
