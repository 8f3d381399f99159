/**
 * Finds every word of a set in one pass over a text (Aho and Corasick, 1975). The steps for ASCII characters are one look
 * into a table; other characters, which few words have, go by a map and the failure links.
 */

/** Characters of ASCII that no word has share the class 0: they lead back to the beginning. */
const ASCII = 128;

export class WordAutomaton {
  readonly #classes = new Uint8Array(ASCII);
  readonly #classCount: number;
  /** State after a character: `state * classCount + class`. */
  readonly #next: Int32Array;
  /** State after a character outside ASCII: by `state * 65536 + code unit`. */
  readonly #others = new Map<number, number>();
  readonly #fail: Int32Array;
  /** The word that ends in a state, or -1. */
  readonly #word: Int32Array;
  /** The nearest state along the failure links in which a word ends, itself included; 0: none. */
  readonly #output: Int32Array;

  /** `words`: distinct, not empty. */
  constructor(words: readonly string[]) {
    let count = 1;
    for (const word of words) {
      for (let i = 0; i < word.length; i += 1) {
        const code = word.charCodeAt(i);
        if (code < ASCII && this.#classes[code] === 0) {
          this.#classes[code] = count;
          count += 1;
        }
      }
    }
    this.#classCount = count;
    const most = words.reduce((sum, { length }) => sum + length, 1);
    const next = new Int32Array(most * count);
    const word = new Int32Array(most).fill(-1);
    const states = this.#buildTrie(words, next, word);
    this.#next = next.slice(0, states * count);
    this.#word = word.slice(0, states);
    this.#fail = new Int32Array(states);
    this.#output = new Int32Array(states);
    this.#link();
  }

  #buildTrie(words: readonly string[], next: Int32Array, word: Int32Array): number {
    let states = 1;
    words.forEach((each, index) => {
      let state = 0;
      for (let i = 0; i < each.length; i += 1) {
        const code = each.charCodeAt(i);
        if (code < ASCII) {
          const slot = state * this.#classCount + this.#classes[code]!;
          if (next[slot] === 0) next[slot] = states++;
          state = next[slot]!;
        } else {
          const key = state * 65536 + code;
          const known = this.#others.get(key);
          if (known === undefined) this.#others.set(key, states);
          state = known ?? states++;
        }
      }
      word[state] = index;
    });
    return states;
  }

  /** Breadth first: the failure link of a state is the longest other state its characters end in. */
  #link(): void {
    const others = new Map<number, { code: number; child: number }[]>();
    for (const [key, child] of this.#others) {
      const state = Math.floor(key / 65536);
      const edges = others.get(state) ?? [];
      edges.push({ code: key % 65536, child });
      others.set(state, edges);
    }
    const queue = [0];
    for (let at = 0; at < queue.length; at += 1) {
      const state = queue[at]!;
      const fail = this.#fail[state]!;
      this.#output[state] = this.#word[state]! >= 0 ? state : state === 0 ? 0 : this.#output[fail]!;
      for (const { code, child } of others.get(state) ?? []) {
        this.#fail[child] = state === 0 ? 0 : this.#step(fail, code);
        queue.push(child);
      }
      for (let symbol = 1; symbol < this.#classCount; symbol += 1) {
        const slot = state * this.#classCount + symbol;
        const inherited = state === 0 ? 0 : this.#next[fail * this.#classCount + symbol]!;
        const child = this.#next[slot]!;
        if (child === 0) this.#next[slot] = inherited;
        else {
          this.#fail[child] = inherited;
          queue.push(child);
        }
      }
    }
  }

  #step(from: number, code: number): number {
    for (let state = from; ; state = this.#fail[state]!) {
      const child = this.#others.get(state * 65536 + code);
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
