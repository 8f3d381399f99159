/** JSON and CSV as readable text with the way back: values unescaped, everything else as it stands. */
import { createScanner } from 'jsonc-parser';
import { type MappedText, Weaver } from './mapped-text.ts';
import type { Work } from './work.ts';

/** The kinds of tokens of jsonc-parser; its own enum exists in types alone. */
const TOKEN = { string: 10, number: 11, lineComment: 12, blockComment: 13, unknown: 16, end: 17 };

/** A text whose every character may be replaced by any other. */
export function readPlain(source: string, place: string): MappedText[] {
  if (source === '') return [];
  const piece = {
    start: 0,
    end: source.length,
    from: 0,
    to: source.length,
    write: (text: string) => text,
    isSolid: false,
  };
  return [{ place, text: source, pieces: [piece] }];
}

/**
 * JSON, JSON Lines and JSON with comments: strings are unescaped; what is around them is read as it stands and stays. A
 * number that changes becomes a string.
 */
export async function readJson(source: string, place: string, work: Work): Promise<MappedText[]> {
  const scanner = createScanner(source, false);
  const weaver = new Weaver(() => place);
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    const raw = source.slice(from, to);
    if (kind === TOKEN.string) {
      weaver.literal('"');
      weaver.add(scanner.getTokenValue(), { from, to, write: JSON.stringify });
      weaver.literal('"');
    } else if (kind === TOKEN.number || kind === TOKEN.unknown) {
      weaver.add(raw, { from, to, write: JSON.stringify });
    } else if (kind === TOKEN.lineComment || kind === TOKEN.blockComment) {
      weaver.add(raw, { from, to, write: (text) => text });
    } else weaver.literal(raw);
    if (work.spend(to - from)) await work.breathe();
    if (work.stopped) break;
  }
  return weaver.finish();
}

/** The separator of a CSV file: the one that stands most often in its first lines, outside quotes. */
function separatorOf(source: string): string {
  const head = source.slice(0, 4_096).replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((separator) => ({ separator, count: head.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

/** CSV (RFC 4180) with any of the usual separators: fields are unquoted, and quoted again where a new value needs it. */
export async function readCsv(source: string, place: string, work: Work): Promise<MappedText[]> {
  const separator = separatorOf(source);
  const end = new RegExp(`[\\r\\n\\${separator}]`, 'g');
  const needsQuotes = new RegExp(`["\\r\\n\\${separator}]`);
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const bare = (text: string) => (needsQuotes.test(text) ? quote(text) : text);
  const weaver = new Weaver(() => place);
  let hasQuotes = true;
  for (let at = 0; at < source.length; ) {
    const close = hasQuotes && source[at] === '"' ? closingQuote(source, at + 1) : -1;
    // A quote that is never closed is a character like any other, and so are those behind it.
    if (close === source.length) hasQuotes = false;
    end.lastIndex = at;
    const isQuoted = close !== -1 && close < source.length;
    const to = isQuoted ? close + 1 : (end.exec(source)?.index ?? source.length);
    if (to === at) weaver.literal(source[at]!);
    else if (isQuoted) weaver.add(source.slice(at + 1, close).replaceAll('""', '"'), { from: at, to, write: quote });
    else weaver.add(source.slice(at, to), { from: at, to, write: bare });
    if (work.spend(to - at + 1)) await work.breathe();
    if (work.stopped) break;
    at = Math.max(to, at + 1);
  }
  return weaver.finish();
}

/** Where the quote that ends a field stands; two in a row are one that belongs to the text. */
function closingQuote(source: string, from: number): number {
  for (let at = source.indexOf('"', from); at !== -1; at = source.indexOf('"', at + 2)) {
    if (source[at + 1] !== '"') return at;
  }
  return source.length;
}
