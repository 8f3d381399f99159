/**
 * What was found out about a stretch of a text, kept for stretches of the same text that read the same: lists, logs and texts
 * that are made to cost time say one thing again and again, and what is judged by its surroundings alone is judged once.
 */

/** Enough for what comes in turns; a text without repetitions keeps no more than so many answers. */
const MOST_KNOWN = 512;
/** Where hardly any of so many answers was asked for again, the text is no repetition: the next ones are not kept. */
const FEW_AGAIN = 64;
const NOT_KEPT = 8 * MOST_KNOWN;

export class EqualStretches<T> {
  readonly #text: string;
  readonly #known = new Map<string, T>();
  /** How many answers were asked for again since the last were forgotten. */
  #again = 0;
  /** How many questions are still not to be kept. */
  #unkept = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The answer for `text.slice(from, to)` (UTF-16, cut at the ends of the text), made when it is first asked for. `make` must
   * depend on nothing but that stretch and `facts`; places in what it answers are to be counted from the stretch.
   */
  of(from: number, to: number, facts: string, make: () => T): T {
    if (this.#unkept > 0) {
      this.#unkept -= 1;
      return make();
    }
    // A stretch that is cut at the end of the text is none that goes on there.
    const key = `${facts}${from < 0 ? from : ''}\0${this.#text.slice(Math.max(0, from), to)}${to > this.#text.length ? '\0' : ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#again += 1;
      return known;
    }
    const made = make();
    this.#known.set(key, made);
    if (this.#known.size >= MOST_KNOWN) {
      if (this.#again < FEW_AGAIN) this.#unkept = NOT_KEPT;
      this.#known.clear();
      this.#again = 0;
    }
    return made;
  }
}
