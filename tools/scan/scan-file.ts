/** One file through the same core as in the browser: reading, classification, the decision of a policy. */
import type { Classifier } from '../../lib/classify/classifier.ts';
import type {
  DocumentFormat,
  DocumentPart,
  SourceFile,
  UnreadablePart,
} from '../../lib/classify/documents/document.ts';
import { readDocument } from '../../lib/classify/documents/read-document.ts';
import type { UseFinding } from '../../lib/classify/finding.ts';
import { decide } from '../../lib/policy/decide.ts';
import type { Action } from '../../lib/policy/decision.ts';
import { completeInput } from '../../lib/policy/input.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import type { Prompt } from '../../lib/prompt/prompt.ts';
import type { ScanResult } from './scan-text.ts';

export interface FileScan {
  format: DocumentFormat;
  parts: DocumentPart[];
  /** `part` is the index of the part; offsets are UTF-16 code units of its text, end exclusive. */
  findings: (ScanResult['findings'][number] & { part: number })[];
  uses: UseFinding[];
  unreadable: UnreadablePart[];
  decision: { action: Action; rules: string[] };
}

/** `timeMs` (since the epoch) is what time rules of the policy are judged by. */
export async function scanFile(
  file: SourceFile,
  classifier: Classifier,
  policy: Policy,
  timeMs: number,
): Promise<FileScan> {
  const { format, parts, unreadable } = await readDocument(file, {
    pdf: () => import('pdfjs-dist/legacy/build/pdf.mjs'),
  });
  const { findings, uses } = classifier.classifyPrompt(promptOf(file, parts));
  const told = findings.map(({ part, type, class: dataClass, detector, start, end, confidence }) => ({
    part,
    type,
    class: dataClass,
    detector,
    start,
    end,
    confidence,
  }));
  const seen = told.map(({ type, class: dataClass, detector, confidence }) => ({
    type,
    class: dataClass,
    detector,
    confidence,
  }));
  const input = { ...completeInput({ channel: 'file' }, timeMs), findings: seen, uses };
  const decision = decide(policy, { ...input, unreadable: unreadable.map(({ reason }) => reason) });
  const rules = decision.rules.map(({ id }) => id);
  return { format, parts, findings: told, uses, unreadable, decision: { action: decision.action, rules } };
}

function promptOf({ name, mediaType }: SourceFile, parts: DocumentPart[]): Prompt {
  return {
    app: 'chatgpt',
    host: 'chatgpt.com',
    channel: 'file',
    shape: 'known',
    conversation: null,
    parts: parts.map(({ id, text }) => ({ id, role: 'user', kind: 'attachment', text, name, mediaType })),
    unreadable: [],
  };
}
