/**
 * How a text is classified, in time proportional to it. It is normalised (keeping the way back to the original), all cue
 * words are found in one pass, and only detectors whose words and character classes are present run. What they propose is
 * weighed by pattern, validator and cues, mapped back, and freed of overlaps. Other readings one layer deep
 * (views/views.ts) add what the text itself does not show.
 */
import type { ClassifierData, ClassifyOptions } from './classifier.ts';
import { customerDetectors } from './customer/customer-detectors.ts';
import type { Candidate, Detector, WordList } from './detector.ts';
import { Dispatch } from './dispatch.ts';
import { isPiece, withoutExcluded } from './exclusions.ts';
import type { Finding } from './finding.ts';
import { withoutLabelNames } from './label-names.ts';
import { Lexicon } from './lexicon.ts';
import { overlapTest, resolveOverlaps } from './overlap.ts';
import type { PlainText, SourceText } from './plain-text.ts';
import { type Meter, newMeter, Scan } from './scan.ts';
import { hiddenView } from './views/hidden.ts';
import type { View } from './views/view.ts';
import { readingsOf, VIEW_WORDS } from './views/views.ts';

/** Below this a candidate is more likely a coincidence than a value. */
export const LEAST_CONFIDENCE = 0.5;

export class Engine {
  readonly #words: readonly WordList[];
  readonly #direct: Dispatch;
  readonly #source: Dispatch;
  readonly #encodable: Dispatch;
  readonly #data: ClassifierData;
  #lexicon: Lexicon | undefined;

  constructor(common: readonly Detector[], data: ClassifierData) {
    const detectors = [...customerDetectors(data.customer), ...common];
    this.#words = [...VIEW_WORDS, ...detectors.flatMap(({ requires = [], cues = [] }) => [...requires, ...cues])];
    this.#direct = new Dispatch(detectors.filter(({ reads }) => reads !== 'source'));
    this.#source = new Dispatch(detectors.filter(({ reads }) => reads === 'source'));
    this.#encodable = new Dispatch(detectors.filter(({ encodable }) => encodable === true));
    this.#data = data;
  }

  classify({ source, normal, plain }: SourceText, options: ClassifyOptions): Finding[] {
    const least = options.leastConfidence ?? LEAST_CONFIDENCE;
    const meter = options.meter ?? newMeter();
    const unseen = this.#unseen(source, least, meter);
    if (normal.text === '') return resolveOverlaps(unseen);
    const scan = this.#scan(plain, meter);
    const direct = withoutLabelNames(scan, detect(scan, this.#direct, least));
    const hidden = readingsOf(scan).flatMap((view) => this.#detectInView(view, scan, least));
    // What can be read directly counts once: a hidden reading adds only what the direct one did not see.
    const isRead = overlapTest(direct);
    const found = [...direct, ...hidden.filter((finding) => !isRead(finding))];
    const placed = found.map((finding) => ({ ...finding, ...normal.toOriginal(finding.start, finding.end) }));
    return resolveOverlaps([...placed, ...unseen]);
  }

  /** Findings in what a person does not see; offsets are those of the text itself. */
  #unseen(text: string, least: number, meter: Meter): Finding[] {
    const view = hiddenView(text);
    if (view === null) return [];
    const source = this.#scan(text, meter);
    return [...detect(source, this.#source, least), ...this.#detectInView(view, source, least)];
  }

  #scan(text: string | PlainText, meter: Meter): Scan {
    this.#lexicon ??= new Lexicon(this.#words);
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

function detect(scan: Scan, dispatch: Dispatch, least: number): Finding[] {
  const { meter } = scan;
  const findings: Finding[] = [];
  for (const detector of dispatch.for(scan)) {
    meter.detectors += 1;
    for (const proposed of detector.find(scan)) {
      const candidate = proposed.confidence < least ? null : withoutExcluded(scan, detector, proposed);
      if (candidate !== null && candidate.confidence >= least) findings.push(toFinding(detector, candidate));
    }
  }
  return findings;
}

function toFinding(detector: Detector, candidate: Candidate): Finding {
  const { start, end, evidence } = candidate;
  const confidence = Math.round(Math.min(1, candidate.confidence) * 100) / 100;
  return { type: detector.type, class: detector.class, detector: detector.id, start, end, confidence, evidence };
}
