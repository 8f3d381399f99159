/** Puts values back for the person's eyes. Tokens that are not this conversation's stay as they are and are told. */
import { beginningOfToken, findTokens } from './tokens.ts';
import type { Vault } from './vault.ts';

export interface RestoredText {
  text: string;
  /** Tokens of the text that this vault does not know, each once. */
  unknown: string[];
}

/** Restore a complete text. A value is put in as it is: tokens inside a value are not restored again. */
export function restoreText(text: string, vault: Vault): RestoredText {
  const unknown = new Set<string>();
  let restored = '';
  let done = 0;
  for (const { start, end, token } of findTokens(text)) {
    const value = vault.valueOf(token);
    if (value === undefined) unknown.add(token);
    restored += text.slice(done, start) + (value ?? token);
    done = end;
  }
  return { text: restored + text.slice(done), unknown: [...unknown] };
}

export interface StreamRestorer {
  /** Takes the next piece of the answer and gives what can be shown by now. */
  push(chunk: string): string;
  /** The answer is over: gives what was held back. */
  end(): string;
  /** Unknown tokens so far, each once. */
  readonly unknown: string[];
}

/** Restore an answer that comes in pieces: the beginning of a token is held back until the rest is there. */
export function createStreamRestorer(vault: Vault): StreamRestorer {
  const unknown = new Set<string>();
  let held = '';
  const restore = (text: string) => {
    const restored = restoreText(text, vault);
    for (const token of restored.unknown) unknown.add(token);
    return restored.text;
  };
  return {
    push(chunk) {
      const text = held + chunk;
      const ready = beginningOfToken(text);
      held = text.slice(ready);
      return restore(text.slice(0, ready));
    },
    end() {
      const rest = held;
      held = '';
      return restore(rest);
    },
    get unknown() {
      return [...unknown];
    },
  };
}
