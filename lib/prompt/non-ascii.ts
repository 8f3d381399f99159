const NON_ASCII = /[^\x00-\x7f]/g;

/** Where the next unit (UTF-16) outside ASCII stands, from `from` on; the length of the text when there is none. */
export function nextNonAscii(text: string, from: number): number {
  if (text.charCodeAt(from) >= 0x80) return from;
  NON_ASCII.lastIndex = from;
  const found = NON_ASCII.exec(text);
  return found === null ? text.length : found.index;
}
