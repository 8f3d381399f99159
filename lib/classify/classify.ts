/**
 * The classifier: which spans of a text are regulated data or secrets. Pure, synchronous, time in proportion to the text.
 *
 * A text is normalised (keeping the way back to the original), all cue words are found in one pass, and only detectors
 * whose words and character classes are present run. What they propose is weighed by pattern, validator and cues, mapped
 * back, and freed of overlaps. Texts hidden one layer deep (base64, hex, percent escapes, split literals) are read too.
 */
import { normalise } from '../prompt/normalise.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { Candidate, Detector } from './detector.ts';
import type { Classification, Finding } from './finding.ts';
import { Lexicon } from './lexicon.ts';
import { resolveOverlaps } from './overlap.ts';
import { DETECTORS } from './registry.ts';
import { type Meter, newMeter, Scan } from './scan.ts';
import { encodedViews, joinedLinesView, joinedLiteralsView, percentView, type View } from './views.ts';

/** Below this a candidate is more likely a coincidence than a value. */
export const LEAST_CONFIDENCE = 0.5;

export interface ClassifyOptions {
  /** Findings below this confidence are left out; `LEAST_CONFIDENCE` when not given. */
  leastConfidence?: number;
  /** Receives counts of the work done, for tests and benchmarks. */
  meter?: Meter;
}

let shared: Lexicon | undefined;

/** Built on first use, so that loading a page does not pay for it. */
function lexicon(): Lexicon {
  shared ??= new Lexicon(DETECTORS.flatMap((detector) => [...(detector.requires ?? []), ...(detector.cues ?? [])]));
  return shared;
}

/** Does now what the first `classify` would have to do (some 25 ms). Call it when the page is idle. */
export function prepareClassifier(): void {
  lexicon();
}

function runs(detector: Detector, scan: Scan): boolean {
  if (!detector.needs.every((shape) => scan.shape.has(shape))) return false;
  return detector.requires === undefined || detector.requires.some((list) => scan.has(list));
}

function detect(scan: Scan, detectors: readonly Detector[], least: number): Finding[] {
  const { meter } = scan;
  const findings: Finding[] = [];
  for (const detector of detectors) {
    if (!runs(detector, scan)) continue;
    meter.detectors += 1;
    for (const candidate of detector.find(scan)) {
      if (candidate.confidence >= least) findings.push(toFinding(detector, candidate));
    }
  }
  return findings;
}

function toFinding(detector: Detector, candidate: Candidate): Finding {
  const { start, end, evidence } = candidate;
  const confidence = Math.round(Math.min(1, candidate.confidence) * 100) / 100;
  return { type: detector.type, class: detector.class, detector: detector.id, start, end, confidence, evidence };
}

const ENCODABLE = DETECTORS.filter((detector) => detector.encodable === true);

/** Shorter prefixes occur in any prose. */
const LEAST_PREFIX = 4;
/** Fixed prefixes of tokens: only where one stands is it worth joining lines. */
const PREFIXES = ENCODABLE.flatMap((detector) => detector.requires ?? []).filter(
  (list) => list.boundary === 'none' && list.words.every((word) => word.length >= LEAST_PREFIX),
);

function hiddenViews(scan: Scan): View[] {
  const { text } = scan;
  const lines = PREFIXES.some((list) => scan.has(list)) ? joinedLinesView(text) : null;
  return [...encodedViews(text), percentView(text), joinedLiteralsView(text), lines].filter((view) => view !== null);
}

function detectInView(view: View, least: number, meter: Meter): Finding[] {
  meter.decoded += view.text.length;
  return detect(new Scan(view.text, lexicon(), meter), ENCODABLE, least).map((finding) => ({
    ...finding,
    ...view.toSource(finding.start, finding.end),
    evidence: [...finding.evidence, view.evidence],
  }));
}

/**
 * Classifies one text. Offsets in the findings are UTF-16 code units of `text`, end exclusive, ordered and free of overlaps.
 * Accepts any string, lone surrogates and NUL included, and never throws on content.
 */
export function classify(text: string, options: ClassifyOptions = {}): Finding[] {
  const least = options.leastConfidence ?? LEAST_CONFIDENCE;
  const meter = options.meter ?? newMeter();
  const normal = normalise(text);
  if (normal.text === '') return [];
  const scan = new Scan(normal.text, lexicon(), meter);
  const direct = detect(scan, DETECTORS, least);
  const hidden = hiddenViews(scan).flatMap((view) => detectInView(view, least, meter));
  // What can be read directly counts once: a hidden reading adds only what the direct one did not see.
  const isRead = overlapTest(direct);
  const found = [...direct, ...hidden.filter((finding) => !isRead(finding))];
  return resolveOverlaps(found.map((finding) => ({ ...finding, ...normal.toOriginal(finding.start, finding.end) })));
}

/** Tells whether a finding overlaps one of the same type among `findings`, in logarithmic time. */
function overlapTest(findings: readonly Finding[]): (finding: Finding) => boolean {
  const byType = new Map<string, { starts: number[]; reaches: number[] }>();
  for (const { type, start, end } of [...findings].sort((a, b) => a.start - b.start)) {
    const spans = byType.get(type) ?? { starts: [], reaches: [] };
    byType.set(type, spans);
    spans.starts.push(start);
    // How far the spans up to here reach: what begins before a place overlaps it if any of them goes beyond.
    spans.reaches.push(Math.max(end, spans.reaches.at(-1) ?? 0));
  }
  return ({ type, start, end }) => {
    const spans = byType.get(type);
    if (spans === undefined) return false;
    const before = countBelow(spans.starts, end);
    return before > 0 && spans.reaches[before - 1]! > start;
  };
}

/** How many of the ascending numbers are below a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Classifies every part of a prompt, whatever its role. Findings name their part by index. */
export function classifyPrompt(prompt: Prompt, options: ClassifyOptions = {}): Classification {
  const findings = prompt.parts.flatMap((part, index) =>
    classify(part.text, options).map((finding) => ({ ...finding, part: index })),
  );
  return { findings, uses: [] };
}
