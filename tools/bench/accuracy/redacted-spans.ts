/** Where an engine that hands back a redacted text has found something: what its placeholders stand in for. */
import type { Span } from './score.ts';

/** The first group of the pattern, if it has one, else all of the placeholder, is looked up for the type. */
export interface Placeholders {
  pattern: RegExp;
  types: Readonly<Record<string, string>>;
}

/**
 * What stands between two placeholders is taken to be at its first place after the one before. Placeholders side by
 * side are one span, of the first one's type. Words that stood in the text already are none. Where the texts cannot be
 * matched, nothing more is known of the rest, which then counts as not found.
 * @param placeholders Their pattern has the flag `g`.
 */
export function redactedSpans(text: string, redacted: string, { pattern, types }: Placeholders): Span[] {
  const spans: Span[] = [];
  let at = 0;
  let read = 0;
  let open: { type: string; start: number; marks: string } | undefined;
  const close = (end: number) => {
    if (open && text.slice(open.start, end) !== open.marks) spans.push({ type: open.type, start: open.start, end });
    open = undefined;
  };
  for (const mark of redacted.matchAll(pattern)) {
    const literal = redacted.slice(read, mark.index);
    read = mark.index + mark[0].length;
    if (literal !== '') {
      const end = text.indexOf(literal, open ? open.start + 1 : at);
      if (end === -1) return spans;
      close(end);
      at = end + literal.length;
    }
    const name = mark[1] ?? mark[0];
    open = { type: open?.type ?? types[name] ?? name, start: open?.start ?? at, marks: (open?.marks ?? '') + mark[0] };
  }
  const rest = redacted.slice(read);
  if (text.endsWith(rest)) close(text.length - rest.length);
  return spans;
}
