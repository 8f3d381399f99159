/** Replaces findings in a text by tokens of the conversation's vault. */
import type { Finding } from '../classify/finding.ts';
import { findTokens, firstEndingAfter, type TokenSpan } from './tokens.ts';
import type { Vault } from './vault.ts';

export interface RedactedText {
  text: string;
  /** The tokens that were put in, with their places in the redacted text (UTF-16 units, end exclusive), in order. */
  tokens: TokenSpan[];
}

type Span = Pick<Finding, 'type' | 'start' | 'end' | 'confidence'>;

/**
 * Replace every finding. Overlapping findings become one token of the longest one's type; a finding that cuts through a
 * surrogate pair takes all of it; tokens of this vault stay what they are, so redacting twice is redacting once.
 * Throws `RangeError` on offsets outside the text: a finding that belongs to another text must not be half applied.
 */
export function redactText(text: string, findings: readonly Span[], vault: Vault): RedactedText {
  const own = findTokens(text).filter(({ token }) => vault.valueOf(token) !== undefined);
  const spans = findings.map((finding) => wholeCharacters(text, finding)).flatMap((span) => outside(own, span));
  const tokens: TokenSpan[] = [];
  let redacted = '';
  let done = 0;
  for (const { type, start, end } of merge(spans.filter((span) => text.slice(span.start, span.end).trim() !== ''))) {
    const token = vault.tokenFor(type, text.slice(start, end));
    redacted += text.slice(done, start);
    tokens.push({ start: redacted.length, end: redacted.length + token.length, token });
    redacted += token;
    done = end;
  }
  return { text: redacted + text.slice(done), tokens };
}

function wholeCharacters(text: string, finding: Span): Span {
  const { start, end } = finding;
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length)) {
    throw new RangeError('a finding lies outside the text it is said to be in');
  }
  return { ...finding, start: start - (splitsPair(text, start) ? 1 : 0), end: end + (splitsPair(text, end) ? 1 : 0) };
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** What is left of a span when our own tokens are taken out of it. */
function outside(tokens: TokenSpan[], span: Span): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  for (let index = firstEndingAfter(tokens, start); index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.start >= span.end) break;
    if (start < token.start) pieces.push({ ...span, start, end: token.start });
    start = token.end;
  }
  if (start < span.end) pieces.push({ ...span, start });
  return pieces;
}

/** Overlapping spans become one, in the order of the text; touching ones stay apart. */
function merge(spans: Span[]): Span[] {
  const ordered = [...spans].sort((left, right) => left.start - right.start || right.end - left.end);
  const merged: { whole: Span; longest: Span }[] = [];
  for (const span of ordered) {
    const last = merged.at(-1);
    if (last && span.start < last.whole.end) {
      last.whole = { ...last.whole, end: Math.max(last.whole.end, span.end) };
      if (weight(span) > weight(last.longest)) last.longest = span;
    } else {
      merged.push({ whole: span, longest: span });
    }
  }
  return merged.map(({ whole, longest }) => ({ ...whole, type: longest.type }));
}

/** Longer first, then surer. */
function weight({ start, end, confidence }: Span): number {
  return end - start + confidence / 2;
}
