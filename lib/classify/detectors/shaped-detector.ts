/** Makes detectors for values with a shape and check digits of their own, found anywhere, surer with a cue. */

import type { Candidate, Detector, WordList } from '../detector.ts';
import type { DetectorRule } from './detector-rule.ts';

export interface ShapedRule extends DetectorRule {
  /** Fixed strings without which the value cannot be there. */
  prefixes?: WordList;
  /** Global and linear. The value is the whole match. */
  pattern: RegExp;
  /** The value is a whole word of at least `LONG_WORD` letters and digits: only there the pattern is tried. */
  longWord?: boolean;
  cue?: WordList;
  /** How far a cue may be away, in UTF-16 units. */
  reach?: number;
  /** Confidence without a cue; 0 when the value means nothing without one. */
  alone: number;
  /** Confidence with a cue. */
  cued: number;
  encodable?: boolean;
}

export function shapedDetector(rule: ShapedRule): Detector {
  const { cue, reach = 60, validator } = rule;
  const sticky = new RegExp(rule.pattern.source, rule.pattern.flags.replace('g', 'y'));
  const requires = rule.prefixes ?? (rule.alone === 0 ? cue : undefined);
  const evidence = ['pattern', ...(validator === undefined ? [] : [`validator:${validator.name}`])];
  return {
    id: rule.id,
    type: rule.type,
    class: rule.class,
    regions: rule.regions ?? [],
    needs: rule.needs ?? ['digit'],
    ...(requires === undefined ? {} : { requires: [requires] }),
    ...(cue === undefined ? {} : { cues: [cue] }),
    ...(rule.encodable === true ? { encodable: true } : {}),
    find(scan) {
      const found: Candidate[] = [];
      const matches = rule.longWord === true ? scan.matchFrom(sticky, scan.longWords()) : scan.matchAll(rule.pattern);
      for (const match of matches) {
        const start = match.index;
        const end = start + match[0].length;
        const cued = cue !== undefined && scan.near(cue, start, end, reach);
        if (!cued && rule.alone === 0) continue;
        scan.meter.attempts += 1;
        if (validator?.accepts(match[0]) === false) continue;
        const confidence = cued ? rule.cued : rule.alone;
        found.push({ start, end, confidence, evidence: cued ? [...evidence, `cue:${cue.id}`] : evidence });
      }
      return found;
    },
    examples: rule.examples,
  };
}
