/**
 * Finds every word of a set in one pass over a text (Aho and Corasick, 1975). The steps for ASCII characters are one look
 * into a table; other characters, which few words have, go by a map and the failure links.
 */

/** Characters of ASCII that no word has share the class 0: they lead back to the beginning. */
const ASCII = 128;

export class WordAutomaton {
  readonly #classes = new Uint8Array(ASCII);
  readonly #classCount: number;
  /** State after a character: `state * classCount + class`. States are numbered by depth: those met most lie together. */
  readonly #next: Uint16Array | Int32Array;
  /** Classes of characters outside ASCII that words have, from 1. */
  readonly #otherClasses = new Uint16Array(65536);
  #otherCount = 1;
  /** State after a character outside ASCII: by `state * otherCount + class`. */
  readonly #others = new Map<number, number>();
  readonly #fail: Int32Array;
  /** The word that ends in a state, or -1. */
  readonly #word: Int32Array;
  /** The nearest state along the failure links in which a word ends, itself included; 0: none. */
  readonly #output: Int32Array;

  /** `words`: distinct. An empty one is not found. */
  constructor(words: readonly string[]) {
    let count = 1;
    for (const word of words) {
      for (let i = 0; i < word.length; i += 1) {
        const code = word.charCodeAt(i);
        if (code >= ASCII) this.#otherClasses[code] ||= this.#otherCount++;
        else this.#classes[code] ||= count++;
      }
    }
    this.#classCount = count;
    const order = words.map((_, index) => index).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
    const states = countStates(order.map((index) => words[index]!));
    this.#next = states <= 65536 ? new Uint16Array(states * count) : new Int32Array(states * count);
    this.#fail = new Int32Array(states);
    this.#word = new Int32Array(states).fill(-1);
    this.#output = new Int32Array(states);
    this.#build(words, order);
  }

  /**
   * Breadth first. A state is a stretch of the words in order: those that begin with its characters. Its failure link is the
   * longest other state its characters end in, and where nothing follows in it the steps are those of that state.
   */
  #build(words: readonly string[], order: readonly number[]): void {
    const count = this.#classCount;
    const from = [0];
    const to = [order.length];
    const depths = [0];
    for (let state = 0; state < from.length; state += 1) {
      const depth = depths[state]!;
      const fail = this.#fail[state]!;
      if (state > 0) this.#next.copyWithin(state * count, fail * count, (fail + 1) * count);
      let at = from[state]!;
      if (at < to[state]! && words[order[at]!]!.length === depth) {
        // An empty word would end everywhere.
        if (state > 0) this.#word[state] = order[at]!;
        at += 1;
      }
      this.#output[state] = this.#word[state]! >= 0 ? state : this.#output[fail]!;
      while (at < to[state]!) {
        const code = words[order[at]!]!.charCodeAt(depth);
        const child = from.length;
        from.push(at);
        while (at < to[state]! && words[order[at]!]!.charCodeAt(depth) === code) at += 1;
        to.push(at);
        depths.push(depth + 1);
        if (code < ASCII) {
          const slot = state * count + this.#classes[code]!;
          this.#fail[child] = this.#next[slot]!;
          this.#next[slot] = child;
        } else {
          this.#fail[child] = state === 0 ? 0 : this.#step(fail, code);
          this.#others.set(state * this.#otherCount + this.#otherClasses[code]!, child);
        }
      }
    }
  }

  #step(from: number, code: number): number {
    const kind = this.#otherClasses[code]!;
    if (kind === 0) return 0;
    for (let state = from; ; state = this.#fail[state]!) {
      const child = this.#others.get(state * this.#otherCount + kind);
      if (child !== undefined) return child;
      if (state === 0) return 0;
    }
  }

  /** Calls `found` for every word that stands in the text, in order of end: its index and its end (UTF-16, exclusive). */
  search(text: string, found: (word: number, end: number) => void): void {
    const [classes, next, output, word, count] = [
      this.#classes,
      this.#next,
      this.#output,
      this.#word,
      this.#classCount,
    ];
    let state = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      state = code < ASCII ? next[state * count + classes[code]!]! : this.#step(state, code);
      for (let end = output[state]!; end !== 0; end = output[this.#fail[end]!]!) found(word[end]!, i + 1);
    }
  }
}

/** The beginnings that words in order have, the empty one included. */
function countStates(sorted: readonly string[]): number {
  let states = 1;
  sorted.forEach((word, index) => {
    const before = sorted[index - 1] ?? '';
    let shared = 0;
    while (shared < before.length && word[shared] === before[shared]) shared += 1;
    states += word.length - shared;
  });
  return states;
}
