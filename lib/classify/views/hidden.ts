/** What the text says where no person sees it. */
import { hiddenRuns } from '../detectors/prompt-risk/hidden-runs.ts';
import type { View } from './view.ts';

const GAP = '\n\n\n';

/** The hidden runs of a text that has not been normalised, one after the other; null when there is none. */
export function hiddenView(text: string): View | null {
  const runs = hiddenRuns(text);
  if (runs.length === 0) return null;
  const ends: number[] = [];
  let length = 0;
  for (const run of runs) {
    length += (run.text ?? '').length + GAP.length;
    ends.push(length);
  }
  return {
    text: runs.map((run) => run.text ?? '').join(GAP),
    toSource: (from, to) => {
      const first = runs[ends.findIndex((end) => end > from)]!;
      const last = runs[ends.findIndex((end) => end >= to)]!;
      return { start: first.start, end: last.end, codes: [first.code] };
    },
  };
}
