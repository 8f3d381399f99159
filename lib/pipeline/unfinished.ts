/** Drafts leave while a person types: at the last digit but one a card number is none yet, and the last can be computed. */
import type { Prompt } from '../prompt/prompt.ts';

/** A number that goes on to the end of the text: with six digits it says who issued a card, with eight whose account it is. */
const NUMBER_AT_END = /(?:\d[ .\u00a0-]?){6,}$/;
/** Longer than any number with its separators. */
const TAIL = 64;

/** True when a text ends in the middle of what may become a number to protect: its draft waits for more. */
export function endsInNumber({ parts }: Prompt): boolean {
  return parts.some(({ role, text }) => role === 'user' && NUMBER_AT_END.test(text.slice(-TAIL)));
}
