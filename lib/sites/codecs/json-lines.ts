/** Newline-delimited JSON (telemetry envelopes, NDJSON): each line is a JSON text of its own. */
import { openJson } from './json-paths.ts';
import type { Leaf, Opened } from './leaf.ts';

/** Null unless there are at least two lines and every line that is not blank is valid JSON. */
export function openJsonLines(text: string): Opened<string> | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const lines = text.split('\n').map((line, index) => {
    if (line.trim() === '') return { line, index, opened: undefined };
    return { line, index, opened: openJson(line) };
  });
  if (lines.filter(({ opened }) => opened).length < 2 || lines.some(({ opened }) => opened === null)) return null;
  const origin = new Map<Leaf, Leaf>();
  for (const { index, opened } of lines) {
    for (const leaf of opened?.leaves ?? []) origin.set({ ...leaf, path: [index, ...leaf.path] }, leaf);
  }
  return {
    leaves: [...origin.keys()],
    opaque: [],
    close(replacements) {
      const own = new Map([...replacements].map(([leaf, value]) => [origin.get(leaf) ?? leaf, value]));
      return lines.map(({ line, opened }) => (opened ? opened.close(own) : line)).join('\n');
    },
  };
}
