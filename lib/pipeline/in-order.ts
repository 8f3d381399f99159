/**
 * Lets verdicts go in the order of their questions. Digests and records take different times, and what a page sends one
 * after the other has to leave one after the other. Who waits for a person steps aside: nobody queues behind a dialogue.
 *
 * Few are worked on at once: the limits of the messages to the background are for its work, and on a slow machine a
 * hundred at once would spend them waiting for each other.
 */
export class InOrder {
  static readonly WIDTH = 8;
  /** Of the newest `WIDTH`, the last one at the end: settled when it and all before it have left. */
  readonly #newest: Promise<void>[] = [];

  /** Run as soon as there is room; resolve after everything that was started before, unless that has stepped aside. */
  async run<T>(work: (stepAside: () => void) => Promise<T>): Promise<T> {
    const before = this.#newest.at(-1) ?? Promise.resolve();
    let leave: () => void = () => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    // Whoever comes next waits for all before this one too.
    const stepAside = () => void before.then(leave);
    const room = this.#newest.length < InOrder.WIDTH ? null : this.#newest.shift();
    this.#newest.push(left);
    try {
      if (room) await room;
      const result = await work(stepAside);
      await before;
      return result;
    } finally {
      stepAside();
    }
  }
}
