import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';

const PLACE = cueWords(
  'birth-place',
  'place of birth|birthplace|birth place|placeofbirth|geburtsort|lieu de naissance|lugar de nacimiento|luogo di nascita|geboorteplaats|naturalidade|local de nascimento|miejsce urodzenia',
);
/** Up to four words with capitals: letter case counts here. */
const VALUE = new RegExp(afterLabel("\\p{Lu}[\\p{L}'-]{1,30}(?:,? \\p{Lu}[\\p{L}'-]{1,30}){0,3}").source, 'uy');

/** Where somebody was born, known by its label. */
export const birthPlace: Detector = {
  id: 'birth-place',
  type: 'LOCATION',
  class: 'PII',
  regions: [],
  needs: ['capital'],
  requires: [PLACE],
  find: (scan) =>
    findLabelled(scan, PLACE, VALUE).map(({ start, end }) => ({
      start,
      end,
      confidence: 0.85,
      evidence: ['pattern', 'cue:birth-place'],
    })),
  examples: {
    positive: ['place of birth: Piraeus', 'Geburtsort: Bad Homburg', 'lieu de naissance : Lyon'],
    negative: ['place of birth is required', 'place of birth: unknown'],
  },
};
