import { markingDetector, wholePhrases } from './marking-detector.ts';

/** Information that moves prices and is not public: Regulation (EU) 596/2014 Art. 7, SEC Rule 10b-5. */
export const insideInformation = markingDetector({
  id: 'inside-information',
  type: 'INSIDE_INFORMATION',
  words: ['mnpi', 'non-public', 'nonpublic', 'inside information', 'insider', 'insiderinformation', 'embargoed'],
  pattern: wholePhrases([
    '(?:contains? )?(?:MNPI|material non-?public information)',
    'inside information(?: \\((?:MAR|Art(?:icle|\\.) ?7)[^)\\n]{0,30}\\))?',
    'insiderinformation(?:en)?',
    'information privil[ée]gi[ée]e',
    '(?:strictly )?embargoed until [^\\n]{4,40}',
  ]),
  confidence: 0.86,
  place: 'header',
  examples: {
    positive: [
      'Contains MNPI\nProject timeline',
      'INSIDE INFORMATION (MAR Art. 7)\nThe offer',
      'EMBARGOED UNTIL 7 May 2027, 06:00',
    ],
    negative: ['What counts as inside information under MAR?', 'explain material non-public information to students'],
  },
});
