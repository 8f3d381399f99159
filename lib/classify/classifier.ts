/**
 * The classifier: which spans of a text are regulated data or secrets. Pure, synchronous, time in proportion to the text.
 *
 * A text is normalised (keeping the way back to the original), all cue words are found in one pass, and only detectors
 * whose words and character classes are present run. What they propose is weighed by pattern, validator and cues, mapped
 * back, and freed of overlaps. Other readings one layer deep (views/views.ts) add what the text itself does not show.
 */
import { normalise } from '../prompt/normalise.ts';
import type { PromptPart } from '../prompt/prompt.ts';
import type { CustomerData } from './customer-data.ts';
import type { Candidate, Detector } from './detector.ts';
import { isPiece, withoutExcluded } from './exclusions.ts';
import type { Classification, Finding } from './finding.ts';
import { Lexicon } from './lexicon.ts';
import type { Models } from './models.ts';
import { overlapTest, resolveOverlaps } from './overlap.ts';
import { DETECTORS } from './registry.ts';
import { type Meter, newMeter, Scan } from './scan.ts';
import type { View } from './views/view.ts';
import { readingsOf, VIEW_WORDS } from './views/views.ts';

/** Below this a candidate is more likely a coincidence than a value. */
export const LEAST_CONFIDENCE = 0.5;

/** What a classifier knows besides its detectors. Detectors see it as `scan.data`. */
export interface ClassifierData {
  models: Models | null;
  /** What the organisation itself wants protected. */
  customer: CustomerData | null;
  /** Countries whose numbers are expected, ISO 3166-1 alpha-2; empty: those every detector takes by itself. */
  regions: readonly string[];
  /** Domains of the organisation. */
  ownDomains: readonly string[];
}

/** A classifier that knows nothing but its detectors. */
export const NO_DATA: ClassifierData = { models: null, customer: null, regions: [], ownDomains: [] };

export interface ClassifyOptions {
  /** Findings below this confidence are left out; `LEAST_CONFIDENCE` when not given. */
  leastConfidence?: number;
  /** Receives counts of the work done, for tests and benchmarks. */
  meter?: Meter;
}

/** What a classification looks at. */
export interface Classifiable {
  parts: readonly Pick<PromptPart, 'role' | 'kind' | 'text'>[];
}

/** What was found in texts before: saves classifying one again that comes twice. Changes no result. */
export interface TextMemory {
  get(text: string): Finding[] | undefined;
  set(text: string, findings: Finding[]): void;
}

export interface Classifier {
  /**
   * Classifies one text. Offsets in the findings are UTF-16 code units of `text`, end exclusive, ordered and free of
   * overlaps. Accepts any string, lone surrogates and NUL included, and never throws on content.
   */
  classify(text: string, options?: ClassifyOptions): Finding[];
  /** Classifies every part of a prompt, whatever its role. Findings name their part by index. */
  classifyPrompt(prompt: Classifiable, options?: ClassifyOptions): Classification;
}

/** The word automaton (some 25 ms) is built by the first text, so that loading the code does not pay for it. */
export function createClassifier(data: ClassifierData, memory?: TextMemory): Classifier {
  const engine = new Engine(DETECTORS, data);
  const classify = (text: string, options?: ClassifyOptions) => {
    // What was found under other options is another answer.
    if (options !== undefined) return engine.classify(text, options);
    const known = memory?.get(text);
    if (known !== undefined) return known;
    const findings = engine.classify(text, {});
    memory?.set(text, findings);
    return findings;
  };
  return {
    classify,
    classifyPrompt: ({ parts }, options) => ({
      findings: parts.flatMap(({ text }, part) => classify(text, options).map((finding) => ({ ...finding, part }))),
      uses: [],
    }),
  };
}

/** Shorter prefixes occur in any prose. */
const LEAST_PREFIX = 4;

class Engine {
  readonly #detectors: readonly Detector[];
  readonly #encodable: readonly Detector[];
  /** Fixed prefixes of tokens: only where one stands is it worth joining lines. */
  readonly #prefixes;
  readonly #data: ClassifierData;
  #lexicon: Lexicon | undefined;

  constructor(detectors: readonly Detector[], data: ClassifierData) {
    this.#detectors = detectors;
    this.#encodable = detectors.filter((detector) => detector.encodable === true);
    this.#prefixes = this.#encodable
      .flatMap((detector) => detector.requires ?? [])
      .filter((list) => list.boundary === 'none' && list.words.every((word) => word.length >= LEAST_PREFIX));
    this.#data = data;
  }

  classify(text: string, options: ClassifyOptions): Finding[] {
    const least = options.leastConfidence ?? LEAST_CONFIDENCE;
    const meter = options.meter ?? newMeter();
    const normal = normalise(text);
    if (normal.text === '') return [];
    const scan = this.#scan(normal.text, meter);
    const direct = detect(scan, this.#detectors, least);
    const hasPrefix = this.#prefixes.some((list) => scan.has(list));
    const hidden = readingsOf(scan, hasPrefix).flatMap((view) => this.#detectInView(view, scan, least));
    // What can be read directly counts once: a hidden reading adds only what the direct one did not see.
    const isRead = overlapTest(direct);
    const found = [...direct, ...hidden.filter((finding) => !isRead(finding))];
    return resolveOverlaps(found.map((finding) => ({ ...finding, ...normal.toOriginal(finding.start, finding.end) })));
  }

  #scan(text: string, meter: Meter): Scan {
    this.#lexicon ??= new Lexicon([
      ...VIEW_WORDS,
      ...this.#detectors.flatMap(({ requires = [], cues = [] }) => [...requires, ...cues]),
    ]);
    return new Scan(text, this.#lexicon, meter, this.#data);
  }

  #detectInView(view: View, source: Scan, least: number): Finding[] {
    const { meter } = source;
    meter.decoded += view.text.length;
    const found = detect(this.#scan(view.text, meter), this.#encodable, Math.max(least, view.least ?? 0));
    return found.flatMap((finding) => {
      const { codes, ...span } = view.toSource(finding.start, finding.end);
      const isShort = finding.end - finding.start < (view.cueBelow ?? 0);
      if (codes.length === 0 || (isShort && !finding.evidence.some((code) => code.startsWith('cue:')))) return [];
      // What a guess puts together must not be a piece of something else.
      if (view.cueBelow !== undefined && isPiece(source, span)) return [];
      return [{ ...finding, ...span, evidence: [...finding.evidence, ...codes] }];
    });
  }
}

function detect(scan: Scan, detectors: readonly Detector[], least: number): Finding[] {
  const { meter } = scan;
  const findings: Finding[] = [];
  for (const detector of detectors) {
    if (!runs(detector, scan)) continue;
    meter.detectors += 1;
    for (const proposed of detector.find(scan)) {
      const candidate = proposed.confidence < least ? null : withoutExcluded(scan, detector, proposed);
      if (candidate !== null && candidate.confidence >= least) findings.push(toFinding(detector, candidate));
    }
  }
  return findings;
}

function runs(detector: Detector, scan: Scan): boolean {
  if (!detector.needs.every((shape) => scan.shape.has(shape))) return false;
  return detector.requires === undefined || detector.requires.some((list) => scan.has(list));
}

function toFinding(detector: Detector, candidate: Candidate): Finding {
  const { start, end, evidence } = candidate;
  const confidence = Math.round(Math.min(1, candidate.confidence) * 100) / 100;
  return { type: detector.type, class: detector.class, detector: detector.id, start, end, confidence, evidence };
}
