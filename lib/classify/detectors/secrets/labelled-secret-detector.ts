/** Makes detectors for secrets of a known form that only the words around them tell apart from a hash. */
import type { Candidate, Detector, WordList } from '../../detector.ts';
import { entropy } from './entropy.ts';
import { isPlaceholder } from './placeholder.ts';

export interface LabelledSecretRule {
  id: string;
  /** Names of the provider or of the setting. */
  labels: WordList;
  /** How far in front of the secret a label may stand, in UTF-16 units. */
  reach: number;
  /** Global, linear: the secret itself. */
  pattern: RegExp;
  confidence: number;
  leastEntropy: number;
  examples: Detector['examples'];
}

export function labelledSecretDetector(rule: LabelledSecretRule): Detector {
  return {
    id: rule.id,
    type: 'SECRET',
    class: 'SECRET',
    regions: [],
    needs: [],
    requires: [rule.labels],
    encodable: true,
    find(scan) {
      const found: Candidate[] = [];
      for (const match of scan.matchAll(rule.pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        if (!scan.near(rule.labels, start, end, rule.reach, 0)) continue;
        if (isPlaceholder(match[0]) || entropy(match[0]) < rule.leastEntropy) continue;
        found.push({
          start,
          end,
          confidence: rule.confidence,
          evidence: ['pattern', 'entropy', `cue:${rule.labels.id}`],
        });
      }
      return found;
    },
    examples: rule.examples,
  };
}
