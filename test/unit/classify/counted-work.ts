/** Counts work by what patterns are given to read and by what is hashed, so that growth can be told without a clock. */

/**
 * Units of text that regular expressions were run over while `run` ran: a sticky one reads what it matches, any other reads
 * from where it starts to the end of its match, or to the end of the text.
 */
export function countWork(run: () => void): number {
  const { exec } = RegExp.prototype;
  let work = 0;
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const end = match === null ? text.length : match.index + match[0].length;
    work += 1 + (this.sticky ? (match?.[0].length ?? 0) : Math.max(0, end - from));
    return match;
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return work;
}

/** Multiplications of hashing while `run` ran: the learned models look at nothing without hashing it. */
export function countHashing(run: () => void): number {
  const { imul } = Math;
  let work = 0;
  Math.imul = (a, b) => {
    work += 1;
    return imul(a, b);
  };
  try {
    run();
  } finally {
    Math.imul = imul;
  }
  return work;
}
