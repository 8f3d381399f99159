/** Newline-delimited JSON (telemetry envelopes, NDJSON): each line is a JSON text of its own. */
import { openJson } from './json-paths.ts';
import { inSequence, type Opened } from './leaf.ts';

/** Null unless there are at least two lines and every line that is not blank is valid JSON. */
export function openJsonLines(text: string): Opened<string> | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const lines: Opened<string>[] = [];
  let filled = 0;
  for (const line of text.split('\n')) {
    const isBlank = line.trim() === '';
    const opened = isBlank ? { leaves: [], opaque: [], close: () => line } : openJson(line);
    if (opened === null) return null;
    if (!isBlank) filled++;
    lines.push(opened);
  }
  return filled < 2 ? null : inSequence(lines, (closed) => closed.join('\n'));
}
