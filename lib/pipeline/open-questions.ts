/**
 * Questions that a person has been asked and has not answered. The same one again (a double click, a retry of the page,
 * the editor and its request) is not asked twice: one dialogue answers all of them.
 */
import type { PersonAnswer } from './ports.ts';

interface Question {
  answer: Promise<PersonAnswer>;
  /** Aborted when nobody waits for the answer any more. */
  moot: AbortController;
  waiting: number;
}

const CANCEL: PersonAnswer = { choice: 'cancel', justification: null };

export class OpenQuestions {
  readonly #open = new Map<unknown, Question>();

  /**
   * @param key names the question: equal keys get one answer
   * @param signal aborted when this asker gives up; its answer is `cancel` then, and others keep waiting
   */
  ask(key: unknown, signal: AbortSignal, put: (signal: AbortSignal) => Promise<PersonAnswer>): Promise<PersonAnswer> {
    if (signal.aborted) return Promise.resolve(CANCEL);
    const question = this.#open.get(key) ?? this.#put(key, put);
    question.waiting += 1;
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        question.waiting -= 1;
        if (question.waiting === 0) {
          this.#open.delete(key);
          question.moot.abort();
        }
        resolve(CANCEL);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      question.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
  }

  #put(key: unknown, put: (signal: AbortSignal) => Promise<PersonAnswer>): Question {
    const moot = new AbortController();
    const question: Question = { answer: put(moot.signal), moot, waiting: 0 };
    this.#open.set(key, question);
    const close = () => {
      if (this.#open.get(key) === question) this.#open.delete(key);
    };
    question.answer.then(close, close);
    return question;
  }
}
