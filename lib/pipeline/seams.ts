/**
 * A card number or secret typed in two halves, in two messages of one conversation. The end of what was sent last is kept
 * in memory, nowhere else, and read together with the start of what follows.
 */
import type { PromptFinding } from '../classify/finding.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { HoldPorts } from './ports.ts';

/** UTF-16 code units. The longest card number in groups has 23, most secrets have fewer than 128 in all. */
const TAIL = 64;
const HEAD = 128;
/** Half a number stands at the end of a line of its own, half a secret right at the seam. */
const JOINTS = ['', ' '];
const MOST_CONVERSATIONS = 50;

export class Seams {
  readonly #classify: HoldPorts['classify'];
  /** Conversation (keyed digest, null: not named yet) -> the text sent last in it, and its end. */
  readonly #last = new Map<string | null, { whole: string; tail: string }>();

  constructor(classify: HoldPorts['classify']) {
    this.#classify = classify;
  }

  /** Findings that begin in the text sent before and end in this prompt's newest one: the half that stands in it. */
  async findings(conversation: string | null, prompt: Prompt): Promise<PromptFinding[]> {
    const part = newest(prompt);
    const before = this.#last.get(conversation) ?? this.#last.get(null);
    if (part === -1 || before === undefined) return [];
    const { text } = prompt.parts[part]!;
    // The same text again is a repetition, not a continuation.
    if (before.whole === text) return [];
    const start = text.length - text.trimStart().length;
    const head = text.slice(start, start + HEAD);
    const parts = JOINTS.map((joint) => ({ role: 'user', kind: 'text', text: before.tail + joint + head }) as const);
    const { findings } = await this.#classify({ parts });
    const across = findings.flatMap((finding) => {
      const seam = before.tail.length + JOINTS[finding.part]!.length;
      const isHalf = finding.start < before.tail.length && finding.end > seam;
      const counts = finding.class === 'PCI' || finding.class === 'SECRET';
      return isHalf && counts ? [{ ...finding, part, start, end: start + finding.end - seam }] : [];
    });
    return across.slice(0, 1);
  }

  /** This is about to leave. */
  sent(conversation: string | null, prompt: Prompt): void {
    const part = newest(prompt);
    if (part === -1 || prompt.channel === 'draft') return;
    const { text } = prompt.parts[part]!;
    // What the first prompt said before the conversation had a name is now in the named one.
    this.#last.delete(null);
    this.#last.delete(conversation);
    this.#last.set(conversation, { whole: text, tail: text.trimEnd().slice(-TAIL) });
    if (this.#last.size > MOST_CONVERSATIONS) this.#last.delete(this.#last.keys().next().value!);
  }
}

/** Index of the text that the person wrote last, -1 when there is none. */
function newest({ channel, parts }: Prompt): number {
  if (channel === 'file') return -1;
  return parts.findLastIndex(({ role, kind, fileId }) => role === 'user' && kind === 'text' && fileId === undefined);
}
