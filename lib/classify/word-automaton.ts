/**
 * Finds every word of a set in one pass over a text (Aho and Corasick, 1975). A text stays in few states for most of its
 * characters: these have a step for every ASCII character in a table. All others have what follows in them in a hash table,
 * and go by their failure links, so that a hundred thousand words take some megabytes.
 */

const ASCII = 128;
/** States with a row in the table. They are numbered by depth: those that are met most come first. */
const MOST_ROWS = 8192;

export class WordAutomaton {
  /** Classes of ASCII characters. Those that no word has share the class 0: they lead back to the beginning. */
  readonly #classes = new Uint8Array(ASCII);
  readonly #classCount: number;
  /** 1 for each unit outside ASCII that a word has. */
  readonly #others = new Uint8Array(65536);
  readonly #rows: number;
  /** State after an ASCII character: `state * classCount + class`. Half the size where all states fit. */
  readonly #next: Uint16Array | Int32Array;
  /** States by a hash of the state in front and the character between; 0: empty. The size is a power of two. */
  readonly #slots: Int32Array;
  readonly #parents: Int32Array;
  /** The character that leads to a state. */
  readonly #units: Uint16Array;
  readonly #fail: Int32Array;
  /** The word that ends in a state, or -1. */
  readonly #word: Int32Array;
  /** The nearest state along the failure links in which a word ends, itself included; 0: none. */
  readonly #output: Int32Array;
  /** 1 where `#output` is not 0: small enough to be at hand for every character. */
  readonly #ends: Uint8Array;

  /** `words`: distinct. An empty one is not found. */
  constructor(words: readonly string[]) {
    let count = 1;
    for (const word of words) {
      for (let i = 0; i < word.length; i += 1) {
        const code = word.charCodeAt(i);
        if (code >= ASCII) this.#others[code] = 1;
        else this.#classes[code] ||= count++;
      }
    }
    this.#classCount = count;
    const order = words.map((_, index) => index).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
    const states = countStates(order.map((index) => words[index]!));
    this.#rows = Math.min(states, MOST_ROWS);
    this.#next = new (states > 65536 ? Int32Array : Uint16Array)(this.#rows * count);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * states)));
    this.#parents = new Int32Array(states);
    this.#units = new Uint16Array(states);
    this.#fail = new Int32Array(states);
    this.#word = new Int32Array(states).fill(-1);
    this.#output = new Int32Array(states);
    this.#ends = new Uint8Array(states);
    this.#build(words, order, states);
  }

  /**
   * Breadth first. A state is a stretch of the words in order: those that begin with its characters. Its failure link is the
   * longest other state its characters end in, and where nothing follows in it the steps are those of that state.
   */
  #build(words: readonly string[], order: readonly number[], states: number): void {
    const count = this.#classCount;
    const from = new Int32Array(states);
    const to = new Int32Array(states);
    const depths = new Uint16Array(states);
    to[0] = order.length;
    let known = 1;
    for (let state = 0; state < known; state += 1) {
      const depth = depths[state]!;
      const fail = this.#fail[state]!;
      if (state > 0 && state < this.#rows) this.#next.copyWithin(state * count, fail * count, (fail + 1) * count);
      let at = from[state]!;
      if (at < to[state]! && words[order[at]!]!.length === depth) {
        // An empty word would end everywhere.
        if (state > 0) this.#word[state] = order[at]!;
        at += 1;
      }
      this.#output[state] = this.#word[state]! >= 0 ? state : this.#output[fail]!;
      this.#ends[state] = this.#output[state] === 0 ? 0 : 1;
      while (at < to[state]!) {
        const code = words[order[at]!]!.charCodeAt(depth);
        const child = known;
        known += 1;
        from[child] = at;
        while (at < to[state]! && words[order[at]!]!.charCodeAt(depth) === code) at += 1;
        to[child] = at;
        depths[child] = depth + 1;
        this.#fail[child] = state === 0 ? 0 : this.#step(fail, code);
        this.#parents[child] = state;
        this.#units[child] = code;
        this.#slots[this.#slotOf(state, code)] = child;
        if (code < ASCII && state < this.#rows) this.#next[state * count + this.#classes[code]!] = child;
      }
    }
  }

  /** Where the state behind a character is, or would be. */
  #slotOf(state: number, code: number): number {
    const mask = this.#slots.length - 1;
    const hash = Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let child = this.#slots[slot]!; child !== 0; child = this.#slots[slot]!) {
      if (this.#parents[child] === state && this.#units[child] === code) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #step(from: number, code: number): number {
    const kind = code < ASCII ? this.#classes[code]! : 0;
    if (kind === 0 && (code < ASCII || this.#others[code] === 0)) return 0;
    for (let state = from; ; state = this.#fail[state]!) {
      if (kind !== 0 && state < this.#rows) return this.#next[state * this.#classCount + kind]!;
      const child = this.#slots[this.#slotOf(state, code)]!;
      if (child !== 0) return child;
      if (state === 0) return 0;
    }
  }

  /** Calls `found` for every word that stands in the text, in order of end: its index and its end (UTF-16, exclusive). */
  search(text: string, found: (word: number, end: number) => void): void {
    const classes = this.#classes;
    const next = this.#next;
    const ends = this.#ends;
    const count = this.#classCount;
    const rows = this.#rows;
    let state = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      state = code < ASCII && state < rows ? next[state * count + classes[code]!]! : this.#step(state, code);
      if (ends[state] === 1) this.#tell(state, i + 1, found);
    }
  }

  #tell(state: number, at: number, found: (word: number, end: number) => void): void {
    for (let end = this.#output[state]!; end !== 0; end = this.#output[this.#fail[end]!]!) found(this.#word[end]!, at);
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
