/** Lines of a UTF-8 byte stream, split at line feeds alone: U+2028 may stand unescaped inside a JSON string. */

/** Yields each line without its line feed (and a carriage return before it). Holds one line and one chunk in memory. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  for await (const chunk of bytes) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    for (const part of parts.slice(0, -1)) {
      yield withoutReturn(pieces.join('') + part);
      pieces = [];
    }
    pieces.push(parts.at(-1)!);
  }
  const last = pieces.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
