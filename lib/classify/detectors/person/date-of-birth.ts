import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';

const BIRTH = cueWords(
  'birth',
  ...[
    'date of birth',
    'dob',
    'd.o.b.',
    'd.o.b',
    'birth date',
    'birthdate',
    'birthday',
    'born',
    'born on',
    'dateofbirth',
  ],
  ...['geburtsdatum', 'geboren am', 'geboren', 'geb.', 'geb', 'date de naissance', 'ne le', 'nee le', 'naissance'],
  ...[
    'fecha de nacimiento',
    'nacido el',
    'nacida el',
    'nacimiento',
    'data di nascita',
    'nato il',
    'nata il',
    'birth_date',
  ],
);
const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|janv|fevr|avr|juin|juil|aout|enero|abril|agosto|gen|mag|giu|lug|ago|set|ott|dic|märz|février|août|décembre)[a-zäéû]{0,8}';
const NUMERIC = '[0-9]{1,2}[./ -][0-9]{1,2}[./ -](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}';
const WRITTEN = `[0-9]{1,2}(?:st|nd|rd|th|\\.)?(?: (?:of|de|di))? ${MONTH}\\.?,?(?: (?:de|di))? (?:19|20)[0-9]{2}|${MONTH}\\.? [0-9]{1,2}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{2}|[0-9]{1,2}-${MONTH}-(?:19|20)?[0-9]{2}`;
const VALUE = afterLabel(`(?:${NUMERIC}|${WRITTEN})(?![0-9])`);

/** Dates of birth, known by the words in front of them. */
export const dateOfBirth: Detector = {
  id: 'date-of-birth',
  type: 'DATE_OF_BIRTH',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  requires: [BIRTH],
  find: (scan) =>
    findLabelled(scan, BIRTH, VALUE).map(({ start, end }) => ({
      start,
      end,
      confidence: 0.9,
      evidence: ['pattern', 'cue:birth'],
    })),
  examples: {
    positive: [
      'DOB: 04/12/1983',
      'born on 12 March 1983',
      'Geburtsdatum: 12.03.1983',
      '"birthdate":"1983-03-12"',
      'né le 12/03/1983',
      'date of birth is March 12, 1983',
    ],
    negative: ['the meeting on 04/12/2023', 'date of birth is required', 'born in 1983'],
  },
};
