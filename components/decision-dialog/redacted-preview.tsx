import type { DialogueMessages } from '../../lib/language/en/dialogue.ts';
import { findTokens } from '../../lib/redact/tokens.ts';
import { visibleText } from './visible-text.ts';

/** Longer texts would only slow the dialogue down; what is left out is said. */
const MOST_CHARACTERS = 20_000;

/** "This is what will be sent", folded away until asked for. `text` is the redacted text, tokens and all. */
export function RedactedPreview({ messages, text }: { messages: DialogueMessages; text: string }) {
  const { pieces, left } = splitByTokens(text, MOST_CHARACTERS);
  return (
    <details className="preview">
      <summary>{messages.preview}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it */}
      <section className="preview-text" aria-label={messages.preview} dir="auto" tabIndex={0}>
        {pieces.map(({ text, isToken, at }) => (isToken ? <mark key={at}>{text}</mark> : visibleText(text)))}
      </section>
      {left > 0 && <p className="aside">{messages.previewCut(left)}</p>}
    </details>
  );
}

interface Piece {
  text: string;
  isToken: boolean;
  /** UTF-16 offset in the text. */
  at: number;
}

/** Cuts a text at its tokens, up to about `most` UTF-16 units: never inside a token or a surrogate pair. */
export function splitByTokens(text: string, most: number): { pieces: Piece[]; left: number } {
  const limit = wholeCharacters(text, Math.min(most, text.length));
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, isToken: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isToken, at });
    at = Math.max(at, to);
  };
  for (const { start, end } of findTokens(text)) {
    if (start >= limit) break;
    add(start, false);
    add(end, true);
  }
  add(limit, false);
  return { pieces, left: text.length - at };
}

function wholeCharacters(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return end < text.length && code >= 0xd800 && code <= 0xdbff ? end - 1 : end;
}
