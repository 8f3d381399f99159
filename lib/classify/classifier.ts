/**
 * The classifier: which spans of a text are regulated data or secrets, with what it has been given to know. Pure and
 * synchronous; how it works is in engine.ts.
 */
import type { PromptPart } from '../prompt/prompt.ts';
import type { CustomerData } from './customer-data.ts';
import { Engine } from './engine.ts';
import type { Classification, Finding, UseFinding } from './finding.ts';
import type { Models } from './models.ts';
import { SourceText } from './plain-text.ts';
import { CODE_DETECTORS } from './registry.ts';
import type { Meter } from './scan.ts';
import { classifyUses } from './uses/classify-uses.ts';
import type { UseModel } from './uses/use-model.ts';

/** What a classifier knows besides its detectors. Detectors see it as `scan.data`. */
export interface ClassifierData {
  models: Models;
  /** What the organisation itself wants protected. */
  customer: CustomerData | null;
  /** Countries whose numbers are expected, ISO 3166-1 alpha-2; empty: those every detector takes by itself. */
  regions: readonly string[];
  /** Domains of the organisation. */
  ownDomains: readonly string[];
}

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
  const engine = new Engine([...CODE_DETECTORS, ...data.models.providers], data);
  const classify = (text: SourceText, options?: ClassifyOptions) => {
    // What was found under other options is another answer.
    if (options !== undefined) return engine.classify(text, options);
    const known = memory?.get(text.source);
    if (known !== undefined) return known;
    const findings = engine.classify(text, {});
    memory?.set(text.source, findings);
    return findings;
  };
  return {
    classify: (text, options) => classify(new SourceText(text), options),
    classifyPrompt: ({ parts }, options) => {
      const texts = parts.map(({ text }) => new SourceText(text));
      return {
        findings: texts.flatMap((text, part) => classify(text, options).map((finding) => ({ ...finding, part }))),
        uses: data.models.uses === null ? [] : usesOf(data.models.uses, parts, texts),
      };
    },
  };
}

/** The uses of what the person wrote, each once. Answers, tools and files say nothing about what the person is after. */
function usesOf(model: UseModel, parts: Classifiable['parts'], texts: readonly SourceText[]): UseFinding[] {
  const surest = new Map<string, number>();
  parts.forEach(({ role, kind }, index) => {
    if (role !== 'user' || kind !== 'text') return;
    for (const { use, confidence } of classifyUses(model, texts[index]!)) {
      surest.set(use, Math.max(confidence, surest.get(use) ?? 0));
    }
  });
  return [...surest].map(([use, confidence]) => ({ use, confidence })).sort((a, b) => b.confidence - a.confidence);
}
