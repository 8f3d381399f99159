import { type Candidate, cueWords, type Detector } from '../../detector.ts';

const WORDS = cueWords(
  'proprietary-code',
  'proprietary|confidential|trade secret|unauthorized|unauthorised|all rights reserved',
);
const OPEN_LICENCE = cueWords(
  'open-licence',
  'mit license|apache license|gnu|gpl|bsd|mozilla public license|spdx-license-identifier',
  'redistribution and use|permission is hereby granted|creative commons|isc license|eclipse public license',
);
const NOTICE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'unauthori[sz]ed (?:copying|use|reproduction|disclosure|distribution)[^\\n]{0,80}prohibited',
    '(?:proprietary (?:and|&) confidential|confidential (?:and|&) proprietary)',
    'proprietary (?:source code|software|information) of [^\\n]{2,60}',
    '(?:contains?|is) (?:the )?(?:proprietary|confidential)(?: and (?:proprietary|confidential))? (?:information|property|trade secrets?) of [^\\n]{2,60}',
  ].join('|')})`,
  'giu',
);
/** A comment on the same line, or the notice of a file of code. */
const COMMENT = /^[ \t]{0,40}(?:\/\/|\/\*|\*|#|--|;|<!--|%|'|REM\b|""")/i;
/** Notices stand at the top of files and of the licence that follows them. */
const LICENCE_REACH = 2_000;

/** A notice in source code that says that nobody outside may have it. */
export const proprietaryCode: Detector = {
  id: 'proprietary-code',
  type: 'PROPRIETARY_CODE',
  class: 'SOURCE_CODE',
  regions: [],
  needs: [],
  requires: [WORDS],
  cues: [OPEN_LICENCE],
  find(scan): Candidate[] {
    const found: Candidate[] = [];
    for (const { 0: notice, index } of scan.matchAll(NOTICE)) {
      const end = index + notice.length;
      const line = scan.text.slice(scan.text.lastIndexOf('\n', index - 1) + 1, index + 1);
      if (!COMMENT.test(line) && !scan.inCode(index)) continue;
      if (scan.near(OPEN_LICENCE, index, end, LICENCE_REACH)) continue;
      found.push({ start: index, end, confidence: 0.9, evidence: ['pattern', 'cue:proprietary-code'] });
    }
    return found;
  },
  examples: {
    positive: [
      '/*\n * Copyright (c) 2026 Fernbrook Ltd.\n * Unauthorized copying of this file is strictly prohibited.\n */\nint main() {}',
      '# Proprietary and confidential\n# (c) Fernbrook\nimport os',
    ],
    negative: [
      '// SPDX-License-Identifier: Apache-2.0\n// Unauthorized use is prohibited by law\nfunction x() {}',
      'Is unauthorized copying of software prohibited?',
      '# all rights reserved\nimport os',
    ],
  },
};
