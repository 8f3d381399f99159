/**
 * Redaction tokens: `[PERSON_1·k7q2mx]` is a type, a running number and the conversation's suffix. This file knows their
 * shape; what stands behind one is known to the vault of the conversation alone.
 */
import type { Finding } from '../classify/finding.ts';

/** Longest possible token, in UTF-16 units: how much a stream has to hold back. */
export const MAX_TOKEN_LENGTH = 64;

/** No digits in the type: a card number or key in token's clothing must not count as a token. */
const TOKEN = /\[[A-Z][A-Z_]{0,38}_[1-9][0-9]{0,6}·[a-z2-7]{4,12}\]/g;
/** What can still become a token when more text comes. */
const TOKEN_BEGINNING = /^\[(?:[A-Z][A-Z_]{0,39}(?:[1-9][0-9]{0,6}(?:·(?:[a-z2-7]{1,12})?)?)?)?$/;

export interface TokenSpan {
  /** UTF-16 offsets, end exclusive. */
  start: number;
  end: number;
  token: string;
}

export function formatToken(type: string, number: number, suffix: string): string {
  const name =
    type
      .toUpperCase()
      .replace(/[^A-Z]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 38) || 'VALUE';
  return `[${name}_${number}·${suffix}]`;
}

/** Everything in a text that has the shape of a token, of whichever conversation. */
export function findTokens(text: string): TokenSpan[] {
  return Array.from(text.matchAll(TOKEN), (match) => {
    return { start: match.index, end: match.index + match[0].length, token: match[0] };
  });
}

/** Where a token that is not complete yet begins at the end of a text; the text's length if there is none. */
export function beginningOfToken(text: string): number {
  const start = text.lastIndexOf('[');
  if (start < 0 || text.length - start > MAX_TOKEN_LENGTH) return text.length;
  return TOKEN_BEGINNING.test(text.slice(start)) ? start : text.length;
}

/** Findings without those that lie wholly inside a token: what stands for a value is not a value. */
export function dropTokenFindings<F extends Pick<Finding, 'start' | 'end'>>(text: string, findings: readonly F[]): F[] {
  const tokens = findTokens(text);
  return findings.filter(({ start, end }) => {
    const token = tokens[firstEndingAfter(tokens, start)];
    return token === undefined || start < token.start || token.end < end;
  });
}

/** Index of the first token that ends after an offset (its length if none does). Tokens come in the order of the text. */
export function firstEndingAfter(tokens: readonly TokenSpan[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
