/** Makes detectors for markings: words that a person put on a document to say how it has to be handled. */
import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { DataClass } from '../../finding.ts';
import type { Scan } from '../../scan.ts';

export interface MarkingRule {
  id: string;
  type: string;
  class?: DataClass;
  regions?: readonly string[];
  /** Words of which one must be there before the pattern runs. */
  words: readonly string[];
  /** Global and linear: the marking. */
  pattern: RegExp;
  /** Of a marking that stands where markings stand. */
  confidence: number;
  /** `anywhere`: the words say it wherever they are. `header`: only in capitals, in brackets, or on a line of their own. */
  place: 'anywhere' | 'header';
  examples: Detector['examples'];
}

/** Any of these patterns, where no letter or digit touches it. */
export function wholePhrases(alternatives: readonly string[], flags = 'giu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

/** A line that consists of the marking and little else: a company's name, a page number, a second marking. */
const LONGEST_HEADER = 90;
const MOST_OTHER_WORDS = 5;
const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '*': '*', '|': '|', '<': '>' };

function isHeader(scan: Scan, start: number, end: number): boolean {
  const { text } = scan;
  const marking = text.slice(start, end);
  const bracket = BRACKETS[text[start - 1] ?? ''];
  if (bracket !== undefined && text[end] === bracket) return true;
  // Looking further than a header can reach would cost as much as the text is long, for every marking in it.
  const before = text.slice(Math.max(0, start - LONGEST_HEADER - 1), start);
  const after = text.slice(end, end + LONGEST_HEADER + 1);
  const from = start - (before.length - before.lastIndexOf('\n') - 1);
  const next = after.indexOf('\n');
  const to = end + (next < 0 ? after.length : next);
  if (to - from > LONGEST_HEADER) return isShouted(marking);
  const words = `${text.slice(from, start)} ${text.slice(end, to)}`.match(/[\p{L}\p{N}]+/gu) ?? [];
  // A question or a sentence about confidentiality is none of it: names and numbers may stand beside a marking.
  if (words.length > MOST_OTHER_WORDS || words.some((word) => /^\p{Ll}/u.test(word))) return isShouted(marking);
  return true;
}

function isShouted(marking: string): boolean {
  return /\p{Lu}/u.test(marking) && !/\p{Ll}/u.test(marking);
}

export function markingDetector(rule: MarkingRule): Detector {
  const words = cueWords(`marking:${rule.id}`, ...rule.words);
  return {
    id: rule.id,
    type: rule.type,
    class: rule.class ?? 'CONFIDENTIAL',
    regions: rule.regions ?? [],
    needs: [],
    requires: [words],
    find(scan): Candidate[] {
      const found: Candidate[] = [];
      for (const { 0: marking, index } of scan.matchAll(rule.pattern)) {
        const end = index + marking.length;
        if (rule.place === 'header' && !isHeader(scan, index, end)) continue;
        found.push({ start: index, end, confidence: rule.confidence, evidence: ['pattern', `marking:${rule.place}`] });
      }
      return found;
    },
    examples: rule.examples,
  };
}
