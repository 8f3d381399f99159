/**
 * A card number or secret typed in pieces, in several messages of one conversation. What may be the beginning of one is kept
 * in memory, nowhere else, and read together with what follows.
 */
import type { PromptFinding } from '../classify/finding.ts';
import { type PartialRun, type Piece, piecesOf, runsAfter, runsBefore } from '../classify/partial/partial-runs.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { HoldPorts } from './ports.ts';

const MOST_CONVERSATIONS = 50;
const TYPES = new Set(['CREDIT_CARD', 'SECRET', 'IBAN_CODE']);

interface Memory {
  /** Tells a repetition of the last message: 52 bits of a hash under a key of this page's own. */
  last: number;
  runs: PartialRun[];
}

interface Joined {
  run: PartialRun;
  piece: Piece;
}

export class Seams {
  readonly #classify: HoldPorts['classify'];
  readonly #now: () => number;
  readonly #key = Math.floor(Math.random() * 2 ** 32);
  /** Conversation (keyed digest, null: not named yet) -> what may go on in its next message. */
  readonly #memories = new Map<string | null, Memory>();

  constructor({ classify, now }: Pick<HoldPorts, 'classify' | 'now'>) {
    this.#classify = classify;
    this.#now = now;
  }

  /** Findings that begin in messages sent before and end in this prompt's newest text: the piece that stands in it. */
  async findings(conversation: string | null, prompt: Prompt): Promise<PromptFinding[]> {
    const part = newest(prompt);
    const memory = this.#memories.get(conversation) ?? this.#memories.get(null);
    if (part === -1 || memory === undefined || memory.runs.length === 0) return [];
    const { text } = prompt.parts[part]!;
    // The same text again may be the app's doing: it goes on only from what has several pieces already.
    const least = memory.last === hash(text, this.#key) ? 2 : 1;
    const joined: Joined[] = piecesOf(text).flatMap((piece) =>
      runsBefore(memory.runs, piece, this.#now())
        .filter(({ pieces }) => pieces >= least)
        .map((run) => ({ run, piece })),
    );
    if (joined.length === 0) return [];
    const parts = joined.map(
      ({ run, piece }) => ({ role: 'user', kind: 'text', text: run.text + piece.text }) as const,
    );
    const { findings } = await this.#classify({ parts });
    const across = findings.flatMap((finding) => {
      const { run, piece } = joined[finding.part]!;
      const seam = run.text.length;
      if (!TYPES.has(finding.type) || finding.start > 0 || finding.end <= seam) return [];
      const evidence = [...finding.evidence, `split:${run.pieces + 1}`];
      return [{ ...finding, part, start: piece.start, end: piece.end, evidence }];
    });
    return across.sort((a, b) => b.confidence - a.confidence).slice(0, 1);
  }

  /** This is about to leave. */
  sent(conversation: string | null, prompt: Prompt): void {
    const part = newest(prompt);
    if (part === -1 || prompt.channel === 'draft') return;
    const { text } = prompt.parts[part]!;
    const before = this.#memories.get(conversation) ?? this.#memories.get(null);
    const last = hash(text, this.#key);
    // What the first prompt said before the conversation had a name is now in the named one.
    this.#memories.delete(null);
    this.#memories.delete(conversation);
    const runs = runsAfter(before?.runs ?? [], text, this.#now(), before?.last === last);
    this.#memories.set(conversation, { last, runs });
    if (this.#memories.size > MOST_CONVERSATIONS) this.#memories.delete(this.#memories.keys().next().value!);
  }
}

/** Index of the text that the person wrote last, -1 when there is none. */
function newest({ channel, parts }: Prompt): number {
  if (channel === 'file') return -1;
  return parts.findLastIndex(({ role, kind, fileId }) => role === 'user' && kind === 'text' && fileId === undefined);
}

/** Two multiplications a character, in two halves of 26 bits: to tell texts apart in memory, for nothing else. */
function hash(text: string, key: number): number {
  let high = 0xdeadbeef ^ key;
  let low = 0x41c6ce57 ^ key;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  return (high >>> 6) * 2 ** 26 + (low >>> 6);
}
