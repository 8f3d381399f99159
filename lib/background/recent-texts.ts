/**
 * What was found in the last few texts: the guard asks about a prompt, a moment later the gate about the same one. Held in
 * memory alone, and not for long.
 */
import type { TextMemory } from '../classify/classifier.ts';
import type { Finding } from '../classify/finding.ts';

/** Shorter texts are classified sooner than they are looked up. */
const SHORTEST = 100;
/** UTF-16 units of all texts together. */
const MOST_UNITS = 4_000_000;
const LIFE_MS = 15_000;

export class RecentTexts implements TextMemory {
  readonly #known = new Map<string, { findings: Finding[]; until: number }>();
  readonly #now: () => number;
  readonly #sleep: (ms: number) => Promise<void>;
  #units = 0;
  #isClearing = false;

  constructor({ now, sleep }: { now(): number; sleep(ms: number): Promise<void> }) {
    this.#now = now;
    this.#sleep = sleep;
  }

  get(text: string): Finding[] | undefined {
    if (text.length < SHORTEST) return undefined;
    const known = this.#known.get(text);
    return known !== undefined && known.until > this.#now() ? known.findings : undefined;
  }

  set(text: string, findings: Finding[]): void {
    if (text.length < SHORTEST || text.length > MOST_UNITS) return;
    this.#forget(text);
    this.#known.set(text, { findings, until: this.#now() + LIFE_MS });
    this.#units += text.length;
    for (const oldest of this.#known.keys()) {
      if (this.#units <= MOST_UNITS) break;
      this.#forget(oldest);
    }
    void this.#clear();
  }

  #forget(text: string): void {
    if (this.#known.delete(text)) this.#units -= text.length;
  }

  /** One timer at a time, until nothing is left. */
  async #clear(): Promise<void> {
    if (this.#isClearing) return;
    this.#isClearing = true;
    while (this.#known.size > 0) {
      await this.#sleep(LIFE_MS);
      const now = this.#now();
      for (const [text, { until }] of this.#known) if (until <= now) this.#forget(text);
    }
    this.#isClearing = false;
  }
}
