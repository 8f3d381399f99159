/**
 * Classifies what stands in the composer while it is written, so that the answer is there when it is sent. The newest text
 * counts: one question is on its way at a time, and what was overtaken meanwhile is never asked about.
 */
import type { Classification } from '../classify/finding.ts';

/** Longer texts are asked about when the person pauses, not with every key. */
const LONGEST = 20_000;

export class LookAhead {
  readonly #classify: (text: string) => Promise<Classification>;
  #known: { text: string; classification: Classification } | null = null;
  #asking: { text: string; answer: Promise<Classification> } | null = null;
  #next: string | null = null;

  constructor(classify: (text: string) => Promise<Classification>) {
    this.#classify = classify;
  }

  /** This is being written. */
  see(text: string): void {
    if (text.length > LONGEST || text.trim() === '') return;
    if (this.#asking !== null) this.#next = this.#asking.text === text ? null : text;
    else if (this.known(text) === null) void this.#ask(text).catch(() => undefined);
  }

  /** What is known of exactly this text now. */
  known(text: string): Classification | null {
    return this.#known?.text === text ? this.#known.classification : null;
  }

  /** What is known of it, or will be: asked at once where nobody has. Rejects when it cannot be had. */
  of(text: string): Promise<Classification> {
    const known = this.known(text);
    if (known !== null) return Promise.resolve(known);
    return this.#asking?.text === text ? this.#asking.answer : this.#ask(text);
  }

  /** Other rules may find other things: nothing is known any more. */
  forget(): void {
    this.#known = null;
    this.#asking = null;
    this.#next = null;
  }

  async #ask(text: string): Promise<Classification> {
    const asking = { text, answer: this.#classify(text) };
    this.#asking = asking;
    this.#next = null;
    try {
      const classification = await asking.answer;
      // Whoever asked later has the newer text.
      if (this.#asking === asking) this.#known = { text, classification };
      return classification;
    } finally {
      if (this.#asking === asking) {
        this.#asking = null;
        const next = this.#next;
        if (next !== null) this.see(next);
      }
    }
  }
}
