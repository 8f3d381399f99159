import { cueWords } from '../../detector.ts';

/** Words that say that a text is about one patient. */
export const PATIENT = cueWords(
  'patient-context',
  'patient|patient name|pt|mrn|dob|date of birth|medical record|year old|y/o|yo|nhs number|npi|admitted|discharged|discharge summary|chief complaint|hpi|pmh',
  'prescribed|prescription for|patientin|geb|geboren|versichertennummer|patiente|ne le|nee le|paciente|paziente|nato il|nata il|ssn|member id',
);
