import type { CustomerPattern } from '../customer-data.ts';
import type { Detector, WordList } from '../detector.ts';
import { fold } from '../fold.ts';
import { compilePattern } from './pattern-search.ts';

const CONFIDENCE = 0.9;
/** Of a match without a cue, where cues are named. */
const WITHOUT_CUE = 0.6;
const CUE_REACH = 100;

/** What fits a pattern of the organisation's own. The pattern was checked when the policy was compiled. */
export function patternDetector(rule: CustomerPattern): Detector {
  const pattern = compilePattern(rule.pattern, rule.ignoreCase === true);
  const cues: WordList | null =
    rule.cues === undefined ? null : { id: `pattern-cue:${rule.id}`, words: rule.cues.map(fold), boundary: 'word' };
  const full = rule.confidence ?? CONFIDENCE;
  return {
    id: `pattern-${rule.id}`,
    type: 'CUSTOM_PATTERN',
    class: rule.class,
    regions: [],
    needs: [],
    cues: cues === null ? [] : [cues],
    encodable: true,
    find(scan) {
      scan.meter.attempts += 1;
      return pattern.search(scan.text).map(({ start, end }) => {
        const isCued = cues === null || scan.near(cues, start, end, CUE_REACH);
        const evidence = ['pattern', ...(cues !== null && isCued ? [`cue:${cues.id}`] : [])];
        return { start, end, confidence: isCued ? full : Math.min(full, WITHOUT_CUE), evidence };
      });
    },
    examples: { positive: [], negative: [] },
  };
}
