/**
 * How the texts of a prompt go to the classifier: in questions that one message can carry and that are answered quickly,
 * whoever else waits. Nearly every prompt is one question. A long text is cut into windows that overlap, at line breaks.
 */
import type { Classifiable } from '../classify/classifier.ts';
import type { Classification, PromptFinding, UseFinding } from '../classify/finding.ts';

/** UTF-16 units of one question. */
const WINDOW = 1_000_000;
/** More than any value spans. */
const OVERLAP = 10_000;
/** A first line that names the columns of a table goes with every window of it. */
const LONGEST_HEAD = 2_000;
/** Texts of one question. */
const MOST_PARTS = 2_000;

type Part = Classifiable['parts'][number];
export type AskClassifier = (parts: Part[]) => Promise<Classification>;

/** A stretch of a part, and what of it is asked about. */
interface Window {
  /** Index of the part. */
  part: number;
  asked: Part;
  /** From an offset in `asked.text` to one in the part. */
  shift: number;
  /** Offsets in the part: findings that begin here are this window's. */
  from: number;
  to: number;
}

/** Classify a prompt by as many questions as it takes, one after the other. Rejects when one of them does. */
export async function classifyInWindows({ parts }: Classifiable, ask: AskClassifier): Promise<Classification> {
  const findings: PromptFinding[] = [];
  const uses = new Map<string, UseFinding>();
  for (const question of questionsOf(parts)) {
    const answer = await ask(question.map(({ asked }) => asked));
    for (const finding of answer.findings) {
      const window = question[finding.part];
      if (window === undefined) throw new Error('classifier: a finding in no part');
      const { part, shift, from, to } = window;
      const [start, end] = [finding.start + shift, finding.end + shift];
      if (start >= from && start < to) findings.push({ ...finding, part, start, end });
    }
    for (const use of answer.uses) {
      if (use.confidence > (uses.get(use.use)?.confidence ?? 0)) uses.set(use.use, use);
    }
  }
  return { findings, uses: [...uses.values()] };
}

function* questionsOf(parts: readonly Part[]): Generator<Window[]> {
  let question: Window[] = [];
  let units = 0;
  for (const window of windowsOf(parts)) {
    const { length } = window.asked.text;
    if (question.length === MOST_PARTS || (question.length > 0 && units + length > WINDOW)) {
      yield question;
      question = [];
      units = 0;
    }
    question.push(window);
    units += length;
  }
  if (question.length > 0) yield question;
}

function* windowsOf(parts: readonly Part[]): Generator<Window> {
  for (const [part, { role, kind, text }] of parts.entries()) {
    if (text.trim() === '') continue;
    if (text.length <= WINDOW) {
      yield { part, asked: { role, kind, text }, shift: 0, from: 0, to: text.length };
      continue;
    }
    const head = headOf(text);
    let from = 0;
    for (let start = 0; from < text.length; ) {
      const end = Math.min(text.length, start + WINDOW);
      const prefix = start === 0 ? '' : head;
      // The middle of what this window shares with the next: what begins in front of it has room to end here.
      const to = end === text.length ? end : end - OVERLAP / 2;
      const asked = { role, kind, text: prefix + text.slice(start, end) };
      yield { part, asked, shift: start - prefix.length, from, to };
      from = to;
      start = lineStart(text, end - OVERLAP);
    }
  }
}

/** The first line with its line break; empty when it is no heading. */
function headOf(text: string): string {
  const end = text.indexOf('\n') + 1;
  return end <= LONGEST_HEAD ? text.slice(0, end) : '';
}

/** The start of the line that `at` is in, unless that is far away. */
function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at) + 1;
  return at - start < OVERLAP ? start : at;
}
