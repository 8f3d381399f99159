/** Compares what stood in the composer when the person sent it with the prompt the page then tried to send. */
import type { Prompt } from '../prompt/prompt.ts';
import type { Canary } from './health.ts';

/** An app sends at once; later prompts have another cause (regenerate, a queue, another tab's draft). */
const SENT_WITHIN_MS = 5_000;

export class ComposerCanary {
  #sent: { text: string; at: number } | null = null;

  /** The person sent this text from the composer, as it was allowed to leave. */
  sent(text: string, nowMs: number): void {
    this.#sent = { text: bare(text), at: nowMs };
  }

  /** A prompt of a network call. `composer`: whether the page has an editor where one is expected. */
  read(prompt: Prompt, composer: boolean, nowMs: number): Canary {
    const sent = this.#sent;
    this.#sent = null;
    const isFresh = sent !== null && sent.text !== '' && Math.abs(nowMs - sent.at) <= SENT_WITHIN_MS;
    const matches = isFresh ? prompt.parts.some(({ text }) => bare(text).includes(sent.text)) : null;
    return { shape: prompt.shape, composer, matches };
  }
}

/** Editors turn lists, line ends and emphasis into markup of their own: only letters and digits are compared. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
