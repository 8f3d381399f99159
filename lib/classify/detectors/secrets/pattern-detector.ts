/** Makes detectors for secrets that have a fixed part somewhere, found by a linear pattern over the whole text. */
import type { Candidate, Detector, WordList } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { entropy } from './entropy.ts';
import { isPlaceholder } from './placeholder.ts';

export interface PatternRule {
  id: string;
  /** What must be in the text before the pattern runs. */
  requires: readonly WordList[];
  /**
   * Global and linear, or sticky where there is `places`. The secret is the group `secret` where there is one, else the whole
   * match. Needs the `d` flag then.
   */
  pattern: RegExp;
  /** Where matches can begin, in order. */
  places?: (scan: Scan) => Iterable<number>;
  confidence: number;
  leastEntropy?: number;
  /** The last word on a match. */
  accept?: (match: RegExpExecArray) => boolean;
  examples: Detector['examples'];
}

export function patternDetector(rule: PatternRule): Detector {
  return {
    id: rule.id,
    type: 'SECRET',
    class: 'SECRET',
    regions: [],
    needs: [],
    requires: rule.requires,
    encodable: true,
    find(scan) {
      const found: Candidate[] = [];
      const { pattern, places } = rule;
      for (const match of places === undefined ? scan.matchAll(pattern) : scan.matchFrom(pattern, places(scan))) {
        const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length];
        const secret = scan.text.slice(start, end);
        // Of an address with a password only that can be a stand-in: `todo.example.org` is a host.
        if (isPlaceholder(match.groups?.password ?? secret) || entropy(secret.slice(0, 512)) < (rule.leastEntropy ?? 0))
          continue;
        if (rule.accept?.(match) === false) continue;
        found.push({ start, end, confidence: rule.confidence, evidence: ['pattern'] });
      }
      return found;
    },
    examples: rule.examples,
  };
}
