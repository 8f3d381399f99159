/**
 * Questions the person has answered with a refusal. What a page sends again by itself is refused without a question;
 * after the person did anything in the page it may be meant, and is asked about again.
 */
const MOST = 50;

export class Refusals {
  /** Question -> when it was answered. What cannot be named by its text is not known to be the same. */
  readonly #answered = new Map<string, number>();

  add(question: unknown, now: number): void {
    if (typeof question !== 'string') return;
    this.#answered.delete(question);
    this.#answered.set(question, now);
    if (this.#answered.size > MOST) this.#answered.delete(this.#answered.keys().next().value!);
  }

  /** @param lastAction when the person last did anything in the page */
  stands(question: unknown, lastAction: number): boolean {
    const answered = typeof question === 'string' ? this.#answered.get(question) : undefined;
    return answered !== undefined && lastAction <= answered;
  }
}
