/** Makes detectors for tokens that carry a fixed prefix, which is how most providers issue them today. */
import { type Candidate, type Detector, fixedStrings } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { entropy } from './entropy.ts';
import { isPlaceholder } from './placeholder.ts';

export interface TokenRule {
  id: string;
  /** As issued, in their own letter case. */
  prefixes: readonly string[];
  /** Sticky, begins with the prefix, bounded, and ends with a lookahead that refuses a longer token. */
  pattern: RegExp;
  /** 0.95 when not given: prefix, length and alphabet together are as good as a checksum. */
  confidence?: number;
  /** Bits per character the token must have, 3 when not given. */
  leastEntropy?: number;
  /** A checksum: true raises the confidence, false lowers it, null says nothing. */
  checksum?: (token: string) => boolean | null;
  examples: Detector['examples'];
}

const TOKEN_CHARACTER = /[A-Za-z0-9]/;
const CHECKED = 0.99;
const FAILED_CHECK = 0.75;

function weigh(rule: TokenRule, token: string): Candidate['evidence'] | null {
  if (isPlaceholder(token) || entropy(token) < (rule.leastEntropy ?? 3)) return null;
  return ['pattern', 'entropy'];
}

function findTokens(rule: TokenRule, scan: Scan, starts: readonly number[]): Candidate[] {
  const found: Candidate[] = [];
  let reached = 0;
  for (const start of starts) {
    if (start < reached || TOKEN_CHARACTER.test(scan.text[start - 1] ?? '')) continue;
    const token = scan.matchAt(rule.pattern, start)?.[0];
    if (token === undefined) continue;
    reached = start + token.length;
    const evidence = weigh(rule, token);
    if (evidence === null) continue;
    const checked = rule.checksum?.(token) ?? null;
    if (checked === true) evidence.push('validator:checksum');
    const confidence = checked === null ? (rule.confidence ?? 0.95) : checked ? CHECKED : FAILED_CHECK;
    found.push({ start, end: reached, confidence, evidence });
  }
  return found;
}

export function tokenDetector(rule: TokenRule): Detector {
  const folded = new Set(rule.prefixes.map((prefix) => prefix.toLowerCase()));
  const prefixes = { ...fixedStrings(`prefix:${rule.id}`, ...folded), issued: rule.prefixes };
  return {
    id: rule.id,
    type: 'SECRET',
    class: 'SECRET',
    regions: [],
    needs: [],
    requires: [prefixes],
    encodable: true,
    find: (scan) =>
      findTokens(
        rule,
        scan,
        [...scan.words(prefixes).starts].sort((a, b) => a - b),
      ),
    examples: rule.examples,
  };
}

/** Puts an example token together, so that no scanner of a code host takes the source file for a leak. */
export function assemble(...parts: string[]): string {
  return parts.join('');
}
