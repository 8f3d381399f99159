/**
 * Lets verdicts go in the order of their questions. Digests and records take different times, and what a page sends one
 * after the other has to leave one after the other. Who waits for a person steps aside: nobody queues behind a dialogue.
 */
export class InOrder {
  #last: Promise<void> = Promise.resolve();

  /** Run at once; resolve after everything that was started before, unless that has stepped aside. */
  async run<T>(work: (stepAside: () => void) => Promise<T>): Promise<T> {
    const before = this.#last;
    let leave: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      leave = resolve;
    });
    // Whoever comes next waits for all before this one too.
    const stepAside = () => void before.then(leave);
    try {
      const result = await work(stepAside);
      await before;
      return result;
    } finally {
      stepAside();
    }
  }
}
