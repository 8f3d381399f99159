/** Calls of the page that wait for a verdict, so that the page can give them up. */
export class Calls {
  readonly #waiting = new Map<number, AbortController>();

  /** @param id the hook's number for the call */
  async run<T>(id: number, judge: (withdrawn: AbortSignal) => Promise<T>): Promise<T> {
    const call = new AbortController();
    this.#waiting.set(id, call);
    try {
      return await judge(call.signal);
    } finally {
      this.#waiting.delete(id);
    }
  }

  withdraw(id: number): void {
    this.#waiting.get(id)?.abort();
  }

  withdrawAll(): void {
    for (const call of this.#waiting.values()) call.abort();
  }
}
